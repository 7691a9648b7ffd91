using Ccts.Sdk.Problems;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>One entry of one file that is another, came or went: a value, a word, a title in Hindi, a cell of a table.</summary>
/// <param name="File">The file, such as <c>factors.json</c>; of an overlay with its id before it, such as <c>ct02-token/rules.json</c>.</param>
/// <param name="Entry">Where in it, in words: <c>fuels, petroleum-coke, value</c>.</param>
/// <param name="Old">What stood there; null when nothing did.</param>
/// <param name="New">What stands there now; null when nothing does.</param>
/// <param name="Place">Where it stands now, or stood.</param>
public sealed record EntryChange(string File, string Entry, string? Old, string? New, SourcePlace Place);
