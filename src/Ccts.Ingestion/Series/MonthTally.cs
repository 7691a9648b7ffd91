using System.Collections.Generic;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>The total of a stream in one month, or in the year, and the rows behind it.</summary>
internal sealed class MonthTally
{
    private readonly SortedDictionary<int, (int First, int Last, int Count)> _rows = [];

    internal decimal Sum { get; private set; }

    internal int Measured { get; private set; }

    internal int Missing { get; private set; }

    internal int Substituted { get; private set; }

    /// <summary>Whether every addition was exact.</summary>
    internal bool IsExact { get; private set; } = true;

    internal bool HasAny => Measured + Missing + Substituted > 0;

    /// <summary>File, first and last row, and how many rows of it.</summary>
    internal IEnumerable<KeyValuePair<int, (int First, int Last, int Count)>> Rows => _rows;

    internal void Add(decimal amount, Known known, int count, int file, int row)
    {
        if (known != Known.Missing)
        {
            var sum = Sum + amount;
            IsExact &= sum - Sum == amount && ExactDecimal.Scale(sum) >= System.Math.Max(ExactDecimal.Scale(Sum), ExactDecimal.Scale(amount));
            Sum = sum;
        }

        Measured += known == Known.Measured ? count : 0;
        Missing += known == Known.Missing ? count : 0;
        Substituted += known == Known.Substituted ? count : 0;
        if (known == Known.Measured)
        {
            _rows[file] = _rows.TryGetValue(file, out var seen) ? (System.Math.Min(seen.First, row), System.Math.Max(seen.Last, row), seen.Count + 1) : (row, row, 1);
        }
    }
}
