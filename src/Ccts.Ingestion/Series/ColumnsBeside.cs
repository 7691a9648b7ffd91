using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>Checks columns that the mapping does not name for signs against the rows that it counts, e.g. that they are cancelled or have several movement types.</summary>
internal sealed class ColumnsBeside
{
    private static readonly string[] s_states = ["status", "state", "quality", "flag", "indicator"];
    private static readonly string[] s_withdrawn = ["cancelled", "canceled", "cancel", "void", "voided", "rejected", "reversed", "deleted", "storno", "stornierte", "invalid", "draft", "pending", "hold", "onhold", "parked", "incomplete", "unposted", "unapproved", "disapproved", "declined"];

    // Words that refer to the row only where the cell holds little else: "bad weather" does not.
    private static readonly string[] s_withdrawnAlone = ["bad", "test", "failed", "fail"];
    private static readonly string[] s_ofRows = ["input", "data", "value", "quality", "reading", "entry", "slip", "ticket", "weighment", "row", "record", "of", "copy"];
    private static readonly string[] s_denials = ["not", "never", "un", "no", "if", "awaited"];

    // Remarks cover many topics; one that begins with such a word, or is short and ends with it, refers to the row.
    private const int FewWords = 4;
    private static readonly string[] s_remarks = ["remark", "remarks", "comment", "comments", "narration", "note", "notes"];
    private static readonly string[] s_withdrawing = ["cancelled", "canceled", "cancel", "cancellation", "reversed", "deleted", "rejected", "storno", "stornierte"];
    private const string Duplicate = "duplicate";

    // Columns that say whether a row counts: "no" means that it does not.
    private static readonly string[] s_counting = ["valid", "active", "accepted", "approved", "posted"];
    private static readonly string[] s_negative = ["n", "no", "0", "false"];
    // Marks that a historian writes for values that it did not measure; OPC calls a value good from 192 on.
    private static readonly string[] s_estimated = ["estimated", "estimate", "est", "e", "manual", "substituted", "substitute", "interpolated", "assumed", "uncertain", "assessed", "provisional", "simulated", "faulty", "defective", "unreliable"];
    private static readonly string[] s_remarkedEstimates = ["estimated", "estimate", "interpolated", "substituted", "assumed", "assessed", "simulated"];
    private static readonly string[] s_faults = ["faulty", "fault", "defective", "defect", "malfunction", "malfunctioning", "unreliable", "failed", "failure", "burnt"];
    private static readonly string[] s_instruments = ["meter", "ct", "pt", "sensor", "reading", "scale", "weighfeeder", "transmitter", "metering"];
    private const int Good = 192;
    private static readonly string[] s_flags = ["del", "deletion", "loekz", "stokz", "reversal", "cancellation"];

    // Columns that name the document that a row reverses, or that reverses it.
    private static readonly string[] s_links = ["cancels", "reverses", "smbln", "stblg"];
    private static readonly string[] s_marks = ["x", "y", "yes", "true", "1"];
    private static readonly string[] s_movements = ["movement", "mvt", "bwart"];
    private static readonly string[] s_postings = ["transaction", "trans", "txn", "voucher", "vch", "posting"];
    private static readonly string[] s_natures = ["type", "transaction", "trans", "txn", "movement", "nature", "direction", "entry", "particulars", "activity"];
    private static readonly string[] s_in = ["receipt", "receipts", "received", "return", "returned", "returns", "inward", "inwards", "grn", "gr", "purchase", "in", "opening"];
    private static readonly string[] s_back = ["return", "returned", "returns", "reversal", "reversed", "cancellation", "cancelled"];
    private static readonly string[] s_out = ["issue", "issues", "issued", "consumption", "consumed", "outward", "outwards", "dispatch", "despatch", "sale", "sales", "gin", "gi", "out"];
    private static readonly string[] s_sides = ["drcr", "shkzg", "dr", "cr", "debit", "credit"];
    private const int MostKinds = 100;
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly List<(int At, State State)> _states = [];
    private readonly List<(int At, bool OfOppositeWords)> _kinds = [];
    private readonly Dictionary<int, (Reading First, int Count, string Text)> _estimated = [];
    private readonly HashSet<int> _hasCodes = [];
    private bool _isBelowZero;
    private readonly Dictionary<int, (Reading First, int Count, string Text)> _withdrawn = [];
    private readonly Dictionary<int, SortedDictionary<string, (Reading First, decimal Sum)>> _mixed = [];
    private readonly IReadOnlyList<string> _header;
    private int _looked;

    internal ColumnsBeside(SourceMapping source, RowReader file, Findings findings)
    {
        (_source, _findings, _header) = (source, findings, file.Header);
        Look();
    }

    /// <summary>A line of JSON may have members that those above have not.</summary>
    private void Look()
    {
        for (; _looked < _header.Count; _looked++)
        {
            var at = _looked;
            var words = HeaderWords.OfHeader(_header[at]);
            if (words.Count == 0 || _source.Columns.Contains(_header[at], StringComparer.Ordinal))
            {
                continue;
            }

            bool Has(string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
            var isMark = Has(s_withdrawn) || Has(s_flags);
            if (isMark || Has(s_states) || Has(s_remarks) || Has(s_links))
            {
                _states.Add((at, Has(s_links) || (Has(s_withdrawn) && words[words.Count - 1] == "by") ? State.Link : isMark ? State.Mark : Has(s_states) ? State.Word : State.Remark));
            }
            else if (Has(s_counting) && words.Count < 3)
            {
                _states.Add((at, State.Counts));
            }

            if (words is ["i", "r"] or ["r", "i"] or ["in", "out"] or ["out", "in"])
            {
                _kinds.Add((at, false));
            }
            else if (Has(s_movements) || (words.Contains("type", StringComparer.Ordinal) && Has(s_postings)) || IsSide(words))
            {
                _kinds.Add((at, false));
            }
            else if (Has(s_natures) && _source.Kind == SourceKind.Movements)
            {
                _kinds.Add((at, true));
            }
        }
    }

    /// <summary>Looks beside the value of a row that a series takes.</summary>
    internal void Take(RowReader row, Reading reading)
    {
        Look();
        _isBelowZero |= reading.Value < 0m;
        foreach (var (at, state) in _states)
        {
            var text = row.Beside(at);
            if (state == State.Word && CodeOf(text, at) >= Good)
            {
                _hasCodes.Add(at);
            }
            else if ((state == State.Word && IsEstimated(text, at)) || (state is State.Word or State.Remark && IsRemarkedEstimate(text, state)))
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
        // A grade of coal is not an OPC code; a real OPC column also has a code for good values.
        foreach (var (at, seen) in _estimated.Select(e => (e.Key, e.Value)).Where(e => _hasCodes.Contains(e.Key) || !char.IsDigit(e.Value.Text[0]) || (_source.Kind == SourceKind.Meter && IsOfQuality(e.Key))))
        {
            _findings.Warn("estimated-row", seen.First, $"\"{ShownText.Short(_header[at])}\" says \"{ShownText.Short(seen.Text)}\" of this row{(seen.Count == 1 ? ", and it is" : $", as of {seen.Count} rows, and they are")} counted as measured.", "Choose the measured rows by that column with \"where\", and name in \"missing\" the method of the monitoring plan for the others.");
        }

        // A reversal written with a minus already reduces the amount.
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

        bool IsBack(string text) => HeaderWords.Of(text).Any(w => s_back.Contains(w, StringComparer.Ordinal));
        if (new[] { 1, -1 }.Any(sign => kinds.Any(k => IsBack(k.Key) && Math.Sign(k.Value.Sum) == sign) && kinds.Any(k => !IsBack(k.Key) && Math.Sign(k.Value.Sum) == sign)))
        {
            return true;
        }

        bool Any(string[] words, int sign) => kinds.Any(k => Math.Sign(k.Value.Sum) == sign && HeaderWords.Of(k.Key) is { Count: > 0 } said && words.Contains(said[0], StringComparer.Ordinal));
        return !_kinds.Exists(k => k.At == at && k.OfOppositeWords) || (Any(s_in, 1) && Any(s_out, 1)) || (Any(s_in, -1) && Any(s_out, -1));
    }

    private bool IsEstimated(string text, int at) =>
        HeaderWords.Of(text) is { Count: > 0 and <= 3 } said && ((s_estimated.Contains(said[0], StringComparer.Ordinal) && (said.Count == 1 || s_ofRows.Contains(said[1], StringComparer.Ordinal) || s_ofPeople.Contains(said[1], StringComparer.Ordinal)))
            || (CodeOf(text, at) is < Good and var code && code % 4 == 0));

    /// <summary>A remark means that a value was not measured where it begins so and is short, or says that the instrument failed. A grid fault is not the meter's.</summary>
    private static bool IsRemarkedEstimate(string text, State state) =>
        HeaderWords.Of(text) is { Count: > 0 and <= FewWords } said && !said.Any(w => s_denials.Contains(w, StringComparer.Ordinal))
        && ((state == State.Remark && s_remarkedEstimates.Contains(said[0], StringComparer.Ordinal) && (said.Count == 1 || s_ofRows.Contains(said[1], StringComparer.Ordinal) || s_ofPeople.Contains(said[1], StringComparer.Ordinal))) || (said.Any(w => s_faults.Contains(w, StringComparer.Ordinal)) && said.All(w => s_faults.Contains(w, StringComparer.Ordinal) || s_instruments.Contains(w, StringComparer.Ordinal)) && (said.Count > 1 || said[0] is "faulty" or "defective" or "unreliable")));

    /// <summary>OPC codes of a value: numbers in a column of qualities, or of states where some of them are good.</summary>
    private int? CodeOf(string text, int at) => text.Length is > 0 and <= 3 && char.IsDigit(text[0]) && (IsOfQuality(at) || HeaderWords.OfHeader(_header[at]).Contains("status", StringComparer.Ordinal)) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;

    private bool IsOfQuality(int at) => HeaderWords.OfHeader(_header[at]).Contains("quality", StringComparer.Ordinal);

    private static readonly string[] s_ofPeople = ["by", "qty", "quantity", "read", "consumption", "manually", "average", "avg"];

    private static bool IsWithdrawn(string text, State state)
    {
        switch (state)
        {
            case State.Link:
                return text.Any(char.IsLetterOrDigit) && text.Trim('0').Length > 0;
            case State.Counts:
                return s_negative.Contains(text.ToLowerInvariant(), StringComparer.Ordinal);
        }

        var said = HeaderWords.Of(text);
        if (said.Count == 0)
        {
            return false;
        }

        var isShort = said.Count == 1 || s_ofRows.Contains(said[1], StringComparer.Ordinal);
        return state == State.Remark ? s_withdrawing.Contains(said[0], StringComparer.Ordinal) || (said.Count <= FewWords && s_withdrawing.Contains(said[said.Count - 1], StringComparer.Ordinal) && !said.Any(w => s_denials.Contains(w, StringComparer.Ordinal))) || (said[0] == Duplicate && (said.Count < 2 || said[1] != "slip"))
            : (state == State.Mark && s_marks.Contains(text.ToLowerInvariant(), StringComparer.Ordinal)) || (s_withdrawnAlone.Contains(said[0], StringComparer.Ordinal) && isShort)
                || (said.Any(w => s_withdrawn.Contains(w, StringComparer.Ordinal)) && !said.Any(w => s_denials.Contains(w, StringComparer.Ordinal)));
    }

    private static bool IsSide(IReadOnlyList<string> words) => words.Count > 0 && words.All(w => s_sides.Contains(w, StringComparer.Ordinal) || w is "indicator" or "ind") && words[0] != "indicator" && (words.Count > 1 || words[0] is "shkzg" or "drcr");

    /// <summary>How a column says that a row does not count: by a word among several, by a mark or a word, at the beginning of a remark, by naming another document, or by not saying that it counts.</summary>
    private enum State
    {
        Word,
        Mark,
        Remark,
        Link,
        Counts,
    }
}
