using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;
using Ccts.Sdk;

namespace Ccts.Rules.Decisions;

/// <summary>
/// Decides requests by reading the rules one after the other. Written for clarity; it defines the meaning that
/// every faster evaluator has to match.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleInterpreter
{
    private readonly Ruleset _ruleset;

    /// <summary>An interpreter of a ruleset's rules.</summary>
    public RuleInterpreter(Ruleset ruleset) => _ruleset = Require.NotNull(ruleset);

    /// <summary>Decides a request.</summary>
    /// <exception cref="ArgumentException">The request is about another compliance year than the ruleset, or states an amount that its fact cannot have.</exception>
    public ReasonedDecision Decide(DecisionRequest request)
    {
        if (Require.NotNull(request).Year != _ruleset.Year)
        {
            throw new ArgumentException($"The request is about {request.Year}, the ruleset about {_ruleset.Year}. Take the ruleset of that year.", nameof(request));
        }

        var book = _ruleset.Rules;
        request = request.ReadBy(book.Vocabulary);
        var conditions = new ConditionInterpreter(request.Facts, request.Date, _ruleset.Parameters);
        var traces = new Dictionary<string, RuleTrace>(StringComparer.Ordinal);
        var rules = book.Rules.Where(r => r.Scope.Purposes.Contains(request.Purpose)).ToList();
        var ordered = rules.Select(r => Trace(r, book, conditions, request.Purpose, traces)).ToList();
        var writer = new FindingWriter(_ruleset, request);
        var findings = ordered.Where(IsFinding).Select(writer.Write).ToList();
        if (rules.Count == 0)
        {
            findings.Add(FindingWriter.NoRule(request.Purpose));
        }

        return new ReasonedDecision(_ruleset.Identity, request, OutcomeOf(findings), findings, ordered);
    }

    // A rule fires when its condition holds and no exception to it does. Exceptions never form circles.
    private static RuleTrace Trace(Rule rule, RuleBook book, ConditionInterpreter conditions, Purpose purpose, Dictionary<string, RuleTrace> traces)
    {
        if (traces.TryGetValue(rule.Id, out var known))
        {
            return known;
        }

        var when = conditions.Evaluate(rule.When);
        var exceptions = book.ExceptionsTo(rule)
            .Where(e => e.Scope.Purposes.Contains(purpose))
            .Select(e => Trace(e, book, conditions, purpose, traces))
            .Where(e => e.Verdict != Verdict.Fail)
            .ToList();
        var setAside = Three.Any(exceptions.Select(e => e.Verdict).ToList());
        var verdict = Three.All([when.Verdict, Three.Not(setAside)]);
        return traces[rule.Id] = new RuleTrace(rule, verdict, when, exceptions);
    }

    // An allowance shows in the rule that it sets aside.
    private static bool IsFinding(RuleTrace trace) =>
        trace.Verdict == Verdict.Pass || (trace.Verdict == Verdict.CannotSay && trace.Rule.Effect != RuleEffect.Allow);

    private static Outcome OutcomeOf(IReadOnlyList<Finding> findings)
    {
        if (findings.Any(f => f is { Effect: RuleEffect.Deny, Certain: true }))
        {
            return Outcome.Deny;
        }

        return findings.Any(f => f.Effect is RuleEffect.Deny or RuleEffect.Refer) ? Outcome.Refer : Outcome.Permit;
    }
}
