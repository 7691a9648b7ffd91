using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>A position in a form: the step, how many of its characters are read, and which texts or excluded values are still possible.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FormState(int Step, int Read, int Open)
{
    internal static FormState Start => default;
}

/// <summary>
/// A form as a state machine over characters, for questions about grammars rather than texts: what can a form start with, can two forms
/// match the same text. Dates count as digits and repeated fields as free ones, so it accepts slightly more than the matcher does.
/// </summary>
internal static class FormStates
{
    internal static bool CanStartWith(FormElement[] form, char c)
    {
        foreach (var (set, _) in Moves(form, FormState.Start, out _))
        {
            if (set.Contains(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The states after one more character, and whether the text may end here.</summary>
    internal static List<(CharSet Set, FormState Next)> Moves(FormElement[] form, FormState state, out bool canEnd)
    {
        var moves = new List<(CharSet, FormState)>();
        canEnd = false;
        var open = new Stack<FormState>();
        open.Push(state);
        while (open.Count > 0)
        {
            var at = open.Pop();
            if (at.Step == form.Length)
            {
                canEnd = true;
                continue;
            }

            var element = form[at.Step];
            switch (element.Kind)
            {
                case ElementKind.Optional:
                    open.Push(new FormState(at.Step + 1, 0, 0));
                    open.Push(new FormState(element.After, 0, 0));
                    break;
                case ElementKind.Literal:
                case ElementKind.Choice:
                    AddTexts(element, at, moves);
                    break;
                default:
                    AddRun(Referred(form, element), at, moves, open);
                    break;
            }
        }

        return moves;
    }

    private static void AddTexts(FormElement element, FormState at, List<(CharSet, FormState)> moves)
    {
        for (var i = 0; i < element.Texts.Length; i++)
        {
            var text = element.Texts[i];
            if (at.Read == 0 || at.Open == i)
            {
                var next = at.Read + 1 == text.Length ? new FormState(at.Step + 1, 0, 0) : new FormState(at.Step, at.Read + 1, i);
                moves.Add((CharSet.Only(text[at.Read]), next));
            }
        }
    }

    // "Open" is the bit set of excluded values the characters so far could still become.
    private static void AddRun(FormElement element, FormState at, List<(CharSet, FormState)> moves, Stack<FormState> open)
    {
        var possible = at.Read == 0 ? (1 << element.Except.Length) - 1 : at.Open;
        if (at.Read >= element.Min && !IsExcludedAt(element, possible, at.Read))
        {
            open.Push(new FormState(at.Step + 1, 0, 0));
        }

        if (at.Read == element.Max)
        {
            return;
        }

        var others = element.IsNumeric ? CharSet.Digits : element.Set;
        for (var i = 0; i < element.Except.Length; i++)
        {
            if ((possible >> i & 1) == 0 || element.Except[i].Length <= at.Read || !others.Contains(element.Except[i][at.Read]))
            {
                continue;
            }

            var c = element.Except[i][at.Read];
            moves.Add((CharSet.Only(c), new FormState(at.Step, at.Read + 1, StillPossible(element, possible, at.Read, c))));
            others = others.Without(c);
        }

        moves.Add((others, new FormState(at.Step, at.Read + 1, 0)));
    }

    private static bool IsExcludedAt(FormElement element, int possible, int length)
    {
        for (var i = 0; i < element.Except.Length; i++)
        {
            if ((possible >> i & 1) != 0 && element.Except[i].Length == length)
            {
                return true;
            }
        }

        return false;
    }

    private static int StillPossible(FormElement element, int possible, int at, char c)
    {
        var still = 0;
        for (var i = 0; i < element.Except.Length; i++)
        {
            still |= (possible >> i & 1) != 0 && element.Except[i].Length > at && element.Except[i][at] == c ? 1 << i : 0;
        }

        return still;
    }

    private static FormElement Referred(FormElement[] form, FormElement element)
    {
        if (element.Kind != ElementKind.Repeat)
        {
            return element;
        }

        foreach (var earlier in form)
        {
            if (earlier.Field == element.Field)
            {
                return earlier;
            }
        }

        return element;
    }
}
