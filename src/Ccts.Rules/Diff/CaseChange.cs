using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Testing;

namespace Ccts.Rules.Diff;

/// <summary>
/// A case of the earlier ruleset that the later one answers differently. Between rulesets of different years the same
/// question is asked that many years later: every day and year of the case moves with it.
/// </summary>
/// <param name="Name">The case.</param>
/// <param name="Old">The outcome then.</param>
/// <param name="New">The outcome now; null when the later vocabulary lacks a fact the case states.</param>
/// <param name="Differences">Findings that went and came, and facts that are no longer known.</param>
public sealed record CaseChange(string Name, Outcome Old, Outcome? New, IReadOnlyList<string> Differences)
{
    internal static IReadOnlyList<CaseChange> Between(Ruleset old, Ruleset @new, RulesetFiles oldFiles)
    {
        var (before, after) = (new RuleInterpreter(old), new RuleInterpreter(@new));
        return RulesetTester.Read(old, oldFiles)
            .Select(c => Of(c, before.Decide(c.Request), @new, after))
            .OfType<CaseChange>()
            .ToList();
    }

    private static CaseChange? Of(RuleCase test, ReasonedDecision was, Ruleset @new, RuleInterpreter after)
    {
        var lost = test.Request.Facts.Values.Keys.Where(f => @new.Rules.Vocabulary.Find(f) is null).ToList();
        if (lost.Count > 0)
        {
            return new CaseChange(test.Name, was.Outcome, null, lost.Select(f => $"the fact {f} is no longer known").ToList());
        }

        var isNow = after.Decide(LaterRequest.Of(test.Request, @new.Year));
        var (had, has) = (Findings(was), Findings(isNow));
        var differences = had.Except(has, StringComparer.Ordinal).Select(f => "no longer: " + f).Concat(has.Except(had, StringComparer.Ordinal).Select(f => "now: " + f)).ToList();
        return differences.Count == 0 && was.Outcome == isNow.Outcome ? null : new CaseChange(test.Name, was.Outcome, isNow.Outcome, differences);
    }

    private static List<string> Findings(ReasonedDecision decision) =>
        decision.Findings.Select(f => $"{f.Rule ?? f.Code} ({f.Effect.ToString().ToLowerInvariant()}{(f.Certain ? "" : ", cannot say")})").ToList();
}
