using System.Collections.Generic;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>A case of a ruleset's tests: facts, and the expected answer.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleCase
{
    internal RuleCase(string name, DecisionRequest request, CaseExpectation expected, SourcePlace place)
    {
        Name = name;
        Request = request;
        Expected = expected;
        Place = place;
    }

    /// <summary>Its name, one line.</summary>
    public string Name { get; }

    /// <summary>The request it makes.</summary>
    public DecisionRequest Request { get; }

    /// <summary>Where it is written.</summary>
    public SourcePlace Place { get; }

    internal CaseExpectation Expected { get; }
}

/// <summary>What a case expects: the outcome, every rule that fires, every rule that cannot be decided, and what is missing.</summary>
internal sealed record CaseExpectation(Outcome Outcome, IReadOnlyList<string> Fires, IReadOnlyList<string> CannotSay, IReadOnlyList<string>? Missing);
