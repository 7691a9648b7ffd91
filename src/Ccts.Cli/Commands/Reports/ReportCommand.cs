using System.CommandLine;
using Ccts.Cli.Commands.Ingest;

namespace Ccts.Cli.Commands.Reports;

/// <summary><c>ccts report</c>: commands for a monitoring report as a document.</summary>
internal static class ReportCommand
{
    internal static Command Create() => new("report", "Write a monitoring report to fill in, and show what a corrected one changes.") { ReportTemplateCommand.Create(), ReportCompareCommand.Create() };
}
