using System.CommandLine;

namespace Ccts.Cli.ProFormas;

/// <summary><c>ccts proforma</c>: the sector's pro-forma that a plant files anyway.</summary>
internal static class ProFormaCommand
{
    internal static Command Create() => new("proforma", "BEE's sector pro-formas: assess a filing, look up a form.")
    {
        ProFormaAssessCommand.Create(),
        ProFormaShowCommand.Create(),
    };
}
