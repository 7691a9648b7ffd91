using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Finds columns that a mapping names although their headers speak against it: the rows do not add up, the column holds another result, or other columns belong with it.</summary>
internal sealed class NamedColumns(SourceMapping source, RowReader file, Findings findings)
{
    private const string Column = "Look at \"column\" of the series.";
    private const string Result = "Look at \"result\" and \"column\" of the series.";
    private const string AddsUp = ", by its name, and the mapping adds up its rows.";
    private const int SecondsAnHour = 3_600;
    private static readonly string[] s_given = ["export", "exported", "exports"];
    private static readonly string[] s_taken = ["import", "imported", "imports"];

    internal void Tell()
    {
        foreach (var series in source.Series.GroupBy(s => s.Column).Select(g => g.First()))
        {
            var header = source.Columns[series.Column];
            if ((series.Result is { } result ? OfResult(series, result.Name, header) : OfAmount(series, header)) is { } why)
            {
                findings.Problems.Warn("column-suspected", file.PlaceOfName(series.Column), $"\"{ShownText.Short(header)}\" {why.Says}", hint: why.Hint);
            }
        }

        TellWeights();
        TellHours();
    }

    private static (string Says, string Hint)? OfResult(SeriesMapping series, string result, string header)
    {
        var words = HeaderWords.OfHeader(header);
        return LabHeaders.ResultOf(words) is { } named && LabHeaders.Own(named) != LabHeaders.Own(result) ? ($"looks like {named}, and the mapping takes it for {result}.", Result)
            : LabHeaders.ResultOf(HeaderWords.Of(header)) is null && LabHeaders.IsOfAnother(HeaderWords.Of(header)) ? ($"looks like another result than {result}, which the mapping takes it for.", Result)
            : LabHeaders.AgainstOf(words, result, series.HasBasis) is { } against ? ($"{against}, by its name, and the mapping takes it for {result}.", "Look at \"result\" and \"column\" of the series, and at \"basis\" of its stream.")
            : null;
    }

    private (string Says, string Hint)? OfAmount(SeriesMapping series, string header)
    {
        var (kind, isMeter) = (source.Kind, source is { Kind: SourceKind.Meter, IsRegister: false });
        return series.Into == Into.Amounts && kind == SourceKind.Movements && BesideReason.Of(header, file.Header) is { } other ? ($"{other.Why}, by its name, and \"{ShownText.Short(other.Beside)}\" is beside it.", Column)
            : !source.IsRegister && kind is SourceKind.Movements or SourceKind.Meter && ColumnReason.IsOfRegister(header, file.Header) ? (ColumnReason.Register.Why + AddsUp, "Where it is what a register shows, make the source a meter with \"counts\": \"register\"; else take the column of what was used.")
            : kind == SourceKind.Stock && HeaderWords.OfHeader(header).Contains("book", StringComparer.Ordinal) && file.Header.FirstOrDefault(h => HeaderWords.OfHeader(h).Any(w => w is "physical" or "measured" or "actual")) is { } counted ? ($"is what the books have, by its name, and \"{ShownText.Short(counted)}\" is beside it.", Column)
            : Direction(series, header) is { } way ? ($"speaks of what went the other way than {series.Name}, and \"{ShownText.Short(way)}\" is beside it.", Column)
            : isMeter && source.Seconds != SecondsAnHour && series.List is "electricity" or "exportedPower" && HeaderWords.UnitIn(header) is null && ColumnReason.IsOfPower(header) ? ("is a power and no energy" + AddsUp, "Where it is the mean power of an interval, state in \"times\" the hours of one; else take the column of the energy.")
            : ColumnReason.Of(header) is { } reason && IsAskedAbout(reason, header) ? (reason.Why + AddsUp, Column)
            : null;
    }

    /// <summary>What a plant took from the grid, and what it gave.</summary>
    private string? Direction(SeriesMapping series, string header)
    {
        var (wrong, right) = series.List switch { "electricity" => (s_given, s_taken), "exportedPower" => (s_taken, s_given), _ => ([], []) };
        bool Has(string text, string[] any) => HeaderWords.OfHeader(text).Any(w => any.Contains(w, StringComparer.Ordinal));
        return Has(header, wrong) && !Has(header, right) ? file.Header.FirstOrDefault(h => h != header && Has(h, right)) : null;
    }

    private bool IsAskedAbout(ColumnReason reason, string header) =>
        (reason == ColumnReason.RunningSum && source.Kind != SourceKind.Stock && !source.IsRegister)
        || (reason == ColumnReason.Plan && source.Kind != SourceKind.Stock)
        || (reason == ColumnReason.Stock && source.Kind != SourceKind.Stock && HeaderWords.OfHeader(header).Any(w => w is "opening" or "closing" or "balance"))
        || (reason == ColumnReason.Money && HeaderWords.UnitIn(header) is null && (HeaderWords.InBrackets(header) is not { } inside || WrittenUnit.Of(inside) is null));

    /// <summary>A lot's weight cannot be a running sum, a plan, a stock or money.</summary>
    private void TellWeights()
    {
        foreach (var weight in source.Series.Select(s => s.Mean?.WeightColumn).OfType<int>().Distinct())
        {
            var header = source.Columns[weight];
            if (ColumnReason.Of(header) is { } reason && (reason == ColumnReason.RunningSum || reason == ColumnReason.Money || reason == ColumnReason.Plan || reason == ColumnReason.Stock))
            {
                findings.Problems.Warn("column-suspected", file.PlaceOfName(weight), $"\"{ShownText.Short(header)}\" {reason.Why}, by its name, and the mapping weighs results by it.", hint: "Look at \"weight\" of the series' mean.");
            }
        }
    }

    /// <summary>Hours or blocks of a day can be columns; one that no series takes would be lost unnoticed.</summary>
    private void TellHours()
    {
        var hours = HourHeaders.In(file.Header);
        var taken = source.Series.Where(s => s.Result is null && hours.Contains(source.Columns[s.Column], StringComparer.Ordinal)).ToList();
        if (taken.Count > 0 && hours.Except(taken.Select(s => source.Columns[s.Column]), StringComparer.Ordinal).ToList() is { Count: > 0 } left)
        {
            // "B1" may be a bunker; "00:15" is nothing else.
            var told = new Problem("hours-left-out", hours[0].Any(char.IsLetter) ? Severity.Warning : Severity.Error, $"{hours.Count} columns are hours or blocks of a day, from \"{ShownText.Short(hours[0])}\" to \"{ShownText.Short(hours[hours.Count - 1])}\", and {left.Count} of them, such as \"{ShownText.Short(left[0])}\", are brought into no series.", file.PlaceOfName(taken[0].Column));
            findings.Problems.Add(told with { Expected = "a series for each of them", Hint = "Write a series of the same stream for each column." });
        }
    }
}
