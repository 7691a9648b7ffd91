using System.Collections.Generic;

namespace Ccts.Ingestion.Series;

/// <summary>Readings of the same time: equal ones count as one; of different ones none is taken.</summary>
internal sealed class SameTimes(string name, int seconds, Findings findings)
{
    private Run? _run;

    /// <summary>The first and the last reading dropped because others at its time differ; null where there are none.</summary>
    internal (Reading First, Reading Last)? Lost { get; private set; }

    /// <summary>The readings that are unique at their time, in order of time; dropped ones are reported, neighbours together.</summary>
    internal List<Reading> Resolve(List<Reading> sorted)
    {
        if (AreApart(sorted))
        {
            return sorted;
        }

        var kept = new List<Reading>(sorted.Count);
        for (var i = 0; i < sorted.Count;)
        {
            var end = i + 1;
            var equal = true;
            while (end < sorted.Count && sorted[end].At == sorted[i].At)
            {
                equal &= sorted[end].Value == sorted[i].Value;
                end++;
            }

            if (equal)
            {
                kept.Add(sorted[i]);
            }
            else
            {
                Lost = (Lost?.First ?? sorted[i], sorted[i]);
            }

            if (end - i > 1)
            {
                var last = sorted[end - 1];
                Tell(equal ? last.File == sorted[i].File ? "double" : "overlap" : "conflict", sorted[i], last, end - i - 1);
            }

            i = end;
        }

        Flush();
        return kept;
    }

    private static bool AreApart(List<Reading> sorted)
    {
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].At == sorted[i - 1].At)
            {
                return false;
            }
        }

        return true;
    }

    private void Tell(string code, Reading first, Reading again, int more)
    {
        if (_run is { } run && run.Code == code && run.Again.File == again.File && run.First.File == first.File && first.At - run.To <= seconds)
        {
            _run = run with { To = first.At, Count = run.Count + more };
            return;
        }

        Flush();
        _run = new Run(code, first, again, first.At, more);
    }

    private void Flush()
    {
        if (_run is not { } run)
        {
            return;
        }

        var when = run.To == run.First.At ? $"at {Calendar.Text(run.To)}" : $"from {Calendar.Text(run.First.At)} to {Calendar.Text(run.To)}";
        var other = findings.RowOf(run.First, run.Again.File);
        findings.Warn(run.Code, run.Again, run.Code == "conflict"
            ? $"{name}: {run.Count} readings {when} differ from the first ones, in {other}; none of them is taken."
            : $"{name}: {run.Count} readings {when} are the same as the first ones, in {other}; each is counted once.", run.Code == "conflict" ? "Find out which is right and take the other out." : null);
        _run = null;
    }

    private sealed record Run(string Code, Reading First, Reading Again, long To, int Count);
}
