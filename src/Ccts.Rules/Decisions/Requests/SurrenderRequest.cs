using Ccts.Rules.Rules;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May this entity surrender these units for its shortfall?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record SurrenderRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Surrender;
}
