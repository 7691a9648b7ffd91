using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Formats.Texts;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Clearing;

/// <summary>One row of a JSON list that a registry or a ledger wrote: the columns of the CSV file as names, in any case; numbers are read as they stand, and null is left out.</summary>
internal sealed class SessionList : SessionRow
{
    private readonly LocatedNode _node;
    private readonly ProblemList _problems;

    /// <summary>Begins to read a row; unknown and repeated names are reported at once.</summary>
    internal SessionList(LocatedNode node, IReadOnlyList<string> columns, ProblemList problems)
    {
        (_node, _problems) = (node, problems);
        foreach (var member in node.Children.Where(m => !columns.Any(c => IsName(m.Key!, c))))
        {
            problems.Error("unknown-key", member.Place, $"\"{ShownText.Short(member.Key!)}\" is not a key that belongs here.", string.Join(", ", columns), problems.Nearest(member.Key!, columns));
        }

        foreach (var twice in columns.SelectMany(c => node.Children.Where(m => IsName(m.Key!, c)).Skip(1)))
        {
            problems.Error("json-duplicate-key", twice.Place, $"\"{ShownText.Short(twice.Key!)}\" occurs twice.", "each name once");
        }
    }

    internal override SourcePlace Place => _node.Place;

    /// <summary>The rows of a list, or of a list inside the output of <c>ccts ledger export --json</c>.</summary>
    internal static IEnumerable<LocatedNode> Rows(LocatedNode? root, ProblemList problems)
    {
        var list = root is { Kind: LocatedKind.Object } && root.Children.All(m => m.Key is "position" or "holdings") ? root.Member("holdings") : root;
        foreach (var node in list is { Kind: LocatedKind.Array } ? list.Children : [])
        {
            if (node.Kind == LocatedKind.Object)
            {
                yield return node;
            }
            else
            {
                problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "an object { … }");
            }
        }

        if (root is not null && list is not { Kind: LocatedKind.Array })
        {
            problems.Error("no-list", root.Place, $"Found {root.Describe()}.", "a list [ … ] of rows");
        }
    }

    internal override SourcePlace PlaceOf(string name) => Cell(name)?.Place ?? Place;

    internal override string? OptionalText(string name)
    {
        var cell = Cell(name);
        if (cell is { Kind: not (LocatedKind.String or LocatedKind.Number or LocatedKind.Null) })
        {
            _problems.Error("wrong-type", cell.Place, $"\"{cell.Key}\" holds {cell.Describe()}.", "text in double quotes");
        }

        return cell is { Kind: LocatedKind.String or LocatedKind.Number } && !NotStated.Shipped.IsSilent(cell.Value!) ? cell.Value!.Trim() : null;
    }

    internal override string? Text(string name)
    {
        var text = OptionalText(name);
        if (text is null)
        {
            _problems.Error("missing-key", PlaceOf(name), $"\"{name}\" is missing.", $"a member \"{name}\"");
        }

        return text;
    }

    internal override T? Value<T>(string name, TextParser<T> parser) => Parsed(name, Text(name), parser);

    internal override T? OptionalValue<T>(string name, TextParser<T> parser) => Parsed(name, OptionalText(name), parser);

    internal override T? Choice<T>(string name, IReadOnlyDictionary<string, T> words, bool required)
    {
        var text = required ? Text(name) : OptionalText(name);
        if (text is null)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        _problems.Error("unknown-word", PlaceOf(name), $"\"{ShownText.Short(text)}\" is not one of the words for \"{name}\".", string.Join(", ", words.Keys.OrderBy(w => w, StringComparer.Ordinal)), _problems.Nearest(text, words.Keys));
        return null;
    }

    private T? Parsed<T>(string name, string? text, TextParser<T> parser)
        where T : struct
    {
        if (text is null)
        {
            return null;
        }

        if (parser(text, out var value, out var reason))
        {
            return value;
        }

        _problems.Unreadable(PlaceOf(name), text, reason);
        return null;
    }

    private LocatedNode? Cell(string name) => _node.Children.FirstOrDefault(m => IsName(m.Key!, name));

    // A ledger's JSON writes returnsTo for the CSV column returns-to.
    private static bool IsName(string key, string column) => string.Equals(key, column, StringComparison.OrdinalIgnoreCase) || string.Equals(key, column.Replace("-", ""), StringComparison.OrdinalIgnoreCase);
}
