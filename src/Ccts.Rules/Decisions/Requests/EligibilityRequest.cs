using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>A question to a ruleset with its facts as typed members, for hosts that ask from code.</summary>
/// <remarks>
/// Immutable and thread-safe. It states the facts of the published vocabularies; facts that an overlay adds are stated by
/// name with <see cref="DecisionRequestBuilder"/>.
/// </remarks>
public abstract record EligibilityRequest
{
    private protected EligibilityRequest()
    {
    }

    /// <summary>What is asked for.</summary>
    public abstract Purpose Purpose { get; }

    /// <summary>The caller's own name for the request, e.g. an order number, or null.</summary>
    public string? Id { get; init; }

    /// <summary>The compliance year it is about.</summary>
    public required ComplianceYear Year { get; init; }

    /// <summary>The day on which it is asked, of the ISO calendar; the parameters of that day apply.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The same question as a request by name.</summary>
    /// <param name="vocabulary">The facts that the ruleset knows.</param>
    /// <exception cref="System.ArgumentException">The vocabulary lacks a stated member, or a value is not valid for its fact.</exception>
    public DecisionRequest ToRequest(FactVocabulary vocabulary)
    {
        var columns = new FactColumns(FrameLayout.Of(Require.NotNull(vocabulary)), 1);
        columns.Begin(0, Purpose, Year, Date, Id, this);
        Write(new FactWriter(columns, 0));
        return columns.ToRequest(0);
    }

    /// <summary>States every member that is known.</summary>
    internal abstract void Write(in FactWriter writer);
}
