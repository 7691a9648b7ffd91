using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Spectre.Console;

namespace Ccts.Cli.Commands.Assess;

/// <summary>
/// An assessment for people: the answer, its parts, what changes it most, the values it rests on, what is due next. The rest
/// is in <see cref="AssessmentDetail"/>.
/// </summary>
/// <param name="assessment">The assessment.</param>
/// <param name="titleOf">The title of a value of the ruleset, or null.</param>
/// <param name="digits">How numbers are grouped.</param>
internal sealed class AssessmentAccount(Assessment assessment, Func<string, string?> titleOf, Digits digits)
{
    private static readonly string[] Columns = ["Emissions", "t CO2e", "share"];
    private readonly CertificateAccount _certificates = new(digits);

    internal void Print(IAnsiConsole console, bool all)
    {
        var account = new Account(console);
        Head(account);
        Answer(account, all);
        Emissions(account);
        _certificates.OtherReadings(account, assessment.OtherReadings, assessment.Certificates, titleOf);
        Assumptions(account, all);
        if (!all)
        {
            DueNext.Print(account, assessment.Deadlines);
        }

        ReportFindings.Print(account, assessment.Withheld is null ? assessment.Findings : [.. assessment.Findings.Where(f => !f.NeedsReason)], all, "--all", assessment.Withheld is null ? "" : "other ");
        if (all)
        {
            new AssessmentDetail(assessment, titleOf, digits).Print(account);
        }
    }

    private void Head(Account account)
    {
        var registration = assessment.Entity.Registration is { } number ? $" ({number})" : "";
        CertificateAccount.Head(account, $"{assessment.Entity.Name}{registration}, {assessment.Entity.Sector}, compliance year {assessment.Year}", assessment.Illustrative);
    }

    private void Answer(Account account, bool all)
    {
        if (assessment.Withheld is { } withheld)
        {
            _certificates.Withheld(account, assessment.Findings, withheld, all);
        }
        else
        {
            account.Heading(IsTargetUnknown ? "The target is not in this ruleset: what would be issued or owed is not known." : Upper(Sentence(assessment.Certificates)));
        }

        var intensity = assessment.Intensity;
        var against = intensity.Target is { } target ? $"against {(assessment.OwnTarget?.Target is null ? "a" : "your own")} target of {target}" : IsTargetUnknown ? "the target is not known" : "there is no target";
        var baseline = intensity.Baseline is { } known ? $"{(assessment.OwnTarget?.Baseline is null ? "the" : "your own")} baseline is {known}" + Change(known) : "the baseline is not known";
        account.Sentence($"The intensity is {(assessment.IsDeemed() ? "deemed to be " : "")}{intensity.Achieved} on {digits.Quantity(assessment.Output.ToString())} of equivalent product, {against}; {baseline}.");
        if (assessment.Range is { } range && range.Lowest != range.Highest)
        {
            account.Sentence($"All open points of law together: from {Sentence(range.Lowest)} to {Sentence(range.Highest)}.");
        }
    }

    private void Emissions(Account account)
    {
        if (assessment.ReportedTotal() is null)
        {
            account.Sentence("No emissions were reported; they are not known.");
            return;
        }

        var emissions = assessment.Emissions;
        var sources = new[] { ("Combustion", emissions.Combustion), ("Process", emissions.Process), ("Electricity", emissions.Electricity), ("Heat", emissions.Heat), ("Adjustments", emissions.Adjustments) };
        var rows = new List<string[]> { Columns };
        rows.AddRange(sources.Where(s => s.Item2.Tonnes != 0m).Select(s => new[] { s.Item1, digits.Tonnes(s.Item2.Tonnes), Digits.Share(s.Item2, emissions.Total) }));
        rows.Add(["Total", digits.Tonnes(emissions.Total.Tonnes), ""]);
        if (emissions.Memo.Tonnes != 0m)
        {
            rows.Add(["Memo, not counted", digits.Tonnes(emissions.Memo.Tonnes), ""]);
        }

        account.Blank();
        account.Figures(rows, i => rows[i][0] is "Emissions" or "Total");
    }

    private void Assumptions(Account account, bool all)
    {
        var rest = assessment.Assumptions.Where(v => assessment.OtherReadings.All(r => r.Path != v.Path)).ToList();
        if (assessment.Assumptions.Count == 0 || all)
        {
            return;
        }

        account.Heading("What it leans on");
        account.Sentence($"{Count(assessment.Assumptions.Count, "value")} {(assessment.Assumptions.Count == 1 ? "is" : "are")} not settled law, in force and read word for word.", indent: 2, hanging: 2);
        if (rest.Count > 0)
        {
            account.Sentence("No other reading is known of " + string.Join("; ", rest.Select(v => Lower(Title(v.Path)) + $" ({v.Text})")) + ".", indent: 2, hanging: 2);
        }
    }

    private static string Lower(string title) => title.Length > 1 && char.IsUpper(title[0]) && char.IsLower(title[1]) ? char.ToLowerInvariant(title[0]) + title[1..] : title;

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private string Sentence(CertificateResult result) => _certificates.Sentence(result);

    private string Title(string path) => LawTitles.Of(path, titleOf);

    private string Change(Ccts.Sdk.Quantities.EmissionIntensity baseline) => Improvement.Of(baseline, assessment.Intensity.Unrounded) is not { } cut || cut == 0m ? ""
        : $", {(cut < 0m ? "worsened" : "improved")} by {(Math.Abs(cut) * 100m).ToString("0.##", CultureInfo.InvariantCulture)} %";

    /// <summary>A schedule without a target for the year is a final answer; a ruleset without a row for the entity is not.</summary>
    private bool IsTargetUnknown => assessment.Findings.Any(f => f.Code == ReportedTarget.NotInRuleset);

    private static string Count(int number, string thing) => $"{number} {thing}{(number == 1 ? "" : "s")}";
}
