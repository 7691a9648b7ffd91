using System;
using System.Collections.Generic;
using System.Text;

namespace Ccts;

/// <summary>
/// Writes HTML element by element. It alone escapes text and attribute values, so nothing that a file
/// says can become markup. Characters that print as nothing or reverse the writing direction are shown as U+FFFD.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _html = new();
    private readonly Stack<string> _open = new();

    public override string ToString() => _open.Count == 0 ? _html.ToString() : throw new InvalidOperationException($"<{_open.Peek()}> is not closed.");

    /// <summary>An element and its content.</summary>
    internal HtmlWriter Element(string tag, Action inside, params (string Name, string? Value)[] attributes)
    {
        Begin(tag, attributes);
        inside();
        return End();
    }

    /// <summary>An element that holds only text.</summary>
    internal HtmlWriter Element(string tag, string text, params (string Name, string? Value)[] attributes)
    {
        Begin(tag, attributes);
        Text(text);
        return End();
    }

    /// <summary>An element without content, such as <c>meta</c>.</summary>
    internal HtmlWriter Empty(string tag, params (string Name, string? Value)[] attributes)
    {
        Start(tag, attributes);
        _html.Append('>');
        return this;
    }

    internal HtmlWriter Text(string text)
    {
        Escape(text);
        return this;
    }

    /// <summary>A constant of this program, such as the style sheet; never text from a file.</summary>
    internal HtmlWriter Constant(string html)
    {
        _html.Append(html);
        return this;
    }

    internal HtmlWriter Line()
    {
        _html.Append('\n');
        return this;
    }

    private void Begin(string tag, (string Name, string? Value)[] attributes)
    {
        Start(tag, attributes);
        _html.Append('>');
        _open.Push(tag);
    }

    private HtmlWriter End()
    {
        _html.Append("</").Append(_open.Pop()).Append('>');
        return this;
    }

    // An attribute without a value is left out.
    private void Start(string tag, (string Name, string? Value)[] attributes)
    {
        _html.Append('<').Append(tag);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                _html.Append(' ').Append(name).Append("=\"");
                Escape(value);
                _html.Append('"');
            }
        }
    }

    private void Escape(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                _html.Append(c).Append(text[++i]);
                continue;
            }

            switch (c)
            {
                case '&':
                    _html.Append("&amp;");
                    break;
                case '<':
                    _html.Append("&lt;");
                    break;
                case '>':
                    _html.Append("&gt;");
                    break;
                case '"':
                    _html.Append("&quot;");
                    break;
                case '\'':
                    _html.Append("&#39;");
                    break;
                default:
                    _html.Append(IsPrinted(c) ? c : '\uFFFD');
                    break;
            }
        }
    }

    // No half characters either.
    private static bool IsPrinted(char c) => c == '\n' || (ShownText.IsShown(c) && !char.IsSurrogate(c));
}
