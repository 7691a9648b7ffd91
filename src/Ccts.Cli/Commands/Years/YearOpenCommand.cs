using System;
using System.CommandLine;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year open</c>: begins a journal.</summary>
internal static class YearOpenCommand
{
    internal static Command Create()
    {
        var journal = YearCommand.Journal();
        var entity = new Option<string>("--entity") { Description = "The entity, by its registration number or name.", Required = true };
        var year = new Option<string>("--year") { Description = "The compliance year, e.g. 2025-26.", Required = true };
        var json = YearCommand.Json();
        var command = new Command("open", "Begin the journal of an entity's compliance year.") { journal, entity, year, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (name, text) = (parsed.GetValue(entity)!, parsed.GetValue(year)!);
            if (!ComplianceYear.TryParse(text, out var of, out var reason))
            {
                throw Bad($"--year \"{text}\" cannot be read.", reason!);
            }

            if (YearState.WhyNoEntity(name) is { } why)
            {
                throw Bad(string.IsNullOrWhiteSpace(name) ? "--entity is empty." : $"--entity \"{OneLine.Of(name)}\" cannot be taken: {why}.", "a registration number or a name of one line");
            }

            // A journal of a year without a ruleset could take no step, and its year cannot be changed, so a mistake is reported before the journal exists.
            _ = rulesets.ChooseCompliance(parsed, of);
            YearFile.Create(parsed.GetValue(journal)!, name, of);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject { ["entity"] = name, ["year"] = text, ["stage"] = "open" });
            }
            else
            {
                Terminal.Say($"{name}, {text}: open.");
            }

            return ExitCode.Yes;
        }));
        return command;
    }
}
