namespace Ccts.Rules.Authoring.Impact;

/// <summary>One entity's year under two rulesets, side by side.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Entity">The entity.</param>
/// <param name="Name">Its name: from the later schedule, else the earlier one, else the input.</param>
/// <param name="Sector">Its sector, found the same way.</param>
/// <param name="Old">The outcome under the earlier ruleset.</param>
/// <param name="New">The outcome under the later one.</param>
public sealed record EntityImpact(ImpactEntity Entity, string Name, string Sector, EntityOutcome Old, EntityOutcome New)
{
    /// <summary>Certificates more (above zero) or fewer (below) than before; null if either target is unknown or absent.</summary>
    public long? Change => New.Certificates - Old.Certificates;

    /// <summary>Whether it ends on another side.</summary>
    public bool ChangesSide => Old.Side != New.Side;
}
