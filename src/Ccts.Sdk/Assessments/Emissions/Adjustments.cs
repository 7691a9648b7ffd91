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
        if (stream.Generation.Count > 0 && stream.Factor is null)
        {
            return OwnGeneration.Tonnes(stream, rules, workings);
        }

        if (stream.Factor is null)
        {
            workings.LeanOn(rules.ExportFallbackFactor);
        }

        var value = stream.Factor ?? rules.ExportFallbackFactor.Value;
        var source = stream.Factor is null ? rules.ExportFallbackFactor.Standing.Source : Activity.Given(stream.FactorSource, workings);
        var factor = new Operand(OperandRole.Times, stream.Factor is null ? "CEA average, fallback" : "plant's own factor", value.TonnesPerMegawattHour, "tCO2/MWh", 0, source);
        factor = stream.Factor is null ? factor : factor.By(stream, "factor", workings);
        return Activity.TimesFactor(stream, "CO2 of power sold", stream.Amounts, factor, second: null, rules, workings);
    }

    internal static decimal Tonnes(ExportedHeatStream stream, EmissionRules rules, Workings workings)
    {
        SteamHeat.Note(stream, stream.Steam, workings);
        if (stream.Apportioned is { } both)
        {
            return OfBoth(stream, both, rules, workings);
        }

        var factor = new Operand(OperandRole.Times, "factor of the heat sold", stream.Factor.Kept, "tCO2/" + stream.Factor.EnergyUnit, 0, Activity.Given(stream.Source, workings)).By(stream, "factor", workings);
        return Activity.TimesFactor(stream, HeatEmissions.Titled("CO2 of heat sold", stream.Carrier), stream.Amounts, factor, HeatEmissions.GigajoulesPer(stream.Factor), rules, workings);
    }

    /// <summary>Deduction for captured CO2: the amount sent less leakage (DPCM s.5(19)); t CO2, positive.</summary>
    public static Calculated<Co2e> Calculate(CapturedCo2Stream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(CapturedCo2Stream stream, EmissionRules rules, Workings workings)
    {
        if (stream.Leakage is not { } leaked)
        {
            return Tonnes(stream, "CO2 captured", stream.Amounts, rules, workings);
        }

        var amount = stream.Amounts.CanonicalTotal;
        var tonnes = rules.Quantise(amount - leaked.Tonnes, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream, "amount", stream.Amounts, amount);
            workings.Note(stream.Id, "CO2 captured, less leakage", [new(OperandRole.Plus, "amount", amount, "t", sum), new Operand(OperandRole.Minus, "leakage", leaked.Tonnes, "t").By(stream, "leakage", workings)], tonnes, "t", rules.StreamDecimals.Value);
        }

        return tonnes;
    }

    /// <summary>Heat of a plant that also makes power: its share of the fuel's CO2, for the heat sold (DPCM s.5(16)).</summary>
    private static decimal OfBoth(ExportedHeatStream stream, HeatApportionment both, EmissionRules rules, Workings workings)
    {
        var heat = stream.Amounts.CanonicalTotal;
        var tonnes = rules.Quantise(heat * both.Emissions.Tonnes * both.HeatShare / both.HeatMade.Gigajoules, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream, "amount", stream.Amounts, heat);
            workings.Note(
                stream.Id,
                HeatEmissions.Titled("CO2 of heat sold, apportioned", stream.Carrier),
                [
                    new(OperandRole.Times, "amount", heat, "GJ", sum),
                    new Operand(OperandRole.Times, "CO2 of heat and power", both.Emissions.Tonnes, "t").By(stream, "apportioned/emissions", workings),
                    new Operand(OperandRole.Times, "share of the heat", both.HeatShare, "", 0, Activity.Given(stream.Source, workings)).By(stream, "apportioned/heatShare", workings),
                    new Operand(OperandRole.DividedBy, "heat made", both.HeatMade.Gigajoules, "GJ").By(stream, "apportioned/heatMade", workings),
                ],
                tonnes,
                "t",
                rules.StreamDecimals.Value,
                rules.ExportFallbackFactor.Standing.Source);
        }

        return tonnes;
    }

    /// <summary>Amounts that are stated in CO2: captured, or memo items.</summary>
    internal static decimal Tonnes(MonitoredStream stream, string title, Amounts<Co2e> amounts, EmissionRules rules, Workings workings)
    {
        var amount = amounts.CanonicalTotal;
        var tonnes = rules.Quantise(amount, workings);
        if (workings.Steps is not null)
        {
            var sum = Activity.Note(workings, stream, "amount", amounts, amount);
            workings.Note(stream.Id, title, [new(OperandRole.Plus, "amount", amount, "t", sum)], tonnes, "t", rules.StreamDecimals.Value);
        }

        return tonnes;
    }
}
