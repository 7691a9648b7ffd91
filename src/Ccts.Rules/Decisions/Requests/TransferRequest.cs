using Ccts.Rules.Rules;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units change hands outside a market?</summary>
/// <remarks>Immutable and thread-safe. A member that is null is not known: never false, never zero.</remarks>
public sealed class TransferRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Transfer;

    /// <summary>Why the units change hands outside a market session; one of <c>settlement</c>, <c>own-accounts</c>, <c>group</c>, <c>sale</c>, <c>clawback</c>. The fact <c>transfer.reason</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a Letter of Authorization of the national designated authority is at hand. The fact <c>loa.present</c>.</summary>
    public bool? LetterPresent { get; init; }

    /// <summary>The last day of the letter. The fact <c>loa.valid-until</c>.</summary>
    public LocalDate? LetterValidUntil { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Text(StandardFact.TransferReason, Reason);
        writer.Flag(StandardFact.LoaPresent, LetterPresent);
        writer.Date(StandardFact.LoaValidUntil, LetterValidUntil);
    }
}
