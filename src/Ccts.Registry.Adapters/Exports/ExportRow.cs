using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The result of one row: an entry, a problem, or both if a row is usable but wrong.</summary>
/// <remarks>Immutable and thread-safe. An entry whose serial could not be read still states its quantity, so that nothing is lost.</remarks>
/// <param name="Entry">The entry, or null if the row cannot be used at all.</param>
/// <param name="Problem">The problem, or null.</param>
public sealed record ExportRow(StatementEntry? Entry, Problem? Problem);
