using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Serials;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>ccts serial grammars</c>: the available grammars, and pairs of them that match the same serial.</summary>
internal static class SerialGrammarsCommand
{
    internal static Command Create()
    {
        var directory = SerialParseCommand.GrammarsOption();
        var command = new Command("grammars", "List the grammars and report those that could take the same text. Exit code 1 when a pair states no precedence.") { directory };
        command.SetAction(parsed => Run(SerialParseCommand.Load(parsed.GetValue(directory))));
        return command;
    }

    private static int Run(SerialGrammars grammars)
    {
        foreach (var grammar in grammars.All.OrderBy(g => g.Id, StringComparer.Ordinal))
        {
            Console.Out.WriteLine($"{grammar.Id,-26} {grammar.Registry,-14} {grammar.Status.ToString().ToLowerInvariant(),-12} {grammar.Title}");
        }

        var overlaps = GrammarLint.Overlaps(grammars);
        foreach (var overlap in overlaps)
        {
            var verdict = overlap.HasPrecedence ? "precedence stated" : "no precedence stated: add \"yieldsTo\" to one of them";
            Console.Out.WriteLine($"overlap: {overlap.First.Id} and {overlap.Second.Id} both take \"{overlap.Witness}\"; {verdict}");
        }

        return overlaps.All(o => o.HasPrecedence) ? ExitCode.Yes : ExitCode.No;
    }
}
