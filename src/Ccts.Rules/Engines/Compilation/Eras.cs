using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Law.Parameters;
using NodaTime;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// The periods in which no parameter of a rule changes. Within one, parameters are constants, so that
/// rules compile to plain limits.
/// </summary>
internal sealed class Eras
{
    // The first day of every era but the first, as ordered numbers.
    private readonly long[] _starts;

    internal Eras(IEnumerable<Parameter> parameters)
    {
        var values = parameters.SelectMany(p => p.Rows).SelectMany(r => r.Values).ToList();
        var (starts, count) = (new long[values.Count * 2], 0);
        foreach (var value in values)
        {
            starts[count++] = DateCode.Of(value.From);
            if (value.To is { } to && to < LocalDate.MaxIsoValue)
            {
                starts[count++] = DateCode.Of(to.PlusDays(1));
            }
        }

        _starts = Ascending.Of(starts, count);
    }

    internal int Count => _starts.Length + 1;

    /// <summary>The era of a day.</summary>
    internal int Of(long day)
    {
        if (_starts.Length == 0 || day >= _starts[_starts.Length - 1])
        {
            return _starts.Length;
        }

        var found = Array.BinarySearch(_starts, day);
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>Any day of the era.</summary>
    internal LocalDate Day(int era) => era > 0 ? DateCode.ToDate(_starts[era - 1])
        : _starts.Length == 0 || DateCode.ToDate(_starts[0]) == LocalDate.MinIsoValue ? LocalDate.MinIsoValue
        : DateCode.ToDate(_starts[0]).PlusDays(-1);
}
