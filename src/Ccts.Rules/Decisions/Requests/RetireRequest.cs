using Ccts.Rules.Rules;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units be retired, or a token for them be burned?</summary>
/// <remarks>Immutable and thread-safe. A null member is unknown, not false and not zero.</remarks>
public sealed record RetireRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Retire;
}
