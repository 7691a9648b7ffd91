using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Problems;

/// <summary>Collects every problem of one input, up to a limit, so that hostile input cannot fill the memory.</summary>
public sealed class ProblemList
{
    internal const int Most = 1000;
    private readonly List<Problem> _problems = [];
    private bool _hasRemarks = true;

    /// <summary>How many were found, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Whether any of them is an error.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Whether one of them withholds an assessment.</summary>
    internal bool NeedsReason { get; private set; }

    /// <summary>Whether further problems are only counted, so that their texts need not be made.</summary>
    internal bool IsFull => _problems.Count == Most;

    /// <summary>A hint at the word that was probably meant; none once further problems are only counted, because the search is slow.</summary>
    public string? Nearest(string word, IEnumerable<string> candidates) => IsFull ? null : Ccts.Sdk.Problems.Nearest.Hint(Require.NotNull(word), Require.NotNull(candidates));

    /// <summary>Adds a problem, unless the same one was found before: validation and calculation may find the same one.</summary>
    public void Add(Problem problem)
    {
        Require.NotNull(problem);
        if (!IsFull && _problems.Contains(problem))
        {
            return;
        }

        Count++;
        HasErrors |= problem.Severity == Severity.Error;
        NeedsReason |= problem.NeedsReason;
        if (IsFull)
        {
            MakeRoomFor(problem);
        }

        if (!IsFull)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>An error is never left out, however many remarks came before it.</summary>
    private void MakeRoomFor(Problem problem)
    {
        if (problem.Severity == Severity.Error && _hasRemarks)
        {
            var last = _problems.FindLastIndex(p => p.Severity != Severity.Error);
            _hasRemarks = last >= 0;
            if (_hasRemarks)
            {
                _problems.RemoveAt(last);
            }
        }
    }

    /// <summary>Adds an error.</summary>
    public void Error(string code, SourcePlace place, string message, string? expected = null, string? hint = null, string? clause = null) =>
        Add(new Problem(Require.NotNull(code), Severity.Error, Require.NotNull(message), place) { Expected = expected, Hint = hint, Clause = clause });

    /// <summary>Adds a warning.</summary>
    public void Warn(string code, SourcePlace place, string message, string? expected = null, string? hint = null, string? clause = null) =>
        Add(new Problem(Require.NotNull(code), Severity.Warning, Require.NotNull(message), place) { Expected = expected, Hint = hint, Clause = clause });

    /// <summary>A text that a parser refused. The reason is a sentence that may end in <c>; expected …</c>, or only what was expected.</summary>
    public void Unreadable(SourcePlace place, string text, string? reason)
    {
        Require.NotNull(text);
        const string expected = "; expected ";
        var tail = reason?.IndexOf(expected, System.StringComparison.Ordinal) ?? -1;
        if (tail >= 0)
        {
            Error("bad-value", place, reason!.Substring(0, tail) + ".", reason.Substring(tail + expected.Length).TrimEnd('.'), WritingSlip.HintFor(text));
        }
        else if (reason is { Length: > 0 } && reason[reason.Length - 1] == '.')
        {
            Error("bad-value", place, reason, hint: WritingSlip.HintFor(text));
        }
        else
        {
            Error("bad-value", place, $"\"{ShownText.Short(text)}\" cannot be read.", reason, WritingSlip.HintFor(text));
        }
    }

    /// <summary>The problems in reading order; a last entry says how many were left out beyond <see cref="Most"/>.</summary>
    public IReadOnlyList<Problem> ToList()
    {
        var sorted = _problems.OrderBy(p => p.Place.File, System.StringComparer.Ordinal).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column).ToList();
        if (Count > Most)
        {
            sorted.Add(new Problem("too-many-problems", HasErrors ? Severity.Error : Severity.Warning, $"{Count - Most} further problems are not listed.", default));
        }

        return sorted;
    }
}
