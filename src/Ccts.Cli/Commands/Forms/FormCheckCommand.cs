using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Years;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Formats.Json;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Forms;

/// <summary><c>ccts form check</c>: a filed form compared with the report, the calculator and the ledger.</summary>
internal static class FormCheckCommand
{
    private static readonly Dictionary<string, string> Nothing = [];

    internal static Command Create()
    {
        var filed = new Argument<string>("FORM") { Description = "The form that was filed, as \"ccts form … --json\" writes it." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var source = new FormSource(new Command("check", "Check a filed Form E2, A, B, C or D against the report: E2 equals the assessment, the certificates are the calculator's, Form D's the ledger's. Exit code 1 when something differs, does not add up or was not checked."));
        source.Command.Arguments.Add(filed);
        source.Command.Options.Add(json);
        var steps = new Option<string?>("--year-journal") { Description = "The year's journal: agency, report and the form's own file are compared with its steps." };
        source.Command.Options.Add(steps);
        var (previous, ledger) = (new PreviousReport(source), (new LedgerOfYear(source.Command), new LedgerDay(source.Command)));
        source.Command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(filed)!;
            var (bytes, name) = (Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path));
            var id = FormCheck.IdOf(bytes, name);
            FormDocument Made(IReadOnlyDictionary<string, string> stated) => id switch
            {
                "e2" => FormCommand.E2(source, previous, parsed, stated),
                "a" => ComplianceForms.A(source.Basis(parsed), stated),
                "b" => ComplianceForms.B(source.Basis(parsed), stated),
                "c" => ComplianceForms.C(source.Basis(parsed), stated),
                "d" => FormCommand.D(source, ledger, parsed, stated),
                _ => throw Bad($"A document \"{id}\" is not checked.", "Form e2, a, b, c or d"),
            };

            // Values that only the filer can state are taken from the form itself.
            var alone = Made(Nothing);
            var filledIn = Made(FormCheck.Stated(alone, bytes, name));
            var computed = filledIn;
            if (parsed.GetValue(steps) is { } journal)
            {
                var calendar = new DueCalendar(source.Rulesets.ChooseCompliance(parsed, computed.Year));
                computed = computed with { Notices = [.. computed.Notices, .. FormSteps.Contradictions(computed, YearFile.Read(journal).State, source.Digest(parsed), Inputs.DigestOf(path), calendar)] };
            }

            var (differences, uncheckedEntries) = (FormCheck.Compare(filledIn, bytes, name), FormCheck.Unchecked(alone, bytes, name));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(Json(computed, differences, uncheckedEntries));
            }
            else
            {
                Print(computed, differences, uncheckedEntries);
            }

            return differences.Count + uncheckedEntries.Count > 0 || computed.Notices.Any(n => n.IsGap) ? ExitCode.No : ExitCode.Yes;
        }));
        return source.Command;
    }

    private static void Print(FormDocument form, IReadOnlyList<FormDifference> differences, IReadOnlyList<UncheckedEntry> uncheckedEntries)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(differences.Count == 0 ? $"{form.Title}: every computed field that was checked agrees." : $"{form.Title}: {(differences.Count == 1 ? "one of its entries differs" : $"{differences.Count} of its entries differ")}.", "bold");
        foreach (var difference in differences)
        {
            account.Sentence($"{difference.Place}: {difference.Number} is filed as {difference.Filed ?? "nothing"}; {(difference.Computed is { } computed ? "computed is " + computed.TrimEnd('.') : "nothing computes it")}.", indent: 2, hanging: 2);
        }

        foreach (var entry in uncheckedEntries)
        {
            account.Sentence($"{entry.Place}: {entry.Number} is filed as {entry.Filed} and was not checked: it needs {entry.Needs} ({(form.Id == "d" ? "--journal and --account" : "--previous")}).", "yellow", indent: 2, hanging: 2);
        }

        foreach (var notice in form.Notices)
        {
            account.Sentence(notice.Text, "yellow", indent: 2, hanging: 2);
        }
    }

    private static JsonObject Json(FormDocument form, IReadOnlyList<FormDifference> differences, IReadOnlyList<UncheckedEntry> uncheckedEntries) => new()
    {
        ["form"] = form.Id,
        ["agrees"] = differences.Count + uncheckedEntries.Count == 0,
        ["differences"] = new JsonArray([.. differences.Select(d => (JsonNode)new JsonObject { ["number"] = d.Number, ["filed"] = d.Filed, ["computed"] = d.Computed, ["line"] = d.Place.Line, ["column"] = d.Place.Column, ["pointer"] = d.Place.Pointer })]),
        ["unchecked"] = new JsonArray([.. uncheckedEntries.Select(u => (JsonNode)new JsonObject { ["number"] = u.Number, ["filed"] = u.Filed, ["needs"] = u.Needs, ["line"] = u.Place.Line, ["column"] = u.Place.Column, ["pointer"] = u.Place.Pointer })]),
        ["notices"] = new JsonArray([.. form.Notices.Select(n => (JsonNode)new JsonObject { ["text"] = n.Text, ["gap"] = n.IsGap })]),
    };
}
