using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>What the columns that a mapping does not name say of the rows that it counts: that they are cancelled, of several movement types, or still to be multiplied.</summary>
internal sealed class ColumnsBeside
{
    private static readonly string[] s_states = ["status", "state", "quality", "flag", "indicator"];
    private static readonly string[] s_withdrawn = ["cancelled", "canceled", "cancel", "void", "voided", "rejected", "reversed", "deleted", "storno", "stornierte", "bad", "invalid", "failed", "test"];
    private static readonly string[] s_marks = ["x", "y", "yes", "true", "1"];
    private static readonly string[] s_movements = ["movement", "mvt", "bwart"];
    private static readonly string[] s_postings = ["transaction", "txn", "voucher", "vch", "posting"];
    private static readonly string[] s_sides = ["shkzg", "dr", "cr", "debit", "credit"];
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly List<(int At, bool IsMark)> _states = [];
    private readonly List<int> _kinds = [];
    private readonly List<int> _factors = [];
    private readonly Dictionary<int, (Reading First, int Count, string Text)> _withdrawn = [];
    private readonly Dictionary<int, SortedDictionary<string, (Reading First, decimal Sum)>> _mixed = [];
    private readonly Dictionary<int, (Reading First, string Text)> _multiplied = [];
    private readonly HashSet<int> _applied = [];
    private readonly IReadOnlyList<string> _header;

    internal ColumnsBeside(SourceMapping source, RowReader file, Findings findings)
    {
        (_source, _findings, _header) = (source, findings, file.Header);
        for (var at = 0; at < file.Header.Count; at++)
        {
            var words = HeaderWords.Of(file.Header[at]);
            if (words.Count == 0 || source.Columns.Contains(file.Header[at], StringComparer.Ordinal))
            {
                continue;
            }

            bool Has(string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
            var isMark = Has(s_withdrawn);
            if (isMark || Has(s_states))
            {
                _states.Add((at, isMark));
            }

            if (Has(s_movements) || (words.Contains("type", StringComparer.Ordinal) && Has(s_postings)) || IsSide(words))
            {
                _kinds.Add(at);
            }
            else if (ColumnReason.Of(file.Header[at]) == ColumnReason.Multiplier && source.Kind is SourceKind.Meter or SourceKind.Movements)
            {
                _factors.Add(at);
            }
        }

        TellColumns(file);
    }

    /// <summary>Looks beside the value of a row that a series takes.</summary>
    internal void Take(RowReader row, SeriesMapping series, Reading reading)
    {
        foreach (var (at, isMark) in _states)
        {
            var text = row.Beside(at);
            if (text.Length > 0 && (HeaderWords.Of(text).Any(w => s_withdrawn.Contains(w, StringComparer.Ordinal)) || (isMark && s_marks.Contains(text.ToLowerInvariant(), StringComparer.Ordinal))))
            {
                _withdrawn[at] = _withdrawn.TryGetValue(at, out var seen) ? seen with { Count = seen.Count + 1 } : (reading, 1, text);
            }
        }

        foreach (var at in _kinds)
        {
            if (row.Beside(at).Length == 0)
            {
                continue;
            }

            var kinds = _mixed.TryGetValue(at, out var seen) ? seen : _mixed[at] = new(StringComparer.Ordinal);
            var text = row.Beside(at);
            kinds[text] = kinds.TryGetValue(text, out var kind) ? (kind.First, kind.Sum + reading.Value) : (reading, reading.Value);
        }

        foreach (var at in _factors)
        {
            if (series.Times == 1m && !_applied.Contains(at))
            {
                Multiplier(row, series, reading, at);
            }
        }
    }

    /// <summary>Tells what was found in the file.</summary>
    internal void Tell()
    {
        foreach (var (at, seen) in _withdrawn.Select(w => (w.Key, w.Value)))
        {
            _findings.Warn("withdrawn-row", seen.First, $"\"{ShownText.Short(_header[at])}\" says \"{ShownText.Short(seen.Text)}\" of this row{(seen.Count == 1 ? ", and it is" : $" and of the like {seen.Count} rows, and they are")} counted.", "Choose the rows that count by that column with \"where\".");
        }

        foreach (var (at, kinds) in _mixed.Select(m => (m.Key, m.Value)).Where(m => m.Value.Count > 1 && !(IsSide(HeaderWords.Of(_header[m.Key])) && m.Value.Values.Any(k => k.Sum < 0m))))
        {
            _findings.Warn("mixed-kinds", kinds.Values.OrderBy(k => k.First.Row).Last().First, $"Rows of {string.Join(", ", kinds.Keys.Select(k => $"\"{ShownText.Short(k)}\""))} in \"{ShownText.Short(_header[at])}\" are added to one another, and no series chooses among them.", "Name in \"where\" the movement types that the series is of; what came in goes into stock.received.");
        }

        foreach (var (at, seen) in _multiplied.Select(m => (m.Key, m.Value)).Where(m => !_applied.Contains(m.Key)))
        {
            _findings.Warn("multiplier-beside", seen.First, $"\"{ShownText.Short(_header[at])}\" is {ShownText.Short(seen.Text)} here, and no row shows that its value was multiplied by it.", "Where it was not, state it as \"times\" of the series.");
        }
    }

    private static bool IsSide(IReadOnlyList<string> words) => words.Count > 0 && words.All(w => s_sides.Contains(w, StringComparer.Ordinal) || w is "indicator" or "ind") && words[0] != "indicator" && (words.Count > 1 || words[0] == "shkzg");

    /// <summary>A file that has multiplied already shows what it multiplied: another number of the row, or the difference of two.</summary>
    private void Multiplier(RowReader row, SeriesMapping series, Reading reading, int at)
    {
        if (!TryNumber(row.Beside(at), out var factor) || factor is 1m or 0m || !TryNumber(row.Cell(series.Column) ?? "", out var value) || value == 0m)
        {
            return;
        }

        var column = _source.Columns[series.Column];
        var others = Enumerable.Range(0, _header.Count).Where(c => c != at && _header[c] != column && TryNumber(row.Beside(c), out _)).Select(c => TryNumber(row.Beside(c), out var n) ? n : 0m).ToList();
        if (others.Exists(n => IsProduct(n)) || others.Exists(a => others.Exists(b => IsProduct(a - b))))
        {
            _applied.Add(at);
        }
        else if (!_multiplied.ContainsKey(at))
        {
            _multiplied[at] = (reading, row.Beside(at));
        }

        bool IsProduct(decimal number) => number != 0m && Math.Abs(number) < 1e15m && Math.Abs(factor) < 1e9m && Math.Abs((number * factor) - value) * 1000m <= Math.Abs(value);
    }

    private bool TryNumber(string text, out decimal number)
    {
        number = 0m;
        return _source.Layout.Numbers.Rewrite(text) is { Length: > 0 } plain && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < 1e15m;
    }

    /// <summary>A column that is named may say itself that its rows do not add up, or that it is another result.</summary>
    private void TellColumns(RowReader file)
    {
        foreach (var series in _source.Series.GroupBy(s => s.Column).Select(g => g.First()))
        {
            var header = _source.Columns[series.Column];
            if (series.Result is { } result && LabHeaders.ResultOf(HeaderWords.Of(header)) is { } named && Own(named) != Own(result.Name))
            {
                _findings.Problems.Warn("column-suspected", file.PlaceOfName(series.Column), $"\"{ShownText.Short(header)}\" looks like {named}, and the mapping takes it for {result.Name}.", hint: "Look at \"result\" and \"column\" of the series.");
            }
            else if (series.Result is null && ColumnReason.Of(header) is { } reason && IsAskedAbout(reason, header))
            {
                _findings.Problems.Warn("column-suspected", file.PlaceOfName(series.Column), $"\"{ShownText.Short(header)}\" {reason.Why}, by its name, and the mapping adds up its rows.", hint: "Look at \"column\" of the series.");
            }
        }
    }

    private bool IsAskedAbout(ColumnReason reason, string header) =>
        (reason == ColumnReason.RunningSum && _source.Kind != SourceKind.Stock && !_source.IsRegister)
        || (reason == ColumnReason.Plan && _source.Kind != SourceKind.Stock)
        || (reason == ColumnReason.Stock && _source.Kind != SourceKind.Stock && HeaderWords.Of(header).Any(w => w is "opening" or "closing" or "balance"))
        || (reason == ColumnReason.Money && HeaderWords.UnitIn(header) is null);

    private static string Own(string result) => result.StartsWith("external", StringComparison.Ordinal) ? char.ToLowerInvariant(result[8]) + result.Substring(9) : result;
}
