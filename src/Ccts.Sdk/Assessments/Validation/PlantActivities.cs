using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What a plant did, month by month; null of what is not given so.</summary>
internal sealed class PlantActivities
{
    /// <summary>Not law: fuel spread over the year says nothing of its months.</summary>
    private const decimal MostSpread = 0.1m;

    /// <summary>Cement is ground from stock while the kiln stands still for a month, so that its product alone says nothing of a kiln.</summary>
    private readonly bool _isKiln;

    internal PlantActivities(Result result)
    {
        (Fuel, Spread) = PlantMonths.Energy(result);
        Burnt = Fuel is not null && Spread <= MostSpread * Fuel.Sum() ? Fuel : null;
        (Products, Process, Power) = (PlantMonths.Products(result), PlantMonths.Process(result), PlantMonths.Power(result, _ => true));
        Captive = PlantMonths.Power(result, e => e.Supply == ElectricitySupply.Captive);
        KnowsOwnPower = Captive is not null || result.Report.Electricity.All(e => e.Supply != ElectricitySupply.Captive);
        _isKiln = result.Spans.AreMonths && result.Rules.CalcinationHeat.ContainsKey(result.Sector) && result.Report is { ProcessMaterials.Count: > 0, Fuels.Count: > 0 };
    }

    internal decimal[]? Products { get; }

    /// <summary>Energy of fuels and of heat bought.</summary>
    internal decimal[]? Fuel { get; }

    /// <summary>How much of that is given by longer periods. Nobody can say in which of their months it was burnt.</summary>
    internal decimal Spread { get; }

    /// <summary>The same, if nearly all of it is given by month.</summary>
    internal decimal[]? Burnt { get; }

    /// <summary>CO2 of process materials.</summary>
    internal decimal[]? Process { get; }

    /// <summary>All electricity that was used.</summary>
    internal decimal[]? Power { get; }

    /// <summary>Whether what the plant's own units made, if it has any, is given by month.</summary>
    internal bool KnowsOwnPower { get; }

    /// <summary>What fuel is needed for.</summary>
    internal List<decimal[]> BesideFuel => _isKiln && Process is null ? [] : PlantMonths.Of(Products, Process, Captive);

    /// <summary>What gives off CO2 of materials.</summary>
    internal List<decimal[]> BesideProcess => _isKiln && Burnt is null ? [] : PlantMonths.Of(Products, Burnt);

    /// <summary>What tells by itself how much fuel was burnt, or how much CO2 materials gave off: of a kiln, each the other.</summary>
    internal List<decimal[]> ForFuel => _isKiln ? PlantMonths.Of(Process) : BesideFuel;

    /// <inheritdoc cref="ForFuel"/>
    internal List<decimal[]> ForProcess => _isKiln ? PlantMonths.Of(Burnt) : BesideProcess;

    private decimal[]? Captive { get; }
}
