using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks who reports and for which year.</summary>
internal static class EntityCheck
{
    internal static void Check(ReportCheck check)
    {
        var (report, rules, problems) = (check.Report, check.Rules, check.Problems);
        if (report.Year != rules.Year)
        {
            problems.Error("wrong-year", report.Place, $"The report is for {report.Year}, the rules are for {rules.Year}.", $"rules of {report.Year}");
        }

        if (report.Entity.Registration is { IsKnownSector: false } registration)
        {
            problems.Add(new Problem("unknown-sector-code", Severity.Info, $"The sector code of {registration} was not seen in any schedule read so far.", report.Place));
        }

        if (!rules.Sectors.ContainsKey(report.Entity.Sector))
        {
            UnknownSector(check);
        }

        if (report.OwnTarget is { } own)
        {
            Own(report, own, problems);
            Against(check);
        }

        if (check.Plausible is { } plausible)
        {
            PlantIdentity.Check(report.Entity, rules, plausible, report.Place, report.WhyUnusual, problems);
            if (report.TargetRow is { } asked && rules.TargetsOnRequest.TryGetValue(asked, out var row))
            {
                PlantIdentity.OfRow(report.Entity, row, plausible, report.Place, report.WhyUnusual, problems);
            }
        }

        if (report.TargetRow is { } key && !rules.TargetsOnRequest.ContainsKey(key))
        {
            problems.Error("unknown-target-row", report.Place, $"\"{ShownText.Short(key)}\" is no draft or superseded row of {rules.Ruleset.Id} that gives a target.", hint: Nearest.Hint(key, rules.TargetsOnRequest.Keys));
        }
    }

    /// <summary>The checks of a sector's plants do not run for an unknown sector, so a misspelt one would escape them. A plant of no sector of the ruleset has no target; with one of its own it says why.</summary>
    private static void UnknownSector(ReportCheck check)
    {
        var (entity, rules) = (check.Report.Entity, check.Rules);
        var hint = Nearest.Hint(entity.Sector, rules.Sectors.Keys);
        var said = $"\"{ShownText.Short(entity.Sector)}\" is not a sector of {rules.Ruleset.Id}, so the unit of its product cannot be checked";
        var isKnown = (entity.Registration is { } number && rules.Targets.ContainsKey(number.Text)) || rules.Sectors.Keys.Any(s => Result.Spelling(s) == Result.Spelling(entity.Sector));
        var mend = hint ?? $"The sectors are {string.Join(", ", rules.Sectors.Keys)}.";
        if (isKnown || check.Plausible is not { } plausible || (hint is null && check.Baseline is null))
        {
            check.Problems.Add(new Problem("unknown-sector", Severity.Warning, said + ".", check.Report.Place) { Hint = mend });
        }
        else
        {
            Suspicion.Tell(check.Problems, "unknown-sector", check.Report.Place, said + ", and nothing asks for the sources that every plant of its sector has.", check.Report.WhyUnusual, needsReason: true, plausible.Standing, mend);
        }
    }

    /// <summary>A target is a cut of the baseline: above it, or far below, one of the two is a slip, or they were swapped.</summary>
    private static void Against(ReportCheck check)
    {
        if (check.Plausible is not { } plausible || ReportedTarget.Find(check.Report, check.Rules, new Workings(keepSteps: false)) is not { Target: { } target, BaselineIntensity: { TonnesPerUnit: > 0m } baseline } || target.Basis != baseline.Basis
            || Reference.Of(baseline.TonnesPerUnit, plausible.Of(PlausibilityRules.Target))?.Judge(target.TonnesPerUnit) is not { } likelihood || likelihood == Likelihood.Usual)
        {
            return;
        }

        var how = target > baseline ? "is above the baseline" : $"is {Slip.Shown(target.TonnesPerUnit / baseline.TonnesPerUnit * 100m)} % of the baseline";
        Suspicion.Tell(check.Problems, "unusual-target", check.Report.Place, $"The target of {target} {how} of {baseline}. A target is a cut of some hundredths: look for a digit, for another plant's row, and whether the two were swapped.", check.Report.WhyUnusual, likelihood == Likelihood.Slip, plausible);
    }

    /// <summary>What a target of the caller's own cannot be.</summary>
    internal static void Own(MonitoringReport report, OwnTarget own, ProblemList problems)
    {
        const string expected = "an intensity above zero such as 0.8032 tCO2e/t";
        if (own.Target is null && own.Baseline is null)
        {
            problems.Error("own-target-empty", report.Place, "The report says that it states its own target, and states neither target nor baseline.", expected);
        }

        foreach (var (what, stated) in new[] { ("target", own.Target), ("baseline", own.Baseline) })
        {
            if (stated is { TonnesPerUnit: <= 0m } value)
            {
                problems.Error("own-target-not-above-zero", report.Place, $"The {what} stated is {value}.", expected);
            }
        }

        if (own.Target is { } target && own.Baseline is { } baseline && target.Basis != baseline.Basis)
        {
            problems.Error("own-target-unit", report.Place, $"The target stated is in {EmissionIntensity.UnitOf(target.Basis)}, the baseline in {EmissionIntensity.UnitOf(baseline.Basis)}.", "the same unit");
        }

        if (report.TargetRow is { } row)
        {
            problems.Error("own-target-twice", report.Place, $"A target or a baseline of your own is stated, and the report asks for the row \"{ShownText.Short(row)}\".", "one of the two");
        }
    }
}
