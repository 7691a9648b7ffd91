using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <summary>Checks a report in the agreed electronic format: the format of each cell, that quantities match their identifiers, that no identifier is claimed twice, and that holdings follow from the actions.</summary>
/// <remarks>Pure and thread-safe. Every problem names its row. A warning means that the file alone cannot settle the point.</remarks>
public static partial class AefCheck
{
    /// <summary>All problems: first by row, then those of the sums.</summary>
    /// <param name="report">The report.</param>
    /// <param name="reading">How First ID and Last ID are written; null to use the form of most rows.</param>
    /// <param name="previous">The Party's report of the year before, for its holdings, first transfers, departed identifiers and authorizations. Null when it is not available.</param>
    public static IReadOnlyList<Problem> Problems(AefReport report, AefIdReading? reading = null, AefReport? previous = null)
    {
        var problems = new List<Problem>();
        var read = reading ?? ReadingOf(Require.NotNull(report));
        Submission(report, problems);
        previous = YearBefore(report, previous, problems);
        foreach (var row in report.Rows)
        {
            Cells(row, problems);
        }

        var runs = Runs(report, read, problems);
        SameVersions(report, previous, problems);
        Authorized(report, runs, previous, problems);
        foreach (var action in report.Of(AefTableKind.Actions))
        {
            Acts(action, problems);
        }

        var before = previous is null ? null : Runs(previous, reading ?? ReadingOf(previous), problems);
        Units(report, runs, before ?? [], problems);
        SameTonnes(runs, before ?? [], problems);
        Movements(report, runs, before, problems);
        return problems;
    }

    /// <summary>How most rows of a report write First ID and Last ID.</summary>
    public static AefIdReading ReadingOf(AefReport report)
    {
        var ids = Require.NotNull(report).Rows.Where(HasRun).Select(r => r[AefColumns.FirstId]).ToList();
        return ids.Count(i => BlockNumber.TryParse(i.Replace(",", ""), out _)) * 2 > ids.Count ? AefIdReading.Integers : AefIdReading.FullIdentifiers;
    }

    internal static bool HasRun(AefRow row) => row.Table == AefTableKind.Holdings || (row.Table == AefTableKind.Actions && row[AefColumns.ActionType] != "Authorization");

    private static void Cells(AefRow row, List<Problem> problems)
    {
        var columns = AefColumns.Of(row.Table);
        for (var i = 0; i < columns.Count; i++)
        {
            var (column, cell) = (columns[i], row.Cells[i]);
            if (AefColumns.IsNothing(cell))
            {
                if (column.Required && (column.Format != AefFormat.ItmoId || HasRun(row)))
                {
                    Add(problems, "aef-missing", row, column.Name, $"\"{column.Name}\" is missing.", column.Expected);
                }
            }
            else if (!column.Admits(cell))
            {
                Add(problems, "aef-format", row, column.Name, $"\"{cell}\" is no \"{column.Name}\".", column.Expected);
            }
        }
    }

    private static List<(AefRow Row, AefRun Run)> Runs(AefReport report, AefIdReading reading, List<Problem> problems)
    {
        var runs = new List<(AefRow, AefRun)>();
        foreach (var row in report.Rows.Where(HasRun))
        {
            if (AefRun.Of(row, reading, out var fault) is not { } run)
            {
                Add(problems, "aef-ids", row, AefColumns.FirstId, fault, "First ID and Last ID of one run");
                continue;
            }

            runs.Add((row, run));
            var quantity = row[AefColumns.Metric] == "non-GHG" ? AefColumns.NonGhgQuantity : AefColumns.Quantity;
            var stated = Article6Formats.NumberOf(row[quantity]);
            if (stated is null && AefColumns.IsNothing(row[quantity]))
            {
                Add(problems, "aef-missing", row, quantity, $"\"{quantity}\" is missing, and the metric is {row[AefColumns.Metric]}.", "the quantity");
            }
            else if (row[AefColumns.Metric] == "GHG" && stated is { } tonnes && tonnes != run.Tonnes)
            {
                Add(problems, "aef-quantity", row, quantity, $"The quantity is {tonnes}, and there are {run.Tonnes} identifiers from {row[AefColumns.FirstId]} to {row[AefColumns.LastId]}.", "one identifier a tonne");
            }
        }

        return runs;
    }

    private static string? PartyOf(AefReport report) => report.Of(AefTableKind.Submission).FirstOrDefault()?[AefColumns.Party];

    private static void Add(List<Problem> problems, string code, AefRow row, string column, string message, string expected, Severity severity = Severity.Error) => problems.Add(
        new Problem(code, severity, message, new SourcePlace(row.Place.File, row.Place.Line, row.Place.Column, row.Place.Pointer is { Length: > 0 } pointer ? pointer + "/" + column : $"{row.Table}/{column}")) { Expected = expected });
}
