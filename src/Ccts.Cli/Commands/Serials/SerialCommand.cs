using System.CommandLine;

namespace Ccts.Cli.Commands.Serials;

/// <summary><c>ccts serial</c>: what a serial number says, and whether the grammars are sound.</summary>
internal static class SerialCommand
{
    internal static Command Create() => new("serial", "Read serial numbers of carbon registries.")
    {
        SerialParseCommand.Create(),
        SerialGrammarsCommand.Create(),
    };
}
