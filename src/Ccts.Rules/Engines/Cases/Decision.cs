using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Sdk.Law;

namespace Ccts.Rules.Engines.Cases;

/// <summary>The answer to a request without written reasons: the outcome, which rules fired, and the ruleset.</summary>
/// <remarks>
/// A small value that refers to its case. A decision on a request can always be explained; one on a frame or
/// batch that was filled fact by fact can be explained until that frame or batch is filled again. <c>default</c> refers and
/// belongs to no ruleset.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct Decision
{
    private readonly PurposeRules? _rules;
    private readonly object? _source;
    private readonly BitRows? _bits;
    private readonly ulong _fires;
    private readonly ulong _open;
    private readonly int _row;
    private readonly int _stamp;

    // In the order path: written where it is returned to, without a call.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Decision(PurposeRules rules, BitRows bits, int row, object source, ulong fires, ulong open)
    {
        _rules = rules;
        _source = source;
        _bits = bits;
        _row = row;
        _stamp = bits.Stamp;
        (_fires, _open) = (fires, open);
        Outcome = rules.Words == 1 ? rules.OutcomeOf(fires, open) : rules.OutcomeOf(bits, row);
    }

    /// <summary>The answer.</summary>
    public Outcome Outcome { get; }

    /// <summary>Which rules have something to say.</summary>
    public FindingMask Findings => new(_rules, _bits, _row, _stamp, _fires, _open);

    /// <summary>What was asked for.</summary>
    public Purpose Purpose => Rules.Purpose;

    /// <summary>Id, revision and digest of the ruleset.</summary>
    /// <exception cref="InvalidOperationException">The decision is <c>default</c>.</exception>
    public RulesetIdentity Ruleset => Rules.Owner.Ruleset.Identity;

    /// <summary>Writes the reasons: exactly the findings of the reference interpreter.</summary>
    /// <param name="language">The language of <see cref="ReasonedDecision.Messages"/>; the findings have every language.</param>
    /// <exception cref="InvalidOperationException">
    /// The decision is <c>default</c>; or its frame or batch was filled again since; or, by a fault of this library, the
    /// reference interpreter disagrees.
    /// </exception>
    public ReasonedDecision Explain(Language language = Language.English)
    {
        if (language is < Language.English or > Language.Hindi)
        {
            throw new ArgumentOutOfRangeException(nameof(language), language, "There is no such language.");
        }

        var reasoned = new RuleInterpreter(Rules.Owner.Ruleset).Decide(Request()).In(language);
        var same = reasoned.Outcome == Outcome && reasoned.Rules.Count == Findings.Length;
        for (var i = 0; same && i < reasoned.Rules.Count; i++)
        {
            same = reasoned.Rules[i].Verdict == Findings[i];
        }

        return same ? reasoned : throw new InvalidOperationException($"The engine and the reference interpreter differ on a case of {Rules.Owner.Ruleset}. This is a fault of the SDK; please report it with the request.");
    }

    private PurposeRules Rules => _rules ?? throw new InvalidOperationException("This is the default of a decision; nothing was decided.");

    private DecisionRequest Request() => _source switch
    {
        DecisionRequest request => request,
        EligibilityRequest request => request.ToRequest(Rules.Owner.Layout.Vocabulary),
        FactColumns columns when _bits!.Stamp == _stamp => columns.ToRequest(_row),
        _ => throw new InvalidOperationException("The frame or batch was filled anew since this decision. Explain first, or fill from a request."),
    };
}
