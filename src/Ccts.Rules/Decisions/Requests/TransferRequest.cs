using Ccts.Rules.Rules;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units change hands outside a market?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record TransferRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Transfer;

    /// <summary>Why the units change hands outside a market session; one of <c>settlement</c>, <c>own-accounts</c>, <c>group</c>, <c>sale</c>, <c>clawback</c>. The fact <c>transfer.reason</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>The units that are to change hands. The fact <c>transfer.quantity</c>.</summary>
    public Co2e? Quantity { get; init; }

    /// <summary>The mitigation activity behind the units, by the name of the list of activities. The fact <c>export.activity</c>.</summary>
    public string? Activity { get; init; }

    /// <summary>What the letter authorises less what was transferred under it already. The fact <c>loa.quantity-left</c>.</summary>
    public Co2e? LetterQuantityLeft { get; init; }

    /// <summary>The corresponding adjustment of the host Party, as the cooperative approach records it; one of <c>not-started</c>, <c>committed</c>, <c>applied</c>, <c>not-required</c>, <c>unknown</c>. The fact <c>adjustment.status</c>.</summary>
    public string? AdjustmentStatus { get; init; }

    /// <summary>Whether a Letter of Authorization of the national designated authority is available. The fact <c>loa.present</c>.</summary>
    public bool? LetterPresent { get; init; }

    /// <summary>The last day of the letter. The fact <c>loa.valid-until</c>.</summary>
    public LocalDate? LetterValidUntil { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Text(StandardFact.TransferReason, Reason);
        writer.Quantity(StandardFact.TransferQuantity, Quantity);
        writer.Text(StandardFact.ExportActivity, Activity);
        writer.Quantity(StandardFact.LoaQuantityLeft, LetterQuantityLeft);
        writer.Text(StandardFact.AdjustmentStatus, AdjustmentStatus);
        writer.Flag(StandardFact.LoaPresent, LetterPresent);
        writer.Date(StandardFact.LoaValidUntil, LetterValidUntil);
    }
}
