using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Series;

/// <summary>The results of one month, which become its one result by the method that the mapping names.</summary>
internal sealed class LabMonth
{
    private readonly List<(decimal Value, decimal? Weight)> _results = [];

    /// <summary>Which rows the results are from; how many are measured and how many are not taken.</summary>
    internal MonthTally Tally { get; } = new();

    internal bool HasSeveral => _results.Count > 1;

    internal void Add(Reading reading, Known known, decimal? weight)
    {
        Tally.Add(0m, known, 1, reading.File, reading.Row);
        if (known == Known.Measured)
        {
            _results.Add((reading.Value, weight));
        }
    }

    /// <summary>The result of the month: a single one as it is, several by their mean, none where one is not taken. The order of rows has no effect.</summary>
    internal decimal? Result(MeanRule? mean)
    {
        if (Tally.Missing > 0)
        {
            return null;
        }

        if (_results.Count < 2 || mean is null)
        {
            return _results.Count == 1 ? _results[0].Value : null;
        }

        var sorted = _results.OrderBy(r => r.Value).ThenBy(r => r.Weight).ToList();
        var exact = mean.Method == MeanMethod.Weighted ? sorted.Sum(r => r.Value * r.Weight!.Value) / sorted.Sum(r => r.Weight!.Value) : sorted.Sum(r => r.Value) / sorted.Count;
        return Math.Round(exact, mean.Decimals, MidpointRounding.AwayFromZero);
    }
}
