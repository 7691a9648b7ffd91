using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Dated amounts that add up: tickets, receipts, postings. The same number counts once; two amounts under one number count not at all.</summary>
internal sealed class MovementYear(SeriesReadings series, Calendar calendar, Findings findings)
{
    private readonly SeriesMapping _mapping = series.Mapping;
    private int _alike;

    internal void Bring(MonthTally[] months)
    {
        var outside = new OutsideYear(_mapping.Name, calendar, findings);
        foreach (var (reading, known) in Counted())
        {
            var month = calendar.MonthOf(reading.At);
            if (month is < 0 or >= Calendar.Months)
            {
                outside.Add(reading);
                continue;
            }

            months[month].Add(reading.Value, known, 1, reading.File, reading.Row);
        }

        outside.Tell();
        RowsAgain.Tell(_mapping.Name, series.Readings, _alike, findings);
    }

    internal IEnumerable<(Reading Reading, Known Known)> Counted() => (_mapping.NumberColumns.Count == 0 ? Unnumbered() : Numbered()).Select(r => r.Known == Known.Measured && IsTooMuch(r.Reading) ? (r.Reading, Known.Missing) : r);

    /// <summary>Spreadsheets drop leading zeros of a number and append zeros after it, and people vary the case of its letters.</summary>
    private void TellAlike(Dictionary<string, List<Reading>> byNumber)
    {
        foreach (var alike in byNumber.GroupBy(n => Plain(n.Key), System.StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            var seen = new Dictionary<(long, decimal), (string Number, Reading Reading)>();
            foreach (var (number, reading) in alike.SelectMany(n => n.Value.Select(r => (n.Key, r))).OrderBy(n => n.r.File).ThenBy(n => n.r.Row))
            {
                if (!seen.TryGetValue((reading.At, reading.Value), out var first))
                {
                    seen.Add((reading.At, reading.Value), (number, reading));
                }
                else if (first.Number != number)
                {
                    findings.Warn("same-number-written-otherwise", reading, $"{_mapping.Name}: the number \"{ShownText.Short(number)}\" has the day and amount of \"{ShownText.Short(first.Number)}\" in {findings.RowOf(first.Reading, -1)}; both are counted.", "Where they are one ticket or receipt, take one row out, or write its number the same in both.");
                }
            }
        }
    }

    private static string Plain(string number)
    {
        var text = number.Trim().ToUpperInvariant();
        var point = text.IndexOf('.');
        text = point > 0 && text.Substring(point + 1).All(c => c == '0') ? text.Substring(0, point) : text;
        return text.TrimStart('0', '\'');
    }

    private bool IsTooMuch(Reading reading)
    {
        if (_mapping.Plausible.Most is not { } most || System.Math.Abs(reading.Value) <= most)
        {
            return false;
        }

        findings.Warn("spike", reading, $"{_mapping.Name}: {QuantityText.Format(reading.Value)} is more than the {QuantityText.Format(most)} that the plant holds for possible ({ShownText.Short(_mapping.Plausible.Source!)}); it is not taken.");
        return true;
    }

    private IEnumerable<(Reading Reading, Known Known)> Unnumbered()
    {
        var alike = new List<(Reading Row, Reading Of)>();
        var twice = RowsTwice.Tell(_mapping.Name, series.Readings, findings);
        foreach (var same in series.Sorted().GroupBy(r => (r.At, r.Value)))
        {
            var before = new List<Reading>(1);
            foreach (var reading in same)
            {
                if (reading.Value != 0m && before.Find(b => MayBeOne(b, reading, twice)) is { Row: > 0 } first)
                {
                    alike.Add((reading, first));
                }

                before.Add(reading);
                yield return (reading, Known.Measured);
            }
        }

        _alike = alike.Count;
        if (alike.Count > 0)
        {
            var (row, of) = alike[0];
            findings.Warn("identical-rows", row, $"{_mapping.Name}: this row has the day and amount of {findings.RowOf(of, row.File)}{(alike.Count == 1 ? "; both are counted." : $", and so {(alike.Count == 2 ? "another row has" : $"{QuantityText.Format(alike.Count - 1)} other rows have")} those of one before; all are counted.")}", "State in \"number\" the column that numbers tickets or receipts, so that the same one is counted once.");
        }
    }

    /// <summary>Rows of one table that differ in another column, such as the shift or the lorry, are two.</summary>
    private bool MayBeOne(Reading one, Reading other, HashSet<(int, int)> twice) =>
        one.File != other.File ? !twice.Contains((other.File, one.File)) : series.Prints[(one.File, one.Row)] == series.Prints[(other.File, other.Row)];

    private IEnumerable<(Reading Reading, Known Known)> Numbered()
    {
        var byNumber = new Dictionary<string, List<Reading>>(System.StringComparer.Ordinal);
        for (var i = 0; i < series.Readings.Count; i++)
        {
            var reading = series.Readings[i];
            if (series.Numbers![i] is not { Length: > 0 } number)
            {
                findings.Warn("no-number", reading, $"{_mapping.Name}: the row has no number, so nothing tells whether it is counted twice.");
                yield return (reading, Known.Measured);
            }
            else if (byNumber.TryGetValue(number, out var same))
            {
                same.Add(reading);
            }
            else
            {
                byNumber.Add(number, [reading]);
            }
        }

        TellAlike(byNumber);
        foreach (var one in byNumber)
        {
            var first = one.Value.OrderBy(r => r.File).ThenBy(r => r.Row).First();
            var differ = one.Value.Exists(r => r.Value != first.Value || r.At != first.At);
            foreach (var again in one.Value.Where(r => r != first))
            {
                findings.Warn(differ ? "conflict" : again.File == first.File ? "double" : "overlap", again, $"{_mapping.Name}: the number \"{ShownText.Short(one.Key)}\" also occurs in {findings.RowOf(first, -1)}{(differ ? " with another day or amount; neither is taken." : "; it is counted once.")}");
            }

            foreach (var reading in differ ? one.Value : [first])
            {
                yield return (reading, differ ? Known.Missing : Known.Measured);
            }
        }
    }
}
