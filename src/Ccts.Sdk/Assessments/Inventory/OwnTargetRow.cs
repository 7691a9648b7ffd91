using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>The row made from a report's own target. It takes precedence over the ruleset's, and every result says so.</summary>
internal static class OwnTargetRow
{
    private const string Caller = "caller";

    internal static EntityTarget? Of(MonitoringReport report, AssessmentRules rules, Workings workings)
    {
        var own = report.OwnTarget!;
        var scheduled = InForce(report, rules);
        if (own.Target is null && ReportedTarget.Scheduled(report, rules, workings) is null && workings.Problems.HasErrors)
        {
            return null;
        }

        var standing = new Standing(new LegalSource(Caller, own.Source), Force.None, Evidence.Assumption, "Stated by the caller; no row of the ruleset.");
        LeanOn(Caller + "/target", own.Target, standing, workings);
        LeanOn(Caller + "/baseline", own.Baseline, standing, workings);
        workings.Problems.Add(new Problem("own-target", scheduled is null ? Severity.Info : Severity.Warning, Said(own) + Beside(own, scheduled, rules), report.Place));
        return new EntityTarget
        {
            Key = report.Entity.Registration?.Text ?? report.Entity.Name,
            Entity = report.Entity.Name,
            Sector = report.Entity.Sector,
            BaselineYear = scheduled?.BaselineYear ?? default,
            BaselineOutput = scheduled?.BaselineOutput,
            BaselineIntensity = own.Baseline ?? scheduled?.BaselineIntensity,
            Year = rules.Year,
            Target = own.Target ?? scheduled?.Target,
            Standing = standing,
            Schedule = scheduled?.Standing.Source.Instrument ?? (rules.Sectors.TryGetValue(report.Entity.Sector, out var sector) ? sector.Standing.Source.Instrument : Caller),
        };
    }

    private static EntityTarget? InForce(MonitoringReport report, AssessmentRules rules) =>
        report.Entity.Registration is { } registration && rules.Targets.TryGetValue(registration.Text, out var row) ? row : null;

    private static void LeanOn(string path, EmissionIntensity? stated, Standing standing, Workings workings)
    {
        if (stated is { } value)
        {
            workings.LeanOn(LegalValue.Known(path, value, standing));
        }
    }

    private static string Said(OwnTarget own) => (own.Target, own.Baseline) switch
    {
        ({ } target, { } baseline) => $"The target of {target} and the baseline of {baseline} are the caller's own.",
        ({ } target, null) => $"The target of {target} is the caller's own.",
        _ => $"The baseline of {own.Baseline} is the caller's own.",
    };

    private static string Beside(OwnTarget own, EntityTarget? scheduled, AssessmentRules rules) => scheduled is null
        ? $" {rules.Ruleset.Id} has no row for this entity."
        : $" The row {scheduled.Key} of {rules.Ruleset.Id} has " + (own.Target is null ? "" : $"the target {scheduled.Target?.ToString() ?? "\"-\""}" + (own.Baseline is null ? "" : " and ")) + (own.Baseline is null ? "" : $"the baseline {scheduled.BaselineIntensity?.ToString() ?? "none"}") + ".";
}
