using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Cli.Commands.Assess;

/// <summary>The options that state the target or the baseline of a plant without a row in any available ruleset.</summary>
internal sealed class OwnTargetOptions
{
    private readonly Option<string?> _target = new("--target") { Description = "The plant's target, e.g. \"0.8032 tCO2e/t\", used instead of the ruleset's and marked as yours." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "The plant's intensity in the baseline year, e.g. \"0.8086 tCO2e/t\", used instead of the ruleset's and marked as yours." };

    private readonly Option<string[]> _years = new("--baseline-year") { Description = "Report of a baseline year, one to three of them: the baseline is then their mean emissions over their mean product, by this year's rules.", DefaultValueFactory = _ => [] };

    /// <summary>Adds the options; only an assessment takes the reports of baseline years.</summary>
    internal OwnTargetOptions(Command command, bool takesYears = false)
    {
        if (takesYears)
        {
            command.Options.Add(_years);
        }

        command.Options.Add(_target);
        command.Options.Add(_baseline);
    }

    /// <summary>The report with what the options state; each comes before what the report itself states.</summary>
    internal MonitoringReport Apply(ParseResult parsed, MonitoringReport report) => report with { OwnTarget = Apply(parsed, report.OwnTarget) };

    /// <summary>The same of what a filing states.</summary>
    internal OwnTarget? Apply(ParseResult parsed, OwnTarget? stated)
    {
        var (target, baseline) = (Read("--target", parsed.GetValue(_target)), Read("--baseline", parsed.GetValue(_baseline)));
        return target is null && baseline is null ? stated : new OwnTarget(target ?? stated?.Target, baseline ?? stated?.Baseline, stated?.Source);
    }

    /// <summary>The baseline of the years given, and the report with it; null and the unchanged report when none is given.</summary>
    internal (BaselineYears? Years, MonitoringReport Report) Baseline(ParseResult parsed, MonitoringReport report, AssessmentRules rules)
    {
        var files = parsed.GetValue(_years)!;
        if (files.Length == 0)
        {
            return (null, report);
        }

        if (parsed.GetValue(_baseline) is not null || report.OwnTarget?.Baseline is not null)
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "There is a baseline, and there are baseline years, which give another.", default) { Expected = "one of the two" }]);
        }

        var years = BaselineYears.Assess([.. files.Select(ReportInput.Read)], rules, report);
        var source = "mean of " + string.Join(", ", years.Years.Select(y => y.Year));
        return (years, report with { OwnTarget = new OwnTarget(report.OwnTarget?.Target, years.Intensity, report.OwnTarget?.Source is { } given ? given + "; baseline: " + source : source) });
    }

    private static EmissionIntensity? Read(string option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (EmissionIntensity.TryParse(text, out var intensity, out _))
        {
            return intensity;
        }

        throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{option} \"{text}\" is no intensity.", default) { Expected = "a plain number, one blank and the unit tCO2e/t, tCO2e/MWh or tCO2e/MBBLS/NRGF, in double quotes, such as \"0.8032 tCO2e/t\"", Hint = option == "--baseline" ? "Reports of baseline years are given with --baseline-year, one each." : null }]);
    }
}
