namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>A row of a double count. Its text is not kept; the file and line find it again.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Registry">The registry's id.</param>
/// <param name="Project">The project, as its registry's first row writes it; null where the finding rests on numbers.</param>
/// <param name="Place">Where the row stands, and the state it states.</param>
public sealed record DoubleCountRow(string Registry, string? Project, EntryPlace Place);
