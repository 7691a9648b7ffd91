using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// Finds what looks like a slip in a filing. A pro-forma states the plant's baseline beside its year, so each intensive figure (a
/// calorific value, a factor, a share, a density) is compared with the plant's own, and so are the result and its components. A slip that is in
/// both is found by comparison with the ruleset: fuels, the grid, densities, oxidation, and the gazetted baseline of the plant.
/// </summary>
internal sealed partial class FormPlausibility(ProForma form, ProFormaFiling filing, FormEvaluation computed, AssessmentRules law, EntityTarget? target, ProblemList problems)
{
    private static readonly Slip[] Percentages = [new("a percentage for a fraction", 1m / 100m, IsUnit: false), new("a fraction for a percentage", 100m, IsUnit: false)];

    private static readonly Slip[] LakhKilowattHours = [new("kWh", 1m / 100_000m), new("MWh", 1m / 100m), new("crore kWh", 100m), new("thousand lakh kWh", 1000m)];

    private static readonly Slip[] Digits = [new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];

    private static readonly Slip[] AllDigits = [.. Digits, new("two digits too many", 1m / 100m, IsUnit: false), new("two digits too few", 100m, IsUnit: false)];

    private static readonly Slip[] GridFactors = [.. KnownSlips.Electricity, .. Digits];

    private readonly PlausibilityRules? _rules = law.Monitoring.Plausibility;

    // Looked up in the ruleset once, not for each of the thousand fields.
    private Reference? _calorificSpan;
    private Reference? _densitySpan;
    private readonly HashSet<int> _told = [];

    internal void Check(ProFormaTotals baseline, ProFormaTotals current)
    {
        if (_rules is null)
        {
            return;
        }

        for (var field = 0; field < form.Fields.Count; field++)
        {
            if (form.KindOf(field) != FigureKind.None)
            {
                Figure(field);
                Known(field);
            }
        }

        Result(baseline, current);
    }

    private void Figure(int field)
    {
        switch (form.KindOf(field))
        {
            case FigureKind.CalorificValue or FigureKind.SpecificHeat:
                Look(field, KnownSlips.PerKilogramInKilocalories);
                break;
            case FigureKind.GridFactor or FigureKind.PowerFactor:
                Look(field, GridFactors);
                break;
            case FigureKind.SpecificPower:
                Look(field, Digits);
                break;
            case FigureKind.Density:
                Look(field, KnownSlips.Density);
                break;
            case FigureKind.OxidationPercentage or FigureKind.OxidationFraction or FigureKind.Share:
                Look(field, Percentages);
                break;
            case FigureKind.Tonnes:
                Amount(field, "t");
                break;
            case FigureKind.Electricity:
                Amount(field, "");
                break;
            case FigureKind.Kilolitres:
                Amount(field, "kl");
                break;
            case FigureKind.GasVolume:
                Amount(field, "Sm3");
                break;
        }
    }

    /// <summary>Finds an amount that equals its own baseline once a unit slip is undone, as for a stream that states its previous year.</summary>
    /// <param name="field">The field.</param>
    /// <param name="unit">Its unit; empty for lakh kWh.</param>
    private void Amount(int field, string unit)
    {
        if (Stated(field) is not (> 0m and <= AmountCheck.Largest and var value) || Number(field, ProFormaColumn.Baseline) is not (<= AmountCheck.Largest and var own))
        {
            return;
        }

        if (_rules!.Of(PlausibilityRules.UndoneSlip)?.WithheldAbove is { } least && Apart(value, own) >= least / 2m
            && Reference.Of(own, _rules.Of(PlausibilityRules.PreviousYear))?.Find(value, (unit.Length == 0 ? LakhKilowattHours : AmountSlips.Of(unit)).Where(s => Slip.Far(s.Times) >= least)) is { } slip)
        {
            Differs(field, value, own, slip, needsReason: true);
            return;
        }

        Digit(field, value, own);
    }

    /// <summary>Finds a figure that is about 10 or 100 times its own baseline, or that fraction of it. An amount may really change that much, so the finding withholds nothing.</summary>
    private void Digit(int field, decimal value, decimal own)
    {
        if (Apart(value, own) is > 5m and var times && _rules!.Of(PlausibilityRules.FormDigit)?.UnusualAbove is { } near && AllDigits.Where(s => Apart(Slip.Far(s.Times), times) <= near && s.Times < 1m == value > own).Select(s => (Slip?)s).FirstOrDefault() is { } slip)
        {
            Differs(field, value, own, slip, needsReason: false);
        }
    }

    private void Differs(int field, decimal value, decimal own, Slip slip, bool needsReason)
    {
        var (key, label, unit) = (form.Fields[field].Key, form.Fields[field].Label, form.Fields[field].Unit);
        Tell("unusual-figure", filing.PlaceOf(field, ProFormaColumn.Current), $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit}, and {Slip.Shown(own)} in the plant's baseline.{slip.Said(value, unit)}", needsReason, key);
    }

    private void Look(int field, IReadOnlyList<Slip> slips)
    {
        if (Stated(field) is not (> 0m and <= AmountCheck.Largest and var value) || (Number(field, ProFormaColumn.Baseline) ?? Usual(field)) is not (> 0m and var reference) || _rules!.Of(PlausibilityRules.FormFigure) is not { UnusualAbove: { } near } range || Apart(value, reference) <= near)
        {
            return;
        }

        var slip = slips.Where(s => Apart(value * s.Times, reference) <= _rules.Of(PlausibilityRules.FormSlip)?.UnusualAbove).Select(s => (Slip?)s).FirstOrDefault();
        if (slip is not null || Apart(value, reference) > range.WithheldAbove)
        {
            var (key, label, unit) = (form.Fields[field].Key, form.Fields[field].Label, form.Fields[field].Unit);
            _told.Add(field);
            Tell("unusual-figure", filing.PlaceOf(field, ProFormaColumn.Current), $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit}".TrimEnd() + $"; the plant's baseline or the ruleset has {Slip.Shown(reference)}.{slip?.Said(value, unit)}", needsReason: true, key);
        }
        else if (Number(field, ProFormaColumn.Baseline) is { } own)
        {
            Digit(field, value, own);
        }
    }

    /// <summary>Compares a baseline figure, and a current figure that agrees with it, with the ruleset's values for such figures.</summary>
    private void Known(int field)
    {
        if (form.KindOf(field) is not (FigureKind.CalorificValue or FigureKind.GridFactor or FigureKind.Density or FigureKind.OxidationPercentage or FigureKind.OxidationFraction))
        {
            return;
        }

        Known(field, ProFormaColumn.Baseline);
        if (!_told.Contains(field))
        {
            Known(field, ProFormaColumn.Current);
        }
    }

    /// <summary>Compares one column with the ruleset's values. An unusual figure that is no slip is reported, but withholds nothing.</summary>
    private void Known(int field, ProFormaColumn column)
    {
        if (Number(field, column) is not (<= AmountCheck.Largest and var value))
        {
            return;
        }

        var (reference, slips) = form.KindOf(field) switch
        {
            FigureKind.CalorificValue => (_calorificSpan ??= CalorificSpan(), KnownSlips.PerKilogramInKilocalories),
            FigureKind.GridFactor => (Reference.Of(GridFactor(), _rules!.Of(PlausibilityRules.GridFactor)), KnownSlips.Electricity),
            FigureKind.Density => (_densitySpan ??= Among(_rules!.LiquidDensities.Values), KnownSlips.Density),

            // A percentage such as 85 is compared with 100, a fraction with 1.
            FigureKind.OxidationPercentage => (Oxidation(100m), value <= 1m ? Percentages : []),
            _ => (Oxidation(1m), value > 1m ? Percentages : []),
        };
        if (reference is not { } known || known.Judge(value) is var likelihood && likelihood == Likelihood.Usual)
        {
            return;
        }

        var (key, label, unit) = (form.Fields[field].Key, form.Fields[field].Label, form.Fields[field].Unit);
        var (years, place) = column == ProFormaColumn.Baseline ? ("in the baseline years", filing.PlaceOf(field, ProFormaColumn.Year1)) : ("in the current year", filing.PlaceOf(field, column));
        var slip = known.Find(value, slips);
        Tell("unusual-figure", place, $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit} {years}; the ruleset knows {known.Said(unit)}.{slip?.Said(value, unit)}", likelihood == Likelihood.Slip || slip is { IsFar: true }, key);
    }

    private Reference? CalorificSpan() => Among(CalorificValues().Concat(_rules!.CalorificValues.Values.SelectMany(s => new[] { s.Least, s.Most }).Select(v => v * KnownSlips.KilocaloriesPerKilogram)));

    private Reference? Among(IEnumerable<decimal> values)
    {
        decimal? least = null, most = null;
        foreach (var value in values)
        {
            (least, most) = (value > least ? least : value, value < most ? most : value);
        }

        return Reference.Of(least, most, _rules!.Of(PlausibilityRules.KnownSpan));
    }

    private Reference? Oxidation(decimal whole) => Reference.Of(law.Emissions.DefaultOxidationFactor.TryGet(out var all) ? all * whole : null, _rules!.Of(PlausibilityRules.Oxidation));

    /// <summary>In kcal/kg.</summary>
    private IEnumerable<decimal> CalorificValues() =>
        law.Emissions.Fuels.Values.Select(f => f.IpccNetCalorificValue?.GigajoulesPerTonne).OfType<decimal>().Where(v => v > 10m).Select(v => v * KnownSlips.KilocaloriesPerKilogram);

    /// <summary>The value that a figure is compared with where the plant has no baseline for it; null for none.</summary>
    private decimal? Usual(int field) => form.KindOf(field) switch
    {
        FigureKind.CalorificValue => Middle(CalorificValues()),
        FigureKind.GridFactor or FigureKind.PowerFactor => GridFactor(),
        FigureKind.Density => Middle(_rules!.LiquidDensities.Values),
        _ => null,
    };

    private decimal? GridFactor() =>
        law.Emissions.FrozenGridFactor.TryGet(out var factor) || law.Emissions.GridFactorReading.TryGet(out factor) ? factor.TonnesPerMegawattHour : null;

    private decimal? Stated(int field) => filing.Stated(field, ProFormaColumn.Current) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) ? value : null;

    private decimal? Number(int field, ProFormaColumn column) =>
        computed.Cell(field, column) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) && value > 0m ? value : null;

    /// <param name="code">The code of the finding.</param>
    /// <param name="place">Its place in the input.</param>
    /// <param name="message">The message.</param>
    /// <param name="needsReason">Whether it withholds the certificates until a reason is given.</param>
    /// <param name="figure">The field or the result that a reason must name beside the code.</param>
    private void Tell(string code, SourcePlace place, string message, bool needsReason, string? figure = null) =>
        Suspicion.Tell(problems, code, place, message, filing.WhyUnusual, needsReason, _rules!, figure);

    private static string Shown(EmissionIntensity intensity) => Slip.Shown(intensity.TonnesPerUnit) + " " + EmissionIntensity.UnitOf(intensity.Basis);

    private static decimal? Middle(IEnumerable<decimal> values)
    {
        var ordered = values.OrderBy(v => v).ToList();
        return ordered.Count == 0 ? null : ordered[ordered.Count / 2];
    }

    private static decimal Apart(decimal one, decimal other) => one >= other ? one / other : other / one;
}
