using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What a plant did, month by month; null of what is not given so.</summary>
internal sealed class PlantActivities(Result result)
{
    internal decimal[]? Products { get; } = PlantMonths.Products(result);

    /// <summary>Energy of fuels and of heat bought.</summary>
    internal decimal[]? Fuel { get; } = PlantMonths.Energy(result);

    /// <summary>CO2 of process materials.</summary>
    internal decimal[]? Process { get; } = PlantMonths.Process(result);

    /// <summary>All electricity that was used.</summary>
    internal decimal[]? Power { get; } = PlantMonths.Power(result, _ => true);

    internal decimal[]? Captive { get; } = PlantMonths.Power(result, e => e.Supply == ElectricitySupply.Captive);
}
