using Ccts.Rules.Rules;
using Ccts.Sdk.Entities;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units be carried over into a later compliance year?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record BankRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Bank;

    /// <summary>The compliance year into which the units are to be carried. The fact <c>bank.to-year</c>.</summary>
    public ComplianceYear? ToYear { get; init; }

    /// <summary>Whether the units remain after the entity has complied for the year. The fact <c>bank.remaining-after-compliance</c>.</summary>
    public bool? RemainingAfterCompliance { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Year(StandardFact.BankToYear, ToYear);
        writer.Flag(StandardFact.BankRemainingAfterCompliance, RemainingAfterCompliance);
    }
}
