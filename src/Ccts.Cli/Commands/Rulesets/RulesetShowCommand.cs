using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Law;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using NodaTime.Text;
using Spectre.Console;

using Ccts.Sdk.Law;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset show</c>: the available rulesets, or the parameters of one with force and evidence.</summary>
internal static class RulesetShowCommand
{
    internal static Command Create()
    {
        var id = new Argument<string?>("id") { Description = "Id of a ruleset, e.g. in-ccts/2025-26; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var rules = RulesOption.Create();
        var command = new Command("show", "List the rulesets, or the parameters of one with force and evidence.") { id, json, rules };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var catalog = RulesOption.Catalog(parsed.GetValue(rules));
            var ruleset = parsed.GetValue(id) is { } wanted ? RulesOption.Find(catalog, wanted) : null;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(ruleset is null ? new JsonArray([.. catalog.Rulesets.Select(r => (JsonNode)RulesetJson.Identity(r))]) : RulesetJson.Whole(ruleset));
            }
            else if (ruleset is null)
            {
                PrintAll(catalog, Terminal.Out);
            }
            else
            {
                Print(ruleset, Terminal.Out);
            }

            return ExitCode.Yes;
        }));
        return command;
    }

    private static void PrintAll(RulesetCatalog catalog, IAnsiConsole console)
    {
        var table = new TextTable("ruleset", "revision", "kind", "force", "published", "digest");
        foreach (var ruleset in catalog.Rulesets)
        {
            table.AddRow(ruleset.Identity.Id, $"{ruleset.Identity.Revision}", RulesetJson.KindOf(ruleset), LawWords.Of(ruleset.Force), LocalDatePattern.Iso.Format(ruleset.Published), ruleset.Identity.Digest);
        }

        table.Print(console);
    }

    private static void Print(Ruleset ruleset, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{ruleset.Title}[/]");
        console.WriteLine($"{ruleset}, {RulesetJson.KindOf(ruleset)}, {LawWords.Of(ruleset.Force)}, published {LocalDatePattern.Iso.Format(ruleset.Published)}");
        console.WriteLine(ruleset.Identity.Digest);
        console.WriteLine($"{ruleset.Factors.Fuels.Count} fuels, {ruleset.Factors.Materials.Count} materials, {ruleset.Factors.GlobalWarmingPotentials.Count} gases, {ruleset.Factors.Grid.Count} grid figures, {ruleset.Schedule.Count} target rows, {ruleset.Instruments.Count} instruments");
        if (ruleset.Parameters.Count == 0)
        {
            return;
        }

        var table = new TextTable("parameter", "value", "from", "force", "evidence", "source");
        foreach (var parameter in ruleset.Parameters.Values)
        {
            foreach (var row in parameter.Rows)
            {
                foreach (var value in row.Values)
                {
                    table.AddRow(Name(parameter, row), value.ToString(), LocalDatePattern.Iso.Format(value.From), LawWords.Of(value.Standing.Force), LawWords.Of(value.Standing.Evidence), value.Standing.Source.ToString());
                }
            }
        }

        table.Print(console);
    }

    private static string Name(Parameter parameter, ParameterRow row) => row.Key.Length == 0 ? parameter.Path : $"{parameter.Path}[{row.Key}]";
}
