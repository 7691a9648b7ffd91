namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>A statement that two projects of two registries are one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="FirstRegistry">A registry's id.</param>
/// <param name="FirstProject">The project, as any of the registry's documents writes it.</param>
/// <param name="SecondRegistry">Another registry's id.</param>
/// <param name="SecondProject">Its project.</param>
public sealed record ProjectLink(string FirstRegistry, string FirstProject, string SecondRegistry, string SecondProject);
