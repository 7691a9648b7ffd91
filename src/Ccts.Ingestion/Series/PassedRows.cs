using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Rows below the header that a mapping passes over, and that have a time and an amount as the rows below them.</summary>
internal static class PassedRows
{
    internal static void Tell(SourceMapping source, RowReader file, int at, Findings findings)
    {
        foreach (var (row, cells) in file.Passed)
        {
            string Of(int column) => file.Header.ToList().IndexOf(source.Columns[column]) is >= 0 and var i && i < cells.Count ? cells[i] : "";
            var time = Of(source.TimeColumn) + (source.ClockColumn is { } clock ? " " + Of(clock) : "");
            if ((source.Time.TryRead(time, out _) || source.Time.OfDays.TryRead(time, out _)) && source.Series.FirstOrDefault(s => source.Layout.Numbers.Rewrite(Of(s.Column)) is { } number && QuantityText.TryReadAlone(number, out _)) is { } series)
            {
                findings.Warn("passed-row", new Reading(0, 0m, at, row), $"The mapping passes over this row by \"skip\", and it has a time and {ShownText.Short(Of(series.Column))} for {series.Name}: it is not counted.", "Where it is a row of the table, take \"skip\" out.");
            }
        }
    }
}
