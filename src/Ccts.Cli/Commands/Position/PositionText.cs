using System.Collections.Generic;
using System.Globalization;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Ledger.History;
using Spectre.Console;

namespace Ccts.Cli.Commands.Position;

/// <summary>A position as a person reads it.</summary>
internal static class PositionText
{
    internal static void Print(YearPosition position, IReadOnlyList<ScenarioCost> costs, IReadOnlyList<DocumentWorth> documents, OversellAlert? alert, IAnsiConsole console)
    {
        console.MarkupLine($"[bold]{position.Entity.Name.EscapeMarkup()}[/], compliance year {position.Year}, provisional. Certificates; below zero is owed.");
        if (position.Projected is null)
        {
            console.WriteLine("There is no target for this entity and year, so there is no figure.");
            return;
        }

        var table = Terminal.Table("", "used", "lowest", "highest");
        table.AddRow("Year to date", Number(position.YearToDate), "", "");
        table.AddRow("To year end", Number(position.Projected), Number(position.Low), Number(position.High));
        table.AddRow("Held", Number(position.Held), "", "");
        if (position.Settled != SettledSoFar.Nothing)
        {
            table.AddRow("Issued already", Number(-position.Settled.Issued), "", "");
            table.AddRow("Surrendered already", Number(position.Settled.Surrendered), "", "");
        }

        table.AddRow("Net", Number(position.Net), Number(position.NetLow), Number(position.NetHigh));
        console.Write(table);
        PrintSettlement(position, console);
        foreach (var reading in position.Readings)
        {
            console.WriteLine($"{reading.Path} read as {reading.Reading}: {Number(reading.Projected)} ({Number(reading.Difference)} against the reading used).");
        }

        if (position.OnSale > 0)
        {
            console.WriteLine($"{Number(position.OnSale)} more are on sale and not counted as held.");
        }

        if (alert is not null && alert.Level != OversellLevel.Clear)
        {
            console.WriteLine(Warning(alert));
        }

        foreach (var cost in costs)
        {
            console.WriteLine($"At {cost.Price}: buy {Number(cost.Bought)} for {Money(cost.Purchase)}, environmental compensation {Money(cost.Compensation.Amount!.Value)}, together {Money(cost.Total)}.");
        }

        foreach (var document in documents)
        {
            var worth = document.Tonnes is null ? "its worth is known once it is there" : $"worth {(document.IsAtMost ? "at most " : "")}{Number(document.Tonnes)} certificates";
            console.WriteLine($"Missing: {document.Document.TrimEnd('.')}; {worth}{(document.Clause is null ? "" : " (" + document.Clause + ")")}.");
        }
    }

    // What came of an earlier report of the year, and what is due by this one.
    private static void PrintSettlement(YearPosition position, IAnsiConsole console)
    {
        if (position.Settled == SettledSoFar.Nothing)
        {
            return;
        }

        console.WriteLine($"For this year {Number(position.Settled.Issued)} were issued and {Number(position.Settled.Surrendered)} surrendered already; by this report {Number(position.StillToIssue)} are still to be issued and {Number(position.StillToSurrender)} to be surrendered.");
        if (position.IssuedTooMany > 0)
        {
            console.WriteLine($"{Number(position.IssuedTooMany)} were issued too many. No text read says whether they are given back, cancelled or bought back; they are counted as owed.");
        }

        if (position.SurrenderedTooMany > 0)
        {
            console.WriteLine($"{Number(position.SurrenderedTooMany)} were surrendered too many. No text read says whether they come back; they are counted as still there.");
        }
    }

    internal static string Word(OversellLevel level) => level switch
    {
        OversellLevel.Near => "near",
        OversellLevel.AtLimit => "at-limit",
        OversellLevel.Barred => "barred",
        _ => "clear",
    };

    private static string Warning(OversellAlert alert)
    {
        var bar = alert.BreachesLeft is { } left ? $" {left} more breaches in this quarter bar from selling." : "";
        return alert.Level == OversellLevel.Barred
            ? $"Barred from selling until {alert.BarredUntil:uuuu-MM-dd}."
            : $"{Number(alert.OnSale)} of {Number(alert.RegistryBalance)} certificates at the registry are on sale; {Number(alert.Left)} more may be offered.{bar}";
    }

    private static string Number(long? tonnes) => tonnes?.ToString("#,0", CultureInfo.InvariantCulture) ?? "";

    private static string Money(Sdk.Quantities.Inr amount) => amount.Rupees.ToString("#,0.##", CultureInfo.InvariantCulture) + " INR";
}
