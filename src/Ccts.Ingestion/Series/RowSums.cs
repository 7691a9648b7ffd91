using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;

namespace Ccts.Ingestion.Series;

/// <summary>Finds rows that break a sum within the row: net = gross - tare, closing = opening + received - issued. If the file's other rows keep it, a row that does not has an error.</summary>
internal sealed class RowSums
{
    private static readonly (string[][] Plus, string[][] Minus, string[] Result)[] s_sums =
    [
        ([["gross", "laden"]], [["tare", "unladen"]], ["net"]),
        ([["opening"], ["receipt", "receipts", "received", "inward", "inwards"]], [["issue", "issues", "issued", "consumption", "consumed", "outward", "outwards"]], ["closing"]),
    ];

    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly IReadOnlyList<string> _header;
    private readonly List<(int[] Plus, int[] Minus, int Result)> _sums = [];
    private readonly Dictionary<int, (int Agreed, int Differ, Reading First)> _seen = [];
    private readonly Dictionary<int, (int Count, Reading First)> _untared = [];

    internal RowSums(SourceMapping source, RowReader file, Findings findings)
    {
        (_source, _findings, _header) = (source, findings, file.Header);
        var words = _header.Select(h => HeaderWords.Of(h)).ToList();
        int? One(string[] any) => Enumerable.Range(0, words.Count).Where(c => words[c].Any(w => any.Contains(w, StringComparer.Ordinal))).ToList() is [var only] ? only : null;
        foreach (var (plus, minus, result) in source.Kind == SourceKind.Movements ? s_sums : [])
        {
            var (added, taken, sum) = (plus.Select(One).ToList(), minus.Select(One).ToList(), One(result));
            if (sum is { } at && !added.Contains(null) && !taken.Contains(null) && added.Concat(taken).Append(sum).Distinct().Count() == added.Count + taken.Count + 1
                && source.Series.Any(s => added.Concat(taken).Append(at).Any(c => _header[c!.Value] == source.Columns[s.Column])))
            {
                _sums.Add(([.. added.Select(a => a!.Value)], [.. taken.Select(t => t!.Value)], at));
            }
        }
    }

    internal void Take(RowReader row, Reading reading)
    {
        foreach (var (plus, minus, result) in _sums)
        {
            if (TryNumber(row.Beside(result), out var sum) && TrySum(row, plus, out var added) && TrySum(row, minus, out var taken))
            {
                // Every lorry weighs something; a store may well issue nothing.
                if (taken == 0m && sum != 0m && IsOfWeights(result) && IsSame(added, sum))
                {
                    _untared[result] = _untared.TryGetValue(result, out var untared) ? (untared.Count + 1, untared.First) : (1, reading);
                    continue;
                }

                _seen.TryGetValue(result, out var seen);
                _seen[result] = IsSame(added - taken, sum) ? seen with { Agreed = seen.Agreed + 1 } : (seen.Agreed, seen.Differ + 1, seen.Differ == 0 ? reading : seen.First);
            }
        }
    }

    internal void Tell()
    {
        foreach (var (plus, minus, result) in _sums.Where(s => _untared.ContainsKey(s.Result) && _seen.TryGetValue(s.Result, out var seen) && seen.Agreed > 0))
        {
            var (count, first) = _untared[result];
            _findings.Warn("row-sum-differs", first, $"{Name(minus[0])} is nothing in this row{(count > 1 ? $" and {count - 1} like it" : "")}, so that {Name(result)} is {Name(plus[0])}, the lorry with it; the row is counted as it is.", "Look at the ticket for the weight of the lorry.");
        }

        // Where no row agrees, another deduction stands between, or the columns are of other units.
        foreach (var (plus, minus, result) in _sums.Where(s => _seen.TryGetValue(s.Result, out var seen) && seen.Agreed > seen.Differ && seen.Differ > 0))
        {
            var seen = _seen[result];
            var named = string.Join(" + ", plus.Select(Name)) + " - " + string.Join(" - ", minus.Select(Name));
            _findings.Warn("row-sum-differs", seen.First, $"{Name(result)} is not {named} in this row{(seen.Differ > 1 ? $" and {seen.Differ - 1} like it" : "")}, as it is in {seen.Agreed} other{(seen.Agreed == 1 ? "" : "s")}; the row is counted as it is.", "Look at the ticket or the stock card, and mend the cell that is wrong.");
        }
    }

    private bool IsOfWeights(int result) => HeaderWords.Of(_header[result]).Contains("net", StringComparer.Ordinal);

    private string Name(int at) => $"\"{ShownText.Short(_header[at])}\"";

    /// <summary>Allows for rounding in the row, and for kilograms next to tonnes.</summary>
    private static bool IsSame(decimal computed, decimal stated) => new[] { 1m, 1000m, 1m / 1000m }.Any(step => Math.Abs((computed * step) - stated) <= Math.Max(0.05m, Math.Abs(stated) / 1000m));

    private bool TrySum(RowReader row, int[] columns, out decimal sum)
    {
        sum = 0m;
        foreach (var column in columns)
        {
            if (!TryNumber(row.Beside(column) is { Length: > 0 } text ? text : "0", out var number))
            {
                return false;
            }

            sum += number;
        }

        return true;
    }

    private bool TryNumber(string text, out decimal number)
    {
        number = 0m;
        return _source.Layout.Numbers.Rewrite(text) is { Length: > 0 } plain && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < 1e15m;
    }
}
