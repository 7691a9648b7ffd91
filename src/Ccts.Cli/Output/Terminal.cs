using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Output;

/// <summary>Text for people: colour on a terminal, plain and wide when piped.</summary>
internal static class Terminal
{
    private const int WidthWhenPiped = 160;

    private static readonly IAnsiConsole s_out = Create(Console.Out, Console.IsOutputRedirected);
    private static readonly IAnsiConsole s_error = Create(Console.Error, Console.IsErrorRedirected);

    internal static IAnsiConsole Out => AsWideAsAsked(s_out, Console.IsOutputRedirected);

    internal static IAnsiConsole Error => AsWideAsAsked(s_error, Console.IsErrorRedirected);

    /// <summary>Whether problems are read on a screen; otherwise each is one line, for a log.</summary>
    internal static bool IsErrorWrapped => WidthAskedFor() is not null || Error.Profile.Out.IsTerminal;

    /// <summary>
    /// One line of text. On a terminal, and where COLUMNS names a width, it wraps; otherwise it stays on one line, so that <c>grep</c> and a log find a problem with its place on one line.
    /// </summary>
    internal static void Line(this IAnsiConsole console, string markup)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.MarkupLine(markup);
        }
        else
        {
            var text = Printable.Of(Markup.Remove(markup));
            var indent = new string(' ', text.Length - text.TrimStart(' ').Length);
            foreach (var line in WidthAskedFor() is { } width && text.Length > width ? Account.Wrap(text, width - indent.Length, width - indent.Length).Select(l => indent + l.Text) : [text])
            {
                console.Profile.Out.Writer.WriteLine(line);
            }
        }
    }

    /// <summary>A sentence of the answer.</summary>
    internal static void Say(string text) => Out.Line(Markup.Escape(text));

    internal static void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var colour = problem.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            if (IsErrorWrapped)
            {
                // The indented lines show where one problem ends and the next begins.
                new Account(Error).Sentence(problem.ToString(), colour, hanging: 2);
            }
            else
            {
                Error.Line(Markup.Escape(problem.ToString()));
            }
        }
    }

    // Shells and watch set COLUMNS to the width; it counts when piped too.
    private static int? WidthAskedFor() =>
        int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var columns) && columns is >= 20 and <= 1000 ? columns : null;

    internal static IAnsiConsole Create(System.IO.TextWriter writer, bool piped)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect });
        console.Pipeline.Attach(new PrintableOutput());
        return AsWideAsAsked(console, piped);
    }

    private static IAnsiConsole AsWideAsAsked(IAnsiConsole console, bool piped)
    {
        if (WidthAskedFor() is { } width)
        {
            console.Profile.Width = width;
        }
        else if (piped)
        {
            console.Profile.Width = WidthWhenPiped;
        }

        return console;
    }
}
