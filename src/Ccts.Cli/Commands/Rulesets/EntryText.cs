using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Diff.Entries;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary>The differing entries for people; the same change in many places is shown on one line.</summary>
internal static class EntryText
{
    private const int SaidOneByOne = 3;
    private const int LongestText = 320;

    internal static void Print(IReadOnlyList<EntryChange> entries, IAnsiConsole console)
    {
        if (entries.Count == 0)
        {
            return;
        }

        console.Line(Markup.Escape($"Entry by entry, {entries.Count} in {entries.Select(e => e.File).Distinct(StringComparer.Ordinal).Count()} files:"));
        foreach (var alike in entries.GroupBy(e => (Folder: FolderOf(e), Step: e.Entry.Split(", ")[^1], e.Old, e.New)))
        {
            if (alike.Count() <= SaidOneByOne)
            {
                foreach (var entry in alike)
                {
                    console.Line(Markup.Escape($"  {entry.File}{Line(entry)} {entry.Entry}: {Said(entry)}"));
                }

                continue;
            }

            var places = string.Join("; ", alike.Take(SaidOneByOne).Select(e => e.Entry));
            console.Line(Markup.Escape($"  {alike.Key.Folder} {alike.Key.Step}, {alike.Count().ToString(CultureInfo.InvariantCulture)} times: {Said(alike.First())} ({places}; and {alike.Count() - SaidOneByOne} more)"));
        }
    }

    private static string FolderOf(EntryChange entry) => entry.File.LastIndexOf('/') is var slash and >= 0 ? entry.File[..slash] : entry.File;

    private static string Line(EntryChange entry) => entry.Place.Line > 0 ? $"({entry.Place.Line.ToString(CultureInfo.InvariantCulture)})" : "";

    // For two texts that look alike, shows the code points in which they differ.
    private static string Said(EntryChange entry) => Said(entry.Old, entry.New) + (entry.Unseen is { } unseen ? $" [{unseen}]" : "");

    private static string Said(string? old, string? @new) => (old, @new) switch
    {
        (null, { } now) => "came: " + Short(now),
        ({ } was, null) => "went: " + Short(was),
        ({ } was, { } now) => $"was \"{was}\", is \"{now}\"",
        _ => "",
    };

    private static string Short(string text) => text.Length <= LongestText ? text : string.Concat(text.AsSpan(0, LongestText), "…");
}
