using Ccts.Rules.Rules;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May this entity surrender these units for its shortfall?</summary>
/// <remarks>Immutable and thread-safe. A member that is null is not known: never false, never zero.</remarks>
public sealed record SurrenderRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Surrender;
}
