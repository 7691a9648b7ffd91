using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Verification.Planning;

/// <summary>What a verifier's package says beyond the files: the sampling plan (DPCM s.5(13), s.6(8)) and the comparisons of laboratories with the excess added (s.5(15)).</summary>
/// <remarks>Pure and thread-safe. The same report and ruleset give the same sections, so that anyone who has both can check a package.</remarks>
public static class VerifierSections
{
    /// <summary>The sections as JSON: <c>ruleset</c>, <c>sampling</c>, <c>samples</c> (each a <see cref="SamplingAccount"/>), <c>accreditations</c> of laboratories, <c>laboratories</c>, and <c>notSized</c> where no plan can be sized.</summary>
    /// <param name="report">The report; it may be of a part of its year.</param>
    /// <param name="rules">The rules of its year.</param>
    public static JsonObject Of(MonitoringReport report, AssessmentRules rules)
    {
        var (sampling, why) = Sampling(Require.NotNull(report), Require.NotNull(rules));
        return new JsonObject
        {
            ["ruleset"] = AssessmentJson.Ruleset(rules.Ruleset),
            ["sampling"] = sampling,
            ["notSized"] = why is null ? null : new JsonArray([.. why.Select(w => (JsonNode)w)]),
            ["samples"] = new JsonArray([.. SamplingAccount.Of(report, rules.Monitoring).Select(a => (JsonNode)a.ToJson())]),
            ["accreditations"] = AccreditationAccount.Of(report, rules.Monitoring),
            ["laboratories"] = new JsonArray([.. LaboratoryComparison.Of(report, rules.Emissions).Select(Write)]),
        };
    }

    private static (JsonArray? Plan, IReadOnlyList<string>? Why) Sampling(MonitoringReport report, AssessmentRules rules)
    {
        if (!rules.Monitoring.Materiality.IsKnown)
        {
            return (null, [$"{rules.Monitoring.Materiality.Path} is unknown: {rules.Monitoring.Materiality.Reason}"]);
        }

        if (!Assessor.TryAssess(report, rules, new AssessmentOptions { Steps = true, OtherReadings = false, PartOfYear = true }, out var assessment, out var problems))
        {
            return (null, [.. problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code + ": " + p.Message)]);
        }

        var risks = StrategicAnalysis.Of(report, assessment, rules.Monitoring);
        var streams = Sources.ReportStreams.Of(report).ToDictionary(s => s.Id, System.StringComparer.Ordinal);
        return (new JsonArray([.. risks.Zip(SamplingPlan.Of(report, risks, rules.Monitoring), (risk, sample) => (JsonNode)new JsonObject
        {
            ["stream"] = risk.Id,
            ["risk"] = risk.Level.ToString().ToLowerInvariant(),
            ["reasons"] = new JsonArray([.. risk.Reasons.Select(r => (JsonNode)r)]),
            ["records"] = sample.Records,
            ["recordsToCheck"] = sample.RecordsToCheck,
            ["leastAnalyses"] = sample.LeastAnalyses,
            ["analyses"] = sample.Analyses,
            ["analysesToCheck"] = sample.AnalysesToCheck,
            ["clause"] = LawfulSamples.Clause(streams[risk.Id], rules.Monitoring)?.ToString(),
        })]), null);
    }

    private static JsonNode Write(LaboratoryComparison comparison) => new JsonObject
    {
        ["stream"] = comparison.Stream,
        ["period"] = comparison.Period.ToString(),
        ["member"] = comparison.Member,
        ["own"] = Text(comparison.Own, comparison.Unit),
        ["external"] = Text(comparison.External, comparison.Unit),
        ["allowed"] = Text(comparison.Allowed, comparison.Unit),
        ["excess"] = Text(comparison.Excess, comparison.Unit),
        ["counted"] = Text(comparison.Counted, comparison.Unit),
        ["clause"] = comparison.Clause?.ToString(),
    };

    private static string? Text(decimal? value, string unit) => value is { } number ? QuantityText.Format(number) + " " + unit : null;
}
