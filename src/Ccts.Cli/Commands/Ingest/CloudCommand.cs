using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Ingestion;
using Ccts.Ingestion.Cloud;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Ingest;

/// <summary><c>ccts cloud</c>: from a provider's usage export to Scope 2 by the grid factor of the year.</summary>
internal static class CloudCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("export") { Description = "Usage exports (CSV or .xlsx) of AWS or Azure.", Arity = ArgumentArity.OneOrMore };
        var energy = new Option<string>("--energy") { Description = "How much electricity a unit of usage takes, and in which regions (JSON): your own data.", Required = true };
        var year = new Option<string>("--year") { Description = "Compliance year of the grid factor, e.g. 2025-26.", Required = true };
        var certificates = new Option<string?>("--certificates") { Description = "Renewable energy certificates offered, e.g. \"5 MWh\": refused under the scheme, shown beside for voluntary accounting." };
        var one = new Option<bool>("--one-delivery") { Description = "The files are the parts in which the provider delivered one export: an hour that goes on in the next part is added." };
        var json = new Option<bool>("--json") { Description = "Print the answer as JSON." };
        var command = new Command("cloud", "Electricity of cloud usage by region and hour, and its Scope 2 emissions. Exit code 1 when the energy of a usage is not stated, or exports contradict each other.") { files, energy, year, certificates, one, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var (path, of) = (parsed.GetValue(energy)!, Year(parsed.GetValue(year)!));
            var usage = CloudUsage.Read(CloudEnergy.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path)), PlantFile.All(parsed.GetValue(files)!), of, parsed.GetValue(one));
            if (usage.Problems.Any(p => p.Severity == Severity.Error))
            {
                throw new CctsDataException([.. usage.Problems]);
            }

            var offered = Offered(parsed.GetValue(certificates));
            var rules = rulesets.ChooseCompliance(parsed, of).Assessment.Emissions;
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(usage, rules, offered));
            }
            else
            {
                Terminal.Problems(usage.Problems);
                Print(usage, rules, offered);
            }

            return usage.IsComplete ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    /// <summary>For information, and outside every scheme of this product: electricity without the share covered by certificates.</summary>
    private static Co2e? Voluntary(CloudUsage usage, EmissionRules rules, ElectricalEnergy? offered) =>
        offered is { } certificates && usage.Total is { } total ? (total > certificates ? total - certificates : default) * rules.GridFactorReading.Value : null;

    private static JsonObject Json(CloudUsage usage, EmissionRules rules, ElectricalEnergy? offered) => new()
    {
        ["complete"] = usage.IsComplete,
        ["files"] = new JsonArray([.. usage.Files.Select(f => (JsonNode)new JsonObject { ["file"] = f.Name, ["sha256"] = f.Sha256, ["bytes"] = f.Bytes, ["rows"] = f.Rows })]),
        ["hours"] = new JsonArray([.. usage.Hours.Select(h => (JsonNode)new JsonObject { ["region"] = h.Region, ["from"] = NodaTime.Text.LocalDateTimePattern.GeneralIso.Format(h.From), ["energy"] = h.Energy.ToString() })]),
        ["energy"] = usage.Total?.ToString(),
        ["gridFactor"] = new JsonObject { ["value"] = rules.GridFactorReading.Value.ToString(), ["source"] = rules.GridFactorReading.Standing.Source.ToString(), ["path"] = rules.GridFactorReading.Path },
        ["scope2"] = usage.Total is { } total ? (total * rules.GridFactorReading.Value).ToString() : null,
        ["certificates"] = offered is null ? null : new JsonObject { ["offered"] = offered.ToString(), ["counted"] = false, ["clause"] = rules.CertificatesDoNotCount.Source.ToString(), ["voluntaryScope2"] = Voluntary(usage, rules, offered)?.ToString() },
        ["problems"] = new JsonArray([.. usage.Problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]),
    };

    private static void Print(CloudUsage usage, EmissionRules rules, ElectricalEnergy? offered)
    {
        var account = new Account(Terminal.Out);
        account.Figures([["export", "rows", "SHA-256"], .. usage.Files.Select(f => new[] { f.Name, f.Rows.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), f.Sha256 })]);
        account.Figures([["region", "hours", "electricity"], .. usage.Hours.GroupBy(h => h.Region, System.StringComparer.Ordinal).Select(g => new[] { g.Key, g.Count().ToString("N0", System.Globalization.CultureInfo.InvariantCulture), g.Aggregate(default(ElectricalEnergy), (sum, h) => sum + h.Energy).ToString() })]);
        account.Sentence(usage.Total is { } total
            ? $"{total} times {rules.GridFactorReading.Value} ({rules.GridFactorReading.Standing.Source}) is {total * rules.GridFactorReading.Value} CO2e of Scope 2."
            : "There is no total; what is missing or unclear is shown above.");
        if (offered is not null)
        {
            account.Sentence($"Renewable energy certificates for {offered} never reduce emissions under the scheme and are refused [{rules.CertificatesDoNotCount.Source}]." + (Voluntary(usage, rules, offered) is { } beside ? $" In voluntary accounting, beside it, {beside} CO2e would be left." : ""));
        }
    }

    private static ComplianceYear Year(string text) => ComplianceYear.TryParse(text, out var year, out var reason) ? year : throw Bad($"--year \"{text}\" is no compliance year.", reason!);

    private static ElectricalEnergy? Offered(string? text) =>
        text is null ? null : ElectricalEnergy.TryParse(text, out var energy, out var reason) && energy.MegawattHours >= 0m ? energy : throw Bad($"--certificates \"{text}\" is no electricity.", reason ?? "0 MWh or more");
}
