using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Input;

/// <summary>The options by which a command chooses its ruleset.</summary>
internal sealed class RulesetOptions
{
    private readonly Option<string?> _directory = RulesOption.Create();
    private readonly Option<string?> _id = new("--ruleset") { Description = "Id of the ruleset, e.g. in-ccts/2025-26; the way to a draft or superseded one." };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "Use what was known on this day, e.g. 2026-01-31. Without it, everything published." };

    private readonly Option<string[]> _overlays = RulesetSource.Overlays();

    internal RulesetOptions(Command command)
    {
        command.Options.Add(_directory);
        command.Options.Add(_id);
        command.Options.Add(_asOf);
        command.Options.Add(_overlays);
    }

    internal RulesetCatalog Catalog(ParseResult parsed) => RulesOption.Catalog(parsed.GetValue(_directory));

    internal IReadOnlyList<string> Overlays(ParseResult parsed) => parsed.GetValue(_overlays) ?? [];

    internal Ruleset Choose(ParseResult parsed, ComplianceYear year) =>
        RulesetSource.WithOverlays(Base(parsed, year), parsed.GetValue(_overlays));

    private Ruleset Base(ParseResult parsed, ComplianceYear year)
    {
        var catalog = Catalog(parsed);
        if (parsed.GetValue(_id) is { } id)
        {
            return RulesOption.Find(catalog, id);
        }

        try
        {
            return catalog.Resolve(year, AsOf(parsed));
        }
        catch (CctsDataException none) when (none.Problems.Any(p => p.Code == "no-ruleset"))
        {
            throw new CctsDataException([.. none.Problems.Select(p => p with { Hint = p.Hint ?? "--ruleset decides by another year's law, and --rules names a folder with rulesets of your own." })]);
        }
    }

    /// <summary>Whether any of the options was used.</summary>
    internal bool AreGiven(ParseResult parsed) => parsed.GetValue(_directory) is not null || parsed.GetValue(_id) is not null
        || parsed.GetValue(_asOf) is not null || parsed.GetValue(_overlays) is { Length: > 0 };

    /// <summary>What the calculators take.</summary>
    internal AssessmentRules ChooseForAssessment(ParseResult parsed, ComplianceYear year) => ChooseCompliance(parsed, year).Assessment;

    /// <summary>A ruleset for compliance; a baseline year has factors only.</summary>
    internal Ruleset ChooseCompliance(ParseResult parsed, ComplianceYear year)
    {
        var ruleset = Choose(parsed, year);
        return ruleset.Kind == RulesetKind.ComplianceYear
            ? ruleset
            : throw Bad($"{ruleset.Identity.Id} is of a baseline year: it gives factors, and nobody complies with it.", "the ruleset of a compliance year");
    }

    private LocalDate AsOf(ParseResult parsed)
    {
        if (parsed.GetValue(_asOf) is not { } text)
        {
            return LocalDate.MaxIsoValue;
        }

        var date = LocalDatePattern.Iso.Parse(text);
        return date.Success ? date.Value : throw Bad($"\"{text}\" is not a date.", "a date such as 2026-01-31");
    }
}
