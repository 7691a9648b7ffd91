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
/// What looks like a slip in a filing. A pro-forma states the plant's baseline beside its year, so each figure that has no size of its own (a
/// calorific value, a factor, a share, a density) is compared with the plant's own; and so are the result and what it is made of. A slip that stands in
/// both is found by what the ruleset knows: fuels, the grid, densities, oxidation, and the gazetted baseline of the plant.
/// </summary>
internal sealed class FormPlausibility(ProForma form, ProFormaFiling filing, FormEvaluation computed, AssessmentRules law, EntityTarget? target, ProblemList problems)
{
    private static readonly Slip[] Percentages = [new("a percentage for a fraction", 1m / 100m, IsUnit: false), new("a fraction for a percentage", 100m, IsUnit: false)];

    private static readonly Slip[] LakhKilowattHours = [new("kWh", 1m / 100_000m), new("MWh", 1m / 100m), new("crore kWh", 100m), new("thousand lakh kWh", 1000m)];

    private static readonly Slip[] Digits = [new("a digit too many", 1m / 10m, IsUnit: false), new("a digit too few", 10m, IsUnit: false)];

    private static readonly Slip[] GridFactors = [.. KnownSlips.Electricity, .. Digits];

    private readonly PlausibilityRules? _rules = law.Monitoring.Plausibility;

    // What the ruleset knows is looked up once, and not for each of the thousand fields.
    private readonly Lazy<List<decimal>> _calorificValues = new(() => CalorificValues(law.Emissions));
    private readonly HashSet<int> _told = [];

    internal void Check(ProFormaTotals baseline, ProFormaTotals current)
    {
        if (_rules is null)
        {
            return;
        }

        for (var field = 0; field < form.Fields.Count; field++)
        {
            if (form.Fields[field].Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default)
            {
                Figure(field);
                Known(field);
            }
        }

        Result(baseline, current);
    }

    private void Figure(int field)
    {
        switch (form.PlainUnit(field))
        {
            case "kcal/kg" when Says(field, "calorific"):
                Look(field, () => Middle(_calorificValues.Value), KnownSlips.PerKilogramInKilocalories);
                break;
            case "kcal/kwh" or "kcal/kgclinker" or "kcal/kgofcli" or "kcal/kgggbs":
                Look(field, () => null, KnownSlips.PerKilogramInKilocalories);
                break;
            case "tco2/mwh" or "tco2eq/mwh":
                Look(field, GridFactor, GridFactors);
                break;
            case "kwh/tonneclinker" or "kwh/tonnecement" or "kwh/tonneggbs":
                Look(field, () => null, Digits);
                break;
            case "kg/ltr" or "kg/l":
                Look(field, () => Middle(_rules!.LiquidDensities.Values), KnownSlips.Density);
                break;
            case "fraction" or "%" or "[%]":
                Look(field, () => null, Percentages);
                break;
            case "tonne" or "tonnes" or "millionkg":
                Amount(field, AmountSlips.Of("t"));
                break;
            case "lakhkwh":
                Amount(field, LakhKilowattHours);
                break;
            case "kilolitre":
                Amount(field, AmountSlips.Of("kl"));
                break;
            case "millionscm":
                Amount(field, AmountSlips.Of("Sm3"));
                break;
        }
    }

    /// <summary>An amount that is its own baseline again once the slip of a unit is undone, as a stream that states its previous year is.</summary>
    private void Amount(int field, Slip[] slips)
    {
        if (Stated(field) is not (> 0m and <= AmountCheck.Largest and var value) || Number(field, ProFormaColumn.Baseline) is not (<= AmountCheck.Largest and var own))
        {
            return;
        }

        if (_rules!.Of(PlausibilityRules.UndoneSlip)?.WithheldAbove is { } least && Apart(value, own) >= least / 2m
            && Reference.Of(own, _rules.Of(PlausibilityRules.PreviousYear))?.Find(value, slips.Where(s => Slip.Far(s.Times) >= least)) is { } slip)
        {
            Differs(field, value, own, slip, needsReason: true);
            return;
        }

        Digit(field, value, own);
    }

    /// <summary>A figure that is its own baseline ten times or a tenth: an amount may have changed so much, so it is reported and withholds nothing.</summary>
    private void Digit(int field, decimal value, decimal own)
    {
        if (_rules!.Of(PlausibilityRules.FormDigit)?.UnusualAbove is { } near && Apart(Apart(value, own), 10m) <= near)
        {
            Differs(field, value, own, Digits[value > own ? 0 : 1], needsReason: false);
        }
    }

    private void Differs(int field, decimal value, decimal own, Slip slip, bool needsReason)
    {
        var (key, label, unit) = (form.Fields[field].Key, form.Fields[field].Label, form.Fields[field].Unit);
        Tell("unusual-figure", filing.PlaceOf(field, ProFormaColumn.Current), $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit}, and {Slip.Shown(own)} in the plant's baseline.{slip.Said(value, unit)}", needsReason, key);
    }

    private void Look(int field, Func<decimal?> otherwise, IReadOnlyList<Slip> slips)
    {
        if (Stated(field) is not (> 0m and <= AmountCheck.Largest and var value) || (Number(field, ProFormaColumn.Baseline) ?? otherwise()) is not (> 0m and var reference) || _rules!.Of(PlausibilityRules.FormFigure) is not { UnusualAbove: { } near } range || Apart(value, reference) <= near)
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

    /// <summary>A figure of the baseline, and one of the year that is as the baseline has it, against what the ruleset knows of such figures.</summary>
    private void Known(int field)
    {
        var (reference, slips) = form.PlainUnit(field) switch
        {
            "kcal/kg" when Says(field, "calorific") => (CalorificSpan, KnownSlips.PerKilogramInKilocalories),
            "tco2/mwh" or "tco2eq/mwh" when Says(field, "grid") => (Reference.Of(GridFactor(), _rules!.Of(PlausibilityRules.GridFactor)), KnownSlips.Electricity),
            "kg/ltr" or "kg/l" => (DensitySpan, KnownSlips.Density),
            "%" or "[%]" when Says(field, "oxidation") => (Oxidation(100m), Percentages),
            "fraction" when Says(field, "oxidation") => (Oxidation(1m), Percentages),
            _ => (null, []),
        };
        if (reference is not { } known)
        {
            return;
        }

        foreach (var column in new[] { ProFormaColumn.Baseline, ProFormaColumn.Current })
        {
            if ((column == ProFormaColumn.Current && _told.Contains(field)) || Number(field, column) is not (<= AmountCheck.Largest and var value) || known.Judge(value) is var likelihood && likelihood == Likelihood.Usual)
            {
                continue;
            }

            var slip = known.Find(value, slips);
            if (likelihood == Likelihood.Slip || slip is { IsFar: true })
            {
                var (key, label, unit) = (form.Fields[field].Key, form.Fields[field].Label, form.Fields[field].Unit);
                var (years, place) = column == ProFormaColumn.Baseline ? ("in the baseline years", filing.PlaceOf(field, ProFormaColumn.Year1)) : ("in the current year", filing.PlaceOf(field, column));
                Tell("unusual-figure", place, $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit} {years}; the ruleset knows {known.Said(unit)}.{slip?.Said(value, unit)}", needsReason: true, key);
            }
        }
    }

    private Reference? CalorificSpan => field ??= Among(_calorificValues.Value.Concat(_rules!.CalorificValues.Values.SelectMany(s => new[] { s.Least, s.Most }).Select(v => v * KnownSlips.KilocaloriesPerKilogram)));

    private Reference? DensitySpan => field ??= Among(_rules!.LiquidDensities.Values);

    private Reference? Among(IEnumerable<decimal> values) => values.ToList() is { Count: > 0 } all ? Reference.Of(all.Min(), all.Max(), _rules!.Of(PlausibilityRules.KnownSpan)) : null;

    private Reference? Oxidation(decimal whole) => Reference.Of(law.Emissions.DefaultOxidationFactor.TryGet(out var all) ? all * whole : null, _rules!.Of(PlausibilityRules.Oxidation));

    /// <summary>The form's own baseline against the gazetted one: what was typed wrong in every year moves both years alike, and only the schedule shows it.</summary>
    private void Gazetted(EmissionIntensity own)
    {
        if (target?.BaselineIntensity is { } gazetted && gazetted.Basis == own.Basis && Reference.Of(gazetted.TonnesPerUnit, _rules!.Of(PlausibilityRules.FormBaseline)) is { } reference && reference.Judge(own.TonnesPerUnit) is not Likelihood.Usual and var likelihood)
        {
            Tell("unusual-baseline", filing.Place, $"The baseline of the form, {Shown(own)}, is {Slip.Shown(own.TonnesPerUnit / gazetted.TonnesPerUnit * 100m)} % of the gazetted baseline of {gazetted}: look for what is wrong in the baseline years and in the current year alike.", likelihood == Likelihood.Slip, Slip.Shown(own.TonnesPerUnit));
        }
    }

    private void Result(ProFormaTotals baseline, ProFormaTotals current)
    {
        // Certificates for every tonne below nothing: what is sold or deducted is in a unit too large, in both years where the baseline is negative too.
        if (current.Total.Tonnes < 0m || baseline.Total.Tonnes < 0m)
        {
            Tell("negative-total", filing.Place, $"More is deducted than emitted: the total is {Slip.Shown(current.Total.Tonnes)} t CO2e, and {Slip.Shown(baseline.Total.Tonnes)} in the baseline. Look at the units of power and clinker sold.", needsReason: true);
        }

        if (baseline.Intensity is not { TonnesPerUnit: > 0m } was || current.Intensity is not { } now)
        {
            return;
        }

        Gazetted(was);
        var falls = now.TonnesPerUnit < was.TonnesPerUnit;
        Missing("no-process-emissions", "no process emissions", baseline.Process.Tonnes, current.Process.Tonnes, falls);
        Missing("no-fuel", "no direct emissions beside the process", baseline.Direct.Tonnes - baseline.Process.Tonnes, current.Direct.Tonnes - current.Process.Tonnes, falls);
        foreach (var source in new[] { "purchased", "generation" })
        {
            Missing("no-electricity", $"no electricity ({source})", Electricity(source, f => Number(f, ProFormaColumn.Baseline)), Electricity(source, Stated), falls, "lakh kWh");
        }

        if (Reference.Of(was.TonnesPerUnit, _rules!.Of(PlausibilityRules.Intensity)) is { } intensity && intensity.Judge(now.TonnesPerUnit) is not Likelihood.Usual and var likelihood)
        {
            var amount = Changed() ?? (falls ? Process(baseline, current) : null);
            Tell("unusual-intensity", filing.Place, $"The intensity of {Shown(now)} is {Slip.Shown(now.TonnesPerUnit / was.TonnesPerUnit * 100m)} % of that of the form's own baseline, {Shown(was)}.{amount}", likelihood == Likelihood.Slip || amount is not null, Slip.Shown(now.TonnesPerUnit));
        }

        if (Reference.Of(baseline.Product.Value, _rules!.Of(PlausibilityRules.Production)) is { } production && production.Judge(current.Product.Value) is not Likelihood.Usual and var much)
        {
            Tell("unusual-production", filing.Place, $"The equivalent product of {Slip.Shown(current.Product.Value)} is {Slip.Shown(current.Product.Value / baseline.Product.Value * 100m)} % of that of the form's own baseline, {Slip.Shown(baseline.Product.Value)}.{Changed()}", much == Likelihood.Slip, Slip.Shown(current.Product.Value));
        }
    }

    /// <summary>Lime burnt for each tonne of product, where it fell so far that no other clinker factor makes up for it; empty where it did not.</summary>
    private string? Process(ProFormaTotals baseline, ProFormaTotals current)
    {
        var (was, now) = (baseline.Process.Tonnes / baseline.Product.Value, current.Product.Value > 0m ? current.Process.Tonnes / current.Product.Value : 0m);
        return was > 0m && now < was * _rules!.Of(PlausibilityRules.FormProcess)?.WithheldBelow
            ? $" The process gives off {Slip.Shown(now)} t CO2 for each tonne of product, and {Slip.Shown(was)} in the baseline: look at the clinker and the product."
            : null;
    }

    private void Missing(string code, string what, decimal was, decimal now, bool falls, string unit = "t CO2e")
    {
        if (was > 0m && now == 0m)
        {
            Tell(code, filing.Place, $"The current year has {what}, and the baseline has {Slip.Shown(was)} {unit}.", falls);
        }
    }

    /// <summary>Electricity of a kind of source, in the unit of the form.</summary>
    private decimal Electricity(string source, Func<int, decimal?> of) => Enumerable.Range(0, form.Fields.Count)
        .Where(f => form.Fields[f].Kind == ProFormaFieldKind.Input && form.PlainUnit(f) == "lakhkwh" && Says(f, source))
        .Sum(f => of(f) ?? 0m);

    /// <summary>The amount that differs most from its own baseline, so many times that it is what made a result unusual; empty where none does.</summary>
    private string? Changed()
    {
        var most = (Times: _rules!.Of(PlausibilityRules.FormSlip)?.WithheldAbove ?? decimal.MaxValue, Field: -1, Value: 0m, Own: 0m);
        for (var field = 0; field < form.Fields.Count; field++)
        {
            if (form.Fields[field].Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default && Stated(field) is > 0m and var value
                && Number(field, ProFormaColumn.Baseline) is > 0m and var own && Apart(value, own) > most.Times)
            {
                most = (Apart(value, own), field, value, own);
            }
        }

        return most.Field < 0 ? null : $" {form.Fields[most.Field].Key} ({ShownText.Short(form.Fields[most.Field].Label)}) is {Slip.Shown(most.Value)} {form.Fields[most.Field].Unit}, and {Slip.Shown(most.Own)} in the baseline: look at its unit.";
    }

    /// <summary>In kcal/kg, from the least to the most.</summary>
    private static List<decimal> CalorificValues(EmissionRules emissions) =>
        [.. emissions.Fuels.Values.Select(f => f.IpccNetCalorificValue?.GigajoulesPerTonne).OfType<decimal>().Where(v => v > 10m).Select(v => v * KnownSlips.KilocaloriesPerKilogram).OrderBy(v => v)];

    private decimal? GridFactor() =>
        law.Emissions.FrozenGridFactor.TryGet(out var factor) || law.Emissions.GridFactorReading.TryGet(out factor) ? factor.TonnesPerMegawattHour : null;

    private decimal? Stated(int field) => filing.Stated(field, ProFormaColumn.Current) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) ? value : null;

    private decimal? Number(int field, ProFormaColumn column) =>
        computed.Cell(field, column) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) && value > 0m ? value : null;

    private bool Says(int field, string word) => form.Fields[field].Label.AsSpan().IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    /// <param name="code">The code of the finding.</param>
    /// <param name="place">Where it stands.</param>
    /// <param name="message">What is said.</param>
    /// <param name="needsReason">Whether it withholds.</param>
    /// <param name="figure">The field, or what the result came to: what a reason names beside the code.</param>
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
