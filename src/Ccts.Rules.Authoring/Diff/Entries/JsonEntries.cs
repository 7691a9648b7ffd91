using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Rules.Authoring.Diff.Entries;

/// <summary>Compares two JSON texts entry by entry. Items of a list are matched by name, words by themselves, others by number.</summary>
internal sealed class JsonEntries(EntryList list)
{
    /// <summary>Members that identify the items of a list, the most reliable first; several together if none does alone.</summary>
    private static readonly string[][] Names = [["id"], ["key"], ["name"], ["registration_no"], ["from"], ["year", "series", "version"], ["dataset", "line"]];

    /// <summary>A whole row has one of these; an added or removed item without any is part of a row, such as a condition of a rule.</summary>
    private static readonly string[] OfRows = ["id", "key", "from", "type", "value", "values", "table"];

    /// <summary>Ignores members of the old object that the new one lacks, because an overlay has only its own.</summary>
    internal bool IsPart { get; init; }

    internal void Compare(LocatedNode? old, LocatedNode? @new, string path)
    {
        if (old is null || @new is null)
        {
            OneSided(old, @new, path);
        }
        else if (old.Kind == LocatedKind.Object && @new.Kind == LocatedKind.Object)
        {
            Members(old, @new, path);
        }
        else if (old.Kind == LocatedKind.Array && @new.Kind == LocatedKind.Array)
        {
            Items(old, @new, path);
        }
        else if (old.Kind != @new.Kind || !string.Equals(old.Value, @new.Value, StringComparison.Ordinal))
        {
            list.Add(path, Said(old), Said(@new), @new.Place);
        }
    }

    /// <summary>A file of an overlay that its base does not have: each of its members was added.</summary>
    internal void Added(LocatedNode root)
    {
        foreach (var member in root.Children)
        {
            OneSided(null, member, member.Key!);
        }
    }

    private void OneSided(LocatedNode? old, LocatedNode? @new, string path)
    {
        if (@new is not null || !IsPart)
        {
            list.Add(path, old is null ? null : Said(old), @new is null ? null : Said(@new), (@new ?? old)!.Place, IsRow((@new ?? old)!));
        }
    }

    private static bool IsRow(LocatedNode node) => node.Kind == LocatedKind.Array ? node.Children.Count > 0 && node.Children.All(IsRow) : node.Kind == LocatedKind.Object && OfRows.Any(m => node.Member(m) is not null);

    private void Members(LocatedNode old, LocatedNode @new, string path)
    {
        var above = list.Standing;
        list.Standing = EntryStanding.Below(above, old, @new);
        foreach (var key in old.Children.Concat(@new.Children).Select(c => c.Key!).Distinct(StringComparer.Ordinal))
        {
            Compare(old.Member(key), @new.Member(key), EntryList.Join(path, key));
        }

        list.Standing = above;
    }

    private void Items(LocatedNode old, LocatedNode @new, string path)
    {
        if (IsOfWords(old) && IsOfWords(@new))
        {
            CompareWords(old, @new, path);
            return;
        }

        var naming = Names.FirstOrDefault(n => AreTold(old, n) && AreTold(@new, n) && !IsSameLine(n, old, @new));
        if (naming is null)
        {
            for (var i = 0; i < Math.Max(old.Children.Count, @new.Children.Count); i++)
            {
                Compare(old.Children.ElementAtOrDefault(i), @new.Children.ElementAtOrDefault(i), EntryList.Join(path, (i + 1).ToString(CultureInfo.InvariantCulture)));
            }

            return;
        }

        var (before, after) = (ByName(old, naming), ByName(@new, naming));
        foreach (var name in before.Keys.Concat(after.Keys).Distinct(StringComparer.Ordinal))
        {
            Compare(before.TryGetValue(name, out var was) ? was : null, after.TryGetValue(name, out var isNow) ? isNow : null, EntryList.Join(path, name));
        }

        list.AddOrder(path, old.Children.Select(c => NameOf(c, naming)), @new.Children.Select(c => NameOf(c, naming)), @new.Place);
    }

    // An added or removed word moves the others without changing them.
    private void CompareWords(LocatedNode old, LocatedNode @new, string path)
    {
        var (before, after) = (old.Children.Select(Said).ToList(), @new.Children.Select(Said).ToList());
        foreach (var gone in before.Except(after, StringComparer.Ordinal))
        {
            list.Add(path, gone, null, @new.Place);
        }

        foreach (var came in after.Except(before, StringComparer.Ordinal))
        {
            list.Add(path, null, came, @new.Place);
        }

        list.AddOrder(path, before, after, @new.Place);
    }

    private static bool IsOfWords(LocatedNode items) => items.Children.All(c => c.Kind is not (LocatedKind.Object or LocatedKind.Array)) && items.Children.Select(Said).Distinct(StringComparer.Ordinal).Count() == items.Children.Count;

    // Dated values that all begin a year later are the same values; one inserted between them is new.
    private static bool IsSameLine(string[] naming, LocatedNode old, LocatedNode @new) => naming is ["from"] && old.Children.Count == @new.Children.Count;

    private static Dictionary<string, LocatedNode> ByName(LocatedNode items, string[] naming) => items.Children.ToDictionary(c => NameOf(c, naming), StringComparer.Ordinal);

    /// <summary>Whether every item has these members, and no two have the same.</summary>
    private static bool AreTold(LocatedNode items, string[] naming) =>
        items.Children.All(c => c.Kind == LocatedKind.Object && naming.All(n => c.Member(n)?.Value is not null))
        && items.Children.Select(c => NameOf(c, naming)).Distinct(StringComparer.Ordinal).Count() == items.Children.Count;

    private static string NameOf(LocatedNode item, string[] naming) => string.Join(" ", naming.Select(n => item.Member(n)!.Value));

    /// <summary>A value as read, with all its parts.</summary>
    private static string Said(LocatedNode node) => node.Kind switch
    {
        LocatedKind.Object => "{ " + string.Join(", ", node.Children.Select(c => c.Key + ": " + Said(c))) + " }",
        LocatedKind.Array => "[ " + string.Join(", ", node.Children.Select(Said)) + " ]",
        LocatedKind.String or LocatedKind.Number => node.Value!,
        LocatedKind.True => "true",
        LocatedKind.False => "false",
        _ => "null",
    };
}
