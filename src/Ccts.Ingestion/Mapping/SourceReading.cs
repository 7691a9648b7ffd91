using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>Reads one source of a mapping.</summary>
internal static class SourceReading
{
    private const int SecondsADay = 86_400;
    private const int MostSkipped = 20;
    private static readonly Dictionary<string, bool> s_counts = new(System.StringComparer.Ordinal) { ["interval"] = false, ["register"] = true };
    private static readonly Dictionary<string, bool> s_across = new(System.StringComparer.Ordinal) { ["across"] = true };
    private static readonly Dictionary<string, bool> s_stamps = new(System.StringComparer.Ordinal) { ["start"] = false, ["end"] = true };

    internal static SourceMapping? Read(LocatedNode node, ReportStreams streams, ProblemList problems)
    {
        var fields = new ObjectReader(node, problems);
        var columns = new List<string>();
        var id = Name(fields, "id");
        var kind = fields.Choice("kind", SourceMapping.Kinds);
        if (kind is null)
        {
            // The other members depend on the kind.
            return null;
        }

        var files = Name(fields, "files");
        var layout = Layout(fields);
        var time = fields.Object("time");
        var (form, timeColumn, clockColumn, monthsFrom) = time is null ? default : Time(time, columns);
        if (form is { IsOfMonths: true } && (kind is SourceKind.Meter or SourceKind.Stock || clockColumn is not null))
        {
            problems.Error("bad-value", (time!.Node.Member("format") ?? time.Node).Place, kind is SourceKind.Meter or SourceKind.Stock ? "A meter's intervals and the counts of a stock have days." : "A month has no time of day.", "a format of days and times");
        }

        var isMeter = kind == SourceKind.Meter;
        var minutes = isMeter ? fields.Integer("minutes") : null;
        var counts = isMeter ? fields.Choice("counts", s_counts) : null;
        var stamps = isMeter && counts == false ? fields.Choice("stamps", s_stamps) : null;
        if (minutes is { } m && (m is < 1 or > 1440 || 1440 % m != 0))
        {
            problems.Error("bad-value", node.Member("minutes")!.Place, $"An interval of {m} minutes does not divide a day.", "minutes that divide a day, such as 60, 30 or 15");
        }

        var isAcross = time?.Node.Member("months") is not null;
        layout = layout with { HasMonthsAcross = isAcross, MonthsFrom = monthsFrom };
        if (isAcross && layout.IsJsonLines)
        {
            problems.Error("bad-value", time!.Node.Place, "JSON lines have no columns of months.", "\"column\" of the member that holds the month");
        }

        var shape = new SeriesShape(kind.Value, layout.Numbers, streams, columns) { HasMonthsAcross = isAcross };
        var series = fields.List("series").Select(s => SeriesReading.Read(s, shape, problems)).ToList();
        if (node.Member("series") is { Kind: LocatedKind.Array, Children.Count: 0 } empty)
        {
            problems.Error("no-series", empty.Place, "The source has no series.", "at least one");
        }

        foreach (var wrong in series.Where(s => s is not null && kind == SourceKind.Laboratory && s.Missing.Method is MissingMethod.DayBefore or MissingMethod.Spread))
        {
            problems.Error("missing-method", wrong!.Place, "A laboratory's result is of a month.", "none, previous, neighbours or largest");
        }

        foreach (var wrong in series.Where(s => s is not null && isMeter && s.Missing.Method != MissingMethod.None && (s.Missing.Method == MissingMethod.Spread) != (counts == true)))
        {
            problems.Error("missing-method", wrong!.Place, counts == true ? "A register's gaps are known in total; only what crosses the end of a month can be divided." : "Only what a register counted can be spread.", counts == true ? "spread, or none" : "none, previous, neighbours, day-before or largest");
        }

        foreach (var unnamed in series.Where(s => isAcross && s is { Where.Count: 0 }))
        {
            problems.Error("missing-key", unnamed!.Place, "Where months are columns, each row is of something else, and the series does not say of what.", "\"where\" with the column that names it");
        }

        TellTwice([.. series.Where(s => s is not null).Select(s => s!)], problems);
        fields.Done();
        return problems.HasErrors || form is null ? null : new SourceMapping
        {
            Id = id!,
            Kind = kind.Value,
            Files = files!,
            Layout = layout,
            Time = form,
            TimeColumn = timeColumn,
            ClockColumn = clockColumn,
            Seconds = isMeter ? minutes!.Value * 60 : SecondsADay,
            IsRegister = counts == true,
            StampsEnd = stamps == true,
            Series = series.Select(s => s!).ToList(),
            Columns = columns,
        };
    }

    /// <summary>The same cell must not come twice into one amount.</summary>
    private static void TellTwice(List<SeriesMapping> series, ProblemList problems)
    {
        for (var i = 1; i < series.Count; i++)
        {
            var (one, same) = (series[i], series.Take(i).FirstOrDefault(s => s.Stream == series[i].Stream && s.Flow == series[i].Flow && s.Into == series[i].Into && s.Result == series[i].Result && s.Column == series[i].Column && RowCondition.CanMeet(s.Where, series[i].Where)));
            if (same is not null)
            {
                problems.Error("series-twice", one.Place, $"An earlier series brings the same column into the stream \"{ShownText.Short(one.Stream)}\", so its rows would count twice.", "each cell once in a stream", "Choose the rows of each with \"where\", by a column that both name, or take one out.");
            }
        }
    }

    /// <summary>The index of a column among those that are read; repeated names share one.</summary>
    internal static int Place(List<string> columns, string column)
    {
        var at = columns.IndexOf(column);
        if (at < 0)
        {
            columns.Add(column);
            at = columns.Count - 1;
        }

        return at;
    }

    internal static string? Name(ObjectReader fields, string key, bool required = true)
    {
        var text = required ? fields.Text(key) : fields.OptionalText(key);
        if (text is not null && (text.Trim().Length == 0 || text.Trim() != text || text.Length > 200 || text.Any(char.IsControl)))
        {
            fields.Problems.Error("bad-value", fields.Node.Member(key)!.Place, $"\"{key}\" is not one line of text.", "1 to 200 characters, without blanks before or behind them");
        }

        return text;
    }

    /// <summary>One name or several; none where the member is left out.</summary>
    internal static IReadOnlyList<string> Names(ObjectReader fields, string key)
    {
        if (fields.Node.Member(key) is not { Kind: LocatedKind.Array })
        {
            return Name(fields, key, required: false) is { } one ? [one] : [];
        }

        var items = fields.OptionalList(key);
        if (items.Count == 0)
        {
            fields.Problems.Error("bad-value", fields.Node.Member(key)!.Place, $"\"{key}\" names nothing.", "at least one name");
        }

        return [.. items.Select(i => RowCondition.Text(i, fields.Problems)).OfType<string>()];
    }

    private static TableLayout Layout(ObjectReader source)
    {
        if (source.OptionalObject("table") is not { } fields)
        {
            return new TableLayout();
        }

        var point = fields.Choice("decimal", NumberForm.Decimals, required: false) ?? '.';
        var thousands = fields.Choice("thousands", NumberForm.Separators, required: false);
        if (point == thousands)
        {
            fields.Problems.Error("bad-value", fields.Node.Place, "The decimal and the thousands separator are the same.", "two different ones");
        }

        var layout = new TableLayout
        {
            IsJsonLines = fields.Choice("form", TableLayout.Forms, required: false) ?? false,
            Sheets = Names(fields, "sheet"),
            Skip = SeriesReading.OptionalInteger(fields, "skip") ?? 0,
            Until = Names(fields, "until"),
            Separator = fields.Choice("separator", TableLayout.Separators, required: false) ?? ',',
            EncodingAt = fields.Choice("encoding", TableLayout.Encodings, required: false) ?? 0,
            Numbers = new NumberForm(point, thousands) { Minus = fields.Choice("minus", NumberForm.Minuses, required: false) ?? MinusPlace.Before },
            Units = Units(fields),
            Absent = [.. fields.OptionalList("absent").Select(n => Word(n, fields.Problems))],
        };
        if (layout.Skip is < 0 or > MostSkipped)
        {
            fields.Problems.Error("bad-value", fields.Node.Member("skip")!.Place, "\"skip\" counts the rows right below the header that are no rows of the table.", $"0 to {MostSkipped}");
        }

        if (layout is { IsJsonLines: true } && (layout.Skip > 0 || layout.Until.Count > 0))
        {
            fields.Problems.Error("bad-value", fields.Node.Place, "JSON lines have no header and nothing below a table.", "neither \"skip\" nor \"until\"");
        }

        fields.Done();
        return layout;
    }

    /// <summary>The file's words for units; a series that uses one checks that it stands for a unit.</summary>
    private static Dictionary<string, string> Units(ObjectReader table)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        if (table.OptionalObject("units") is { } fields)
        {
            foreach (var word in fields.Node.Children.Select(c => c.Key!).ToList())
            {
                units[word] = Name(fields, word) ?? "";
            }
        }

        return units;
    }

    private static string Word(LocatedNode node, ProblemList problems)
    {
        if (node.Kind != LocatedKind.String)
        {
            problems.Error("wrong-type", node.Place, $"This is {node.Describe()}.", "text in double quotes");
        }

        return node.Value ?? "";
    }

    private static (TimeForm? Form, int Column, int? Clock, int? MonthsFrom) Time(ObjectReader fields, List<string> columns)
    {
        var from = fields.OptionalValue<ComplianceYear>("year", ComplianceYear.TryParse)?.StartYear;
        if (fields.Choice("months", s_across, required: false) is true)
        {
            fields.Done();
            TimeForm.TryOf(TimeForm.Month, null, out var months, out _);
            return (months, Place(columns, MonthsAcross.MonthName), null, from);
        }

        var column = Name(fields, "column");
        var clock = Name(fields, "clockColumn", required: false);
        var pattern = fields.OptionalText("format");
        var (offset, written) = (fields.OptionalText("offset"), fields.OptionalText("writtenBy"));
        fields.Done();
        if (from is not null && pattern != TimeForm.Month)
        {
            fields.Problems.Error("bad-value", fields.Node.Member("year")!.Place, "A year is stated for months that are written without one, and the times are no months.", "\"format\": \"month\", or no \"year\"");
        }

        if (!TimeForm.TryOf(pattern, offset, out var form, out var reason, written, from))
        {
            var isOffset = reason!.StartsWith("an offset", StringComparison.Ordinal);
            var at = fields.Node.Member(!isOffset ? "format" : TimeForm.TryOf(null, offset, out _, out _) ? "writtenBy" : "offset")!;
            fields.Problems.Unreadable(at.Place, at.Value!, reason);
        }

        return (form, Place(columns, column ?? ""), clock is null ? null : Place(columns, clock), from);
    }
}
