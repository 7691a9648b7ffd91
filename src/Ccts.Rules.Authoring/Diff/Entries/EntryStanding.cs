using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>The source and evidence that the row of an entry states, or else its table.</summary>
/// <param name="OldSource">Instrument and clause before.</param>
/// <param name="Source">Instrument and clause now.</param>
/// <param name="OldEvidence">How well it was known.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="IsCited">Whether the row itself cites another clause than before, which explains the change.</param>
/// <param name="IsReadAnew">Whether the row's evidence changed, or its whole table moved to another instrument. That explains figures, but not flags or words.</param>
internal sealed record EntryStanding(string? OldSource, string? Source, string? OldEvidence, string? Evidence, bool IsCited, bool IsReadAnew)
{
    private const string Unknown = "unknown";

    /// <summary>The standing of two objects' content, from that of their parents.</summary>
    internal static EntryStanding? Below(EntryStanding? above, LocatedNode old, LocatedNode @new)
    {
        var (source, evidence, description) = (SourceOf(@new), @new.Member("evidence")?.Value, @new.Member("description")?.Value);
        var (oldSource, oldEvidence) = (SourceOf(old) ?? above?.OldSource, old.Member("evidence")?.Value ?? above?.OldEvidence);
        var isTable = @new.Member("rows") is not null;
        if (!isTable && source is null && evidence is null && description is null)
        {
            return above;
        }

        // A fact has no clause; its description says what it means.
        var isCited = !isTable && ((source is not null && source != oldSource) || (description is not null && description != old.Member("description")?.Value));
        return new EntryStanding(oldSource, source ?? above?.Source, oldEvidence, evidence ?? above?.Evidence, isCited, isTable ? InstrumentOf(old) != InstrumentOf(@new) : above?.IsReadAnew == true || IsKnownOtherwise(oldEvidence, evidence));
    }

    /// <summary>That of a row of a table of cells.</summary>
    internal static EntryStanding Of(IReadOnlyDictionary<string, string> old, IReadOnlyDictionary<string, string> @new)
    {
        var (was, source) = (Cell(old, "instrument") + " " + Cell(old, "clause"), Cell(@new, "instrument") + " " + Cell(@new, "clause"));
        var (oldEvidence, evidence) = (Cell(old, "evidence"), Cell(@new, "evidence"));
        return new EntryStanding(was, source, oldEvidence, evidence, was != source, IsKnownOtherwise(oldEvidence, evidence));
    }

    // A value that became unknown says so itself; that explains nothing.
    private static bool IsKnownOtherwise(string? old, string? @new) => @new is not null && @new != old && @new != Unknown;

    private static string? SourceOf(LocatedNode node) => node.Member("source") is { } source ? InstrumentOf(node) + " " + source.Member("clause")?.Value : null;

    private static string? InstrumentOf(LocatedNode node) => node.Member("source")?.Member("instrument")?.Value;

    private static string Cell(IReadOnlyDictionary<string, string> cells, string column) => cells.TryGetValue(column, out var cell) ? cell.Trim() : "";
}
