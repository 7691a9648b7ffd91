using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>One entry of one file that is another, came or went: a value, a word, a title in Hindi, a cell of a table.</summary>
/// <param name="File">The file, such as <c>factors.json</c>; of an overlay with its id before it, such as <c>ct02-token/rules.json</c>.</param>
/// <param name="Entry">Where in it, in words: <c>fuels, petroleum-coke, value</c>.</param>
/// <param name="Old">What stood there; null when nothing did.</param>
/// <param name="New">What stands there now; null when nothing does.</param>
/// <param name="Place">Where it stands now, or stood.</param>
public sealed record EntryChange(string File, string Entry, string? Old, string? New, SourcePlace Place)
{
    /// <summary>What the row that the entry is of says of its source; null where nothing is said.</summary>
    internal EntryStanding? Standing { get; init; }

    /// <summary>Whether a whole row came or went, and not an entry of one that both have.</summary>
    internal bool IsRow { get; init; }

    /// <summary>What an eye does not see of the change: the code points in which two texts differ that look alike, or of characters that print as nothing; null where there is nothing of the kind.</summary>
    public string? Unseen => Old is not null && New is not null && UnseenCharacters.Difference(Old, New) is { } difference ? difference
        : string.Join("; ", new[] { Held(New, "holds"), Held(Old, "held") }.OfType<string>()) is { Length: > 0 } held ? held : null;

    private static string? Held(string? text, string verb) => text is not null && UnseenCharacters.In(text) is { Length: > 0 } points ? verb + " " + points : null;
}
