using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>
/// A form that can be read in one way only, as most can: no optional parts, and no field that may contain its own separator. It reads exactly what a
/// registry writes, and does not explain a refusal; <see cref="FormMatcher"/> does. Immutable, allocates nothing.
/// </summary>
internal sealed class StraightForm
{
    private readonly Step[] _steps;

    private StraightForm(Step[] steps) => _steps = steps;

    /// <summary>The form, or null when there is more than one way to read it.</summary>
    internal static StraightForm? Of(FormElement[] form)
    {
        var steps = new List<Step>(form.Length);
        for (var i = 0; i < form.Length; i++)
        {
            var element = form[i];
            if (element.Kind == ElementKind.Optional || element.IsOpenEnded || element.Except.Length > 0)
            {
                return null;
            }

            // A separator of one character is read with the field before it.
            var hasNext = i + 1 < form.Length && element.Kind != ElementKind.Literal && form[i + 1] is { Kind: ElementKind.Literal, Text.Length: 1 };
            steps.Add(new Step(element, hasNext ? form[i + 1].Text[0] : '\0'));
            i += hasNext ? 1 : 0;
        }

        return new StraightForm(steps.ToArray());
    }

    internal bool TryMatch(ReadOnlySpan<char> text, Span<FieldSlice> fields)
    {
        var position = 0;
        var steps = _steps;
        for (var i = 0; i < steps.Length; i++)
        {
            ref readonly var step = ref steps[i];
            var end = step.Kind switch
            {
                ElementKind.Digits => EndOfDigits(text, position, step),
                ElementKind.Date => EndOfDate(text, position, step),
                ElementKind.Run => EndOfRun(text, position, step),
                ElementKind.Literal => EndOf(step.Element.Text, text, position),
                ElementKind.Choice => EndOfChoice(step.Element, text, position),
                _ => EndOfRepeat(text, position, fields[step.Field]),
            };
            if (end < 0)
            {
                return false;
            }

            if (step.Fills)
            {
                fields[step.Field] = new FieldSlice(position, end - position);
            }

            position = end;
            if (step.Then != '\0')
            {
                if (position == text.Length || text[position] != step.Then)
                {
                    return false;
                }

                position++;
            }
        }

        return position == text.Length;
    }

    private static int EndOfDigits(ReadOnlySpan<char> text, int position, in Step step)
    {
        var end = position;
        while (end < text.Length && text[end] is >= '0' and <= '9')
        {
            end++;
        }

        end = Math.Min(end, position + step.Max);
        return end - position >= step.Min ? end : -1;
    }

    private static int EndOfDate(ReadOnlySpan<char> text, int position, in Step step)
    {
        var end = EndOfDigits(text, position, step);
        return end >= 0 && step.Element.Date!.IsValid(text.Slice(position, end - position)) ? end : -1;
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int position, in Step step)
    {
        var set = step.Element.Set;
        var end = position;
        var last = Math.Min(text.Length, position + step.Max);
        while (end < last && set.Contains(text[end]))
        {
            end++;
        }

        return end - position >= step.Min ? end : -1;
    }

    private static int EndOf(string expected, ReadOnlySpan<char> text, int position) =>
        text.Slice(position).StartsWith(expected.AsSpan()) ? position + expected.Length : -1;

    private static int EndOfChoice(FormElement element, ReadOnlySpan<char> text, int position)
    {
        foreach (var choice in element.Texts)
        {
            var end = EndOf(choice, text, position);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private static int EndOfRepeat(ReadOnlySpan<char> text, int position, FieldSlice earlier) =>
        text.Slice(position).StartsWith(text.Slice(earlier.Start, earlier.Length)) ? position + earlier.Length : -1;

    /// <summary>One step, with its most used values cached.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly struct Step(FormElement element, char then)
    {
        internal readonly FormElement Element = element;
        internal readonly ElementKind Kind = element.Kind;
        internal readonly int Field = element.Field;
        internal readonly bool Fills = element.Field >= 0 && element.Kind != ElementKind.Repeat;
        internal readonly int Min = element.Min;
        internal readonly int Max = element.Max;
        internal readonly char Then = then;
    }
}
