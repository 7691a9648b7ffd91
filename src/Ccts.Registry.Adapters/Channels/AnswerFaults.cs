using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// Finds what contradicts a registry's "done" in the same answer: an error, a "success" that is false, a sentence that it was refused or is still to be done. It knows words of English, and can
/// never know all. A false alarm costs one question about the numbers; a false yes makes a ghost credit, so what is not clear is a doubt.
/// </summary>
internal static class AnswerFaults
{
    private const int LongestNegation = 5;
    private const char LastLatin = '\u024F';

    private static readonly HashSet<string> s_faults = Words("err errs exception exceptions fault faults fail fails failed failure failures problem problems violation violations reject rejected rejection refused refusal denied denial declined unsuccessful insufficient aborted ignored");
    private static readonly HashSet<string> s_refused = Words("blocked suspended locked expired withdrawn reversed invalid void unauthorised unauthorized forbidden malformed nok ko timeout");
    private static readonly HashSet<string> s_open = Words("pending queued awaiting partial partially incomplete progress processing review scheduled submitted hold approval timed rolled dry simulated simulation only");
    private static readonly HashSet<string> s_no = Words("no without zero 0");
    private static readonly HashSet<string> s_negations = Words("no not cannot unable never nothing zero 0 hasn haven isn aren wasn weren didn couldn");
    private static readonly HashSet<string> s_deeds = Words("ok process processed complete completed execute executed accept accepted retire retired transfer transferred cancel cancelled carried performed done made found permitted allowed authorised authorized available valid known sufficient enough possible");
    private static readonly HashSet<string> s_none = Words("no not none without zero free 0");
    private static readonly HashSet<string> s_past = Words("previous prior former old history");
    private static readonly HashSet<string> s_success = Words("is was success ok succeeded successful accepted processed executed completed confirmed approved settled finalised finalized performed effective done");
    private static readonly HashSet<string> s_texts = Words("status state outcome result message messages text code detail details description reason comment comments remark remarks info note notes warning warnings");
    private static readonly HashSet<string> s_quantities = Words("quantity units credits tonnes");
    private static readonly HashSet<string> s_ofDeeds = Words("done retired transferred cancelled processed executed");

    /// <summary>What speaks against a yes, as a sentence; null if nothing does.</summary>
    internal static string? Find(JsonElement answer) => JsonFailures.Find(answer) ?? Find(answer, (name, value) => IsFault(name, value) || IsNoSuccess(name, value) || IsAgainst(name, value));

    /// <summary>An error that comes with rows, as a sentence; null if there is none. A remark may stand beside good rows too.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="except">Members that are judged otherwise.</param>
    internal static string? Named(JsonElement answer, params string[] except) => JsonFailures.Find(answer, except) ?? Find(answer, IsFault, except);

    /// <summary>Whether a text says that something was refused, was not done, or is still to be done.</summary>
    internal static bool IsAgainst(string? text)
    {
        var said = HeaderText.Words(text ?? "");
        // "0 failed" and "no errors" are fine, "none" beside an error too.
        var words = said.Where((w, i) => !(IsBad(w) && i > 0 && s_no.Contains(said[i - 1])) && !(s_no.Contains(w) && i + 1 < said.Count && IsBad(said[i + 1]))).ToList();
        // "Could not be completed", and not "cannot be undone". What is not in Latin letters is not understood.
        return text?.Any(c => char.IsLetter(c) && c > LastLatin) == true || (words.Any(IsBad) && !words.Contains("none")) || words.Where((w, i) => s_negations.Contains(w) && words.Skip(i + 1).Take(LongestNegation).Any(s_deeds.Contains)).Any();
    }

    /// <summary>Whether a member states another quantity than the instruction's, in any spelling of the number.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="count">The instruction's quantity.</param>
    /// <param name="called">The profile's own name for a quantity.</param>
    internal static string? OtherQuantity(JsonElement answer, decimal count, string called) => Find(
        answer, (name, value) => ((name.Any(s_quantities.Contains) && name.All(w => s_quantities.Contains(w) || s_ofDeeds.Contains(w))) || name.SequenceEqual(HeaderText.Words(called), StringComparer.Ordinal)) && CountOf(value) is { } stated && stated != count);

    /// <summary>Whether a code is one of these refusals, however it is written: "NOT_PERMITTED" is "not-permitted".</summary>
    internal static bool IsOneOf(IEnumerable<string> refusals, string? code) => Letters(code ?? "") is { Length: > 0 } letters && refusals.Any(r => Letters(r) == letters);

    private static decimal? CountOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDecimal(out var number) ? number : -1,
        // "1,250 tCO2e"
        JsonValueKind.String => decimal.TryParse(JsonExport.Text(value).Trim().Split(' ')[0], NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static string? Find(JsonElement answer, Func<IReadOnlyList<string>, JsonElement, bool> says, params string[] except) => answer.ValueKind switch
    {
        JsonValueKind.Array => answer.EnumerateArray().Select(e => Find(e, says)).FirstOrDefault(f => f is not null),
        JsonValueKind.Object => answer.EnumerateObject().Where(m => !except.Contains(JsonExport.Name(m), StringComparer.Ordinal) && !HeaderText.Words(JsonExport.Name(m)).Any(s_past.Contains))
            .Select(m => says(HeaderText.Words(JsonExport.Name(m)), m.Value) ? $"\"{JsonExport.Name(m)}\" is {CellText.Short(m.Value.GetRawText())}." : Find(m.Value, says)).FirstOrDefault(f => f is not null),
        _ => null,
    };

    private static bool IsFault(IReadOnlyList<string> name, JsonElement value) => name.Any(IsFault) && !name.Any(s_none.Contains) && JsonFailures.IsFilled(value);

    // Also "errormessage" in one word.
    private static bool IsFault(string word) => s_faults.Contains(word) || word.StartsWith("error", StringComparison.Ordinal);

    private static bool IsBad(string word) => IsFault(word) || s_refused.Contains(word) || s_open.Contains(word);

    private static bool IsNoSuccess(IReadOnlyList<string> name, JsonElement value) => name.All(s_success.Contains) && value.ValueKind switch
    {
        JsonValueKind.False => true,
        JsonValueKind.Number => JsonPages.NumberOf(value) == 0,
        JsonValueKind.String => RowState.No.Contains(JsonExport.Text(value).Trim(), StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsAgainst(IReadOnlyList<string> name, JsonElement value) => (value.ValueKind == JsonValueKind.True && name.Any(s_open.Contains) && !name.Any(s_none.Contains)) || IsAgainstInText(name, value);

    private static bool IsAgainstInText(IReadOnlyList<string> name, JsonElement value) => name.Any(s_texts.Contains) && value.ValueKind switch
    {
        JsonValueKind.String => IsAgainst(JsonExport.Text(value)),
        JsonValueKind.Array => value.EnumerateArray().Any(e => e.ValueKind == JsonValueKind.String && IsAgainst(JsonExport.Text(e))),
        _ => false,
    };

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
