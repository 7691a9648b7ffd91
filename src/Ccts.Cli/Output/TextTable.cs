using System;
using System.Collections.Generic;
using System.Linq;
using Spectre.Console;

namespace Ccts.Cli.Output;

/// <summary>
/// A table that never cuts a word: a key, a serial or a state that is cut cannot be searched for or copied. Where the columns do not fit beside each other,
/// each row becomes a sentence that names them.
/// </summary>
internal sealed class TextTable(params string[] columns)
{
    private const int Indent = 2;
    private const int Gap = 3;
    private readonly List<string[]> _rows = [];

    internal int Count => _rows.Count;

    internal void AddRow(params string[] cells) => _rows.Add(cells);

    internal void Print(IAnsiConsole console)
    {
        console.Line("");
        if (Widths(console.Profile.Width - Indent - (Gap * (columns.Length - 1))) is { } widths)
        {
            Lines(columns, widths, console);
            console.Line(new string(' ', Indent) + new string('─', widths.Sum() + (Gap * (columns.Length - 1))));
            foreach (var row in _rows)
            {
                Lines(row, widths, console);
            }
        }
        else
        {
            var account = new Account(console);
            foreach (var row in _rows)
            {
                account.Sentence(string.Join("; ", row.Zip(columns, (cell, column) => (cell, column)).Where(c => c.cell.Length > 0).Select(c => $"{c.column}: {c.cell.Replace("\n", "; ")}")), indent: Indent, hanging: Indent);
            }
        }

        console.Line("");
    }

    // Each column is as wide as its longest word at least; what is left goes to the columns whose cells would break into most lines.
    private int[]? Widths(int most)
    {
        var cells = Enumerable.Range(0, columns.Length).Select(c => _rows.Select(r => r[c]).Prepend(columns[c]).ToList()).ToArray();
        var widths = cells.Select(c => Longest(c, ' ', '\n')).ToArray();
        var wanted = cells.Select(c => Longest(c, '\n')).ToArray();
        if (widths.Sum() > most)
        {
            return null;
        }

        for (var left = Math.Min(most, wanted.Sum()) - widths.Sum(); left > 0; left--)
        {
            var widest = Enumerable.Range(0, widths.Length).MaxBy(c => (decimal)wanted[c] / widths[c]);
            widths[widest]++;
        }

        return widths;
    }

    private static int Longest(List<string> cells, params char[] ends) => cells.SelectMany(c => c.Split(ends)).Max(part => part.Length);

    private static void Lines(string[] cells, int[] widths, IAnsiConsole console)
    {
        var wrapped = cells.Select((cell, c) => cell.Split('\n').SelectMany(part => Account.Wrap(part, widths[c], widths[c])).Select(line => line.Text).ToList()).ToList();
        for (var i = 0; i < wrapped.Max(w => w.Count); i++)
        {
            var line = string.Join(new string(' ', Gap), wrapped.Select((w, c) => (i < w.Count ? w[i] : "").PadRight(widths[c])));
            console.Line(Markup.Escape((new string(' ', Indent) + line).TrimEnd()));
        }
    }
}
