using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Ccts.Cli.Output;

/// <summary>
/// An account for people: sentences that wrap between words, and tables with aligned figures. No line is wider than
/// the terminal, nor than is comfortable to read.
/// </summary>
internal sealed class Account(IAnsiConsole console)
{
    private const int WidestLine = 100;
    private const int NarrowestLine = 45;
    private const int ShortName = 12;

    internal int Width { get; } = Math.Clamp(console.Profile.Width, NarrowestLine, WidestLine);

    internal void Blank() => console.Profile.Out.Writer.WriteLine();

    internal void Heading(string text)
    {
        Blank();
        Sentence(text, "bold");
    }

    /// <summary>A sentence, wrapped between words; lines after the first stand <paramref name="hanging"/> further in.</summary>
    internal void Sentence(string text, string style = "default", int indent = 0, int hanging = 0)
    {
        foreach (var line in Wrap(text, Width - indent - hanging, Width - indent))
        {
            Write(new string(' ', indent + (line.First ? 0 : hanging)) + line.Text, style);
        }
    }

    /// <summary>
    /// Rows with the first cell aligned left and the others right; each column is as wide as needed. Where that is too wide, first cells of more than
    /// <see cref="ShortName"/> letters have a line of their own above their figures.
    /// </summary>
    internal void Figures(IReadOnlyList<string[]> rows, Predicate<int>? bold = null)
    {
        var widths = Enumerable.Range(0, rows.Max(r => r.Length)).Select(c => rows.Max(r => c < r.Length ? r[c].Length : 0)).ToArray();
        if (2 + widths.Sum() + (3 * (widths.Length - 1)) > Width)
        {
            widths[0] = Math.Min(widths[0], ShortName);
        }

        for (var i = 0; i < rows.Count; i++)
        {
            var style = bold?.Invoke(i) == true ? "bold" : "default";
            var name = rows[i][0];
            if (name.Length > widths[0])
            {
                Sentence(name, style, indent: 2, hanging: 2);
                name = "";
            }

            var cells = rows[i].Skip(1).Select((cell, c) => cell.PadLeft(widths[c + 1] + 3));
            Write(("  " + name.PadRight(widths[0]) + string.Concat(cells)).TrimEnd(), style);
        }
    }

    private void Write(string line, string style) => console.Line(style == "default" ? Markup.Escape(line) : $"[{style}]{Markup.Escape(line)}[/]");

    /// <summary>The lines of a text that wraps between words; a word that is wider than a line stays whole.</summary>
    internal static IEnumerable<(string Text, bool First)> Wrap(string text, int width, int firstWidth)
    {
        var line = "";
        var first = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > (first ? firstWidth : width))
            {
                yield return (line, first);
                (line, first) = ("", false);
            }

            line = line.Length == 0 ? word : line + " " + word;
        }

        yield return (line, first);
    }
}
