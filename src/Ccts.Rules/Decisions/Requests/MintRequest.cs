using Ccts.Rules.Rules;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May tonnes become units, or units become tokens?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record MintRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Mint;

    /// <summary>What is to be made. The fact <c>mint.quantity</c>.</summary>
    public Co2e? Quantity { get; init; }

    /// <summary>What was made from the same verified tonnes before. The fact <c>mint.already-minted</c>.</summary>
    public Co2e? AlreadyMinted { get; init; }

    /// <summary>The tonnes that a verification report confirms. The fact <c>mint.verified</c>.</summary>
    public Co2e? Verified { get; init; }

    /// <summary>Whether the registry confirms the underlying units, by serial number. The fact <c>mint.registry-confirmed</c>.</summary>
    public bool? RegistryConfirmed { get; init; }

    /// <summary>The code of the offset methodology, e.g. BM EN01.001. The fact <c>project.methodology</c>.</summary>
    public string? ProjectMethodology { get; init; }

    internal override void Write(in FactWriter writer)
    {
        base.Write(writer);
        writer.Quantity(StandardFact.MintQuantity, Quantity);
        writer.Quantity(StandardFact.MintAlreadyMinted, AlreadyMinted);
        writer.Quantity(StandardFact.MintVerified, Verified);
        writer.Flag(StandardFact.MintRegistryConfirmed, RegistryConfirmed);
        writer.Text(StandardFact.ProjectMethodology, ProjectMethodology);
    }
}
