using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Formats.Csv;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>One row of a registry's statement.</summary>
internal sealed record StatementRow(SerialBlock Block, string? Account, UnitState? State, string? Reference, string? Serial, int Line);

/// <summary>
/// A registry's statement of units: <c>statement-20261129T093000Z.csv</c>, of the moment in its name. Its last row has <c>#total</c> for a scope, the number of
/// rows as start and of units as end.
/// </summary>
internal sealed record StatementFile(string Name, Instant AsOf, IReadOnlyList<StatementRow> Rows)
{
    private const string TotalScope = "#total";
    private static readonly string[] Required = ["scope", "start", "end", "account", "state"], Optional = ["reference", "serial"];
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture("'statement-'uuuuMMdd'T'HHmmss'Z.csv'");

    internal static bool IsName(string name) => Stamp.Parse(name).Success;

    /// <summary>The time in the name of the newest statement; null if there is none.</summary>
    internal static Instant? NewestTime(DropFolder folder) => folder.Names(IsName) is { Count: > 0 } names ? Stamp.Parse(names[names.Count - 1]).Value : null;

    /// <summary>The newest statement; null with the reason where there is none, or the newest is dated after <paramref name="latest"/>, is incomplete or its totals do not match its rows.</summary>
    internal static (StatementFile? Statement, string Fault) Newest(DropFolder folder, int mostBytes, FileProfile profile, Instant latest)
    {
        var names = folder.Names(IsName);
        if (names is null)
        {
            return (null, "The folder for answers is not there, or cannot be looked into.");
        }

        if (names.Count == 0)
        {
            return (null, "There is no statement of the registry.");
        }

        var name = names[names.Count - 1];
        if (Stamp.Parse(name).Value > latest)
        {
            return (null, $"{name} is dated after this host's own time. Remove it, or set the clock that is wrong.");
        }

        var (bytes, fault) = folder.Read(name);
        if (bytes is null)
        {
            return (null, fault);
        }

        var problems = new ProblemList();
        var rows = Read(bytes, name, mostBytes, profile, problems);
        return problems.HasErrors ? (null, $"{name}: {problems.ToList()[0].Message}") : (new StatementFile(name, Stamp.Parse(name).Value, rows), "");
    }

    private static List<StatementRow> Read(byte[] bytes, string name, int mostBytes, FileProfile profile, ProblemList problems)
    {
        var rows = new List<StatementRow>();
        var csv = LocatedCsv.Open(bytes, name, problems, mostBytes);
        var table = csv is null ? null : CsvTable.Open(csv, name, problems, [.. Required.Select(profile.Name)], [.. Optional.Select(profile.Name)]);
        (string? Rows, string? Units)? total = null;
        var seen = new Dictionary<string, LiveBlockSet>(StringComparer.Ordinal);
        while (table?.ReadRecord() is { } row)
        {
            string? Cell(string column) => row.OptionalText(profile.Name(column));
            if (total is not null)
            {
                problems.Error("after-total", row.Row.Place, "A row follows the total.", "the total as the last row");
            }
            else if (Cell("scope") == TotalScope)
            {
                total = (Cell("start"), Cell("end"));
            }
            else if (AnswerFile.RangeOf(Cell("start"), Cell("end")) is { } range && range.TryGetCount(out var count) && count.FitsUInt64)
            {
                var scope = Cell("scope") ?? "";
                if (!seen.TryGetValue(scope, out var before))
                {
                    seen.Add(scope, before = new LiveBlockSet());
                }

                if (!before.TryAdd(range))
                {
                    problems.Error("row-repeated", row.Row.Place, "Another row has numbers of this row too; a unit is in one place only.", "every number once");
                }

                var state = Cell("state") is { } word && profile.States.TryGetValue(word, out var known) ? known : (UnitState?)null;
                rows.Add(new StatementRow(new SerialBlock(profile.Registry, scope, range), Cell("account"), state, Cell("reference"), Cell("serial"), row.Row.Place.Line));
            }
            else
            {
                problems.Error("unreadable", row.Row.Place, "The numbers of this row cannot be read.", "start and end as whole numbers, the end not before the start");
            }
        }

        if (!problems.HasErrors && (total is not { } stated || stated.Rows != rows.Count.ToString(CultureInfo.InvariantCulture) || stated.Units != rows.Sum(r => r.Block.Count.ToDecimal()).ToString(CultureInfo.InvariantCulture)))
        {
            problems.Error("total-differs", new SourcePlace(name, rows.Count + 2, 1, ""), "The last row does not state as many rows and units as there are.", $"a last row {TotalScope} with the number of rows and of units");
        }

        return rows;
    }
}
