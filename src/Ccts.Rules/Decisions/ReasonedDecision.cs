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

    /// <summary>What the rules had to say, in their order; empty when nothing stands in the way.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The language of <see cref="Messages"/>; English unless another was asked for.</summary>
    public Language Language { get; private init; }

    /// <summary>What the findings say, in the language chosen.</summary>
    public IEnumerable<string> Messages => Findings.Select(f => Language == Language.Hindi ? f.MessageInHindi : f.Message);

    /// <summary>Every rule about the purpose and what became of it.</summary>
    public IReadOnlyList<RuleTrace> Rules { get; }

    internal ReasonedDecision In(Language language) => new(Ruleset, Request, Outcome, Findings, Rules) { Language = language };
}
