using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds columns of one stream that repeat each other: a total next to its parts, or one amount in two columns. Adding them up would count twice.</summary>
internal sealed class ColumnSums
{
    /// <summary>Agreement in this many rows, with amounts that vary, is not chance.</summary>
    private const int Fewest = 3;
    private const int FewestNear = 10;

    /// <summary>A row in so many may differ: it was mended by hand, or an amount was left out.</summary>
    private const int OneIn = 20;

    /// <summary>Two meters of one line differ by less.</summary>
    private const decimal Near = 100m;
    private static readonly string[] s_totals = ["total", "totals", "grand", "overall", "tot"];
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly decimal?[] _values;
    private readonly List<int[]> _groups;
    private readonly List<Sum> _sums = [];
    private readonly List<Sum> _pairs = [];

    internal ColumnSums(SourceMapping source, Findings findings)
    {
        (_source, _findings, _values) = (source, findings, new decimal?[source.Series.Count]);
        _groups = source.Kind is SourceKind.Stock or SourceKind.Laboratory || source.IsRegister || source.Layout.HasMonthsAcross ? [] : [.. Enumerable.Range(0, source.Series.Count)
            .GroupBy(i => (source.Series[i].Stream, source.Series[i].Flow, source.Series[i].Into, string.Join("\u001F", source.Series[i].Where.Select(w => w.Column + "=" + string.Join("\u001E", w.Is)))))
            .Select(g => g.GroupBy(i => source.Series[i].Column).Select(c => c.First()).ToArray()).Where(g => g.Length > 1)];
        foreach (var group in _groups)
        {
            for (var a = 0; a < group.Length; a++)
            {
                for (var b = a + 1; b < group.Length; b++)
                {
                    _pairs.Add(new Sum(group[a], [group[b]]));
                }

                // Candidates for a total: of the columns right before it, right after it, or all others.
                for (var from = 0; from < a - 1; from++)
                {
                    _sums.Add(new Sum(group[a], group.Skip(from).Take(a - from)));
                }

                for (var to = a + 2; to < group.Length; to++)
                {
                    _sums.Add(new Sum(group[a], group.Skip(a + 1).Take(to - a)));
                }

                if (a > 0 && a < group.Length - 1 && group.Length > 2)
                {
                    _sums.Add(new Sum(group[a], group.Where((_, i) => i != a)));
                }
            }
        }
    }

    private bool IsOpen => _sums.Count > 0 || _pairs.Count > 0;

    internal void Take(int series, Reading reading)
    {
        if (IsOpen)
        {
            _values[series] = reading.Value;
        }
    }

    internal void EndRow()
    {
        if (!IsOpen)
        {
            return;
        }

        for (var i = _sums.Count - 1; i >= 0; i--)
        {
            if (!_sums[i].Take(_values))
            {
                _sums.RemoveAt(i);
            }
        }

        for (var i = _pairs.Count - 1; i >= 0; i--)
        {
            if (!_pairs[i].Take(_values))
            {
                _pairs.RemoveAt(i);
            }
        }

        Array.Clear(_values, 0, _values.Length);
    }

    internal void Tell(RowReader file)
    {
        var told = new HashSet<int>();
        foreach (var sum in _sums.Where(s => s.Exact >= Fewest && s.Parts >= Fewest && s.IsVaried && s.Holds).OrderByDescending(s => s.Of.Length))
        {
            if (told.Add(sum.Total))
            {
                _findings.Problems.Error("total-column", file.PlaceOfName(_source.Series[sum.Total].Column), $"\"{Name(sum.Total)}\" is in {QuantityText.Format(sum.Exact)} rows the sum of {string.Join(", ", sum.Of.Select(o => $"\"{Name(o)}\""))}, and all are brought into {_source.Series[sum.Total].Name}: it would count twice.", "the parts, or the total", "Take the series of the total out, or those of its parts.");
            }
        }

        foreach (var pair in _pairs.Where(p => p.IsVaried && p.Holds && !told.Contains(p.Total) && !told.Contains(p.Of[0])))
        {
            if (pair.Exact >= Fewest && pair.Exact * OneIn >= pair.Rows * (OneIn - 1))
            {
                _findings.Problems.Error("same-amount", file.PlaceOfName(_source.Series[pair.Of[0]].Column), $"\"{Name(pair.Total)}\" and \"{Name(pair.Of[0])}\" have the same amount in {QuantityText.Format(pair.Exact)} rows, and both are brought into {_source.Series[pair.Total].Name}: it would count twice.", "one of the two", "Take one of the two series out.");
            }
            else if (pair.Rows >= FewestNear)
            {
                _findings.Problems.Warn("same-amount", file.PlaceOfName(_source.Series[pair.Of[0]].Column), $"\"{Name(pair.Total)}\" and \"{Name(pair.Of[0])}\" differ by less than a hundredth in {QuantityText.Format(pair.Rows)} rows, as two meters of one line do, and both are brought into {_source.Series[pair.Total].Name}.", hint: "Where they measure the same, take one of the two series out.");
            }
        }

        foreach (var at in _groups.Select(g => g.Where(IsCalledTotal).ToList()).Where(t => t.Count == 1 && !told.Contains(t[0])).Select(t => t[0]))
        {
            _findings.Problems.Warn("column-suspected", file.PlaceOfName(_source.Series[at].Column), $"\"{Name(at)}\" speaks of a total, and other columns are brought into {_source.Series[at].Name} beside it.", hint: "Where it adds those up, take its series out.");
        }
    }

    private bool IsCalledTotal(int series) => HeaderWords.OfHeader(_source.Columns[_source.Series[series].Column]).Any(w => s_totals.Contains(w, StringComparer.Ordinal));

    private string Name(int series) => ShownText.Short(_source.Columns[_source.Series[series].Column]);

    /// <summary>A column that may be the sum of others, or the same as another.</summary>
    private sealed class Sum(int total, IEnumerable<int> of)
    {
        private decimal _first;

        internal int Total => total;

        internal int[] Of { get; } = [.. of];

        /// <summary>Rows that were tested, those in which the sum is exact, and those in which more than one part has an amount.</summary>
        internal int Rows { get; private set; }

        internal int Exact { get; private set; }

        internal int Parts { get; private set; }

        internal bool IsVaried { get; private set; }

        internal bool Holds => Rows >= Fewest && Misses * OneIn <= Rows;

        private int Misses { get; set; }

        /// <summary>Whether the sum can still hold.</summary>
        internal bool Take(decimal?[] values)
        {
            if (values[total] is not { } said)
            {
                return true;
            }

            var (sum, parts) = (0m, 0);
            foreach (var at in Of)
            {
                var value = values[at] ?? 0m;
                (sum, parts) = (sum + value, parts + (value != 0m ? 1 : 0));
            }

            if (said == 0m && parts == 0)
            {
                return true;
            }

            Rows++;
            var isNear = Of.Length == 1 && parts == 1 && Math.Abs(sum - said) * Near <= Math.Abs(said);
            Misses += sum == said || isNear ? 0 : 1;
            Exact += sum == said ? 1 : 0;
            Parts += parts > 1 ? 1 : 0;
            IsVaried |= _first != 0m && said != _first;
            _first = _first == 0m ? said : _first;
            return Misses <= 1 + (Rows / OneIn);
        }
    }
}
