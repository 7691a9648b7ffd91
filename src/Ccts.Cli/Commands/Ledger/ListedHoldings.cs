using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>
/// Opening holdings as JSON: what <c>ccts ledger export --json</c> writes, or a list of objects with the names of the CSV's columns. They are read as the rows
/// of that CSV, line for line, and problems name their place in the JSON.
/// </summary>
internal static class ListedHoldings
{
    private const int FirstLine = 2;

    /// <summary>The rows; null where the file is no such list.</summary>
    internal static IReadOnlyList<LocatedNode>? Find(byte[] bytes, string? name, int maxBytes)
    {
        var root = LocatedJson.Read(bytes, name, new ProblemList(), maxBytes);
        var list = root is { Kind: LocatedKind.Object } && root.Children.All(m => m.Key is "position" or "holdings") ? root.Member("holdings") : root;
        return list is { Kind: LocatedKind.Array } && !list.Children.Any(c => c.Kind == LocatedKind.Object && c.Member("command") is not null) ? list.Children : null;
    }

    internal static List<(LedgerCommand Command, int Line)> Read(IReadOnlyList<LocatedNode> rows, string? name, Instant at, ProblemList problems)
    {
        var found = new ProblemList();
        var csv = Encoding.UTF8.GetBytes(Csv(rows, problems));
        var commands = !problems.HasErrors && CsvTable.OpenFound(csv, name, found, csv.Length, OpeningHoldings.Columns, OpeningHoldings.OptionalColumns) is { } table ? new OpeningHoldings(at, found).Read(table) : [];
        foreach (var problem in found.ToList())
        {
            var row = rows.ElementAtOrDefault(problem.Place.Line - FirstLine);
            var cell = row?.Member(problem.Place.Pointer[(problem.Place.Pointer.LastIndexOf('/') + 1)..]);
            problems.Add(problem with { Place = (cell ?? row)?.Place ?? new SourcePlace(name, 1, 1, "") });
        }

        return [.. commands.Select(c => (c.Command, rows[c.Line - FirstLine].Place.Line))];
    }

    private static string Csv(IReadOnlyList<LocatedNode> rows, ProblemList problems)
    {
        var columns = rows.SelectMany(r => r.Children).Where(m => m.Key is not null).Select(m => m.Key!).Distinct(StringComparer.Ordinal).ToList();
        var text = new StringBuilder().AppendJoin(',', columns.Select(CsvCell.Of)).Append('\n');
        foreach (var row in rows)
        {
            if (row.Kind != LocatedKind.Object || row.Children.All(m => m.Kind == LocatedKind.Null))
            {
                problems.Error("wrong-type", row.Place, $"Found {row.Describe()} in the place of units.", "an object { … } with the names of the columns");
            }

            text.AppendJoin(',', columns.Select(c => CsvCell.Of(Cell(row.Kind == LocatedKind.Object ? row.Member(c) : null, problems)))).Append('\n');
        }

        return text.ToString();
    }

    private static string? Cell(LocatedNode? member, ProblemList problems)
    {
        if (member is null or { Kind: LocatedKind.Null or LocatedKind.Number } || (member is { Kind: LocatedKind.String, Value: { } text } && text.AsSpan().IndexOfAny('\r', '\n') < 0))
        {
            return member?.Value;
        }

        problems.Error("wrong-type", member.Place, $"\"{member.Key}\" holds {member.Describe()}.", "text in one line, or a number");
        return null;
    }
}
