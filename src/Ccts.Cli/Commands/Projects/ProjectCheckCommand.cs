using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Credits;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Offsets;
using Ccts.Sdk.Entities;

namespace Ccts.Cli.Commands.Projects;

/// <summary><c>ccts project check</c>: the journal line by line, what is open on a day, and what the procedure leaves open.</summary>
internal static class ProjectCheckCommand
{
    internal static Command Create()
    {
        var journal = ProjectCommand.Journal();
        var on = new Option<string>("--on") { Description = "The day in India, e.g. 2026-07-31; the tool reads no clock.", Required = true };
        var head = BookFile.Head();
        var json = ProjectCommand.Json();
        var command = new Command("check", "Check the journal, and show what somebody has to see to. Exit code 1 when there is anything.") { journal, on, head, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var day = ProjectOptions.Day("--on", parsed.GetValue(on))!.Value;
            var procedure = OffsetProcedure.Of(rulesets.ChooseCompliance(parsed, ComplianceYear.Of(day)), day);
            return BookFile.Read(parsed.GetValue(journal)!, lines =>
            {
                var book = new OffsetBook(lines);
                var isWhole = BookFile.Follows(parsed.GetValue(head), book.Follows);
                var findings = OffsetFindings.Of(book.Projects, procedure, day);
                if (parsed.GetValue(json))
                {
                    JsonOutput.Write(new JsonObject
                    {
                        ["ok"] = isWhole && findings.Count == 0,
                        ["head"] = book.Head.ToString(),
                        ["projects"] = book.Projects.Count,
                        ["findings"] = new JsonArray([.. findings.Select(f => (JsonNode)new JsonObject { ["project"] = f.Project, ["code"] = f.Code, ["message"] = f.Message })]),
                        ["unknowns"] = new JsonArray([.. procedure.Unknowns.Select(u => (JsonNode)new JsonObject { ["what"] = u.What, ["settledBy"] = u.SettledBy })]),
                    });
                }
                else
                {
                    Print(findings, procedure, BookFile.Sentence(isWhole, book.Head));
                }

                return isWhole && findings.Count == 0 ? ExitCode.Yes : ExitCode.No;
            });
        }));
        return command;
    }

    private static void Print(IReadOnlyList<OffsetFinding> findings, OffsetProcedure procedure, string journal)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(journal);
        account.Sentence(findings.Count == 0 ? "Nothing is open." : "To be seen to:");
        foreach (var finding in findings)
        {
            account.Sentence($"{finding.Project} {finding.Code}: {finding.Message}", indent: 2, hanging: 2);
        }

        account.Heading("What the procedure leaves open");
        foreach (var unknown in procedure.Unknowns)
        {
            account.Sentence($"{unknown.What} ({unknown.SettledBy})", indent: 2, hanging: 2);
        }
    }
}
