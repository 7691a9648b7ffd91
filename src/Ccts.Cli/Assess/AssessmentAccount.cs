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
            console.MarkupLine(Markup.Escape(finding.ToString()));
        }
    }

    private static void PrintHead(Assessment assessment, IAnsiConsole console)
    {
        var registration = assessment.Entity.Registration is { } number ? $" ({number})" : "";
        console.MarkupLine($"[bold]{Markup.Escape(assessment.Entity.Name + registration)}[/], {assessment.Entity.Sector.EscapeMarkup()}, compliance year {assessment.Year}");
        if (assessment.Illustrative is { } note)
        {
            console.MarkupLine("[yellow]Illustrative: " + Markup.Escape(note) + "[/]");
        }

        console.MarkupLine($"[grey]Ruleset {assessment.Ruleset.Id.EscapeMarkup()} revision {assessment.Ruleset.Revision}, {assessment.Ruleset.Digest}[/]");
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
        console.MarkupLine($"Equivalent product   {Markup.Escape(assessment.Output.ToString())}");
        console.MarkupLine($"Intensity achieved   [bold]{intensity.Achieved}[/] (before rounding {intensity.Unrounded})");
        console.MarkupLine($"Target               {intensity.Target?.ToString() ?? "none"}");
        console.MarkupLine($"Baseline             {intensity.Baseline?.ToString() ?? "not known"}" + (Improvement.Of(intensity.Baseline, intensity.Unrounded) is { } cut ? $", improved by {(cut * 100m).ToString("0.##", CultureInfo.InvariantCulture)} %" : ""));
    }

    private static void PrintCertificates(Assessment assessment, IAnsiConsole console)
    {
        var result = assessment.Certificates;
        console.MarkupLine(result.Kind == CertificateKind.NoTarget
            ? "[bold]No target for this year: nothing is issued and nothing is owed.[/]"
            : $"[bold]{Sentence(result)}[/]");
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
    }

    private static void PrintDeadlines(Assessment assessment, IAnsiConsole console)
    {
        var table = Terminal.Table("Due", "What", "Form", "Rule", "Clause");
        foreach (var deadline in assessment.Deadlines.OrderBy(d => d.Due is null).ThenBy(d => d.Due))
        {
            var due = deadline.Due is { } date ? LocalDatePattern.Iso.Format(date) : "depends";
            table.AddRow(new[] { due, deadline.Event, deadline.Form ?? "", deadline.Rule, deadline.Standing.Source.ToString() }.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }

    private static void PrintSteps(Assessment assessment, IAnsiConsole console)
    {
        foreach (var step in assessment.Steps)
        {
            console.MarkupLine(Markup.Escape(step.ToString()));
        }
    }

    private static string Sentence(CertificateResult result) => result.Kind switch
    {
        CertificateKind.Issue => $"{result.Quantity} certificates to be issued ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        CertificateKind.Surrender => $"{result.Quantity} certificates to be surrendered ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        CertificateKind.Nil => $"on target: no certificates either way ({Number(result.Unrounded!.Value.Tonnes)} t before rounding)",
        _ => "no target",
    };

    private static string Number(decimal value) => QuantityText.Format(value);
}
