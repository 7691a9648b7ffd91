using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>What is deducted: power and heat sold, CO2 captured (DPCM Annexure III, s.5(16)). Amounts here are positive; the total subtracts them.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class Adjustments
{
    /// <summary>Deduction for electricity sold; t CO2, positive.</summary>
    public static Calculated<Co2e> Calculate(ExportedPowerStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    /// <summary>Deduction for heat sold; t CO2, positive.</summary>
    public static Calculated<Co2e> Calculate(ExportedHeatStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(ExportedPowerStream stream, EmissionRules rules, Workings workings)
    {
        if (stream.Factor is null)
        {
            workings.LeanOn(rules.ExportFallbackFactor);
        }

        var value = stream.Factor ?? rules.ExportFallbackFactor.Value;
        var source = stream.Factor is null ? rules.ExportFallbackFactor.Standing.Source : Activity.Given(stream.FactorSource, workings);
        var factor = new Operand(OperandRole.Times, stream.Factor is null ? "CEA average, fallback" : "plant's own factor", value.TonnesPerMegawattHour, "tCO2/MWh", 0, source);
        return Activity.TimesFactor(stream, "CO2 of power sold", stream.Amounts, factor, second: null, rules, workings);
    }

    internal static decimal Tonnes(ExportedHeatStream stream, EmissionRules rules, Workings workings)
    {
        var factor = new Operand(OperandRole.Times, "factor of the heat sold", stream.Factor.Kept, "tCO2/" + stream.Factor.EnergyUnit, 0, Activity.Given(stream.Source, workings));
        return Activity.TimesFactor(stream, "CO2 of heat sold", stream.Amounts, factor, HeatEmissions.GigajoulesPer(stream.Factor), rules, workings);
    }

    /// <summary>CO2 amounts that are given as such: captured, or memo.</summary>
    internal static decimal Tonnes(MonitoredStream stream, string title, Amounts<Co2e> amounts, EmissionRules rules, Workings workings)
    {
        var amount = amounts.CanonicalTotal;
        var tonnes = rules.Quantise(amount, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream.Id, "amount", amounts, amount);
            workings.Note(stream.Id, title, [new(OperandRole.Plus, "amount", amount, "t", sum)], tonnes, "t", rules.StreamDecimals.Value);
        }

        return tonnes;
    }
}
