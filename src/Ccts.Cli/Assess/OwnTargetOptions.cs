using System.CommandLine;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Cli.Assess;

/// <summary>The options by which somebody states the target or the baseline of a plant that no ruleset at hand has a row of.</summary>
internal sealed class OwnTargetOptions
{
    private readonly Option<string?> _target = new("--target") { Description = "The plant's target, e.g. \"0.8032 tCO2e/t\", used instead of the ruleset's and marked as yours." };
    private readonly Option<string?> _baseline = new("--baseline") { Description = "The plant's intensity in the baseline year, e.g. \"0.8086 tCO2e/t\", used instead of the ruleset's and marked as yours." };

    internal OwnTargetOptions(Command command)
    {
        command.Options.Add(_target);
        command.Options.Add(_baseline);
    }

    /// <summary>The report with what the options state; each comes before what the report itself states.</summary>
    internal MonitoringReport Apply(ParseResult parsed, MonitoringReport report)
    {
        var (target, baseline) = (Read("--target", parsed.GetValue(_target)), Read("--baseline", parsed.GetValue(_baseline)));
        return target is null && baseline is null
            ? report
            : report with { OwnTarget = new OwnTarget(target ?? report.OwnTarget?.Target, baseline ?? report.OwnTarget?.Baseline, report.OwnTarget?.Source) };
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

        throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{option} \"{text}\" is no intensity.", default) { Expected = "a plain number, one blank and the unit tCO2e/t, tCO2e/MWh or tCO2e/MBBLS/NRGF, in double quotes, such as \"0.8032 tCO2e/t\"" }]);
    }
}
