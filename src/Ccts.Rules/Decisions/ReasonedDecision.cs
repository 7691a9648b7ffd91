using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Decisions;

/// <summary>An answer with its reasons.</summary>
/// <remarks>Immutable and thread-safe. The same request and ruleset always give the same decision.</remarks>
public sealed class ReasonedDecision
{
    internal ReasonedDecision(RulesetIdentity ruleset, DecisionRequest request, Outcome outcome, IReadOnlyList<Finding> findings, IReadOnlyList<RuleTrace> rules)
    {
        Ruleset = ruleset;
        Request = request;
        Outcome = outcome;
        Findings = findings;
        Rules = rules;
    }

    /// <summary>Id, revision and digest of the ruleset.</summary>
    public RulesetIdentity Ruleset { get; }

    /// <summary>The request.</summary>
    public DecisionRequest Request { get; }

    /// <summary>The answer.</summary>
    public Outcome Outcome { get; }

    /// <summary>The findings of the rules, in their order; empty if nothing prevents it.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The language of <see cref="Messages"/>; English by default.</summary>
    public Language Language { get; private init; }

    /// <summary>The texts of the findings, in the chosen language.</summary>
    public IEnumerable<string> Messages => Findings.Select(f => Language == Language.Hindi ? f.MessageInHindi : f.Message);

    /// <summary>Every rule about the purpose with its result.</summary>
    public IReadOnlyList<RuleTrace> Rules { get; }

    internal ReasonedDecision In(Language language) => new(Ruleset, Request, Outcome, Findings, Rules) { Language = language };
}
