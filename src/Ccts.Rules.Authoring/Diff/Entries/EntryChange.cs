using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>One entry of one file that was changed, added or removed: a value, a word, a title in Hindi, a cell of a table.</summary>
/// <param name="File">The file, such as <c>factors.json</c>; of an overlay with its id before it, such as <c>ct02-token/rules.json</c>.</param>
/// <param name="Entry">Its place in words: <c>fuels, petroleum-coke, value</c>.</param>
/// <param name="Old">What stood there; null when nothing did.</param>
/// <param name="New">The new value; null if there is none.</param>
/// <param name="Place">Where it stands now, or stood.</param>
public sealed record EntryChange(string File, string Entry, string? Old, string? New, SourcePlace Place)
{
    /// <summary>The source that the entry's row states; null if none.</summary>
    internal EntryStanding? Standing { get; init; }

    /// <summary>Whether a whole row was added or removed, rather than an entry of a row that both have.</summary>
    internal bool IsRow { get; init; }

    /// <summary>The invisible part of the change: code points in which two texts that look alike differ, or of invisible characters; null if there are none.</summary>
    public string? Unseen => Old is not null && New is not null && UnseenCharacters.Difference(Old, New) is { } difference ? difference
        : string.Join("; ", new[] { Held(New, "holds"), Held(Old, "held") }.OfType<string>()) is { Length: > 0 } held ? held : null;

    private static string? Held(string? text, string verb) => text is not null && UnseenCharacters.In(text) is { Length: > 0 } points ? verb + " " + points : null;
}
