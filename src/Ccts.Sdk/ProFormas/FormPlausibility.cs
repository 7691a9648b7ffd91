using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.Sdk.ProFormas;

/// <summary>
/// What looks like a slip in a filing. A pro-forma states the plant's baseline beside its year, so each figure that has no size of its own (a
/// calorific value, a factor, a share, a density) is compared with the plant's own; and so are the result and what it is made of.
/// </summary>
internal sealed class FormPlausibility(ProForma form, ProFormaFiling filing, FormEvaluation computed, AssessmentRules law, ProblemList problems)
{
    private static readonly Slip[] Percentages = [new("a percentage for a fraction", 1m / 100m, IsUnit: false), new("a fraction for a percentage", 100m, IsUnit: false)];

    private readonly PlausibilityRules? _rules = law.Monitoring.Plausibility;

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
            }
        }

        Result(baseline, current);
    }

    private void Figure(int field)
    {
        switch (form.PlainUnit(field))
        {
            case "kcal/kg" when Says(field, "calorific"):
                Look(field, () => Middle(CalorificValues()), KnownSlips.PerKilogramInKilocalories);
                break;
            case "kcal/kwh" or "kcal/kgclinker" or "kcal/kgofcli":
                Look(field, () => null, KnownSlips.PerKilogramInKilocalories);
                break;
            case "tco2/mwh" or "tco2eq/mwh":
                Look(field, GridFactor, KnownSlips.Electricity);
                break;
            case "kg/ltr" or "kg/l":
                Look(field, () => Middle(_rules!.LiquidDensities.Values), KnownSlips.Density);
                break;
            case "fraction" or "%" or "[%]":
                Look(field, () => null, Percentages);
                break;
        }
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
            Tell("unusual-figure", filing.PlaceOf(field, ProFormaColumn.Current), $"{key} ({ShownText.Short(label)}) is {Slip.Shown(value)} {unit}".TrimEnd() + $"; the plant's baseline or the ruleset has {Slip.Shown(reference)}.{slip?.Said(value, unit)}", needsReason: true);
        }
    }

    private void Result(ProFormaTotals baseline, ProFormaTotals current)
    {
        if (baseline.Intensity is not { TonnesPerUnit: > 0m } was || current.Intensity is not { } now)
        {
            return;
        }

        var falls = now.TonnesPerUnit < was.TonnesPerUnit;
        Missing("no-process-emissions", "no process emissions", baseline.Process.Tonnes, current.Process.Tonnes, falls);
        Missing("no-fuel", "no direct emissions beside the process", baseline.Direct.Tonnes - baseline.Process.Tonnes, current.Direct.Tonnes - current.Process.Tonnes, falls);
        foreach (var source in new[] { "purchased", "generation" })
        {
            Missing("no-electricity", $"no electricity ({source})", Electricity(source, f => Number(f, ProFormaColumn.Baseline)), Electricity(source, Stated), falls, "lakh kWh");
        }

        if (Reference.Of(was.TonnesPerUnit, _rules!.Of(PlausibilityRules.Intensity)) is { } intensity && intensity.Judge(now.TonnesPerUnit) is not Likelihood.Usual and var likelihood)
        {
            var amount = Changed();
            Tell("unusual-intensity", filing.Place, $"The intensity of {Slip.Shown(now.TonnesPerUnit)} t CO2e is {Slip.Shown(now.TonnesPerUnit / was.TonnesPerUnit * 100m)} % of that of the form's own baseline, {Slip.Shown(was.TonnesPerUnit)}.{amount}", likelihood == Likelihood.Slip || amount is not null);
        }

        if (Reference.Of(baseline.Product.Value, _rules!.Of(PlausibilityRules.Production)) is { } production && production.Judge(current.Product.Value) is not Likelihood.Usual and var much)
        {
            Tell("unusual-production", filing.Place, $"The equivalent product of {Slip.Shown(current.Product.Value)} is {Slip.Shown(current.Product.Value / baseline.Product.Value * 100m)} % of that of the form's own baseline, {Slip.Shown(baseline.Product.Value)}.{Changed()}", much == Likelihood.Slip);
        }
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

    private IEnumerable<decimal> CalorificValues() =>
        law.Emissions.Fuels.Values.Select(f => f.IpccNetCalorificValue?.GigajoulesPerTonne).OfType<decimal>().Where(v => v > 10m).Select(v => v * KnownSlips.KilocaloriesPerKilogram);

    private decimal? GridFactor() =>
        law.Emissions.FrozenGridFactor.TryGet(out var factor) || law.Emissions.GridFactorReading.TryGet(out factor) ? factor.TonnesPerMegawattHour : null;

    private decimal? Stated(int field) => filing.Stated(field, ProFormaColumn.Current) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) ? value : null;

    private decimal? Number(int field, ProFormaColumn column) =>
        computed.Cell(field, column) is { Kind: CellKind.Number } cell && cell.Number.TryToDecimal(out var value) && value > 0m ? value : null;

    private bool Says(int field, string word) => form.Fields[field].Label.AsSpan().IndexOf(word.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    private void Tell(string code, SourcePlace place, string message, bool needsReason) =>
        Suspicion.Tell(problems, code, place, message, filing.WhyUnusual, needsReason, _rules!);

    private static decimal? Middle(IEnumerable<decimal> values)
    {
        var ordered = values.OrderBy(v => v).ToList();
        return ordered.Count == 0 ? null : ordered[ordered.Count / 2];
    }

    private static decimal Apart(decimal one, decimal other) => one >= other ? one / other : other / one;
}
