using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>Turns raw amounts into quantities.</summary>
internal static class AmountReading
{
    /// <summary>A leap year by the day.</summary>
    private const int MostPeriods = 366;

    internal static Amounts<T> Of<T>(IReadOnlyList<RawAmount> raw, TextParser<T> parser, ProblemList problems)
        where T : struct, IQuantity
    {
        var amounts = new List<PeriodAmount<T>>(raw.Count);
        foreach (var (period, text, place) in raw)
        {
            if (parser(text, out var amount, out var reason))
            {
                amounts.Add(new PeriodAmount<T>(period, amount));
            }
            else
            {
                problems.Unreadable(place, text, reason);
            }
        }

        return new Amounts<T>(amounts);
    }

    /// <summary>Adds an amount unless its period is there already.</summary>
    internal static void Add(List<RawAmount> raw, ReportingPeriod period, string text, SourcePlace place, ProblemList problems)
    {
        if (raw.Count == MostPeriods)
        {
            problems.Error("too-many-amounts", place, $"This stream has more than {MostPeriods} amounts.", "one amount a day at most", "Add them up by month.");
            return;
        }

        foreach (var earlier in raw)
        {
            if (earlier.Period == period)
            {
                problems.Error("duplicate-period", place, $"There is a second amount for {period}.", "one amount for each period", "Add them up, or give the second a stream of its own.");
                return;
            }
        }

        raw.Add(new RawAmount(period, text, place));
    }

    internal static bool TryPeriod(string text, SourcePlace place, ProblemList problems, out ReportingPeriod period)
    {
        var read = ReportingPeriod.TryParse(text, out period, out var reason);
        if (!read)
        {
            problems.Error("bad-period", place, $"\"{ShownText.Short(text)}\" is not a period.", reason);
        }

        return read;
    }
}
