using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Compliance.Years;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year draw</c>: the state machine as a diagram or as a list of its steps.</summary>
internal static class YearDrawCommand
{
    internal static Command Create()
    {
        var json = YearCommand.Json();
        var command = new Command("draw", "Draw what can happen in a year and by whom, as a Mermaid state diagram; --json lists the steps.") { json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["steps"] = new JsonArray([.. YearMachine.Transitions.Select(t => (JsonNode)new JsonObject
                    {
                        ["from"] = YearWords.Of(t.From),
                        ["move"] = YearWords.Of(t.Move),
                        ["role"] = YearWords.Of(t.Role),
                        ["to"] = t.To is { } to ? YearWords.Of(to) : null,
                        ["clause"] = t.Clause,
                    })]),
                });
            }
            else
            {
                Console.Out.Write(YearDiagram.Mermaid());
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
