using System;
using System.Text;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>Writes the canonical form of a serial: the registry's separators, case and padding.</summary>
internal static class CanonicalSerial
{
    internal static string Text(SerialGrammar grammar, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields)
    {
        var canonical = new StringBuilder(text.Length);
        Write(grammar, text, fields, 0, grammar.Form.Length, canonical);
        return canonical.ToString();
    }

    /// <summary>The scope within which the block's numbers are unique: the serial without them, or the scope that the grammar states.</summary>
    internal static string Scope(SerialGrammar grammar, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields)
    {
        var scope = new StringBuilder(text.Length);
        if (grammar.ScopeTemplate is { } template)
        {
            WriteTemplate(template, grammar, text, fields, scope);
            return scope.ToString();
        }

        if (!grammar.HasBlock)
        {
            return Text(grammar, text, fields);
        }

        // Without start and end, the text between them, and the separator before the start.
        int start = StepOf(grammar, grammar.StartField), end = StepOf(grammar, grammar.EndField);
        Write(grammar, text, fields, 0, start - 1, scope);
        Write(grammar, text, fields, end + 1, grammar.Form.Length, scope);
        return scope.ToString();
    }

    internal static string Field(SerialGrammar grammar, int field, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields)
    {
        var value = new StringBuilder();
        WriteField(grammar.Form[StepOf(grammar, field)], SerialGrammar.Slice(text, fields[field]), value);
        return value.ToString();
    }

    private static void Write(SerialGrammar grammar, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields, int from, int to, StringBuilder canonical)
    {
        var form = grammar.Form;
        for (var i = from; i < to; i++)
        {
            var element = form[i];
            if (element.Kind == ElementKind.Optional)
            {
                i = IsTaken(form, i, fields) ? i : element.After - 1;
            }
            else if (element.Field < 0)
            {
                canonical.Append(element.Text);
            }
            else
            {
                var source = element.Kind == ElementKind.Repeat ? form[StepOf(grammar, element.Field)] : element;
                WriteField(source, SerialGrammar.Slice(text, fields[element.Field]), canonical);
            }
        }
    }

    private static void WriteField(FormElement element, ReadOnlySpan<char> raw, StringBuilder canonical)
    {
        if (element.Kind == ElementKind.Choice)
        {
            canonical.Append(Choose(element, raw));
            return;
        }

        var digits = raw.Length;
        var skip = 0;
        if (element.IsNumber)
        {
            while (skip < raw.Length - 1 && raw[skip] is '0' or 'O' or 'o')
            {
                skip++;
            }

            digits -= skip;
            canonical.Append('0', Math.Max(0, element.Pad - digits));
        }

        foreach (var c in raw.Slice(skip))
        {
            canonical.Append(Proper(element, c));
        }
    }

    private static char Proper(FormElement element, char c)
    {
        if (element.IsNumeric)
        {
            return c is 'O' or 'o' ? '0' : c;
        }

        return element.Set.Contains(c) ? c
            : element.Set.Contains(char.ToUpperInvariant(c)) ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c);
    }

    private static string Choose(FormElement element, ReadOnlySpan<char> raw)
    {
        var plain = raw.ToString();
        foreach (var text in element.Texts)
        {
            if (plain == text)
            {
                return text;
            }
        }

        foreach (var text in element.Texts)
        {
            if (string.Equals(plain.Replace('O', '0').Replace('o', '0'), text.Replace('O', '0').Replace('o', '0'), StringComparison.OrdinalIgnoreCase))
            {
                return text;
            }
        }

        return plain;
    }

    private static void WriteTemplate(string template, SerialGrammar grammar, ReadOnlySpan<char> text, ReadOnlySpan<FieldSlice> fields, StringBuilder scope)
    {
        for (var i = 0; i < template.Length; i++)
        {
            var close = template[i] == '{' ? template.IndexOf('}', i) : -1;
            if (close < 0)
            {
                scope.Append(template[i]);
                continue;
            }

            scope.Append(Field(grammar, grammar.IndexOf(template.Substring(i + 1, close - i - 1)), text, fields));
            i = close;
        }
    }

    private static bool IsTaken(FormElement[] form, int group, ReadOnlySpan<FieldSlice> fields)
    {
        for (var i = group + 1; i < form[group].After; i++)
        {
            if (form[i].Field >= 0 && fields[form[i].Field].IsPresent)
            {
                return true;
            }
        }

        return false;
    }

    private static int StepOf(SerialGrammar grammar, int field)
    {
        var step = 0;
        while (grammar.Form[step].Field != field)
        {
            step++;
        }

        return step;
    }
}
