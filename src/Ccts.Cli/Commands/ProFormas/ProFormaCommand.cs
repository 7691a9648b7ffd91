using System.CommandLine;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma</c>: the sector's pro-forma that a plant files anyway.</summary>
internal static class ProFormaCommand
{
    internal static Command Create() => new("proforma", "BEE's sector pro-formas: a template to fill in, a filing assessed, a form looked up.")
    {
        ProFormaAssessCommand.Create(),
        ProFormaTemplateCommand.Create(),
        ProFormaReadCommand.Create(),
        ProFormaReportCommand.Create(),
        ProFormaShowCommand.Create(),
    };
}
