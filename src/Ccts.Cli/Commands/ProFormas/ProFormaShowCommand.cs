using System;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.ProFormas;
using Spectre.Console;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary><c>ccts proforma show</c>: which forms there are, and the lines of one with their formulas.</summary>
internal static class ProFormaShowCommand
{
    internal static Command Create()
    {
        var id = new Argument<string?>("form") { Description = "The form, e.g. cement; left out, every form is listed.", Arity = ArgumentArity.ZeroOrOne };
        var field = new Option<string?>("--field") { Description = "Only fields whose key or label holds this text." };
        var json = new Option<bool>("--json") { Description = "Print as JSON." };
        var command = new Command("show", "The forms of a year, or the fields of one with unit and formula.") { id, field, json };
        var forms = new ProFormaOfYear(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            if (parsed.GetValue(id) is not { } asked)
            {
                List(forms.Find(parsed, form: null, stated: null).Ruleset, parsed.GetValue(json));
                return ExitCode.Yes;
            }

            Fields(forms.Find(parsed, asked, stated: null).Form, parsed.GetValue(field) ?? "", parsed.GetValue(json));
            return ExitCode.Yes;
        }));
        return command;
    }

    private static void List(Ruleset ruleset, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["ruleset"] = ruleset.Identity.Id,
                ["forms"] = new JsonArray([.. ruleset.ProFormas.Listed.Select(l => (JsonNode)new JsonObject { ["sector"] = l.Sector, ["subSector"] = l.SubSector, ["form"] = l.Form, ["proForma"] = l.ProForma, ["reason"] = l.Reason, ["settledBy"] = l.SettledBy })]),
            });
            return;
        }

        var table = new TextTable("Sector", "Sub-sector", "Form", "Here");
        foreach (var listed in ruleset.ProFormas.Listed)
        {
            table.AddRow(listed.Sector, listed.SubSector, listed.Form, listed.ProForma ?? "not known: " + listed.Reason);
        }

        table.Print(Terminal.Out);
    }

    private static void Fields(ProForma form, string part, bool json)
    {
        var fields = form.Fields.Where(f => f.Key.Contains(part, StringComparison.OrdinalIgnoreCase) || f.Label.Contains(part, StringComparison.OrdinalIgnoreCase)).ToList();
        if (json)
        {
            JsonOutput.Write(new JsonObject { ["proForma"] = form.Id, ["fields"] = new JsonArray([.. fields.Select(f => (JsonNode)Json(f))]) });
            return;
        }

        foreach (var field in fields)
        {
            var formula = field.Formula is { } text ? $"  = {text}" : "";
            Terminal.Out.Line(Markup.Escape($"{field.Key}  [{Word(field.Kind)}{(field.Unit.Length > 0 ? ", " + field.Unit : "")}]  {field.Label}{formula}"));
        }
    }

    private static JsonObject Json(ProFormaField field) => new()
    {
        ["key"] = field.Key,
        ["section"] = field.Section,
        ["label"] = field.Label,
        ["basis"] = field.Basis,
        ["unit"] = field.Unit,
        ["kind"] = Word(field.Kind),
        ["formula"] = field.Formula,
        ["baselineFormula"] = field.BaselineFormula,
        ["currentFormula"] = field.CurrentFormula,
    };

    private static string Word(ProFormaFieldKind kind) => kind switch
    {
        ProFormaFieldKind.Input => "input",
        ProFormaFieldKind.Default => "default",
        ProFormaFieldKind.Computed => "computed",
        ProFormaFieldKind.Answer => "answer",
        _ => "heading",
    };
}
