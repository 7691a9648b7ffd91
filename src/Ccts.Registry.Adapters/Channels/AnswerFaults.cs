using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>
/// What stands beside a registry's "done" and speaks against it, under whatever name: an error, a "success" that is false, a sentence that it was refused. A false alarm
/// costs one question about the numbers; a yes that is none makes a ghost credit.
/// </summary>
internal static class AnswerFaults
{
    private static readonly HashSet<string> s_faults = Words("exception exceptions fault faults fail fails failed failure failures reject rejected rejection refused refusal denied denial declined");
    private static readonly HashSet<string> s_open = Words("pending queued awaiting partial partially incomplete");
    private static readonly HashSet<string> s_negations = Words("not cannot unable never");
    private static readonly HashSet<string> s_deeds = Words("process processed complete completed execute executed accept accepted retire retired transfer transferred cancel cancelled carried performed done made found permitted allowed authorised authorized available valid known sufficient enough possible");
    private static readonly HashSet<string> s_none = Words("no not none without zero free");
    private static readonly HashSet<string> s_success = Words("is was success ok succeeded successful accepted processed executed completed");
    private static readonly HashSet<string> s_texts = Words("status state outcome result message code detail");

    /// <summary>What speaks against a yes, as a sentence; null if nothing does.</summary>
    internal static string? Find(JsonElement answer) => JsonFailures.Find(answer) ?? Find(answer, (name, value) => IsFault(name, value) || IsNoSuccess(name, value) || IsAgainst(name, value));

    /// <summary>An error that comes with rows, as a sentence; null if there is none. A remark may stand beside good rows too.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="except">Members that are judged otherwise.</param>
    internal static string? Named(JsonElement answer, params string[] except) => JsonFailures.Find(answer, except) ?? Find(answer, IsFault, except);

    /// <summary>Whether a text says that something was refused, was not done, or is still to be done.</summary>
    internal static bool IsAgainst(string? text)
    {
        var words = HeaderText.Words(text ?? "");
        // "Could not be completed", and not "cannot be undone".
        return words.Any(s_open.Contains) || (words.Any(IsFault) ? !words.Any(s_none.Contains) : words.Where((w, i) => s_negations.Contains(w) && words.Skip(i + 1).Take(2).Any(s_deeds.Contains)).Any());
    }

    /// <summary>Whether a code is one of these refusals, however it is written: "NOT_PERMITTED" is "not-permitted".</summary>
    internal static bool IsOneOf(IEnumerable<string> refusals, string? code) => Letters(code ?? "") is { Length: > 0 } letters && refusals.Any(r => Letters(r) == letters);

    private static string? Find(JsonElement answer, Func<IReadOnlyList<string>, JsonElement, bool> says, params string[] except) => answer.ValueKind switch
    {
        JsonValueKind.Array => answer.EnumerateArray().Select(e => Find(e, says)).FirstOrDefault(f => f is not null),
        JsonValueKind.Object => answer.EnumerateObject().Where(m => !except.Contains(JsonExport.Name(m), StringComparer.Ordinal))
            .Select(m => says(HeaderText.Words(JsonExport.Name(m)), m.Value) ? $"\"{JsonExport.Name(m)}\" is {CellText.Short(m.Value.GetRawText())}." : Find(m.Value, says)).FirstOrDefault(f => f is not null),
        _ => null,
    };

    private static bool IsFault(IReadOnlyList<string> name, JsonElement value) => name.Any(IsFault) && !name.Any(s_none.Contains) && JsonFailures.IsFilled(value);

    // Also "errormessage" in one word.
    private static bool IsFault(string word) => s_faults.Contains(word) || word.StartsWith("error", StringComparison.Ordinal);

    private static bool IsNoSuccess(IReadOnlyList<string> name, JsonElement value) => name.All(s_success.Contains) && value.ValueKind switch
    {
        JsonValueKind.False => true,
        JsonValueKind.Number => JsonPages.NumberOf(value) == 0,
        JsonValueKind.String => RowState.No.Contains(JsonExport.Text(value).Trim(), StringComparer.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsAgainst(IReadOnlyList<string> name, JsonElement value) => value.ValueKind == JsonValueKind.String && name.Any(s_texts.Contains) && IsAgainst(JsonExport.Text(value));

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
