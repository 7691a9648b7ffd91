using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Ingestion.Rows;

/// <summary>The tables of a file: one, or one on each of the sheets of a workbook that a mapping names, all with the same columns.</summary>
internal static class SheetTables
{
    /// <summary>Each is read to its end before the next one is asked for; none where the reason is in <paramref name="problems"/>.</summary>
    internal static IEnumerable<RowReader> Of(PeekedStream bytes, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems)
    {
        var real = layout.HasMonthsAcross ? MonthsAcross.Real(columns) : columns;
        RowReader? Table(RowReader? rows) => rows is not null && layout.HasMonthsAcross ? MonthsAcross.Of(rows, columns, layout.MonthsFrom, problems) : rows;
        if (bytes.Content.Kind != ContentKind.Workbook && layout.Sheets.Count > 0)
        {
            problems.Error("unknown-sheet", new SourcePlace(file, 0, 0, ""), $"The mapping takes {string.Join(", ", layout.Sheets.Select(s => $"\"{ShownText.Short(s)}\""))} of a workbook, and the file is none, so nothing tells which sheet it was.", "an .xlsx workbook", "Give the workbook itself; where the file is what its only sheet holds, leave \"sheet\" out.");
            yield break;
        }

        if (bytes.Content.Kind != ContentKind.Workbook || (layout.Sheets.Count < 2 && !layout.Sheets.Any(s => s.Contains('*'))))
        {
            if (Table(SniffedFile.Rows(bytes, file, layout, real, problems)) is { } only)
            {
                yield return only;
            }

            yield break;
        }

        var all = new MemoryStream();
        bytes.CopyTo(all);
        all.Position = 0;
        var names = WorkbookRows.Names(all, file, WorkbookLimits.Default, out var told);
        foreach (var problem in told)
        {
            problems.Add(problem);
        }

        foreach (var sheet in names is null ? [] : Chosen(names, file, layout, problems))
        {
            all.Position = 0;
            if (Table(XlsxRows.Open(all, file, layout with { Sheets = [sheet] }, real, problems)) is { } rows)
            {
                rows.Sheet = sheet;
                yield return rows;
            }
        }
    }

    /// <summary>Compares sheet names as a spreadsheet does, ignoring case.</summary>
    internal static bool Fits(string name, string pattern) => NamePattern.Fits(name.Trim().ToUpperInvariant(), pattern.Trim().ToUpperInvariant());

    private static List<string> Chosen(IReadOnlyList<string> names, string file, TableLayout layout, ProblemList problems)
    {
        var chosen = new List<string>();
        foreach (var wanted in layout.Sheets)
        {
            var fits = names.Where(n => Fits(n, wanted)).ToList();
            if (fits.Count == 0 && wanted.Contains('*'))
            {
                problems.Error("unknown-sheet", new SourcePlace(file, 0, 0, ""), $"No sheet of the workbook that holds something fits \"{wanted}\".", string.Join(", ", names));
            }

            // Opening a sheet reports one that is hidden or missing.
            chosen.AddRange((fits.Count == 0 && !wanted.Contains('*') ? [wanted] : fits).Where(f => !chosen.Contains(f, StringComparer.OrdinalIgnoreCase)));
        }

        return chosen;
    }
}
