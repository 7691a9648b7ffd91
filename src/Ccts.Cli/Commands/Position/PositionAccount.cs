using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Cli.Commands.Assess;
using Ccts.Cli.Output;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Ledger.History;
using Spectre.Console;

namespace Ccts.Cli.Commands.Position;

/// <summary>A position for people: the expected result of the year, what changes it most, what it costs, what is missing, what is due next.</summary>
/// <param name="position">The position.</param>
/// <param name="assessment">The assessment of the year so far.</param>
/// <param name="titleOf">The title of a value of the ruleset, or null.</param>
/// <param name="digits">How numbers are grouped.</param>
internal sealed class PositionAccount(YearPosition position, Assessment assessment, Func<string, string?> titleOf, Digits digits)
{
    private const int MostReadings = 3;
    private const int MostDocuments = 2;
    private static readonly string[] Columns = ["Certificates", "used", "lowest", "highest"];

    internal IReadOnlyList<ScenarioCost> Costs { get; init; } = [];

    internal IReadOnlyList<DocumentWorth> Documents { get; init; } = [];

    internal OversellAlert? Alert { get; init; }

    internal void Print(IAnsiConsole console, bool all)
    {
        var account = new Account(console);
        var registration = position.Entity.Registration is { } number ? $" ({number})" : "";
        account.Sentence($"{position.Entity.Name}{registration}, {position.Entity.Sector}, compliance year {position.Year}, provisional", "bold");
        if (assessment.Outcome == AssessmentOutcome.Implausible)
        {
            Implausible(account, all);
            return;
        }

        if (position.Projected is null)
        {
            account.Heading("There is no target for this entity and year, so there is no figure.");
            return;
        }

        Answer(account);
        foreach (var meaning in assessment.Meaning())
        {
            account.Sentence(meaning, "yellow");
        }

        OtherReadings(account, all);
        Price(account);
        Missing(account, all);
        // The effect of a missing document was shown together with it.
        ReportFindings.Print(account, [.. assessment.Findings.Where(f => !Documents.Any(d => d.Document.EndsWith(f.Message, StringComparison.Ordinal)))], all, "--all");
        DueNext.Print(account, assessment.Deadlines, "ccts assess --all");
    }

    private void Implausible(Account account, bool all)
    {
        account.Heading("Implausible: there is no figure until this is mended or explained.");
        CertificateAccount.ToExplain(account, assessment.Findings, all, "--all");
    }

    private void Answer(Account account)
    {
        account.Heading(position.Net switch
        {
            < 0 => $"{digits.Certificates(-position.Net.Value)} short at the year's end",
            > 0 => $"{digits.Certificates(position.Net.Value)} over at the year's end",
            _ => "Even at the year's end: no certificates either way",
        });
        if (position.NetLow != position.NetHigh)
        {
            account.Sentence($"All open points of law together: from {Whole(position.NetLow)} to {Whole(position.NetHigh)}; below zero is owed.");
        }

        account.Blank();
        var rows = new List<string[]>
        {
            Columns,
            new[] { "Year to date", Whole(position.YearToDate), "", "" },
            new[] { "To year end", Whole(position.Projected), Whole(position.Low), Whole(position.High) },
            new[] { "Held", Whole(position.Held), "", "" },
        };
        if (position.Settled != SettledSoFar.Nothing)
        {
            rows.Add(["Issued already", Whole(-position.Settled.Issued), "", ""]);
            rows.Add(["Surrendered already", Whole(position.Settled.Surrendered), "", ""]);
        }

        rows.Add(["Net", Whole(position.Net), Whole(position.NetLow), Whole(position.NetHigh)]);
        account.Figures(rows, i => i == 0 || i == rows.Count - 1);
        Settlement(account);
        if (position.OnSale > 0)
        {
            account.Sentence($"{Whole(position.OnSale)} more are on sale and not counted as held.");
        }

        foreach (var said in PositionText.NotUsable(position, digits))
        {
            account.Sentence(said, "yellow");
        }

        if (Alert is { } alert && alert.Level != OversellLevel.Clear)
        {
            account.Sentence(Warning(alert), "yellow");
        }
    }

    // The results of an earlier report of the year, and what is due by this one.
    private void Settlement(Account account)
    {
        if (position.Settled == SettledSoFar.Nothing)
        {
            return;
        }

        account.Sentence($"For this year {Whole(position.Settled.Issued)} were issued and {Whole(position.Settled.Surrendered)} surrendered already; by this report {Whole(position.StillToIssue)} are still to be issued and {Whole(position.StillToSurrender)} to be surrendered.");
        foreach (var said in PositionText.TooMany(position, digits))
        {
            account.Sentence(said, "yellow");
        }
    }

    private void OtherReadings(Account account, bool all)
    {
        if (position.Readings.Count == 0)
        {
            return;
        }

        account.Heading("What moves it most");
        var readings = position.Readings.OrderByDescending(r => Math.Abs(r.Difference)).ToList();
        foreach (var reading in readings.Take(all ? readings.Count : MostReadings))
        {
            account.Sentence($"{LawTitles.Of(reading.Path, titleOf)}. Read as {reading.Reading}: {Whole(reading.Projected)} ({Whole(Math.Abs(reading.Difference))} {(reading.Difference < 0 ? "worse" : "better")}).", indent: 2, hanging: 2);
        }

        More(account, readings.Count - MostReadings, all);
    }

    private void Price(Account account)
    {
        if (Costs.Count > 0)
        {
            account.Heading("What it would cost");
        }

        foreach (var cost in Costs)
        {
            account.Sentence($"At {cost.Price}: buy {Whole(cost.Bought)} for {Money(cost.Purchase)}, environmental compensation {Money(cost.Compensation.Amount!.Value)}, together {Money(cost.Total)}.", indent: 2, hanging: 2);
        }
    }

    private void Missing(Account account, bool all)
    {
        if (Documents.Count == 0)
        {
            return;
        }

        account.Heading($"{Documents.Count} document{(Documents.Count == 1 ? "" : "s")} missing");
        foreach (var document in Documents.Take(all ? Documents.Count : MostDocuments))
        {
            var worth = document.Tonnes is null ? "Its worth is known once it is there" : $"Worth {(document.IsAtMost ? "at most " : "")}{Whole(document.Tonnes)} certificates";
            account.Sentence($"{Upper(document.Document.TrimEnd('.'))}. {worth}{(document.Clause is null ? "" : $" ({document.Clause})")}.", indent: 2, hanging: 2);
        }

        More(account, Documents.Count - MostDocuments, all);
    }

    private static void More(Account account, int more, bool all)
    {
        if (more > 0 && !all)
        {
            account.Sentence($"{more} more: --all.", indent: 2);
        }
    }

    private string Warning(OversellAlert alert)
    {
        var bar = alert.BreachesLeft is { } left ? $" {left} more breaches in this quarter bar from selling." : "";
        return alert.Level == OversellLevel.Barred
            ? $"Barred from selling until {alert.BarredUntil:uuuu-MM-dd}."
            : $"{Whole(alert.OnSale)} of {Whole(alert.RegistryBalance)} certificates at the registry are on sale; {Whole(alert.Left)} more may be offered.{bar}";
    }

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private string Whole(long? tonnes) => tonnes is { } known ? digits.Whole(known) : "";

    private string Money(Sdk.Quantities.Inr amount) => digits.Quantity(amount.ToString());
}
