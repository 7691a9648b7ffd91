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

    private readonly List<ListedFile> _files = [];

    /// <summary>Begins with the rows of the next file.</summary>
    internal void Begin(StatementSide side, ExportRecognition recognition) => _files.Add(new ListedFile(side, recognition));

    /// <summary>Takes a row of the file that was begun last.</summary>
    internal void Add(StatementEntry entry)
    {
        var row = new ListedRow(entry.Serial ?? entry.Project, entry.Block, entry.RowQuantity ?? entry.StatedQuantity, entry.VintageYear);
        var file = _files[^1];
        foreach (var earlier in _files.Take(_files.Count - 1).Where(t => t.Side == file.Side && t.Recognition.Format == file.Recognition.Format && t.First.Contains(row)))
        {
            earlier.Repeated.Add(row);
        }

        if (file.First.Count < MostRows)
        {
            file.First.Add(row);
        }

        file.Latest = new[] { file.Latest, entry.Date, entry.Issued }.Max();
    }

    /// <summary>What is to be said of the file that was begun last, once its rows are read.</summary>
    internal IEnumerable<Problem> End()
    {
        var file = _files[^1];
        foreach (var earlier in _files.Take(_files.Count - 1).Where(t => t.Repeated.Count > 0))
        {
            if (earlier.Repeated.Count * 2 >= earlier.First.Count)
            {
                yield return Problem(earlier, file);
            }

            earlier.Repeated.Clear();
        }
    }

    private static Problem Problem(ListedFile one, ListedFile other)
    {
        var newer = one.Latest == other.Latest ? null : one.Latest is null || other.Latest > one.Latest ? other : one;
        var said = newer is null ? "" : $" {newer.Recognition.File} has the later days, up to {LocalDatePattern.Iso.Format(newer.Latest!.Value)}.";
        return new Problem("same-table", Severity.Warning, $"{one.Repeated.Count} of the first {one.First.Count} rows of {one.Recognition.File} stand here too: the files look like two downloads of one table.{said}", new SourcePlace(other.Recognition.File, 0, 0, ""))
        {
            Hint = "Give the newer one alone.",
        };
    }

    /// <summary>What stays of a row when the table is downloaded again; its state and day may change.</summary>
    private readonly record struct ListedRow(string? Name, SerialBlock? Block, decimal? Quantity, int? Vintage);

    private sealed class ListedFile(StatementSide side, ExportRecognition recognition)
    {
        internal StatementSide Side => side;

        internal ExportRecognition Recognition => recognition;

        internal HashSet<ListedRow> First { get; } = [];

        internal HashSet<ListedRow> Repeated { get; } = [];

        internal LocalDate? Latest { get; set; }
    }
}
