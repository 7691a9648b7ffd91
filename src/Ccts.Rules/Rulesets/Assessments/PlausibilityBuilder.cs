using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Rules.Law.Parameters;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Assessments;

/// <summary>Fills what inputs and results are compared with. Older rulesets leave it out, and then nothing is compared.</summary>
internal static class PlausibilityBuilder
{
    private const string UnusualBelow = "plausibility.unusual-below";
    private static readonly TextParser<decimal> Times = ParameterBinding.In<decimal>(ParameterUnit.Multiple, Scalars.TryDecimal);

    internal static PlausibilityRules? Build(ParameterBinding parameters)
    {
        var (unusualBelow, unusualAbove) = (Limits(parameters, UnusualBelow), Limits(parameters, "plausibility.unusual-above"));
        var (withheldBelow, withheldAbove) = (Limits(parameters, "plausibility.withheld-below"), Limits(parameters, "plausibility.withheld-above"));
        var rules = new PlausibilityRules
        {
            Ranges = PlausibilityRules.Kinds.ToDictionary(k => k, k => new PlausibleRange(At(unusualBelow, k), At(unusualAbove, k), At(withheldBelow, k), At(withheldAbove, k)), StringComparer.Ordinal),
            CalorificValues = Spans(parameters, "plausibility.calorific-value", "GJ/t"),
            Factors = Spans(parameters, "plausibility.emission-factor", "tCO2/TJ"),
            CarbonContents = Spans(parameters, "plausibility.carbon-content", ParameterUnit.Ratio),
            LiquidDensities = Numbers(parameters, "plausibility.density.liquid", ParameterUnit.Density),
            GasDensities = Numbers(parameters, "plausibility.density.gas", ParameterUnit.GasDensity).ToDictionary(d => d.Key, d => d.Value / 1000m, StringComparer.Ordinal),
            Cf4PerTonne = Numbers(parameters, "plausibility.pfc.cf4", ParameterUnit.KilogramsPerTonne),
            SlopeCoefficients = Numbers(parameters, "plausibility.pfc.slope", ParameterUnit.KilogramsPerTonne),
            C2F6PerCf4 = Numbers(parameters, "plausibility.pfc.c2f6-per-cf4", ParameterUnit.Ratio),
            ProcessFrom = Sources(parameters, "plausibility.sources.process"),
            FuelFrom = Sources(parameters, "plausibility.sources.fuel"),
            ElectricityFrom = Sources(parameters, "plausibility.sources.electricity"),
            LeastElectricity = Numbers(parameters, "plausibility.sources.electricity-least", ParameterUnit.MegawattHoursPerTonne),
            Electrolysis = [.. Pairs(parameters, "plausibility.sources.electrolysis-least", ParameterUnit.MegawattHoursPerTonne).Select(p => new ElectrolysisLeast(p.Part, p.Whole, p.Value))],
            LeastProcess = Sources(parameters, "plausibility.sources.process-least"),
            PfcFrom = Sources(parameters, "plausibility.sources.pfc"),
            Moistures = Numbers(parameters, "plausibility.moisture.most", ParameterUnit.Ratio),
            FuelStates = parameters.OptionalTable("plausibility.fuel-state", ParameterBinding.In<PlausibleStates>(ParameterUnit.Word, PlausibleStates.TryParse)),
            CalcinationHeat = Numbers(parameters, "plausibility.calcination-heat", "GJ/t"),
            MadeFrom = [.. Pairs(parameters, "plausibility.made-from", ParameterUnit.TonnesPerTonne).Select(p => new MadeFrom(p.Part, p.Whole, p.Value))],
            CarbonateCo2 = parameters.OptionalTable<MassEmissionFactor>("plausibility.carbonate-co2", MassEmissionFactor.TryParse).ToDictionary(c => c.Key, c => c.Value.TonnesPerTonne, StringComparer.OrdinalIgnoreCase),
            BiogenicShares = Numbers(parameters, "plausibility.biogenic-share", ParameterUnit.Ratio),
            BiogenicCarbonates = Numbers(parameters, "plausibility.biogenic-carbonate", ParameterUnit.Ratio),
            ScheduleIntensities = Spans(parameters, "plausibility.schedule.intensity", "tCO2e/t"),
            ScheduleOutputs = Spans(parameters, "plausibility.schedule.output", "t"),
            Standing = parameters.StandingOf(UnusualBelow)!,
        };
        return rules.Standing is null ? null : rules;
    }

    private static IReadOnlyDictionary<string, decimal> Limits(ParameterBinding parameters, string path) => parameters.OptionalTable(path, Times, PlausibilityRules.Kinds);

    private static decimal? At(IReadOnlyDictionary<string, decimal> limits, string kind) => limits.TryGetValue(kind, out var limit) ? limit : null;

    private static IReadOnlyDictionary<string, decimal> Numbers(ParameterBinding parameters, string path, string unit) =>
        parameters.OptionalTable(path, ParameterBinding.In<decimal>(unit, Scalars.TryDecimal));

    /// <summary>A fuel, material or sector is included if both of its bounds are given.</summary>
    private static Dictionary<string, PlausibleSpan> Spans(ParameterBinding parameters, string path, string unit)
    {
        var (least, most) = (Numbers(parameters, path + ".least", unit), Numbers(parameters, path + ".most", unit));
        return least.Where(l => most.ContainsKey(l.Key)).ToDictionary(l => l.Key, l => new PlausibleSpan(l.Value, most[l.Key]), StringComparer.OrdinalIgnoreCase);
    }

    private static IReadOnlyDictionary<string, EmissionIntensity> Sources(ParameterBinding parameters, string path) =>
        parameters.OptionalTable<EmissionIntensity>(path, EmissionIntensity.TryParse);

    /// <summary>Keys of two names, such as <c>clinker in cement</c>.</summary>
    private static List<(string Part, string Whole, decimal Value)> Pairs(ParameterBinding parameters, string path, string unit)
    {
        const string Within = " in ";
        var pairs = new List<(string, string, decimal)>();
        foreach (var (key, least) in Numbers(parameters, path, unit).Select(n => (n.Key, n.Value)))
        {
            var at = key.IndexOf(Within, StringComparison.Ordinal);
            if (at > 0 && at + Within.Length < key.Length)
            {
                pairs.Add((key.Substring(0, at), key.Substring(at + Within.Length), least));
            }
            else
            {
                parameters.Refuse(path, key, "two names, as \"clinker in cement\"");
            }
        }

        return pairs;
    }
}
