using System;
using System.CommandLine;
using System.IO;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Credits;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Credits.Offsets;
using Ccts.Credits.Offsets.Moves;
using Ccts.Sdk.Entities;

namespace Ccts.Cli.Commands.Projects;

/// <summary><c>ccts project move</c>: records one event, by a person who may make it.</summary>
internal static class ProjectMoveCommand
{
    internal static Command Create()
    {
        var journal = ProjectCommand.Journal();
        var json = ProjectCommand.Json();
        var command = new Command("move", "Take a step of a project, a report or its units. Exit code 1 when it is refused; the journal then stays as it was.") { journal, json };
        var options = new ProjectOptions(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(journal)!;
            var asked = options.Event(parsed);
            var procedure = OffsetProcedure.Of(rulesets.ChooseCompliance(parsed, ComplianceYear.Of(asked.Day)), asked.Day);
            ProjectOptions.RequireKnown(asked.Move, asked.Actor.Role, procedure.Steps);
            return BookFile.Open(path, mayBegin: asked.Move == OffsetMove.Register, lines =>
            {
                var book = new OffsetBook(lines);
                asked = asked.Key.Length > 0 ? asked : asked with { Key = $"{asked.Project}#{(book.Find(asked.Project)?.Events.Count ?? 0) + 1}" };
                var answer = book.Take(asked, procedure);
                var now = book.Find(asked.Project);
                if (parsed.GetValue(json))
                {
                    JsonOutput.Write(new JsonObject
                    {
                        ["moved"] = answer.IsAccepted,
                        ["repeat"] = answer.IsRepeat,
                        ["key"] = asked.Key,
                        ["status"] = now is null ? null : now.Status.Word,
                        ["head"] = book.Head.ToString(),
                        ["refusal"] = answer.Refusal is not { } no ? null : new JsonObject { ["code"] = no.Code, ["message"] = no.Message },
                    });
                }
                else
                {
                    Terminal.Say(answer.Refusal is { } no ? $"Refused, {no.Code}: {no.Message}"
                        : $"{asked.Move.Word}: {(answer.IsRepeat ? "written before" : "written")} under {asked.Key}. {now!.Project.Id} is {now.Status.Word}.");
                }

                return answer.IsAccepted ? ExitCode.Yes : ExitCode.No;
            });
        }));
        return command;
    }
}
