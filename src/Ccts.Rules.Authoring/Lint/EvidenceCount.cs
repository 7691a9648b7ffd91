using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Lint;

/// <summary>How many values of a kind have a force and an evidence.</summary>
/// <param name="What"><c>parameters</c>, <c>factors</c>, <c>targets</c>, <c>rules</c>, <c>sectors</c>, <c>due days</c> or <c>retention</c>.</param>
/// <param name="Force">The force.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Count">How many; at least 1.</param>
public sealed record EvidenceCount(string What, Force Force, Evidence Evidence, int Count)
{
    internal static IReadOnlyList<EvidenceCount> Of(Ruleset ruleset) =>
    [
        .. Counted("parameters", ruleset.Parameters.Values.SelectMany(p => p.Rows).SelectMany(r => r.Values).Select(v => v.Standing)),
        .. Counted("factors", UnknownsRegister.Factors(ruleset).Select(f => f.Standing)),
        .. Counted("targets", ruleset.Schedule.Select(r => r.Entity.Standing)),
        .. Counted("rules", ruleset.Rules.Rules.Select(r => r.Standing)),
        .. ruleset.Kind == RulesetKind.Baseline ? [] : Counted("sectors", ruleset.Assessment.Sectors.Values.Select(s => s.Standing)),
        .. ruleset.Kind == RulesetKind.Baseline ? [] : Counted("due days", ruleset.Assessment.Deadlines.Select(d => d.Standing)),
        .. Counted("retention", ruleset.Retention.Claims.Select(c => c.Standing)),
    ];

    private static IEnumerable<EvidenceCount> Counted(string what, IEnumerable<Standing> standings) => standings
        .GroupBy(s => (s.Force, s.Evidence))
        .OrderBy(g => g.Key.Force).ThenBy(g => g.Key.Evidence)
        .Select(g => new EvidenceCount(what, g.Key.Force, g.Key.Evidence, g.Count()));
}
