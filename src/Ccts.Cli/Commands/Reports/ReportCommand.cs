using System.CommandLine;

namespace Ccts.Cli.Commands.Reports;

/// <summary><c>ccts report</c>: monitoring reports as workbooks.</summary>
internal static class ReportCommand
{
    internal static Command Create() => new("report", "A monitoring report to fill in.") { ReportTemplateCommand.Create() };
}
