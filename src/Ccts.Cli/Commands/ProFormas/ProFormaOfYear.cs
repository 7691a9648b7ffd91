using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Entities;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary>Finds the ruleset and the form that a command is about.</summary>
internal sealed class ProFormaOfYear
{
    internal const string DefaultForm = "cement";

    private readonly Option<string?> _year = new("--year") { Description = "The compliance year, e.g. 2025-26, where the filing does not say; without both, the newest." };
    private readonly RulesetOptions _rulesets;

    internal RulesetOptions Rulesets => _rulesets;

    internal ProFormaOfYear(Command command)
    {
        command.Options.Add(_year);
        _rulesets = new RulesetOptions(command);
    }

    /// <exception cref="CctsDataException">There is no such year or no such form.</exception>
    internal (Ruleset Ruleset, ProForma Form, bool IsGuessed) Find(ParseResult parsed, string? form, ComplianceYear? stated)
    {
        var asked = parsed.GetValue(_year) is { } text ? Year(text) : stated;
        var ruleset = asked is { } year ? _rulesets.ChooseCompliance(parsed, year) : Newest(parsed);
        return (ruleset, Form(ruleset, form ?? DefaultForm), asked is null);
    }

    internal static ProForma Form(Ruleset ruleset, string id)
    {
        if (ruleset.ProFormas.Find(id) is { } form)
        {
            return form;
        }

        var listed = ruleset.ProFormas.Listed.Where(l => Is(l.Sector, id) || Is(l.Form, id)).ToList();
        throw new CctsDataException([listed.Count == 0
            ? new Problem("unknown-pro-forma", Severity.Error, $"{ruleset.Identity.Id} has no pro-forma \"{id}\".", default) { Expected = string.Join(", ", ruleset.ProFormas.Ids), Hint = "\"ccts proforma show\" lists every form." }
            : listed[0].ProForma is { } known
                ? new Problem("unknown-pro-forma", Severity.Error, $"The pro-forma of {listed[0].Sector} is called \"{known}\" here.", default) { Expected = known }
                : new Problem("pro-forma-not-known", Severity.Error, $"The pro-forma of {listed[0].Sector}{Names(listed)} is not known: {listed[0].Reason}", default) { Hint = $"{listed[0].SettledBy} could give it; as a folder proformas/<id> of an overlay it works without a new version of this tool." }]);
    }

    private static string Names(System.Collections.Generic.List<Ccts.Rules.Rulesets.ProFormas.ListedForm> listed) =>
        string.Join(", ", listed.Select(l => l.Form).Where(f => f.Length > 0)) is { Length: > 0 } names ? $" ({names})" : "";

    private static bool Is(string name, string id) => string.Equals(name, id, StringComparison.OrdinalIgnoreCase) || string.Equals(name.Replace(' ', '-').Replace("&", "and", StringComparison.Ordinal), id, StringComparison.OrdinalIgnoreCase);

    private Ruleset Newest(ParseResult parsed)
    {
        var years = _rulesets.Catalog(parsed).Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear && r.ProFormas.Ids.Count > 0).Select(r => r.Year).ToList();
        return years.Count > 0
            ? _rulesets.ChooseCompliance(parsed, years.Max())
            : throw new CctsDataException([new Problem("unknown-pro-forma", Severity.Error, "None of these rulesets has a pro-forma.", default)]);
    }

    private static ComplianceYear Year(string text) => ComplianceYear.TryParse(text, out var year, out var reason)
        ? year
        : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"\"{text}\" is no compliance year.", default) { Expected = reason ?? "a year such as 2025-26" }]);
}
