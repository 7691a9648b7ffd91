using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Output;

/// <summary>Text for people: tables, colour on a terminal, plain and wide when piped.</summary>
internal static class Terminal
{
    private const int WidthWhenPiped = 160;

    private static readonly IAnsiConsole s_out = Create(Console.Out, Console.IsOutputRedirected);
    private static readonly IAnsiConsole s_error = Create(Console.Error, Console.IsErrorRedirected);

    internal static IAnsiConsole Out => AsWideAsAsked(s_out, Console.IsOutputRedirected);

    internal static IAnsiConsole Error => AsWideAsAsked(s_error, Console.IsErrorRedirected);

    internal static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        return table;
    }

    /// <summary>
    /// One line of text. On a terminal it wraps; when piped it stays on one line, so that <c>grep</c> and a log find a problem with its place on one line.
    /// </summary>
    internal static void Line(this IAnsiConsole console, string markup)
    {
        if (console.Profile.Out.IsTerminal)
        {
            console.MarkupLine(markup);
        }
        else
        {
            console.Profile.Out.Writer.WriteLine(Printable.Of(Markup.Remove(markup)));
        }
    }

    internal static void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var colour = problem.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            Error.Line($"[{colour}]{Markup.Escape(problem.ToString())}[/]");
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
