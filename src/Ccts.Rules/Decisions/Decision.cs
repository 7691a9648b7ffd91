using System.Collections.Generic;
using Ccts.Sdk.Assessments;

namespace Ccts.Rules.Decisions;

/// <summary>The answer to a request.</summary>
public enum Outcome
{
    /// <summary>It cannot be decided here: a fact is missing, the law is silent, or a rule wants a person to look.</summary>
    Refer,

    /// <summary>No.</summary>
    Deny,

    /// <summary>Yes: every rule about the purpose was looked at and none stands in the way.</summary>
    Permit,
}

/// <summary>An answer with its reasons.</summary>
/// <remarks>Immutable and thread-safe. The same request and ruleset always give the same decision.</remarks>
public sealed class Decision
{
    internal Decision(RulesetIdentity ruleset, DecisionRequest request, Outcome outcome, IReadOnlyList<Finding> findings, IReadOnlyList<RuleTrace> rules)
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

    /// <summary>Every rule about the purpose and what became of it.</summary>
    internal IReadOnlyList<RuleTrace> Rules { get; }
}
