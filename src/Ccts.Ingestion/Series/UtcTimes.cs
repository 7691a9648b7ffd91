using System;
using System.Linq;
using System.Text.RegularExpressions;
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
    private int? _zone;

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
            _says = !hasOffset && row.Titles.Append(source.Columns[source.TimeColumn]).Any(Says) | (!hasOffset && HeaderWords.OfHeader(source.Columns[source.TimeColumn]).Contains("z", StringComparer.Ordinal));
            _zone = Enumerable.Range(0, row.Header.Count).Where(c => !source.Columns.Contains(row.Header[c], StringComparer.Ordinal) && HeaderWords.OfHeader(row.Header[c]) is ["tz"] or ["timezone"] or ["time", "zone"] or ["zone"]).Cast<int?>().FirstOrDefault();
            _says |= !hasOffset && _zone is { } zone && row.Beside(zone).ToLowerInvariant() is "utc" or "gmt" or "z";
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

    /// <summary>Whether "UTC" refers to the rows: followed by +05:30 or preceded by India it means the plant's clock; in the file's creation time it does not refer to them.</summary>
    private static bool Says(string text)
    {
        var words = HeaderWords.OfHeader(text);
        return words.Any(w => s_words.Contains(w, StringComparer.Ordinal)) && !words.Any(w => s_ofFile.Contains(w, StringComparer.Ordinal) || w is "ist" or "india" or "kolkata" or "530") && !s_ahead.IsMatch(text);
    }

    private static readonly string[] s_ofFile = ["exported", "generated", "printed", "created", "downloaded"];
    private static readonly Regex s_ahead = new(@"(utc|gmt) *\+? *0?5 *([:.]|hrs? *)? *(30|5)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private bool IsMonthOfUtc(Reading first)
    {
        var ahead = source.StampsEnd ? source.Seconds : 0;
        var (from, to) = (TimeForm.LocalOf(first.At - ahead), TimeForm.LocalOf(_last.At - ahead + (source.IsRegister ? 0 : source.Seconds)));
        return from.TimeOfDay == s_midnight && to.TimeOfDay == s_midnight && from.Date.PlusDays(1).Day == 1 && to > from;
    }
}
