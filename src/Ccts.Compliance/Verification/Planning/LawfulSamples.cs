using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>How many samples of a stream the procedure asks for (DPCM s.5(13)), from the ruleset's own numbers.</summary>
internal static class LawfulSamples
{
    /// <summary>The fewest samples of the year; null where none are asked for.</summary>
    internal static int? Least(MonitoredStream stream, MonitoringRules rules) => stream switch
    {
        FuelStream { State: FuelState.Solid, Measured: WeighedFuel w } => Least(w.Amounts.Sum(a => a.Amount.Tonnes), rules.SolidFuelPerSample, rules.SolidFuelSamplesPerYear),
        FuelStream { State: FuelState.Gas } => Least(0m, null, rules.GasSamplesPerYear),
        ProcessMaterialStream { ConversionFactor: not null } m => Least(m.Amounts.Sum(a => a.Amount.Tonnes), rules.ConversionMaterialPerSample, rules.ConversionMaterialSamplesPerYear),
        ProcessMaterialStream m => Least(m.Amounts.Sum(a => a.Amount.Tonnes), rules.CarbonatePerSample, rules.CarbonateSamplesPerYear),
        _ => null,
    };

    /// <summary>The clause that asks for them; null where none are asked for.</summary>
    internal static LegalSource? Clause(MonitoredStream stream, MonitoringRules rules) => Least(stream, rules) is null ? null : PerYear(stream, rules).Standing.Source;

    /// <summary>How many a year are asked for whatever the amount; 0 where none are.</summary>
    internal static int Every(MonitoredStream stream, MonitoringRules rules) => PerYear(stream, rules).TryGet(out var count) ? count : 0;

    /// <summary>Samples of the year as stated, or those of its analyses together; null where neither is.</summary>
    internal static int? Taken(MonitoredStream stream) => stream switch
    {
        FuelStream f => f.Samples ?? Sum(f.Analyses.Select(a => a.Samples)),
        ProcessMaterialStream m => m.Samples ?? Sum(m.Analyses.Select(a => a.Samples)),
        _ => null,
    };

    // Liquids may use Type I (s.5(10)); a solid or gas should not.
    internal static bool IsTypeI(MonitoredStream stream) => stream switch
    {
        FuelStream { State: not FuelState.Liquid, CarbonContent: null } f => f.Factor.Tier == FactorTier.TypeI,
        ProcessMaterialStream m => m.Factor.Tier == FactorTier.TypeI,
        _ => false,
    };

    private static LegalValue<int> PerYear(MonitoredStream stream, MonitoringRules rules) => stream switch
    {
        FuelStream { State: FuelState.Gas } => rules.GasSamplesPerYear,
        FuelStream => rules.SolidFuelSamplesPerYear,
        ProcessMaterialStream { ConversionFactor: not null } => rules.ConversionMaterialSamplesPerYear,
        _ => rules.CarbonateSamplesPerYear,
    };

    private static int? Sum(IEnumerable<int?> samples) => samples.Where(s => s is not null).ToList() is { Count: > 0 } stated ? (int)Math.Min(int.MaxValue, stated.Sum(s => (long)s!.Value)) : null;

    private static int? Least(decimal tonnes, LegalValue<Mass>? perSample, LegalValue<int> perYear)
    {
        var byMass = perSample is not null && perSample.TryGet(out var mass) && mass.Tonnes > 0m ? Math.Ceiling(tonnes / mass.Tonnes) : 0m;
        var yearly = perYear.TryGet(out var count) ? count : 0;
        var least = Math.Max(byMass, yearly);
        return least is > 0m and <= int.MaxValue ? (int)least : null;
    }
}
