using System;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Certificates;
using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;
using NodaTime.Text;
using Spectre.Console;

namespace Ccts.Cli.Assess;

/// <summary>An assessment as a person reads it.</summary>
internal static class AssessmentAccount
{
    internal static void Print(Assessment assessment, IAnsiConsole console)
    {
        PrintHead(assessment, console);
        PrintEmissions(assessment, console);
        PrintCertificates(assessment, console);
        PrintLeanedOn(assessment, console);
        PrintDeadlines(assessment, console);
        PrintSteps(assessment, console);
        foreach (var finding in assessment.Findings)
        {
            console.Line(Markup.Escape(finding.ToString()));
        }
    }

    private static void PrintHead(Assessment assessment, IAnsiConsole console)
    {
        var registration = assessment.Entity.Registration is { } number ? $" ({number})" : "";
        console.Line($"[bold]{Markup.Escape(assessment.Entity.Name + registration)}[/], {assessment.Entity.Sector.EscapeMarkup()}, compliance year {assessment.Year}");
        if (assessment.Illustrative is { } note)
        {
            console.Line("[yellow]Illustrative: " + Markup.Escape(note) + "[/]");
        }

        console.Line($"[grey]Ruleset {assessment.Ruleset.Id.EscapeMarkup()} revision {assessment.Ruleset.Revision}, {assessment.Ruleset.Digest}[/]");
    }

    private static void PrintEmissions(Assessment assessment, IAnsiConsole console)
    {
        var table = Terminal.Table("Emissions", "t CO2e");
        table.Columns[1].RightAligned();
        var emissions = assessment.Emissions;
        foreach (var (name, value) in new[] { ("Combustion", emissions.Combustion), ("Process", emissions.Process), ("Electricity", emissions.Electricity), ("Heat", emissions.Heat), ("Adjustments", emissions.Adjustments), ("Total", emissions.Total), ("Memo, not counted", emissions.Memo) })
        {
            var style = name == "Total" ? "bold" : "default";
            table.AddRow($"[{style}]{name}[/]", $"[{style}]{Number(value.Tonnes)}[/]");
        }

        console.Write(table);
        var intensity = assessment.Intensity;
        console.Line($"Equivalent product   {Markup.Escape(assessment.Output.ToString())}");
        console.Line($"Intensity achieved   [bold]{intensity.Achieved}[/] (before rounding {intensity.Unrounded})");
        console.Line($"Target               {intensity.Target?.ToString() ?? (TargetUnknown(assessment) ? "not known" : "none")}");
        console.Line($"Baseline             {intensity.Baseline?.ToString() ?? "not known"}" + (Improvement.Of(intensity.Baseline, intensity.Unrounded) is { } cut ? Change(cut) : ""));
    }

    private static void PrintCertificates(Assessment assessment, IAnsiConsole console)
    {
        var result = assessment.Certificates;
        console.Line($"[bold]{(TargetUnknown(assessment) ? "The target is not in this ruleset: what would be issued or owed is not known." : Sentence(result))}[/]");
        console.WriteLine();
    }

    private static void PrintLeanedOn(Assessment assessment, IAnsiConsole console)
    {
        if (assessment.LeanedOn.Count == 0)
        {
            return;
        }

        var table = Terminal.Table("What this leans on that is not settled law", "Value", "Source", "Force", "Evidence", "Under the other reading");
        foreach (var value in assessment.LeanedOn)
        {
            var others = assessment.OtherReadings.Where(r => r.Path == value.Path).Select(r => r.Reading + ": " + Sentence(r.Certificates));
            table.AddRow(new[] { value.Path, value.Text, value.Standing.Source.ToString(), LawWords.Of(value.Standing.Force), LawWords.Of(value.Standing.Evidence), string.Join("; ", others) }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
        foreach (var value in assessment.LeanedOn.Where(v => assessment.Steps.Count > 0 && v.Standing.Note is not null))
        {
            console.Line(Markup.Escape($"{value.Path}: {value.Standing.Note}"));
        }
    }

    private static void PrintDeadlines(Assessment assessment, IAnsiConsole console)
    {
        var table = Terminal.Table("Due", "What", "Form", "Rule", "Clause");
        foreach (var deadline in assessment.Deadlines.OrderBy(d => d.Due is null).ThenBy(d => d.Due))
        {
            var due = deadline.Due is { } date ? LocalDatePattern.Iso.Format(date) : "see rule";
            table.AddRow(new[] { due, deadline.Event, deadline.Form ?? "", deadline.Rule, deadline.Standing.Source.ToString() }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }

    private static void PrintSteps(Assessment assessment, IAnsiConsole console)
    {
        foreach (var step in assessment.Steps)
        {
            console.Line(Markup.Escape(step.ToString()));
        }
    }

    private static string Sentence(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => $"{result.Quantity} certificates to be issued ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        CertificateKind.Surrender => $"{result.Quantity} certificates to be surrendered ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        CertificateKind.Nil => $"on target: no certificates either way ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        _ => "No target for this year: nothing is issued and nothing is owed.",
    };

    /// <summary>A schedule that prints no target settles the year; a ruleset without the entity's row settles nothing.</summary>
    private static bool TargetUnknown(Assessment assessment) => assessment.Findings.Any(f => f.Code == TargetRow.NotInRuleset);

    private static string Change(decimal cut) =>
        $", {(cut < 0m ? "worsened" : "improved")} by {(Math.Abs(cut) * 100m).ToString("0.##", CultureInfo.InvariantCulture)} %";

    private static string Number(decimal value) => QuantityText.Format(value);
}
