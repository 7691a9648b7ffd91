using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ccts.Registry.Adapters.Exports;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>Finds an error that a registry names in an answer, by the names of members. It knows words of English, and can never know all: what is not known beside a "done" is a doubt too (<see cref="AnswerRemarks"/>).</summary>
internal static class AnswerFaults
{
    private static readonly HashSet<string> s_faults = Words("err errs exception exceptions fault faults fail fails failed failure failures problem problems violation violations reject rejected rejection refused refusal denied denial declined unsuccessful insufficient aborted ignored");
    private static readonly HashSet<string> s_open = Words("pending queued awaiting partial partially incomplete progress processing review scheduled submitted hold approval timed rolled dry simulated simulation blocked suspended locked expired withdrawn reversed invalid void");
    private static readonly HashSet<string> s_no = Words("no without zero 0");
    private static readonly HashSet<string> s_none = Words("no not none without zero free 0");
    private static readonly HashSet<string> s_past = Words("previous prior former old history");

    /// <summary>An error in an answer, as a sentence; null if there is none.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="except">Members that are judged otherwise.</param>
    internal static string? Find(JsonElement answer, params string[] except) => JsonFailures.Find(answer, except) ?? Named(answer, except);

    /// <summary>Whether a code is one of these refusals, however it is written: "NOT_PERMITTED" is "not-permitted".</summary>
    internal static bool IsOneOf(IEnumerable<string> refusals, string? code) => Letters(code ?? "") is { Length: > 0 } letters && refusals.Any(r => Letters(r) == letters);

    /// <summary>The words of a sentence without "0 failed" and "no errors".</summary>
    internal static IEnumerable<string> WithoutNone(IReadOnlyList<string> said) =>
        said.Where((w, i) => !(IsBad(w) && i > 0 && s_no.Contains(said[i - 1])) && !(s_no.Contains(w) && i + 1 < said.Count && IsBad(said[i + 1])));

    /// <summary>Whether a member is of a fault, or of something still to be done: "hasErrors", "dryRun".</summary>
    internal static bool IsOfFault(IReadOnlyList<string> name) => name.Any(IsBad) && !name.Any(s_none.Contains);

    /// <summary>Whether a member says that there is no fault: "noErrors".</summary>
    internal static bool IsOfNoFault(IReadOnlyList<string> name) => name.Any(IsBad) && name.Any(s_none.Contains);

    /// <summary>Whether a member is of an earlier time.</summary>
    internal static bool IsPast(string name) => HeaderText.Words(name).Any(s_past.Contains);

    private static string? Named(JsonElement answer, params string[] except) => answer.ValueKind switch
    {
        JsonValueKind.Array => answer.EnumerateArray().Select(e => Named(e)).FirstOrDefault(f => f is not null),
        JsonValueKind.Object => answer.EnumerateObject().Where(m => !except.Contains(JsonExport.Name(m), StringComparer.Ordinal) && !IsPast(JsonExport.Name(m)))
            .Select(m => HeaderText.Words(JsonExport.Name(m)) is var name && name.Any(IsFault) && !name.Any(s_none.Contains) && JsonFailures.IsFilled(m.Value) ? $"\"{JsonExport.Name(m)}\" is {CellText.Short(m.Value.GetRawText())}." : Named(m.Value))
            .FirstOrDefault(f => f is not null),
        _ => null,
    };

    // Also "errormessage" in one word.
    private static bool IsFault(string word) => s_faults.Contains(word) || word.StartsWith("error", StringComparison.Ordinal);

    private static bool IsBad(string word) => IsFault(word) || s_open.Contains(word);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
