using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Plans;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary><c>ccts form</c>: BEE's forms of a compliance year, filled from a report or a pro-forma.</summary>
internal static class FormCommand
{
    private static readonly Dictionary<string, string> Nothing = [];

    internal static Command Create() => new("form", "Fill BEE's Forms E2, A, B, C and D and the GHG emission report, and check one that was filed.")
    {
        E2(),
        OfBasis("a", "Form A, Performance Assessment Document.", ComplianceForms.A),
        OfBasis("b", "Form B, Certificate of Verification.", ComplianceForms.B),
        OfBasis("c", "Form C, Certificate of Check-Verification.", ComplianceForms.C),
        D(),
        Ghg(),
        FormCheckCommand.Create(),
    };

    private static Command E2()
    {
        var form = new FormOptions("e2", "Form E2, Energy and Emission.");
        var previous = new PreviousReport(form);
        return form.Fills(parsed => E2(form, previous, parsed, form.Stated(parsed)));
    }

    internal static FormDocument E2(FormSource form, PreviousReport previous, ParseResult parsed, IReadOnlyDictionary<string, string> stated)
    {
        var before = previous.Read(parsed, (report, assessment) => EnergyForm.Make(report, assessment, Nothing));
        if (form.IsProForma(parsed))
        {
            return EnergyForm.Make(form.ProForma(parsed), stated, before);
        }

        var current = form.Report(parsed);
        return EnergyForm.Make(current, form.Assess(parsed, current), stated, before);
    }

    private static Command OfBasis(string id, string description, Func<FormBasis, IReadOnlyDictionary<string, string>, FormDocument> fill)
    {
        var form = new FormOptions(id, description);
        return form.Fills(parsed => fill(form.Basis(parsed), form.Stated(parsed)));
    }

    private static Command D()
    {
        var form = new FormOptions("d", "Form D, compliance with the intensity target.");
        var ledger = (new LedgerOfYear(form.Command), new LedgerDay(form.Command));
        return form.Fills(parsed => D(form, ledger, parsed, form.Stated(parsed)));
    }

    internal static FormDocument D(FormSource form, (LedgerOfYear Ledger, LedgerDay On) of, ParseResult parsed, IReadOnlyDictionary<string, string> stated)
    {
        var basis = form.Basis(parsed);
        var on = of.On.Of(parsed, basis.Year);
        var holdings = of.Ledger.Whole(parsed, on) is var (view, entries, _) ? VintageHolding.Of(view, entries, basis.Year) : on is null ? null : throw Bad("--on is the day on which the ledger is looked at.", "--journal and --account too");
        return ComplianceForms.D(basis, stated, holdings, FirstYear(form.Rulesets.Catalog(parsed).Rulesets, basis.Year), on);
    }

    private static Command Ghg()
    {
        var form = new FormOptions("ghg", "GHG emission report (DPCM s.5(22)).", takesProForma: false);
        var plan = new Option<string[]>("--plan") { Description = "The monitoring plan that was followed (JSON); given once for each version that was followed in the year." };
        form.Command.Options.Add(plan);
        return form.Fills(parsed =>
        {
            var report = form.Report(parsed);
            return EmissionReport.Make(report, form.Assess(parsed, report), form.Stated(parsed), [.. (parsed.GetValue(plan) ?? []).Select(PlanInput.Read)]);
        });
    }

    // The first year of the trajectory is the first with a ruleset to comply with; a host's own ruleset may begin earlier.
    private static ComplianceYear FirstYear(IEnumerable<Ruleset> rulesets, ComplianceYear year) =>
        rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear).Select(r => r.Year).Append(year).Min();
}
