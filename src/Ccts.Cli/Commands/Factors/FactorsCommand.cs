using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Factors;

/// <summary><c>ccts factors</c>: the fuels and materials that a report can name, with their values and legal status.</summary>
internal static class FactorsCommand
{
    internal static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "A fuel, material or gas, as you call it, or \"grid\": \"furnace oil\" finds residual-fuel-oil. Without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var year = new Option<string?>("--year") { Description = "Compliance year, e.g. 2026-27. Without it, the newest." };
        var region = new Option<string?>("--region") { Description = "Grid factors of a region; the only one read is all-india." };
        var of = new Option<string?>("--of-year") { Description = "Grid factors that describe a financial year, e.g. 2023-24." };
        var version = new Option<string?>("--version-of-data") { Description = "Grid factors of an edition of the CEA's database, e.g. V20." };
        var source = new Option<string?>("--source") { Description = "Values of a source, e.g. IPCC, CEA, \"Annexure IV\"." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("factors", "The fuels, materials and gases a report can name, with the values of the ruleset. Exit code 1 when nothing is near the name.") { name, year, region, of, version, source, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var ruleset = rulesets.Choose(parsed, Year(parsed.GetValue(year), rulesets.Catalog(parsed)));
            var wanted = parsed.GetValue(name) is { } given && given.Trim().Length == 0 ? throw Bad("The name is blank.", "a fuel or material, or nothing for all") : parsed.GetValue(name);
            var chosen = wanted is null ? FactorChoice.All(ruleset) : FactorChoice.Near(ruleset, wanted);
            var (where, when, edition, by) = (parsed.GetValue(region), parsed.GetValue(of), parsed.GetValue(version), parsed.GetValue(source));
            chosen = chosen.Of(where, when, edition, by);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(FactorsJson.Write(ruleset, chosen));
            }
            else
            {
                FactorsText.Print(ruleset, chosen, wanted, FactorChoice.Asked(ruleset.Factors, wanted, where, when, edition, by), Terminal.Out);
            }

            return chosen.IsEmpty ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static ComplianceYear Year(string? text, RulesetCatalog catalog)
    {
        if (text is null)
        {
            return catalog.Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear).Select(r => r.Year).DefaultIfEmpty(catalog.Rulesets[0].Year).Max();
        }

        return ComplianceYear.TryParse(text, out var year, out var reason)
            ? year
            : throw Bad($"--year \"{text}\" is not a compliance year.", reason);
    }
}
