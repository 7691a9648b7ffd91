using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Diff;

/// <summary>Asks the same of two rulesets: of the later one as many years later.</summary>
internal sealed class TwoRulesets(Ruleset old, Ruleset @new)
{
    private readonly RuleInterpreter _old = new(old);
    private readonly RuleInterpreter _new = new(@new);

    /// <summary>Both answers; the later one is null when its vocabulary lacks a fact that the request states.</summary>
    internal (Outcome Old, Outcome? New, IReadOnlyList<string> Differences) Ask(DecisionRequest request)
    {
        var was = _old.Decide(request);
        var lost = request.Facts.Values.Keys.Where(f => @new.Rules.Vocabulary.Find(f) is null).ToList();
        if (lost.Count > 0)
        {
            return (was.Outcome, null, lost.Select(f => $"the fact {f} is no longer known").ToList());
        }

        var isNow = _new.Decide(LaterRequest.Of(request, @new.Year));
        var (had, has) = (Findings(was), Findings(isNow));
        return (was.Outcome, isNow.Outcome, had.Except(has, StringComparer.Ordinal).Select(f => "no longer: " + f).Concat(has.Except(had, StringComparer.Ordinal).Select(f => "now: " + f)).ToList());
    }

    private static List<string> Findings(ReasonedDecision decision) =>
        decision.Findings.Select(f => $"{f.Rule ?? f.Code} ({f.Effect.ToString().ToLowerInvariant()}{(f.Certain ? "" : ", cannot say")})").ToList();
}
