using Ccts.Rules.Rules;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>May these units be retired, or a token for them be burned?</summary>
/// <remarks>Immutable and thread-safe. A member that is null is not known: never false, never zero.</remarks>
public sealed record RetireRequest : UnitRequest
{
    /// <inheritdoc/>
    public override Purpose Purpose => Purpose.Retire;
}
