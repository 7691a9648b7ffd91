using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Emissions of heat and steam bought in, with the supplier's verified factor (DPCM s.5(16)).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class HeatEmissions
{
    internal static readonly Operand GigajoulesPerTerajoule = new(OperandRole.DividedBy, "GJ per TJ", 1000m, "GJ/TJ");

    /// <summary>Emissions of one heat stream; t CO2.</summary>
    public static Calculated<Co2e> Calculate(ImportedHeatStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(ImportedHeatStream stream, EmissionRules rules, Workings workings)
    {
        var factor = new Operand(OperandRole.Times, "supplier's factor", stream.Factor.TonnesPerTerajoule, "tCO2/TJ", 0, Activity.Given(stream.Source, workings));
        return Activity.TimesFactor(stream, "heat CO2", stream.Amounts, factor, GigajoulesPerTerajoule, rules, workings);
    }
}
