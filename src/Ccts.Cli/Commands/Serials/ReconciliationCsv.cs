using System.IO;
using System.Linq;
using Ccts.Cli.Output;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Findings as CSV for spreadsheets. A cell that a spreadsheet would run as a formula is written as text.</summary>
internal static class ReconciliationCsv
{
    internal static void Write(ReconciliationReport report, TextWriter writer)
    {
        writer.WriteLine("class,registry,scope,start,end,local_tonnes,registry_tonnes,local_row,registry_row,within_row");
        foreach (var finding in report.Findings)
        {
            writer.WriteLine(string.Join(",", new[]
            {
                ReconciliationReport.Word(finding.Class), finding.Registry, finding.Scope, finding.Range?.Start.ToString(), finding.Range?.End.ToString(),
                ReconciliationJson.Plain(finding.LocalTonnes), ReconciliationJson.Plain(finding.RegistryTonnes),
                finding.Local?.ToString(), finding.AtRegistry?.ToString(), finding.Within?.ToString(),
            }.Select(CsvCell.Of)));
        }
    }
}
