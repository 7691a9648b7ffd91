using System.CommandLine;

namespace Ccts.Cli.Commands.Projects;

/// <summary><c>ccts project</c>: offset projects, recorded event by event in a journal.</summary>
internal static class ProjectCommand
{
    internal static Command Create() => new("project", "Keep offset projects: who did what when, what may follow, what is open.")
    {
        ProjectMoveCommand.Create(),
        ProjectShowCommand.Create(),
        ProjectCheckCommand.Create(),
    };

    internal static Argument<string> Journal() => new("JOURNAL") { Description = "The journal of offset projects: JSON lines, begun by the first move." };

    internal static Option<bool> Json() => new("--json") { Description = "Print JSON." };
}
