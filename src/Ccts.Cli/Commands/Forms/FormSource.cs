using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Commands.ProFormas;
using Ccts.Cli.Input;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks.Reports;

namespace Ccts.Cli.Commands.Forms;

/// <summary>The source of a form's figures: a monitoring report or a pro-forma, by the ruleset of its year.</summary>
internal class FormSource
{
    private const string FilingFormat = "ccts-proforma-filing/";
    private readonly Argument<string> _input = new("REPORT");
    private readonly ProFormaOfYear _forms;

    internal FormSource(Command command, bool takesProForma = true)
    {
        _input.Description = takesProForma ? "Monitoring report (JSON or workbook) or pro-forma filing (JSON or workbook); - for a report on standard input." : "Monitoring report (JSON or workbook); - for standard input.";
        Command = command;
        command.Arguments.Add(_input);
        _forms = new ProFormaOfYear(command);
    }

    internal Command Command { get; }

    internal RulesetOptions Rulesets => _forms.Rulesets;

    internal bool IsProForma(ParseResult parsed)
    {
        var path = parsed.GetValue(_input)!;
        if (path == Inputs.StandardInput)
        {
            return false;
        }

        if (SheetInput.Workbook(path) is { } found)
        {
            return !ReportWorkbook.IsReport(found.Workbook);
        }

        var root = LocatedJson.Read(Inputs.Read(path, LocatedJson.DefaultMaxBytes), Inputs.NameOf(path), new ProblemList());
        return root?.Member("format")?.Value?.StartsWith(FilingFormat, StringComparison.Ordinal) == true;
    }

    internal MonitoringReport Report(ParseResult parsed) => ReportInput.Read(parsed.GetValue(_input)!);

    internal Assessment Assess(ParseResult parsed, MonitoringReport report)
    {
        var assessment = Assessor.Assess(report, Rulesets.ChooseForAssessment(parsed, report.Year), new AssessmentOptions { Steps = true });
        RefuseSlips(assessment.Findings);
        return assessment;
    }

    internal ProFormaAssessment ProForma(ParseResult parsed)
    {
        var (ruleset, form, filing, _) = FiledProForma.Read(parsed.GetValue(_input)!, _forms, parsed);
        if (filing.Entity is null)
        {
            throw new CctsDataException([new Problem("missing-key", Severity.Error, "The filing names no entity, so no form can be filed for it.", filing.Place) { Expected = "\"entity\"" }]);
        }

        var assessment = ProFormaAssessor.Assess(filing, form, ruleset.Assessment);
        RefuseSlips(assessment.Findings);
        return assessment;
    }

    /// <summary>No form for an authority or a market may rest on a figure that still needs a reason.</summary>
    private static void RefuseSlips(IReadOnlyList<Problem> findings)
    {
        if (findings.Any(f => f.NeedsReason))
        {
            throw new CctsDataException([.. findings.Where(f => f.NeedsReason).Select(f => f with { Severity = Severity.Error })]);
        }
    }

    /// <summary>The digest of the report's or filing's file; null where it came on standard input, which is read once.</summary>
    internal string? Digest(ParseResult parsed) => Inputs.DigestOf(parsed.GetValue(_input)!);

    internal FormBasis Basis(ParseResult parsed) => IsProForma(parsed) ? FormBasis.Of(ProForma(parsed)) : FormBasis.Of(Assess(parsed, Report(parsed)));
}
