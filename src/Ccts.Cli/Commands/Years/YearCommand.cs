using System.CommandLine;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year</c>: the compliance year of an entity, step by step.</summary>
internal static class YearCommand
{
    internal static Command Create() => new("year", "Keep an entity's compliance year: who did what when, what may follow, what is due.")
    {
        YearOpenCommand.Create(),
        YearMoveCommand.Create(),
        YearShowCommand.Create(),
        YearDueCommand.Create(),
        YearDrawCommand.Create(),
    };

    internal static Argument<string> Journal() => new("JOURNAL") { Description = "The year's journal: JSON lines, as \"ccts year open\" begins it." };

    internal static Option<bool> Json() => new("--json") { Description = "Print JSON." };
}
