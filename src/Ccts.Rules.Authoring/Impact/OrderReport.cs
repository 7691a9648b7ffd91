using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Authoring.Diff.Entries;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>Two rulesets' answers to one request.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Request">The request.</param>
/// <param name="Old">The earlier ruleset's answer.</param>
/// <param name="New">The later one's answer, in its own year; null if its vocabulary lacks a stated fact.</param>
/// <param name="Differences">Findings that disappeared and appeared, and facts that are no longer known.</param>
public sealed record OrderImpact(DecisionRequest Request, Outcome Old, Outcome? New, IReadOnlyList<string> Differences)
{
    /// <summary>Whether the answer or a finding is another.</summary>
    public bool IsDifferent => Old != New || Differences.Count > 0;
}

/// <summary>A pair of answers, old and new, for a purpose.</summary>
/// <param name="Purpose">What is asked for.</param>
/// <param name="Old">The earlier ruleset's answer.</param>
/// <param name="New">The later one's; null if it cannot be asked.</param>
public readonly record struct OrderMove(Purpose Purpose, Outcome Old, Outcome? New);

/// <summary>What a draft changes for the given requests.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the same list objects.</remarks>
/// <param name="Old">The earlier ruleset.</param>
/// <param name="New">The later one.</param>
/// <param name="Moves">The number of requests for each pair of answers.</param>
/// <param name="Differences">How often each finding disappeared or appeared, in ordinal order.</param>
/// <param name="Examples">The first requests with a different answer or finding.</param>
public sealed record OrderReport(RulesetIdentity Old, RulesetIdentity New, IReadOnlyDictionary<OrderMove, long> Moves, IReadOnlyDictionary<string, long> Differences, IReadOnlyList<OrderImpact> Examples)
{
    /// <summary>Differing entries of the files that do not affect these answers, such as factors, targets and due days; <c>ccts ruleset diff</c> lists them.</summary>
    public IReadOnlyList<EntryChange> Unreached { get; init; } = [];

    /// <summary>Requests asked.</summary>
    public long Orders => Moves.Values.Sum();

    /// <summary>Requests that are answered otherwise.</summary>
    public long Changed => Moves.Where(m => m.Key.Old != m.Key.New).Sum(m => m.Value);
}
