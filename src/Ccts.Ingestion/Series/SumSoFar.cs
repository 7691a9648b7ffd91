using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>
/// Finds cumulative amounts, whatever their column is called: register readings, and sums since the start of the day, month or year. They keep rising and fall only on a restart;
/// consumption and production rise and fall.
/// </summary>
internal static class SumSoFar
{
    private const long Day = 86_400;

    /// <summary>No consumption rises this many times in a row over this many days. Rises within a few days, such as a solar plant's each morning, do not count.</summary>
    private const int Many = 16;
    private const int Fewest = 10;
    private const long Span = 9 * Day;

    /// <summary>A register reading is far larger than its step between two readings. Where the whole column is like this, fewer readings are enough, and fewer still where its header says readings.</summary>
    private const int FewestOfRegister = 20;
    private const int FewestOfColumn = 12;
    private const int FewestOfReadings = 6;
    private const decimal FarAbove = 20m;
    private const decimal Above = 3m;
    private const long SpanOfRegister = 4 * Day;

    /// <summary>Sums of months: five rises, each about what the first month has.</summary>
    private const int FewestOfMonths = 5;
    private const long ShortestMonth = 27 * Day;

    /// <summary>A sum starts near its usual step and keeps growing by about as much; amounts that only grow start far above their step, and a kiln's start-up grows less and less.</summary>
    private const decimal Near = 3m;

    /// <summary>A day's sum begins anew at one time of the day, and rises at all others.</summary>
    private const int FewestOfDay = 6;
    private const int FewestDays = 3;

    /// <summary>Meters below each other in one column share their times; each is looked at by itself.</summary>
    private const int MostBeside = 12;

    internal static void Tell(SeriesReadings series, List<Reading> sorted, bool areReadings, Findings findings)
    {
        // What the plant states as possible for a row may be an amount of its own: production may grow for weeks, like a register.
        foreach (var own in Parted(sorted).Where(own => !(own.Count > 0 && series.Mapping.Plausible.Most >= own.Max(r => r.Value))))
        {
            if (Register(own, areReadings) is { } run)
            {
                findings.Warn("register-suspected", own[run.From], $"{series.Mapping.Name}: from this row on no value is below the one before for {run.To - run.From} rows, from {QuantityText.Format(own[run.From].Value)} to {QuantityText.Format(own[run.To - 1].Value)}, as a register shows; all are added up as if each were used.", "Where the column is what a register shows, make the source a meter with \"counts\": \"register\"; where each row is an amount of its own, state in \"plausible\" the most that a row can have.");
                return;
            }

            if (Runs(own).Where(r => IsSum(own, r.From, r.To)).Select(r => ((int From, int To)?)r).FirstOrDefault() is { } sum)
            {
                findings.Warn("running-sum-suspected", own[sum.From], $"{series.Mapping.Name}: from this row on no amount is below the one before it for {sum.To - sum.From} rows, up to {QuantityText.Format(own[sum.To - 1].Value)}, as in a sum since the month or the year began; all are added up.", "Where each row holds those before it, take the column of the day, or the last row alone.");
                return;
            }

            if (IsSumOfDays(own))
            {
                findings.Warn("running-sum-suspected", own[0], $"{series.Mapping.Name}: its values rise through each day and fall at one time of the day alone, as in a sum since the day began; all are added up.", "Where each row holds those before it, take the column of the interval, or the last row of each day alone.");
                return;
            }
        }
    }

    /// <summary>The series as it is, or split by position where each time has the same number of rows.</summary>
    private static IEnumerable<List<Reading>> Parted(List<Reading> sorted)
    {
        var beside = 1;
        while (beside < sorted.Count && beside <= MostBeside && sorted[beside].At == sorted[0].At)
        {
            beside++;
        }

        if (beside == 1 || beside > MostBeside || sorted.Count % beside != 0)
        {
            return [sorted];
        }

        for (var i = 0; i < sorted.Count; i += beside)
        {
            if (sorted[i].At != sorted[i + beside - 1].At || (i > 0 && sorted[i].At == sorted[i - 1].At))
            {
                return [sorted];
            }
        }

        return Enumerable.Range(0, beside).Select(at => sorted.Where((_, i) => i % beside == at).ToList());
    }

    /// <summary>The stretches in which no value is below the one before it.</summary>
    private static List<(int From, int To)> Runs(List<Reading> readings)
    {
        var runs = new List<(int From, int To)>();
        for (var i = 0; i < readings.Count;)
        {
            var end = i + 1;
            while (end < readings.Count && readings[end].Value >= readings[end - 1].Value && readings[end].At > readings[end - 1].At)
            {
                end++;
            }

            runs.Add((i, end));
            i = end;
        }

        return runs;
    }

    /// <summary>The stretch that looks like a register most; a register may be replaced or misread, so the column may fall now and then.</summary>
    private static (int From, int To)? Register(List<Reading> readings, bool areReadings)
    {
        var runs = Runs(readings);
        var steep = runs.Where(r => IsRegister(readings, r, FarAbove)).OrderByDescending(r => r.To - r.From).ToList();
        var all = steep.Sum(r => r.To - r.From);
        return steep.Count > 0 && ((steep[0].To - steep[0].From > FewestOfRegister && readings[steep[0].To - 1].At - readings[steep[0].From].At >= Span) || (all >= FewestOfColumn && all * 10 >= readings.Count * 9 && !AreMonths(readings))) ? steep[0]
            : areReadings && runs.Count == 1 && readings.Count >= FewestOfReadings && IsRegister(readings, runs[0], Above) ? runs[0]
            : null;
    }

    private static bool IsRegister(List<Reading> readings, (int From, int To) run, decimal far)
    {
        var (first, last, rises) = (readings[run.From], readings[run.To - 1], Rises(readings, run.From, run.To));
        return rises >= FewestOfReadings - 1 && rises * 2 >= run.To - run.From && last.At - first.At >= SpanOfRegister && first.Value * rises > far * (last.Value - first.Value);
    }

    private static bool IsSum(List<Reading> readings, int from, int to)
    {
        var (first, last, steps, rises) = (readings[from], readings[to - 1], to - from - 1, Rises(readings, from, to));
        if (first.Value < 0m || steps < FewestOfMonths || rises * 2 <= steps)
        {
            return false;
        }

        var grown = Enumerable.Range(from + 1, steps).Select(r => readings[r].Value - readings[r - 1].Value).Where(g => g > 0m).OrderBy(g => g).ToList();
        if (last.At - first.At >= steps * ShortestMonth)
        {
            return rises >= FewestOfMonths && rises == steps && grown[0] * Near >= first.Value && first.Value * Near >= grown[grown.Count - 1];
        }

        // A file may begin within the month: its first row then holds as many days as have gone by.
        var (usual, least, days) = (grown[grown.Count / 2], grown[grown.Count / 4], (decimal)TimeForm.LocalOf(first.At).Day);
        var isSteady = least * Near * 2m >= usual;
        var begins = (first.Value <= usual * Near && TimeForm.LocalOf(first.At).Day <= 3) || (first.Value * Near >= usual * days && first.Value <= usual * Near * days);
        return last.At - first.At >= Span && ((rises >= Fewest && isSteady && begins) || rises >= Many);
    }

    private static bool IsSumOfDays(List<Reading> readings)
    {
        var (falls, rises) = (new List<long>(), 0);
        for (var i = 1; i < readings.Count; i++)
        {
            // Tickets of a day that have no time of day are in no order.
            if (readings[i].At == readings[i - 1].At)
            {
                return false;
            }

            if (readings[i].Value < readings[i - 1].Value)
            {
                falls.Add(((readings[i].At % Day) + Day) % Day);
            }

            rises += readings[i].Value > readings[i - 1].Value ? 1 : 0;
        }

        var days = readings.Count == 0 ? 0 : (readings[readings.Count - 1].At - readings[0].At) / Day;
        return days >= FewestDays && readings.Count >= FewestOfDay * days && falls.Count * 10 >= days * 9 && rises * 2 > readings.Count - falls.Count && falls.GroupBy(f => f).Max(g => g.Count()) * 10 >= falls.Count * 9;
    }

    /// <summary>A year has twelve months, and a plant that grows may have more in each.</summary>
    private static bool AreMonths(List<Reading> readings) => readings[readings.Count - 1].At - readings[0].At >= (readings.Count - 1) * ShortestMonth;

    private static int Rises(List<Reading> readings, int from, int to)
    {
        var rises = 0;
        for (var i = from + 1; i < to; i++)
        {
            rises += readings[i].Value > readings[i - 1].Value ? 1 : 0;
        }

        return rises;
    }
}
