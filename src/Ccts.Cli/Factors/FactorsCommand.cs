using System.CommandLine;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Cli.Factors;

/// <summary><c>ccts factors</c>: the fuels and materials that a report can name, with their values and where they stand.</summary>
internal static class FactorsCommand
{
    internal static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "A fuel or material, as you call it: \"furnace oil\" finds residual-fuel-oil. Without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
        var year = new Option<string?>("--year") { Description = "Compliance year, e.g. 2026-27. Without it, the newest." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("factors", "The fuels, materials and gases a report can name, with the values of the ruleset. Exit code 1 when nothing is near the name.") { name, year, json };
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var ruleset = rulesets.Choose(parsed, Year(parsed.GetValue(year), rulesets.Catalog(parsed)));
            var wanted = parsed.GetValue(name) is { } given && given.Trim().Length == 0 ? throw Bad("The name is blank.", "a fuel or material, or nothing for all") : parsed.GetValue(name);
            var chosen = wanted is null ? FactorChoice.All(ruleset.Factors) : FactorChoice.Near(ruleset.Factors, wanted);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(FactorsJson.Write(ruleset, chosen));
            }
            else
            {
                FactorsText.Print(ruleset, chosen, wanted, Terminal.Out);
            }

            return chosen.IsEmpty ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    private static CctsDataException Bad(string message, string? expected) => new([new Problem("bad-option", Severity.Error, message, default) { Expected = expected }]);

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
