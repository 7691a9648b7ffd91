using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Pages;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using NodaTime;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Position;

/// <summary><c>ccts position</c>: an entity's expected result before its year is over.</summary>
internal static class PositionCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("file") { Description = "Monitoring report of the year so far: JSON, a workbook of \"ccts report template\" (.xlsx), or - for standard input." };
        var yearOutput = new Option<string?>("--year-output") { Description = "Output expected for the whole year, e.g. \"5433180 t\". Without it the report is taken as the whole year." };
        var journal = new Option<string?>("--journal") { Description = "A ledger's journal, for what is held." };
        var accountName = new Option<string?>("--account") { Description = "The entity's account in the ledger." };
        var at = new Option<string?>("--at") { Description = "The moment asked about, for what is valid then and for the warning before the oversell limit, e.g. 2026-10-15T09:30:00Z. Without it, when the last entry of the journal was." };
        var warnAt = new Option<decimal>("--warn-at") { Description = "Share of the registry balance on sale from which to warn, above 0 to 1.", DefaultValueFactory = _ => 0.8m };
        var prices = new Option<string[]>("--price") { Description = "A price per certificate to cost a shortfall at, e.g. \"600 INR\"; may be given several times." };
        var json = new Option<bool>("--json") { Description = "Print the position as JSON." };
        var all = new Option<bool>("--all") { Description = "Print every reading and every missing document." };
        var lakh = Digits.Option();
        var hindi = new Option<bool>("--hindi") { Description = "Write that page in Hindi." };
        var command = new Command("position", "Surplus or deficit to year end, its range over open points of law, and what a shortfall would cost. Exit code 1 for a deficit, and when an input or a result looks like a slip.")
        {
            file, yearOutput, journal, accountName, at, warnAt, prices, json, all, lakh, hindi,
        };
        var pages = new PageFiles(command);
        var own = new OwnTargetOptions(command);
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var path = parsed.GetValue(file)!;
            var report = own.Apply(parsed, ReportInput.Read(path));
            var ruleset = rulesets.ChooseCompliance(parsed, report.Year);
            var rules = ruleset.Assessment;
            var yearExpected = Expected(parsed.GetValue(yearOutput));
            var assessment = Assessor.Assess(report, rules, new AssessmentOptions { PartOfYear = true, YearOutput = yearExpected, Steps = pages.AreAsked(parsed) });
            var held = HeldUnits.Read(parsed.GetValue(journal), parsed.GetValue(accountName), parsed.GetValue(at), report.Year);
            var view = held?.Account;
            var alert = held?.Alert(LedgerLimits.Of(ruleset), parsed.GetValue(warnAt));
            var position = Place(assessment, rules, yearExpected, view, held?.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date, LedgerLimits.Of(ruleset)) with { Settled = held?.Settled ?? SettledSoFar.Nothing };
            var costs = Costs(position, Prices(parsed.GetValue(prices)), rules);
            var documents = MissingDocuments.Rank(report, rules, MissingDocuments.Asked(report, rules));
            pages.Write(parsed, () => PositionPage.Write(position, assessment, costs, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English, LawTitles.In(ruleset, parsed.GetValue(hindi)), EntityReports.Trajectory([assessment], rulesets.Catalog(parsed).Rulesets), Digest(report, rules)));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(PositionJson.Write(position, assessment, costs, documents, alert));
            }
            else
            {
                var account = new PositionAccount(position, assessment, LawTitles.In(ruleset), new Digits(parsed.GetValue(lakh))) { Costs = costs, Documents = documents, Alert = alert };
                account.Print(Terminal.Out, parsed.GetValue(all));
            }

            return position.Net < 0 || assessment.Outcome == AssessmentOutcome.Implausible ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    // A position for part of a year has no receipt, because nobody files it.
    private static string? Digest(MonitoringReport report, AssessmentRules rules)
    {
        try
        {
            return Receipt.Of(report, rules).Digest;
        }
        catch (CctsDataException)
        {
            return null;
        }
    }

    // The same limit as for amounts of a report.
    private const decimal Largest = 1_000_000_000_000m;

    private static Sdk.Quantities.Output? Expected(string? yearOutput) =>
        yearOutput is null ? null
        : !Sdk.Quantities.Output.TryParse(yearOutput, out var output, out var reason) ? throw Unreadable("--year-output", reason)
        : output.Value > Largest ? throw Bad($"--year-output {yearOutput} is more than a plant can make.", "the output of the whole year, at most 10^12 in its unit") : output;

    private static YearPosition Place(Assessment assessment, AssessmentRules rules, Sdk.Quantities.Output? yearOutput, AccountView? account, LocalDate? day, LedgerPolicy policy)
    {
        if (yearOutput is not { } output)
        {
            return PositionCalculator.Of(assessment, rules.Certificates, account: account, day: day, policy: policy);
        }

        if (output.Basis != assessment.Output.Basis || output.Value < assessment.Output.Value)
        {
            throw Bad($"--year-output {output} does not cover the {assessment.Output} produced so far.", "the output of the whole year, in the same unit");
        }

        try
        {
            return PositionCalculator.Of(assessment, rules.Certificates, output, account, day: day, policy: policy);
        }
        catch (OverflowException)
        {
            throw Bad($"--year-output {output} comes to more certificates than can be counted.", "the output of the whole year; check the unit");
        }
    }

    private static IReadOnlyList<ScenarioCost> Costs(YearPosition position, List<Inr> prices, AssessmentRules rules)
    {
        try
        {
            return CostScenarios.Of(position.Net is < 0 and var net ? -net : 0, prices, [0m, 1m], rules.Certificates);
        }
        catch (OverflowException)
        {
            throw Bad($"A shortfall of {-position.Net} certificates at --price {prices.Max()} costs more than can be counted.", "the price of one certificate");
        }
    }

    private static List<Inr> Prices(string[]? texts) => (texts ?? [])
        .Select(text => !Inr.TryParse(text, out var price, out var reason) ? throw Unreadable("--price", reason) : price.Rupees >= 0m ? price : throw Bad($"--price {price} is below zero.", "0 INR or more")).ToList();
}
