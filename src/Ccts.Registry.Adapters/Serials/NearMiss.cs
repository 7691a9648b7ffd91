using System;
using System.Runtime.InteropServices;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>How far a grammar matched a text of another kind, and why it stopped. <c>default</c>: nowhere.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct NearMiss
{
    // A text that matches no further than this belongs to no grammar.
    private const int LeastFields = 2;

    private readonly SerialGrammar? _grammar;
    private readonly int _position;
    private readonly int _step;
    private readonly string? _rangeFault;

    internal NearMiss(SerialGrammar grammar, int position, int step, string? rangeFault = null)
    {
        _grammar = grammar;
        _position = position;
        _step = step;
        _rangeFault = rangeFault;
    }

    /// <summary>The form fits and the numbers do not.</summary>
    internal static NearMiss OfRange(SerialGrammar grammar, string text, ReadOnlySpan<FieldSlice> fields)
    {
        var (start, end) = (fields[grammar.StartField], fields[grammar.EndField]);
        var tooLarge = !SerialGrammar.TryNumber(SerialGrammar.Slice(text.AsSpan(), start), out _) ? start
            : !SerialGrammar.TryNumber(SerialGrammar.Slice(text.AsSpan(), end), out _) ? end
            : default;
        return tooLarge.IsPresent
            ? new NearMiss(grammar, tooLarge.Start, grammar.Form.Length, "number-too-large")
            : new NearMiss(grammar, end.Start, grammar.Form.Length, "range-order");
    }

    internal bool IsNearerThan(NearMiss other) => other._grammar is null || Rank.CompareTo(other.Rank) > 0;

    // A complete form with wrong numbers is nearer than any incomplete one; the longer form is the likelier one.
    private (bool Whole, int Position, int Length) Rank => (_rangeFault is not null, _position, _grammar?.Form.Length ?? 0);

    internal SerialError Explain(string text)
    {
        if (_grammar is null || FieldsBefore() < LeastFields)
        {
            return new SerialError("not-recognised", Math.Max(0, FirstVisible(text)), "No known registry writes its serials like this.");
        }

        if (_rangeFault is { } fault)
        {
            var why = fault == "range-order" ? "the block ends before it starts" : "the number exceeds 2^128 - 1";
            return new SerialError(fault, _position, $"{_grammar.Id}: {why}.", _grammar.Id, fault == "range-order" ? "end" : null);
        }

        var position = Math.Min(_position, text.Length);
        if (_step >= _grammar.Form.Length)
        {
            return new SerialError("trailing-text", position, $"{_grammar.Id}: the serial is complete, and {Found(text, position)} follows.", _grammar.Id);
        }

        var element = _grammar.Form[_step];
        var field = element.Field >= 0 ? _grammar.FieldNames[element.Field] : null;
        var code = IsCutOff(text, position) ? "truncated" : element.Kind switch
        {
            ElementKind.Date => "date",
            ElementKind.Repeat => "repeat-differs",
            ElementKind.Literal => "separator",
            _ => field is null ? "separator" : "field",
        };
        var where = field is null ? After() : $" in field \"{field}\"";
        return new SerialError(code, position, $"{_grammar.Id}: expected {element.Expected(_grammar.FieldNames)}{where}, found {Found(text, position)}.", _grammar.Id, field);
    }

    private string After()
    {
        for (var i = _step - 1; i >= 0; i--)
        {
            if (_grammar!.Form[i].Field >= 0)
            {
                return $" after field \"{_grammar.FieldNames[_grammar.Form[i].Field]}\"";
            }
        }

        return "";
    }

    private int FieldsBefore()
    {
        var fields = 0;
        for (var i = 0; i < Math.Min(_step, _grammar!.Form.Length); i++)
        {
            fields += _grammar.Form[i].Field >= 0 ? 1 : 0;
        }

        // Distinctive fixed text at the start shows which registry is meant.
        return fields + (_grammar.Form[0].Kind == ElementKind.Literal && _position >= Math.Min(3, _grammar.Form[0].Text.Length) ? 2 : 0);
    }

    private static bool IsCutOff(string text, int position) =>
        position >= text.TrimEnd(' ').Length || text[position] == '…' || text.IndexOf("..", position, StringComparison.Ordinal) == position;

    private static string Found(string text, int position)
    {
        if (position >= text.Length)
        {
            return "the end";
        }

        const int most = 12;
        var rest = text.Substring(position, Math.Min(most, text.Length - position));
        foreach (var c in rest)
        {
            if (char.IsControl(c) || char.IsSurrogate(c))
            {
                rest = rest.Replace(c, '\uFFFD');
            }
        }

        return "\"" + rest + (position + most < text.Length ? "…" : "") + "\"";
    }

    private static int FirstVisible(string text)
    {
        var first = 0;
        while (first < text.Length - 1 && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        return first;
    }
}
