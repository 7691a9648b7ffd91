using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Diff;

/// <summary>Asks two rulesets the same question, the later one in its own year.</summary>
/// <remarks>Thread-safe. The engines answer; no reasons are written, because differences are reported by rule and effect.</remarks>
internal sealed class TwoRulesets(Ruleset old, Ruleset @new, EngineKind kind)
{
    private readonly DecisionEngine _old = DecisionEngine.Of(old, kind);
    private readonly DecisionEngine _new = DecisionEngine.Of(@new, kind);

    /// <summary>Both answers; the later one is null if its vocabulary lacks a stated fact or does not accept its value.</summary>
    internal (Outcome Old, Outcome? New, IReadOnlyList<string> Differences) Ask(DecisionRequest request)
    {
        var was = Answer.Of(_old, request);
        var lost = request.Facts.Values.Keys.Where(f => @new.Rules.Vocabulary.Find(f) is null).ToList();
        if (lost.Count > 0)
        {
            return (was.Outcome, null, lost.Select(f => $"the fact {f} is no longer known").ToList());
        }

        var later = LaterRequest.Of(request, @new.Year);
        if (!IsRead(later))
        {
            return (was.Outcome, null, later.Facts.Values.OrderBy(f => f.Key, StringComparer.Ordinal).Where(f => !IsRead(new DecisionRequest(later.Id, later.Purpose, later.Year, later.Date, new FactSet(new Dictionary<string, FactValue>(StringComparer.Ordinal) { [f.Key] = f.Value })))).Select(f => $"the fact {f.Key} can no longer be {ShownText.Short(f.Value.Shown)}").ToList());
        }

        var isNow = Answer.Of(_new, later);
        if (was.Findings.SequenceEqual(isNow.Findings))
        {
            return (was.Outcome, isNow.Outcome, []);
        }

        var (had, has) = (was.Words(), isNow.Words());
        return (was.Outcome, isNow.Outcome, had.Except(has, StringComparer.Ordinal).Select(f => "no longer: " + f).Concat(has.Except(had, StringComparer.Ordinal).Select(f => "now: " + f)).ToList());
    }

    // A new bound, whole number or form refuses values that the earlier vocabulary accepted.
    private bool IsRead(DecisionRequest request)
    {
        try
        {
            _ = request.ReadBy(@new.Rules.Vocabulary);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>An outcome with its reasons, by rule, or by code if there is no rule.</summary>
    private readonly record struct Answer(Outcome Outcome, List<(string Rule, RuleEffect Effect, bool Certain)> Findings)
    {
        internal static Answer Of(DecisionEngine engine, DecisionRequest request)
        {
            var frame = engine.NewFrame();
            try
            {
                frame.Fill(request);
            }
            catch (ArgumentException)
            {
                // A fact may have another kind in this vocabulary, which no frame accepts; the interpreter accepts every request of the year.
                var decision = new RuleInterpreter(engine.Ruleset).Decide(request);
                return new Answer(decision.Outcome, decision.Findings.Select(f => (f.Rule ?? f.Code, f.Effect, f.Certain)).ToList());
            }

            return Of(engine.Decide(frame));
        }

        internal List<string> Words() => Findings.Select(f => $"{f.Rule} ({f.Effect.ToString().ToLowerInvariant()}{(f.Certain ? "" : ", cannot say")})").ToList();

        private static Answer Of(Decision decision)
        {
            var findings = new List<(string, RuleEffect, bool)>();
            foreach (var finding in decision.Findings)
            {
                findings.Add((finding.Rule.Id, finding.Rule.Effect, finding.Certain));
            }

            if (decision.Findings.Length == 0)
            {
                findings.Add((FindingWriter.NoRuleCode, RuleEffect.Refer, true));
            }

            return new Answer(decision.Outcome, findings);
        }
    }
}
