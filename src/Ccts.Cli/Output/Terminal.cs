using System;
using System.Collections.Generic;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Output;

/// <summary>Text for people: tables, colour on a terminal, plain and wide when piped.</summary>
internal static class Terminal
{
    private const int WidthWhenPiped = 160;

    internal static IAnsiConsole Out { get; } = Create(Console.Out, Console.IsOutputRedirected);

    internal static IAnsiConsole Error { get; } = Create(Console.Error, Console.IsErrorRedirected);

    internal static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns)
        {
            table.AddColumn(new TableColumn(Markup.Escape(column)));
        }

        return table;
    }

    internal static void Problems(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            var colour = problem.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "grey" };
            Error.MarkupLine($"[{colour}]{Markup.Escape(problem.ToString())}[/]");
        }
    }

    private static IAnsiConsole Create(System.IO.TextWriter writer, bool piped)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = piped ? AnsiSupport.No : AnsiSupport.Detect });
        if (piped)
        {
            console.Profile.Width = WidthWhenPiped;
        }

        return console;
    }
}
