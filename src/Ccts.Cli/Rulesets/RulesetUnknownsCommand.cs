using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Standings;
using Ccts.Rules.Unknowns;
using Spectre.Console;

namespace Ccts.Cli.Rulesets;

/// <summary><c>ccts ruleset unknowns</c>: every null, and every value that is not in force and verbatim.</summary>
internal static class RulesetUnknownsCommand
{
    internal static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of the ruleset, e.g. in-ccts/2025-26." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var rules = RulesetCommand.RulesOption();
        var command = new Command("unknowns", "Everything in a ruleset that somebody has yet to settle, unknowns first.") { id, json, rules };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var register = UnknownsRegister.Of(RulesetCommand.Find(RulesetCommand.Catalog(parsed.GetValue(rules)), parsed.GetValue(id)!));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonArray([.. register.Select(v => (JsonNode)Write(v))]));
                return ExitCode.Yes;
            }

            var table = Terminal.Table("value", "is", "force", "evidence", "why, or what to know", "settled by");
            foreach (var value in register)
            {
                table.AddRow(Markup.Escape(value.Path), Markup.Escape(value.Value ?? "unknown"), Words.Of(value.Standing.Force), Words.Of(value.Standing.Evidence), Markup.Escape(value.Reason ?? value.Standing.Note ?? ""), Markup.Escape(value.SettledBy ?? ""));
            }

            Terminal.Out.Write(table);
            return ExitCode.Yes;
        }));
        return command;
    }

    private static JsonObject Write(UnsettledValue value) => RulesetJson.With(
        new JsonObject { ["path"] = value.Path, ["value"] = value.Value, ["reason"] = value.Reason, ["settledBy"] = value.SettledBy },
        value.Standing);
}
