using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>What the columns that a mapping does not name say of the rows that it counts: that they are cancelled, or of several movement types; and what those say that it names.</summary>
internal sealed class ColumnsBeside
{
    private static readonly string[] s_states = ["status", "state", "quality", "flag", "indicator"];
    private static readonly string[] s_withdrawn = ["cancelled", "canceled", "cancel", "void", "voided", "rejected", "reversed", "deleted", "storno", "stornierte", "bad", "invalid", "failed", "test"];

    // A remark speaks of many things; one that begins so speaks of the row.
    private static readonly string[] s_remarks = ["remark", "remarks", "comment", "comments", "narration", "note", "notes"];
    private static readonly string[] s_withdrawing = ["cancelled", "canceled", "cancel", "cancellation", "reversed", "deleted", "rejected", "storno", "stornierte", "duplicate"];
    // What a historian puts in the place of what it did not measure; OPC calls a value good from 192 on.
    private static readonly string[] s_estimated = ["estimated", "estimate", "est", "e", "manual", "substituted", "substitute", "interpolated", "assumed", "uncertain"];
    private const int Good = 192;
    private static readonly string[] s_flags = ["del", "deletion", "loekz", "stokz"];

    // A column of the documents that a row takes back, or that take it back.
    private static readonly string[] s_links = ["cancels", "reverses", "smbln", "stblg"];
    private static readonly string[] s_marks = ["x", "y", "yes", "true", "1"];
    private static readonly string[] s_movements = ["movement", "mvt", "bwart"];
    private static readonly string[] s_postings = ["transaction", "txn", "voucher", "vch", "posting"];
    private static readonly string[] s_natures = ["type", "transaction", "txn", "movement", "nature", "direction", "entry", "particulars", "activity"];
    private static readonly string[] s_in = ["receipt", "receipts", "received", "return", "returned", "returns", "inward", "inwards", "grn", "purchase", "in", "opening"];
    private static readonly string[] s_out = ["issue", "issues", "issued", "consumption", "consumed", "outward", "outwards", "dispatch", "despatch", "sale", "sales", "out"];
    private static readonly string[] s_sides = ["drcr", "shkzg", "dr", "cr", "debit", "credit"];
    private const int MostKinds = 100;
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly List<(int At, State State)> _states = [];
    private readonly List<(int At, bool OfOppositeWords)> _kinds = [];
    private readonly Dictionary<int, (Reading First, int Count, string Text)> _estimated = [];
    private bool _isBelowZero;
    private readonly Dictionary<int, (Reading First, int Count, string Text)> _withdrawn = [];
    private readonly Dictionary<int, SortedDictionary<string, (Reading First, decimal Sum)>> _mixed = [];
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
            var isMark = Has(s_withdrawn) || Has(s_flags);
            if (isMark || Has(s_states) || Has(s_remarks) || Has(s_links))
            {
                _states.Add((at, Has(s_links) ? State.Link : isMark ? State.Mark : Has(s_states) ? State.Word : State.Remark));
            }

            if (Has(s_movements) || (words.Contains("type", StringComparer.Ordinal) && Has(s_postings)) || IsSide(words))
            {
                _kinds.Add((at, false));
            }
            else if (Has(s_natures) && source.Kind == SourceKind.Movements)
            {
                _kinds.Add((at, true));
            }
        }

        TellColumns(file);
    }

    /// <summary>Looks beside the value of a row that a series takes.</summary>
    internal void Take(RowReader row, Reading reading)
    {
        _isBelowZero |= reading.Value < 0m;
        foreach (var (at, state) in _states)
        {
            var text = row.Beside(at);
            if (state == State.Word && IsEstimated(text, at))
            {
                _estimated[at] = _estimated.TryGetValue(at, out var told) ? told with { Count = told.Count + 1 } : (reading, 1, text);
            }
            else if (text.Length > 0 && IsWithdrawn(text, state))
            {
                _withdrawn[at] = _withdrawn.TryGetValue(at, out var seen) ? seen with { Count = seen.Count + 1 } : (reading, 1, text);
            }
        }

        foreach (var (at, _) in _kinds)
        {
            var text = row.Beside(at);
            if (text.Length == 0)
            {
                continue;
            }

            var kinds = _mixed.TryGetValue(at, out var seen) ? seen : _mixed[at] = new(StringComparer.Ordinal);
            if (kinds.Count < MostKinds || kinds.ContainsKey(text))
            {
                kinds[text] = kinds.TryGetValue(text, out var kind) ? (kind.First, kind.Sum + reading.Value) : (reading, reading.Value);
            }
        }
    }

    /// <summary>Tells what was found in the file.</summary>
    internal void Tell()
    {
        foreach (var (at, seen) in _estimated.Select(e => (e.Key, e.Value)))
        {
            _findings.Warn("estimated-row", seen.First, $"\"{ShownText.Short(_header[at])}\" says \"{ShownText.Short(seen.Text)}\" of this row{(seen.Count == 1 ? ", and it is" : $", as of {seen.Count} rows, and they are")} counted as measured.", "Choose the measured rows by that column with \"where\", and name in \"missing\" the method of the monitoring plan for the others.");
        }

        // What a row takes back is taken off where the file writes it with a minus.
        foreach (var (at, seen) in _withdrawn.Select(w => (w.Key, w.Value)).Where(w => !_isBelowZero || !_states.Exists(s => s.At == w.Key && s.State == State.Link)))
        {
            _findings.Warn("withdrawn-row", seen.First, $"\"{ShownText.Short(_header[at])}\" says \"{ShownText.Short(seen.Text)}\" of this row{(seen.Count == 1 ? ", and it is" : $" and of the like {seen.Count} rows, and they are")} counted.", "Choose the rows that count by that column with \"where\".");
        }

        foreach (var (at, kinds) in _mixed.Select(m => (m.Key, m.Value)).Where(m => m.Value.Count > 1 && IsMixed(m.Key, m.Value)))
        {
            _findings.Warn("mixed-kinds", kinds.Values.OrderBy(k => k.First.Row).Last().First, $"Rows of {string.Join(", ", kinds.Keys.Select(k => $"\"{ShownText.Short(k)}\""))} in \"{ShownText.Short(_header[at])}\" are added to one another, and no series chooses among them.", "Name in \"where\" the movement types that the series is of; what came in goes into stock.received.");
        }
    }

    private bool IsMixed(int at, SortedDictionary<string, (Reading First, decimal Sum)> kinds)
    {
        if (IsSide(HeaderWords.Of(_header[at])))
        {
            return !kinds.Values.Any(k => k.Sum < 0m);
        }

        bool Any(string[] words, int sign) => kinds.Any(k => Math.Sign(k.Value.Sum) == sign && HeaderWords.Of(k.Key) is { Count: > 0 } said && words.Contains(said[0], StringComparer.Ordinal));
        return !_kinds.Exists(k => k.At == at && k.OfOppositeWords) || (Any(s_in, 1) && Any(s_out, 1)) || (Any(s_in, -1) && Any(s_out, -1));
    }

    private bool IsEstimated(string text, int at) =>
        HeaderWords.Of(text) is { Count: > 0 and <= 3 } said && (s_estimated.Contains(said[0], StringComparer.Ordinal)
            || (HeaderWords.Of(_header[at]).Contains("quality", StringComparer.Ordinal) && said.Count == 1 && text.Length <= 3 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code < Good && code % 4 == 0));

    private static bool IsWithdrawn(string text, State state) => state switch
    {
        State.Link => text.Any(char.IsLetterOrDigit) && text.Trim('0').Length > 0,
        State.Remark => HeaderWords.Of(text) is { Count: > 0 } said && s_withdrawing.Contains(said[0], StringComparer.Ordinal),
        _ => HeaderWords.Of(text).Any(w => s_withdrawn.Contains(w, StringComparer.Ordinal)) || (state == State.Mark && s_marks.Contains(text.ToLowerInvariant(), StringComparer.Ordinal)),
    };

    private static bool IsSide(IReadOnlyList<string> words) => words.Count > 0 && words.All(w => s_sides.Contains(w, StringComparer.Ordinal) || w is "indicator" or "ind") && words[0] != "indicator" && (words.Count > 1 || words[0] is "shkzg" or "drcr");

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
            else if (series.Result is not null && LabHeaders.ResultOf(HeaderWords.Of(header)) is null && LabHeaders.IsOfAnother(HeaderWords.Of(header)))
            {
                _findings.Problems.Warn("column-suspected", file.PlaceOfName(series.Column), $"\"{ShownText.Short(header)}\" looks like another result than {series.Result.Name}, which the mapping takes it for.", hint: "Look at \"result\" and \"column\" of the series.");
            }
            else if (series is { Result: null, Into: Into.Amounts } && _source.Kind == SourceKind.Movements && BesideReason.Of(header, file.Header) is { } other)
            {
                _findings.Problems.Warn("column-suspected", file.PlaceOfName(series.Column), $"\"{ShownText.Short(header)}\" {other.Why}, by its name, and \"{ShownText.Short(other.Beside)}\" stands beside it.", hint: "Look at \"column\" of the series.");
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

    /// <summary>How a column says that a row does not count: by a word among several, by a mark or a word, at the beginning of a remark, or by naming another document.</summary>
    private enum State
    {
        Word,
        Mark,
        Remark,
        Link,
    }

    private static string Own(string result) => result.StartsWith("external", StringComparison.Ordinal) ? char.ToLowerInvariant(result[8]) + result.Substring(9) : result;
}
