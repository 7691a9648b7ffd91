using System.CommandLine;
using Ccts.Cli.Commands.Ingest;

namespace Ccts.Cli.Commands.Reports;

/// <summary><c>ccts report</c>: what one does with a monitoring report as a document.</summary>
internal static class ReportCommand
{
    internal static Command Create() => new("report", "What one does with versions of a report.") { ReportCompareCommand.Create() };
}
