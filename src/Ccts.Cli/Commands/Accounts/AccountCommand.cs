using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Sources;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Trust.Receipts;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Accounts;

/// <summary><c>ccts account</c>: the account of an entity's year, with the years before it.</summary>
internal static class AccountCommand
{
    internal static Command Create()
    {
        var files = new Argument<string[]>("REPORT") { Description = "Monitoring reports of one entity (JSON or workbook), one a year; the account is of the last year.", Arity = ArgumentArity.OneOrMore };
        var prices = new Option<string[]>("--price") { Description = "A price per certificate to value at, e.g. \"600 INR\"; may be given several times.", DefaultValueFactory = _ => [] };
        var rating = new Option<string?>("--rating") { Description = "A scale of performance that somebody claims (JSON: {\"source\": …, \"levels\": [{\"level\": …, \"atLeast\": \"0.05\"}]}). No law and no source read prints one." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var hindi = new Option<bool>("--hindi") { Description = "Write the page in Hindi." };
        var lakh = Digits.Option();
        var command = new Command("account", "The account of a year: performance, trajectory, certificates with what is carried over, what they are worth, entries for the books, what falling short would cost. Exit code 1 when its certificates are withheld, or its target is not in force: then nothing is valued or booked.") { files, prices, rating, json, hindi, lakh };
        var (ledger, closing, pages) = (new LedgerOfYear(command), new ClosingOptions(command), new PageFiles(command));
        var rulesets = new RulesetOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var reports = EntityReports.Read(parsed.GetValue(files)!);
            var ruleset = rulesets.ChooseCompliance(parsed, reports[^1].Year);
            var assessments = reports.Select(r => Assessor.Assess(r, rulesets.ChooseForAssessment(parsed, r.Year), new AssessmentOptions { Steps = true })).ToList();
            var (assessment, year) = (assessments[^1], reports[^1].Year);
            var whole = ledger.Whole(parsed, closing.Day(parsed, year));
            var position = PositionCalculator.Of(assessment, ruleset.Assessment.Certificates, account: whole?.View, day: closing.Day(parsed, year) ?? (whole?.Entries is [.., var latest] ? latest.At.WithOffset(LedgerPolicy.Bare.CivilTime).Date : (NodaTime.LocalDate?)null), policy: LedgerLimits.Of(ruleset)) with
            {
                Settled = whole is { } w ? SettledSoFar.Of(w.Entries, w.View.Account, year) : SettledSoFar.Nothing,
            };
            var earlier = assessments.SkipLast(1).Select(a => EarlierYear.Of(a, rulesets.ChooseForAssessment(parsed, a.Year).Certificates, whole is { } l ? SettledSoFar.Of(l.Entries, l.View.Account, a.Year) : null)).OfType<EarlierYear>().ToList();
            var net = position.Net + earlier.Sum(y => y.Net ?? 0);

            // A result that is not binding has no value and gives no booking entry.
            var isBinding = assessment.HasBindingTarget();
            var worth = parsed.GetValue(prices)!.Select(PriceOf).Where(_ => isBinding).ToList();
            var account = new EntityAccount
            {
                Assessment = assessment,
                Position = position,
                EarlierYears = earlier,
                Performance = Performance.Of(assessment, parsed.GetValue(rating) is { } scale ? RatingFile.Read(scale) : null),
                Trajectory = EntityReports.Trajectory(assessments, rulesets.Catalog(parsed).Rulesets),
                Balances = whole is { } of ? YearBalance.Since(of.Entries, of.View.Account, year) : [],
                Values = Counted(() => EntityAccount.Value(net, worth)),
                Scenarios = Counted(() => CostScenarios.Of(net is < 0 ? -net.Value : 0, net is < 0 ? worth : [], [0m, 1m], ruleset.Assessment.Certificates)),
                Entries = isBinding ? closing.Entries(parsed, net, worth) : [],
            };
            pages.Write(parsed, () => AccountPage.Write(account, parsed.GetValue(hindi) ? PageLanguage.Hindi : PageLanguage.English, Receipt.Of(reports[^1], ruleset.Assessment).Digest, LawTitles.In(ruleset, parsed.GetValue(hindi))));
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(EntityAccountJson.Write(account));
            }
            else
            {
                new AccountText(account, new Digits(parsed.GetValue(lakh))).Print();
            }

            return assessment.Outcome == AssessmentOutcome.Implausible || !isBinding ? ExitCode.No : ExitCode.Yes;
        }));
        return command;
    }

    internal static Inr PriceOf(string text) => !Inr.TryParse(text, out var price, out var reason)
        ? throw Unreadable("--price", reason)
        : price.Rupees >= 0m ? price : throw Bad($"--price {price} is below zero.", "0 INR or more");

    private static T Counted<T>(Func<T> compute)
    {
        try
        {
            return compute();
        }
        catch (OverflowException)
        {
            throw Bad("The certificates at that --price are worth more than can be counted.", "the price of one certificate");
        }
    }
}
