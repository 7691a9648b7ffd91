using Ccts.Rules.Rules;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units leave the country, or be used outside it?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record ExportRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Export;

    /// <summary>The units that are to leave. The fact <c>export.quantity</c>.</summary>
    public Co2e? Quantity { get; init; }

    /// <summary>The mitigation activity behind the units, by the name of the list of activities. The fact <c>export.activity</c>.</summary>
    public string? Activity { get; init; }

    /// <summary>Whether a Letter of Authorization of the national designated authority is available. The fact <c>loa.present</c>.</summary>
    public bool? LetterPresent { get; init; }

    /// <summary>What the letter authorises less what was transferred under it already. The fact <c>loa.quantity-left</c>.</summary>
    public Co2e? LetterQuantityLeft { get; init; }

    /// <summary>The last day of the letter. The fact <c>loa.valid-until</c>.</summary>
    public LocalDate? LetterValidUntil { get; init; }

    /// <summary>The corresponding adjustment of the host Party, as the cooperative approach records it; one of <c>not-started</c>, <c>committed</c>, <c>applied</c>, <c>not-required</c>, <c>unknown</c>. The fact <c>adjustment.status</c>.</summary>
    public string? AdjustmentStatus { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Quantity(StandardFact.ExportQuantity, Quantity);
        writer.Text(StandardFact.ExportActivity, Activity);
        writer.Flag(StandardFact.LoaPresent, LetterPresent);
        writer.Quantity(StandardFact.LoaQuantityLeft, LetterQuantityLeft);
        writer.Date(StandardFact.LoaValidUntil, LetterValidUntil);
        writer.Text(StandardFact.AdjustmentStatus, AdjustmentStatus);
    }
}
