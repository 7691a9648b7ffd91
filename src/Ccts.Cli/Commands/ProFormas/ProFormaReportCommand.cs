using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma report</c>: the monitoring report that a filing comes to, by the mapping of its form.</summary>
internal static class ProFormaReportCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A filing in JSON (- for standard input), BEE's workbook, or a template that was filled in (.xlsx)." };
        var output = new OutputFile("--out", "Write the report here; without it, it goes to standard output.");
        var json = new Option<bool>("--json") { Description = "Print problems as JSON; the report is JSON in any case." };
        var command = new Command("report", "Makes the monitoring report of the current year: each fuel, material, meter and product as a stream.") { file, output, json };
        var forms = new ProFormaOfYear(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var filed = FiledProForma.Read(parsed.GetValue(file)!, forms, parsed);
            var assessment = ProFormaAssessor.Assess(filed.Filing, filed.Form, filed.Ruleset.Assessment, new ProFormaOptions { Account = false, Printed = false });
            if (!ProFormaReport.TryMake(assessment, out var report, out var problems))
            {
                throw new CctsDataException(problems);
            }

            Terminal.Problems([.. filed.Notices, .. assessment.Findings.Where(f => f.NeedsReason), .. problems]);
            JsonOutput.Write(MonitoringReportWriter.ToJson(report), parsed.GetValue(output));
            return ExitCode.Yes;
        }));
        return command;
    }
}
