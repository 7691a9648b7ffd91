using System.CommandLine;

namespace Ccts.Cli.Commands.Targets;

/// <summary><c>ccts targets</c>: work with target schedules.</summary>
internal static class TargetsCommand
{
    internal static Command Create() => new("targets", "Work with the target schedules of the gazette.") { TargetsImportCommand.Create() };
}
