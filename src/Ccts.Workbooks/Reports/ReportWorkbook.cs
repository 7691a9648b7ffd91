using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Reports;

/// <summary>Reads a monitoring report from a filled-in template: its head from the sheet Report, its streams from the sheet Streams.</summary>
/// <remarks>Thread-safe.</remarks>
public static class ReportWorkbook
{
    /// <summary>Whether the workbook is a template of a report.</summary>
    public static bool IsReport(Workbook workbook) =>
        (workbook ?? throw new ArgumentNullException(nameof(workbook))).Find(ReportLayout.ReportSheet)?.CellAt(1, ReportLayout.KeyColumn)?.Text == ReportLayout.Format;

    /// <summary>Reads the report; false with every problem, each with its cell.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="report">The report, or null.</param>
    /// <param name="problems">Every problem; hidden rows are reported.</param>
    public static bool TryRead(Workbook workbook, [NotNullWhen(true)] out MonitoringReport? report, out IReadOnlyList<Problem> problems)
    {
        report = null;
        if (!IsReport(workbook) || workbook.Find(ReportLayout.StreamsSheet) is not { } streams)
        {
            problems = [new Problem("no-report", Severity.Error, "The workbook is no monitoring report.", new SourcePlace(workbook.File, 0, 0, "")) { Expected = "a workbook of \"ccts report template\", filled in", Hint = "A sheet of streams goes beside a report: --streams; a cement pro-forma to \"ccts proforma assess\"." }];
            return false;
        }

        var head = workbook.Find(ReportLayout.ReportSheet)!;
        var found = SheetTable.CellProblems(workbook, head);
        found.AddRange(Twice(workbook, head));
        MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(Head(head).ToJsonString()), workbook.File, out var bare, out var read);
        found.AddRange(read.Select(p => InSheet(p, workbook, head)));
        if (bare is not null)
        {
            StreamSheet.TryAdd(bare, workbook, streams, out report, out read);
            found.AddRange(read);
        }

        report = found.Any(p => p.Severity == Severity.Error) ? null : report;
        problems = found;
        return report is not null;
    }

    private static JsonObject Head(WorkbookSheet sheet)
    {
        var root = new JsonObject { ["format"] = "ccts-monitoring-report/1" };
        foreach (var row in Rows(sheet))
        {
            var steps = row.Key.Split('.');
            var of = root;
            foreach (var step in steps.Take(steps.Length - 1))
            {
                of = (of[step] ??= new JsonObject()) as JsonObject ?? root;
            }

            of[steps[steps.Length - 1]] = row.Text;
        }

        return root;
    }

    /// <summary>For a line that occurs twice only the last would count, unnoticed.</summary>
    private static IEnumerable<Problem> Twice(Workbook workbook, WorkbookSheet sheet) =>
        Rows(sheet).GroupBy(r => r.Key, StringComparer.Ordinal).SelectMany(g => g.Skip(1)).Select(r => new Problem("duplicate-line", Severity.Error, $"\"{r.Key}\" occurs twice.", workbook.PlaceOf(sheet.Name, r.Row, ReportLayout.KeyColumn)) { Expected = "each line once" });

    private static IEnumerable<(string Key, string Text, int Row)> Rows(WorkbookSheet sheet)
    {
        foreach (var cell in sheet.Cells.Where(c => c.Column == ReportLayout.KeyColumn && c.Row > 1))
        {
            var text = CellText.Of(sheet.CellAt(cell.Row, ReportLayout.ValueColumn));
            if (text.Length > 0)
            {
                yield return (cell.Text.Trim(), text, cell.Row);
            }
        }
    }

    private static Problem InSheet(Problem problem, Workbook workbook, WorkbookSheet sheet)
    {
        // A member that is missing is reported at the object it belongs to; the message has its name.
        var key = problem.Place.Pointer.TrimStart('/').Replace('/', '.');
        var missing = problem.Message.Split('"') is { Length: > 2 } words ? key.Length == 0 ? words[1] : key + "." + words[1] : key;
        var keys = sheet.Cells.Where(c => c.Column == ReportLayout.KeyColumn).ToList();
        var row = (keys.Find(c => c.Text.Trim() == key) ?? keys.Find(c => c.Text.Trim() == missing))?.Row ?? 1;
        var place = workbook.PlaceOf(sheet.Name, row, ReportLayout.ValueColumn);

        // People who fill in a form know its lines, not the members of JSON.
        return problem.Code == "missing-key" && row > 1 && CellText.Of(sheet.CellAt(row, ReportLayout.TitleColumn)) is { Length: > 0 } title
            ? problem with { Place = place, Message = $"\"{title}\" is empty.", Expected = "an entry in the yellow cell" }
            : problem with { Place = place };
    }
}
