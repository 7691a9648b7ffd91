using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <content>Compares the result and its components with the plant's baseline.</content>
internal sealed partial class FormPlausibility
{
    /// <summary>Compares the form's own baseline with the gazetted one. A mistake in every year moves baseline and current year alike, so only the schedule reveals it.</summary>
    private void Gazetted(EmissionIntensity own)
    {
        if (target?.BaselineIntensity is { } gazetted && gazetted.Basis == own.Basis && Reference.Of(gazetted.TonnesPerUnit, _rules!.Of(PlausibilityRules.FormBaseline)) is { } reference && reference.Judge(own.TonnesPerUnit) is not Likelihood.Usual and var likelihood)
        {
            Tell("unusual-baseline", filing.Place, $"The baseline of the form, {Shown(own)}, is {Slip.Shown(own.TonnesPerUnit / gazetted.TonnesPerUnit * 100m)} % of the gazetted baseline of {gazetted}: look for what is wrong in the baseline years and in the current year alike.", likelihood == Likelihood.Slip, Slip.Shown(own.TonnesPerUnit));
        }
    }

    private void Result(ProFormaTotals baseline, ProFormaTotals current)
    {
        // A negative total would earn certificates for each tonne below zero. Sales or deductions are in too large a unit, in both years where the baseline is negative too.
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
        Missing("no-electricity", "no electricity (purchased)", form.PowerBought.Sum(Own), form.PowerBought.Sum(Stated) ?? 0m, falls, "lakh kWh");
        Missing("no-electricity", "no electricity (generation)", form.PowerMade.Sum(Own), form.PowerMade.Sum(Stated) ?? 0m, falls, "lakh kWh");

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

    /// <summary>Process emissions for each tonne of product, where they fell further than any other clinker factor explains; null where they did not.</summary>
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

    private decimal Own(int field) => Number(field, ProFormaColumn.Baseline) ?? 0m;

    /// <summary>The amount that differs most from its own baseline, by a factor large enough to explain an unusual result; null where there is none.</summary>
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
}
