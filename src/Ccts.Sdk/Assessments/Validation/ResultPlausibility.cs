using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Compares a result with the plant's own baseline, and amounts with the other months of their stream.</summary>
internal static class ResultPlausibility
{
    internal static void Check(MonitoringReport report, AssessmentRules rules, EmissionTotals emissions, Output output, EntityTarget? row, Workings workings, bool partOfYear, Output? yearOutput = null)
    {
        if (rules.Monitoring.Plausibility is not { } plausible || workings.Edition == Edition.First || !report.DocumentsSubmitted || output.Value <= 0m)
        {
            return;
        }

        var result = new Result(report, rules, plausible, emissions, output, row, workings, partOfYear);
        var missing = SourceGroups.Check(result) | Smelter.Check(result);
        EnergyBalance.Check(result);
        CaptiveAlone.Check(result);
        Deductions.Check(result);
        CountedTwice.Check(result);
        EnteredTwice.Check(result);
        BySpan(result);
        CopiedMonths.Check(result);
        foreach (var longer in Spans.Longer(result))
        {
            BySpan(new Result(report, rules, plausible, emissions, output, row, workings, partOfYear, longer));
        }

        Intensity(result, missing);
        OutputPlausibility.Check(result, partOfYear, output);
        if (yearOutput is { } expected && expected.Basis == output.Basis)
        {
            OutputPlausibility.Check(result, partOfYear: false, expected);
            OutputPlausibility.Year(result, output, expected);
        }

        Periods(result);
        Trifles(result);
    }

    private static void BySpan(Result result)
    {
        FuelMonths.Check(result);
        OtherMonths.Check(result);
        StreamMonths.Check(result);
        DoubledMonths.Check(result);
        TwoSizes.Check(result);
        ProductMonths.Check(result);
    }

    /// <summary>
    /// A stream that is metered monthly and has almost no emissions may be in a unit a thousand times too small, or a canteen's. Electricity
    /// withholds if a thousand times as much brings the plant near its baseline, because the missing part would earn certificates.
    /// </summary>
    private static void Trifles(Result result)
    {
        var plant = Math.Min(result.Emissions.Total.Tonnes, (result.Baseline * result.Output.Value) ?? decimal.MaxValue);
        var usual = result.Usual;
        foreach (var source in result.Sources.Where(s => s.IsSteady))
        {
            var tonnes = source.Tonnes();
            if (tonnes <= 0m || result.Rules.Of(PlausibilityRules.StreamShare)?.UnusualBelow is not { } least || tonnes >= least * plant)
            {
                continue;
            }

            var slip = AmountSlips.Of(source.Unit).FirstOrDefault(s => s.Times is > 100m and <= 1000m);
            var undone = (result.Emissions.Total.Tonnes + (tonnes * (slip.Times - 1m))) / result.Output.Value;
            var isGrave = source.Stream is ElectricityStream && usual?.Judge(undone) == Likelihood.Usual;
            result.Tell("unusual-amount", source.Place, $"\"{source.Stream.Id}\" gives off {Slip.Shown(tonnes)} t CO2e, {Slip.Shown(tonnes / plant * 100m)} % of the plant.{(slip.Times > 0m ? slip.Said(source.Amount, source.Unit) : "")}", source.Stream.WhyUnusual, isGrave);
        }
    }

    private static void Intensity(Result result, bool missing)
    {
        if (result.Known is not { } known || result.Emissions.Total.Tonnes <= 0m || result.Usual is not { } reference)
        {
            return;
        }

        var intensity = result.Emissions.Total.Tonnes / result.Output.Value;
        var likelihood = reference.Judge(intensity);
        if (likelihood == Likelihood.Usual)
        {
            return;
        }

        var unit = ((IQuantity)known).CanonicalUnit;
        var isLow = intensity < reference.Least;

        // If a factor already looks like a slip, an amount need not.
        var likely = (missing && isLow) || result.HasSlip ? default : SuspectedSlip.Of(result, reference, likelihood, unit);

        // A fall earns certificates. A missing source explains it, and so does a slip of a unit that brings the plant back near its baseline.
        var isSlip = likelihood == Likelihood.Slip || (isLow && (missing || likely.IsBelieved));
        var why = missing && isLow ? " A source that every plant of the sector has is missing." : likely.Said;
        result.Tell("unusual-intensity", result.Report.Place, $"The intensity of {Slip.Shown(intensity)} {unit} is {Slip.Ratio(intensity / known.TonnesPerUnit)} the plant's own {(result.Row?.BaselineIntensity is null ? "target" : "baseline")} of {known}.{why}", result.Report.WhyUnusual, isSlip, Slip.Shown(intensity));
    }

    private static void Periods(Result result)
    {
        foreach (var source in result.Sources.Concat(result.Flows).Concat(result.Products))
        {
            // Only what is material is reported.
            if (source.Outlier is not { } outlier || !IsMaterial(result, source, outlier))
            {
                continue;
            }

            // What the plant did in those months told it already.
            if (result.Problems.ToList().Any(p => p.Code == "unusual-period" && p.Place.Pointer.StartsWith(source.Place.Pointer + "/", StringComparison.Ordinal)))
            {
                continue;
            }

            if (Replacement.TookAnothersPlace(result, source, outlier))
            {
                continue;
            }

            // Too much of what is paid for withholds only where a unit explains it: the others may be in a smaller one.
            var isPaidFor = source.Stream is not ProductStream && source.Tonnes() >= 0m;
            var isSlip = outlier.Reference.Judge(outlier.Amount) == Likelihood.Slip && !(outlier.IsHigh && isPaidFor && outlier.Undone is not { IsUnit: true });
            var others = outlier.Others == 0 ? "" : $" and as unusual an amount in {outlier.Others} other period{(outlier.Others == 1 ? "" : "s")}";
            var message = $"\"{source.Name}\" has {Slip.Shown(outlier.Amount)} {source.Unit} in {outlier.Period}{others}, {Slip.Ratio(outlier.Amount / outlier.Reference.Most)} what its other periods have for so many days.{outlier.Undone?.Said(outlier.Amount, source.Unit)}";
            result.Tell("unusual-period", source.Place with { Pointer = source.Place.Pointer + "/" + outlier.Period.ToString().Replace("/", "~1") }, message, source.Stream.WhyUnusual, isSlip, Slip.Shown(outlier.Amount));
        }
    }

    private static bool IsMaterial(Result result, CountedSource source, Outlier outlier) =>
        !result.Law.Monitoring.Materiality.TryGet(out var share)
        || (source.Stream is ProductStream product
            ? source.Amount * product.Equivalence * outlier.Share >= share * result.Output.Value
            : Math.Abs(source.Tonnes()) * outlier.Share >= share * result.Emissions.Total.Tonnes);
}

/// <summary>What a report came to, and what it is compared with.</summary>
internal sealed class Result(MonitoringReport report, AssessmentRules law, PlausibilityRules rules, EmissionTotals emissions, Output output, EntityTarget? row, Workings workings, bool partOfYear, Spans? spans = null)
{
    private List<CountedSource>? _sources;
    private List<CountedSource>? _products;
    private List<CountedSource>? _flows;
    private PlantActivities? _activities;

    internal MonitoringReport Report => report;

    internal AssessmentRules Law => law;

    internal PlausibilityRules Rules => rules;

    internal EmissionTotals Emissions => emissions;

    internal ProblemList Problems => workings.Problems;

    internal Output Output => output;

    internal EntityTarget? Row => row;

    /// <summary>By what it is compared with itself: the months that the report is of, if nothing else is said.</summary>
    internal Spans Spans { get; } = spans ?? Spans.Months(report, partOfYear);

    /// <summary>What the plant did in each of them.</summary>
    internal PlantActivities Activities => _activities ??= new PlantActivities(this);

    /// <summary>Whether the year is not over.</summary>
    internal bool IsPartOfYear => partOfYear;

    /// <summary>Where what is computed for comparison notes its steps, which nobody reads.</summary>
    internal Workings Beside { get; } = workings.Beside();

    /// <summary>The sector whose plants this one is compared with, in the ruleset's spelling, so that "CEMENT" and "Iron and steel" are checked like Cement and Iron &amp; steel.</summary>
    internal string Sector { get; } = law.Sectors.Keys.FirstOrDefault(s => Spelling(s) == Spelling(row?.Sector ?? report.Entity.Sector)) ?? report.Entity.Sector;

    /// <summary>The emissions of a unit of product.</summary>
    internal decimal Intensity => emissions.Total.Tonnes / output.Value;

    /// <summary>The plant's own baseline, or else its target, which is slightly lower; in the unit of the product, and null if neither is known.</summary>
    internal EmissionIntensity? Known => (row?.BaselineIntensity ?? row?.Target) is { TonnesPerUnit: > 0m } known && known.Basis == output.Basis ? known : null;

    /// <summary>Its intensity; null if unknown.</summary>
    internal decimal? Baseline => Known?.TonnesPerUnit;

    /// <summary>What the intensity is compared with: the baseline, or from the target up to the highest baseline that a target of this size is usually cut from.</summary>
    internal Reference? Usual => Baseline is not { } least ? null
        : Reference.Of(least, row?.BaselineIntensity is null && rules.Of(PlausibilityRules.Target)?.UnusualBelow is { } cut and > 0m ? least / cut : least, rules.Of(PlausibilityRules.Intensity));

    /// <summary>Whether an input looks like a slip. The plant's identity and the end of its year are not inputs.</summary>
    internal bool HasSlip { get; } = workings.Problems.NeedsReason && workings.Problems.ToList().Any(p => p is { NeedsReason: true, Code: not ("another-plant" or "unusual-target" or "ends-later" or "period-gap") });

    internal List<CountedSource> Sources => _sources ??= SourceList.Of(report, law.Emissions, workings, rules);

    internal List<CountedSource> Products => _products ??= SourceList.Products(report, rules);

    /// <summary>Whether a finding of the code stands already.</summary>
    internal bool HasTold(string code) => workings.Problems.ToList().Any(p => p.Code == code);

    /// <summary>Carbon that enters and leaves by balances.</summary>
    internal List<CountedSource> Flows => _flows ??= SourceList.Flows(report, law.Emissions, rules);

    internal static string Spelling(string sector) =>
        new([.. sector.Split(' ').Where(w => !w.Equals("and", StringComparison.OrdinalIgnoreCase)).SelectMany(w => w).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);

    internal void Tell(string code, SourcePlace place, string message, string? reason, bool needsReason, string? figure = null) =>
        Suspicion.Tell(workings.Problems, code, place, message, reason, needsReason, rules, figure);
}
