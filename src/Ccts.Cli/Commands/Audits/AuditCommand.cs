using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Accounts;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Plans.Audits;
using Ccts.Compliance.Forms;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Audits;

/// <summary><c>ccts audit</c>: the checklist of a quarterly internal audit.</summary>
internal static class AuditCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("REPORT") { Description = "Monitoring report (JSON or workbook), of the whole year or of the part that there is." };
        var quarter = new Option<int>("--quarter") { Description = "1 to 4; 1 begins on 1 April.", Required = true };
        var on = new Option<string>("--on") { Description = "The day of the audit in India, e.g. 2025-10-10; the tool reads no clock.", Required = true };
        var csv = new Option<bool>("--csv") { Description = "Print CSV." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("audit", "Checklist of a quarterly internal audit from the data: what is missing, estimated or late, and how long each record is kept. Exit code 1 when something is missing, or the quarter is not over on the day.") { file, quarter, on, csv, json };
        var pages = new PageFiles(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var report = ReportInput.Read(parsed.GetValue(file)!);
            var of = parsed.GetValue(quarter) is var q and >= 1 and <= 4 ? q : throw Bad($"--quarter {parsed.GetValue(quarter)} is no quarter.", "1 to 4");
            var (day, begins) = (DayText.Of("--on", parsed.GetValue(on)!), report.Year.FirstDay.PlusMonths((of - 1) * 3));
            if (day < begins)
            {
                throw Bad($"The quarter {of} of {report.Year} begins on {NodaTime.Text.LocalDatePattern.Iso.Format(begins)}; on --on {NodaTime.Text.LocalDatePattern.Iso.Format(day)} nothing of it could be audited.", "a day of the quarter, or after it");
            }

            var form = AuditForm.Make(report, of, rulesets.ChooseCompliance(parsed, report.Year), day);
            pages.Write(parsed, () => FormPage.Write(form));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(FormJson.Write(form));
            }
            else if (parsed.GetValue(csv))
            {
                Console.Out.Write(FormText.Csv(form));
            }
            else
            {
                FormText.Print(form);
            }

            return form.Notices.Any(n => n.IsGap) || QuarterlyAudit.Of(report, of).Any(p => p.Kind == AuditKind.Missing) ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }
}
