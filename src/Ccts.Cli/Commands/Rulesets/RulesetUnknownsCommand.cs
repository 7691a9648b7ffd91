using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Authoring.Unknowns;
using Ccts.Rules.Law;
using Ccts.Sdk.Law;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring.Reading;
using Spectre.Console;

namespace Ccts.Cli.Commands.Rulesets;

/// <summary><c>ccts ruleset unknowns</c>: every null, and every value that is not both in force and verbatim.</summary>
internal static class RulesetUnknownsCommand
{
    private static readonly string[] AffectedColumns = ["plants", "t CO2e", "certificates"];

    internal static Command Create()
    {
        var id = new Argument<string>("id") { Description = "Id of the ruleset, e.g. in-ccts/2025-26." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var rules = RulesOption.Create();
        var reports = new Option<string[]>("--reports") { Description = "Monitoring reports of the ruleset's year: says how many of their tonnes hang on each value.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
        var command = new Command("unknowns", "Everything in a ruleset that somebody has yet to settle, unknowns first.") { id, reports, json, rules };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var ruleset = RulesOption.Find(RulesOption.Catalog(parsed.GetValue(rules)), parsed.GetValue(id)!);
            var register = UnknownsRegister.Of(ruleset);
            var given = parsed.GetValue(reports)!;
            var effects = UnsettledEffect.Of(ruleset, given.Select(r => MonitoringReportReader.Read(Inputs.Read(r, LocatedJson.DefaultMaxBytes), Inputs.NameOf(r)))).ToDictionary(e => e.Path, StringComparer.Ordinal);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonArray([.. register.Select(v => (JsonNode)Write(v, given.Length > 0, effects))]));
                return ExitCode.Yes;
            }

            var table = new TextTable(["value", "is", "force", "evidence", "why, or what to know", "settled by", "touches", .. given.Length > 0 ? AffectedColumns : []]);
            foreach (var value in register)
            {
                var effect = effects.GetValueOrDefault(value.Path);
                table.AddRow([value.Path, value.Value ?? "unknown", LawWords.Of(value.Standing.Force), LawWords.Of(value.Standing.Evidence), value.Reason ?? value.Standing.Note ?? "", value.SettledBy ?? "", string.Join(", ", value.Touches), .. given.Length > 0 ? new[] { effect?.Entities.ToString(CultureInfo.InvariantCulture) ?? "0", effect?.Tonnes.ToString() ?? "0 t", effect?.Certificates?.ToString(CultureInfo.InvariantCulture) ?? "" } : []]);
            }

            table.Print(Terminal.Out);
            return ExitCode.Yes;
        }));
        return command;
    }

    private static JsonObject Write(UnsettledValue value, bool measured, Dictionary<string, UnsettledEffect> effects)
    {
        var json = new JsonObject { ["path"] = value.Path, ["value"] = value.Value, ["reason"] = value.Reason, ["settledBy"] = value.SettledBy, ["touches"] = new JsonArray([.. value.Touches.Select(t => (JsonNode)JsonValue.Create(t))]) };
        if (measured)
        {
            var effect = effects.GetValueOrDefault(value.Path);
            json["affected"] = new JsonObject { ["entities"] = effect?.Entities ?? 0, ["tonnes"] = (effect?.Tonnes ?? default).ToString(), ["certificates"] = effect?.Certificates };
        }

        return RulesetJson.With(json, value.Standing);
    }
}
