using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Recognises files of one side that are downloads of one table: at least half of the first rows of the one stand in the other too.</summary>
internal sealed class RepeatedTables
{
    private const int MostRows = 1000;

    private readonly List<Table> _tables = [];

    /// <summary>Begins with the rows of the next file.</summary>
    internal void Begin(StatementSide side, ExportRecognition recognition) => _tables.Add(new Table(side, recognition));

    /// <summary>Takes a row of the file that was begun last.</summary>
    internal void Add(StatementEntry entry)
    {
        var row = new Row(entry.Serial ?? entry.Project, entry.Block, entry.RowQuantity ?? entry.StatedQuantity, entry.VintageYear);
        var table = _tables[^1];
        foreach (var earlier in _tables.Take(_tables.Count - 1).Where(t => t.Side == table.Side && t.Recognition.Format == table.Recognition.Format && t.First.Contains(row)))
        {
            earlier.Repeated.Add(row);
        }

        if (table.First.Count < MostRows)
        {
            table.First.Add(row);
        }

        table.Latest = new[] { table.Latest, entry.Date, entry.Issued }.Max();
    }

    /// <summary>What is to be said of the file that was begun last, once its rows are read.</summary>
    internal IEnumerable<Problem> End()
    {
        var table = _tables[^1];
        foreach (var earlier in _tables.Take(_tables.Count - 1).Where(t => t.Repeated.Count > 0))
        {
            if (earlier.Repeated.Count * 2 >= earlier.First.Count)
            {
                yield return Problem(earlier, table);
            }

            earlier.Repeated.Clear();
        }
    }

    private static Problem Problem(Table one, Table other)
    {
        var newer = one.Latest == other.Latest ? null : one.Latest is null || other.Latest > one.Latest ? other : one;
        var said = newer is null ? "" : $" {newer.Recognition.File} has the later days, up to {LocalDatePattern.Iso.Format(newer.Latest!.Value)}.";
        return new Problem("same-table", Severity.Warning, $"{one.Repeated.Count} of the first {one.First.Count} rows of {one.Recognition.File} stand here too: the files look like two downloads of one table.{said}", new SourcePlace(other.Recognition.File, 0, 0, ""))
        {
            Hint = "Give the newer one alone.",
        };
    }

    /// <summary>What stays of a row when the table is downloaded again; its state and day may change.</summary>
    private readonly record struct Row(string? Name, SerialBlock? Block, decimal? Quantity, int? Vintage);

    private sealed class Table(StatementSide side, ExportRecognition recognition)
    {
        internal StatementSide Side => side;

        internal ExportRecognition Recognition => recognition;

        internal HashSet<Row> First { get; } = [];

        internal HashSet<Row> Repeated { get; } = [];

        internal LocalDate? Latest { get; set; }
    }
}
