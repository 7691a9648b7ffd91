using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Output;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Spectre.Console;

namespace Ccts.Cli.Commands.ProFormas;

/// <summary>An assessed filing as a person reads it: the answer, emissions of both columns, the slips that move it, the points left open.</summary>
/// <param name="assessment">The assessment.</param>
/// <param name="asPrinted">Whether the figures are what the workbook prints.</param>
/// <param name="titleOf">What a value of the ruleset is called, or null.</param>
/// <param name="digits">How numbers are grouped.</param>
internal sealed class ProFormaAccount(ProFormaAssessment assessment, bool asPrinted, Func<string, string?> titleOf, Digits digits)
{
    private const int MostSlips = 5;
    private const int MostPoints = 5;
    private const int MostFindings = 5;
    private const int IntensityPlaces = 6;
    private static readonly string[] Columns = ["", "baseline", "current"];
    private readonly CertificateAccount _certificates = new(digits);

    internal void Print(IAnsiConsole console, bool all)
    {
        var account = new Account(console);
        Head(account);
        Answer(account, all);
        Emissions(account);
        Slips(account, all);
        Points(account, all);
        _certificates.OtherReadings(account, assessment.OtherReadings, assessment.Certificates, titleOf);
        Findings(account, all);
        if (all)
        {
            Figures(account);
            Steps(account);
        }
        else
        {
            account.Blank();
            account.Sentence($"Every figure of the form: --all. How each came about: --explain.{(asPrinted ? "" : " What the workbook prints: --as-printed.")}", "grey");
        }
    }

    private void Head(Account account)
    {
        var who = assessment.Filing.Entity is { } entity ? entity.Registration is { } number ? $"{entity.Name} ({number})" : entity.Name : assessment.Filing.Name;
        CertificateAccount.Head(account, $"{who}, {assessment.Form.Sector}, pro-forma {assessment.Form.Form}, compliance year {assessment.Year}", assessment.Filing.Illustrative);
    }

    private void Answer(Account account, bool all)
    {
        if (assessment.Withheld is { } withheld)
        {
            _certificates.Withheld(account, assessment.Findings, withheld, all);
        }
        else
        {
            account.Heading(Sentence(assessment.Certificates));
        }

        if (assessment.Intensity is not { } intensity)
        {
            account.Sentence($"There is no equivalent product in the current year, so there is no emission intensity.{(assessment.Baseline.Intensity is null ? " The form reckons it with the clinker factor of the baseline, and the baseline has no product: fill in its years." : "")}");
            return;
        }

        var target = intensity.Target is { } asked ? $"against {(assessment.Filing.OwnTarget?.Target is null ? "a" : "your own")} target of {asked}" : "and no target is known";
        var schedule = intensity.Baseline is { } printed ? $", {(assessment.Filing.OwnTarget?.Baseline is null ? "in the schedule" : "your own")} {printed}" : "";
        account.Sentence($"The intensity is {intensity.Achieved}, {target}; the baseline of this form is {Short(assessment.Baseline.Intensity)}{schedule}.");
    }

    private void Emissions(Account account)
    {
        var (was, now) = (assessment.Baseline, assessment.Current);
        var rows = new List<string[]>
        {
            Columns,
            Row("Direct (Scope 1), t CO2e", was.Direct, now.Direct),
            Row("  of it process", was.Process, now.Process),
            Row("Indirect (Scope 2), t CO2e", was.Indirect, now.Indirect),
            Row("Total, t CO2e", was.Total, now.Total),
            new[] { $"Equivalent product, {now.Product.Basis.Symbol}", digits.Tonnes(was.Product.Value), digits.Tonnes(now.Product.Value) },
            new[] { $"Intensity, t CO2e/{now.Product.Basis.Symbol}", Short(was.Intensity), Short(now.Intensity) },
        };
        account.Blank();
        account.Figures(rows, i => rows[i][0].StartsWith("Total", StringComparison.Ordinal) || rows[i][0].StartsWith("Intensity", StringComparison.Ordinal));
    }

    private void Slips(Account account, bool all)
    {
        if (assessment.Slips.Count == 0)
        {
            return;
        }

        account.Heading($"Slips of the workbook in this filing: {assessment.Slips.Count}");
        account.Sentence(asPrinted ? "The figures below are what it prints; beside them is what counts." : "What it prints is not what counts; both figures are shown.", indent: 2);
        foreach (var slip in assessment.Slips.OrderByDescending(Moves).Take(all ? int.MaxValue : MostSlips))
        {
            var moved = slip.CurrentIntensity.Length > 0 || slip.BaselineIntensity.Length > 0;
            account.Sentence($"{slip.Slip.Cells}: {slip.Slip.Reason} Taken: {slip.Slip.Taken}", moved ? "default" : "grey", indent: 2, hanging: 2);
            foreach (var cell in slip.Cells.Take(all ? int.MaxValue : 1))
            {
                account.Sentence($"{cell.Field.Key}, {Word(cell.Column)}: prints {(cell.Printed.Length == 0 ? "nothing" : Rounded(cell.Printed))}, counts {(cell.Intended.Length == 0 ? "nothing" : Rounded(cell.Intended) + " " + cell.Field.Unit)}", "grey", indent: 4, hanging: 2);
            }

            if (moved)
            {
                account.Sentence($"Alone it would make the intensity {Both(slip)}.", indent: 4, hanging: 2);
            }
        }

        More(account, assessment.Slips.Count - MostSlips, all);
    }

    private void Points(Account account, bool all)
    {
        var moving = assessment.Points.SelectMany(p => p.Others.Select(o => (Point: p.Point, Reading: o))).Where(p => all || p.Reading.Tonnes.Tonnes != 0m || p.Reading.BaselineTonnes.Tonnes != 0m || IsMoved(p.Reading)).ToList();
        if (moving.Count == 0)
        {
            return;
        }

        account.Heading("Points the form leaves open");
        foreach (var (point, reading) in moving.OrderByDescending(m => Math.Abs(m.Reading.Tonnes.Tonnes)).Take(all ? int.MaxValue : MostPoints))
        {
            account.Sentence($"{point.Question} Taken: {point.Taken.Value}.", indent: 2, hanging: 2);
            account.Sentence($"{reading.Reading.Title} {Signed(reading.Tonnes)} t in the current year, {Signed(reading.BaselineTonnes)} t in the baseline; intensity {Short(reading.Intensity)}; {Lower(Sentence(reading.Certificates))}", "grey", indent: 4, hanging: 2);
        }

        More(account, moving.Count - MostPoints, all);
    }

    private void Findings(Account account, bool all)
    {
        if (assessment.Findings.Count == 0)
        {
            return;
        }

        account.Heading($"Findings about the filing: {assessment.Findings.Count}");
        var shown = all ? assessment.Findings : assessment.Findings.GroupBy(f => f.Code, StringComparer.Ordinal).Select(g => g.First()).OrderBy(f => f.Severity).Take(MostFindings).ToList();
        foreach (var finding in shown)
        {
            account.Sentence(finding.ToString(), finding.Severity == Severity.Info ? "grey" : "yellow", indent: 2, hanging: 2);
        }

        More(account, assessment.Findings.Count - shown.Count, all);
    }

    private void Figures(Account account)
    {
        account.Heading(asPrinted ? "Every figure, as the workbook prints it" : "Every figure");
        foreach (var figure in assessment.Figures)
        {
            var (baseline, current) = asPrinted ? (figure.PrintedBaseline, figure.PrintedCurrent) : (figure.Baseline, figure.Current);
            if (baseline is "" or "0" && current is "" or "0" && !figure.Differs)
            {
                continue;
            }

            var other = figure.Differs ? asPrinted ? $"   (counts {figure.Baseline} | {figure.Current})" : $"   (printed {figure.PrintedBaseline} | {figure.PrintedCurrent})" : "";
            account.Sentence($"{figure.Field.Key}  {baseline} | {current} {figure.Field.Unit}  {figure.Field.Label}{other}", indent: 2, hanging: 4);
        }
    }

    private void Steps(Account account)
    {
        if (assessment.Steps.Count == 0)
        {
            return;
        }

        account.Heading("How the figures of the current year came about");
        foreach (var step in assessment.Steps)
        {
            var operands = string.Join(", ", step.Operands.Where(o => o.Value is not ("" or "0")).Select(o => $"{o.Field.Key} = {o.Value}"));
            account.Sentence($"{step.Field.Key} = {step.Formula} = {step.Result} {step.Field.Unit}{(operands.Length > 0 ? "   with " + operands : "")}", indent: 2, hanging: 4);
        }
    }

    private static void More(Account account, int more, bool all)
    {
        if (more > 0 && !all)
        {
            account.Sentence($"{more} more: --all.", indent: 2);
        }
    }

    private string[] Row(string name, Co2e was, Co2e now) => [name, digits.Tonnes(was.Tonnes), digits.Tonnes(now.Tonnes)];

    private string Sentence(CertificateResult result) => result.Kind == CertificateKind.NoTarget && assessment.Intensity is null ? "No certificates are computed, for want of equivalent product."
        : result.Kind == CertificateKind.NoTarget ? "No target is known for this plant and year, so no certificates are computed."
        : Upper(_certificates.Sentence(result)) + ".";

    private static string Upper(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static string Short(EmissionIntensity? intensity) => intensity is { } value ? Math.Round(value.TonnesPerUnit, IntensityPlaces, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture) : "none";

    private static string Rounded(string figure) => decimal.TryParse(figure, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? Math.Round(value, IntensityPlaces, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture) : figure;

    private static string Both(SlipAccount slip) => string.Join(" and ", new[] { slip.CurrentIntensity.Length > 0 ? Rounded(slip.CurrentIntensity) + " in the current year" : null, slip.BaselineIntensity.Length > 0 ? Rounded(slip.BaselineIntensity) + " in the baseline" : null }.OfType<string>());

    private static string Signed(Co2e tonnes) => tonnes.Tonnes.ToString("+#,##0.##;-#,##0.##;0", CultureInfo.InvariantCulture);

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Word(ProFormaColumn column) => column switch { ProFormaColumn.Baseline => "baseline", ProFormaColumn.Current => "current", _ => "year " + ((int)column + 1).ToString(CultureInfo.InvariantCulture) };

    private bool IsMoved(PointReading reading) => reading.Intensity != assessment.Current.Intensity || reading.BaselineIntensity != assessment.Baseline.Intensity;

    private decimal Moves(SlipAccount slip) =>
        assessment.Current.Intensity is { } intensity && decimal.TryParse(slip.CurrentIntensity, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var alone)
            ? Math.Abs(alone - intensity.TonnesPerUnit)
            : slip.BaselineIntensity.Length > 0 ? 0m : -1m;
}
