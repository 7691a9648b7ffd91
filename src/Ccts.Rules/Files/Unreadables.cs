using System;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Files;

/// <summary>Makes the problem for a value that a parser refused.</summary>
internal static class Unreadables
{
    private const string Turn = "; expected ";

    /// <summary>
    /// The reason is either what was expected or, from quantities, what is wrong and then what was expected
    /// right; each part goes where it belongs.
    /// </summary>
    internal static void Unreadable(this ProblemList problems, string code, SourcePlace place, string text, string? reason)
    {
        var turn = reason?.IndexOf(Turn, StringComparison.Ordinal) ?? -1;
        if (turn < 0 && reason?.IndexOf(" cannot be ", StringComparison.Ordinal) > 0)
        {
            problems.Error(code, place, reason.TrimEnd('.') + ".", "a value that can be kept exactly", WritingSlip.HintFor(text));
        }
        else if (turn < 0)
        {
            problems.Error(code, place, $"\"{ShownText.Short(text)}\" cannot be read.", reason?.TrimEnd('.'), WritingSlip.HintFor(text));
        }
        else
        {
            problems.Error(code, place, $"\"{ShownText.Short(text)}\" cannot be read: {reason!.Substring(0, turn)}.", reason.Substring(turn + Turn.Length).TrimEnd('.'), WritingSlip.HintFor(text));
        }
    }
}
