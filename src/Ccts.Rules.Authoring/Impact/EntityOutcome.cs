using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Authoring.Impact;

/// <summary>The side of its target on which an entity ends the year.</summary>
public enum EntitySide
{
    /// <summary>The ruleset has no readable row for it: its target is unknown, which is not a target of zero.</summary>
    Unknown,

    /// <summary>The schedule prints a dash: no obligation in this year.</summary>
    NoTarget,

    /// <summary>Certificates are to be surrendered.</summary>
    Short,

    /// <summary>On target: none either way.</summary>
    Even,

    /// <summary>Certificates are issued.</summary>
    Long,
}

/// <summary>What a side says.</summary>
internal static class EntitySides
{
    /// <summary>Whether the entity has a target that is known.</summary>
    internal static bool IsKnown(this EntitySide side) => side is not (EntitySide.Unknown or EntitySide.NoTarget);
}

/// <summary>What a ruleset makes of an entity's year.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Side">The side.</param>
/// <param name="Target">The target, or null.</param>
/// <param name="Certificates">Whole certificates: above zero issued, below zero to be surrendered; null without a known target.</param>
public sealed record EntityOutcome(EntitySide Side, EmissionIntensity? Target, long? Certificates)
{
    internal static EntityOutcome Unknown { get; } = new(EntitySide.Unknown, null, null);

    internal static EntityOutcome NoTarget { get; } = new(EntitySide.NoTarget, null, null);

    internal static EntityOutcome Of(EmissionIntensity target, CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => new EntityOutcome(EntitySide.Long, target, result.Quantity),
        CertificateKind.Surrender => new EntityOutcome(EntitySide.Short, target, -result.Quantity),
        _ => new EntityOutcome(EntitySide.Even, target, 0),
    };
}
