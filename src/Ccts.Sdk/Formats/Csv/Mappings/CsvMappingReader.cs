using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Formats.Csv.Mappings;

/// <summary>Reads the mapping of a table from JSON: <c>{"columns": {"trade": "Deal No", "kind": {"value": "ccc"}, …}, "ignore": ["Remarks"]}</c>.</summary>
/// <remarks>Thread-safe.</remarks>
public static class CsvMappingReader
{
    /// <summary>Reads the mapping of a table; problems go to the reader's list.</summary>
    /// <param name="json">The object.</param>
    /// <param name="known">The columns that the table's reader asks for.</param>
    public static CsvMapping? Read(ObjectReader json, IReadOnlyCollection<string> known)
    {
        Require.NotNull(json);
        Require.NotNull(known);
        var sources = new Dictionary<string, CsvSource>(System.StringComparer.Ordinal);
        foreach (var column in json.Required("columns") is { Kind: LocatedKind.Object } columns ? columns.Children : [])
        {
            if (!known.Contains(column.Key!, System.StringComparer.Ordinal))
            {
                json.Problems.Error("unknown-key", column.Place, $"\"{ShownText.Short(column.Key!)}\" is not a column that is asked for.", string.Join(", ", known), json.Problems.Nearest(column.Key!, known));
            }
            else if (Source(column, json.Problems) is { } source)
            {
                sources[column.Key!] = source;
            }
        }

        foreach (var twice in sources.Where(s => s.Value.Column is not null).GroupBy(s => s.Value.Column!, System.StringComparer.Ordinal).Where(g => g.Skip(1).Any()))
        {
            json.Problems.Error("bad-value", json.Node.Place, $"\"{ShownText.Short(twice.Key)}\" is the source of {string.Join(" and ", twice.Select(s => s.Key))}.", "a source for one column");
        }

        var ignored = json.OptionalList("ignore").Select(n => Text(n, json.Problems) ?? "").ToList();
        json.Done();
        return json.Problems.HasErrors ? null : new CsvMapping(sources, ignored);
    }

    private static CsvSource? Source(LocatedNode node, ProblemList problems)
    {
        if (node.Kind != LocatedKind.Object)
        {
            return Text(node, problems) is { } name ? new CsvSource { Column = name } : null;
        }

        var json = new ObjectReader(node, problems);
        var (column, value, thousands, pattern) = (json.OptionalText("column"), json.OptionalText("value"), json.OptionalText("thousands"), json.OptionalText("pattern"));
        var read = new CsvSource
        {
            Column = column, Value = value, Unit = json.OptionalText("unit"), Thousands = thousands is { Length: 1 } ? thousands[0] : null, Pattern = pattern,
            Offset = json.OptionalValue<Offset>("offset", TryOffset), Words = json.Optional("words") is { } words ? Words(words, problems) : null,
        };
        json.Done();
        Demand(problems, node, (column is null) != (value is null), "\"column\" or \"value\"");
        Demand(problems, node, thousands is null || (thousands.Length == 1 && thousands[0] is ',' or ' ' or '\''), "\"thousands\" as \",\", \" \" or \"'\"");
        Demand(problems, node, pattern is null || (read.Offset is null ? IsPattern(() => LocalDatePattern.CreateWithInvariantCulture(pattern)) : IsPattern(() => LocalDateTimePattern.CreateWithInvariantCulture(pattern))), "a pattern such as dd-MM-yyyy, or dd-MM-yyyy HH:mm:ss with \"offset\"");
        Demand(problems, node, read.Offset is null || pattern is not null, "\"pattern\" beside \"offset\"");
        return read;
    }

    private static Dictionary<string, string>? Words(LocatedNode node, ProblemList problems)
    {
        if (node.Kind != LocatedKind.Object)
        {
            problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "an object { … }");
            return null;
        }

        return node.Children.Select(c => (Key: c.Key!, Value: Text(c, problems))).Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!, System.StringComparer.Ordinal);
    }

    private static string? Text(LocatedNode node, ProblemList problems)
    {
        if (node.Kind == LocatedKind.String && !string.IsNullOrWhiteSpace(node.Value))
        {
            return node.Value;
        }

        problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "text in double quotes");
        return null;
    }

    private static void Demand(ProblemList problems, LocatedNode node, bool holds, string expected)
    {
        if (!holds)
        {
            problems.Error("bad-value", node.Place, $"\"{ShownText.Short(node.Key!)}\" cannot be read by this.", expected);
        }
    }

    private static bool IsPattern(System.Func<object> make)
    {
        try
        {
            return make() is not null;
        }
        catch (InvalidPatternException)
        {
            return false;
        }
    }

    private static bool TryOffset(string text, out Offset value, out string? reason)
    {
        var parsed = OffsetPattern.GeneralInvariant.Parse(text);
        (value, reason) = parsed.Success ? (parsed.Value, (string?)null) : (default, "an offset such as +05:30");
        return parsed.Success;
    }
}
