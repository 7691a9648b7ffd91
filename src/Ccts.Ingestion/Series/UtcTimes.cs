using System;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using NodaTime;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a meter's file that is written in UTC and read by the plant's clock: it says so in a header or a title, or its month begins and ends at half past six in the evening, which is midnight in India.</summary>
internal sealed class UtcTimes(SourceMapping source, Findings findings)
{
    private static readonly string[] s_words = ["utc", "gmt"];
    private static readonly LocalTime s_midnight = new(18, 30);
    private Reading? _first;
    private Reading _last;
    private bool _says;

    internal void Take(RowReader row, Reading at)
    {
        if (source.Kind != SourceKind.Meter || source.Time.IsOfAnotherClock)
        {
            return;
        }

        if (_first is null)
        {
            var text = row.Cell(source.TimeColumn) ?? "";
            var hasOffset = text.Length > 0 && (text[text.Length - 1] is 'Z' or 'z' || (text.Length > 6 && text[text.Length - 6] is '+' or '-' && text[text.Length - 3] == ':'));
            _says = !hasOffset && row.Titles.Append(source.Columns[source.TimeColumn]).Any(t => HeaderWords.Of(t).Any(w => s_words.Contains(w, StringComparer.Ordinal)));
            (_first, _last) = (at, at);
        }

        _first = at.At < _first.Value.At ? at : _first;
        _last = at.At > _last.At ? at : _last;
    }

    /// <summary>Tells of the file whose rows were taken.</summary>
    internal void EndFile()
    {
        if (_first is { } first && (_says || IsMonthOfUtc(first)))
        {
            findings.Warn("utc-suspected", first, $"{(_says ? "The file says that its times are in UTC" : "The file begins and ends at 18:30, which is midnight in India where its times are in UTC")}, and they are read as the plant's own.", "Where they are, state \"writtenBy\": \"+00:00\" in \"time\" of the source.");
        }

        (_first, _says) = (null, false);
    }

    private bool IsMonthOfUtc(Reading first)
    {
        var ahead = source.StampsEnd ? source.Seconds : 0;
        var (from, to) = (TimeForm.LocalOf(first.At - ahead), TimeForm.LocalOf(_last.At - ahead + (source.IsRegister ? 0 : source.Seconds)));
        return from.TimeOfDay == s_midnight && to.TimeOfDay == s_midnight && from.Date.PlusDays(1).Day == 1 && to > from;
    }
}
