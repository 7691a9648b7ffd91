using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Commands.Forms;
using Ccts.Cli.Output;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Law;

namespace Ccts.Cli.Commands.Verifying;

/// <summary>A verification on a terminal and as JSON.</summary>
internal static class VerificationText
{
    internal static void Plan(Assessment assessment, IReadOnlyList<SourceRisk> risks, IReadOnlyList<SampledSource> sampling, LegalValue<decimal> materiality, bool json)
    {
        if (json)
        {
            JsonOutput.Write(new JsonObject
            {
                ["entity"] = assessment.Entity.Name,
                ["complianceYear"] = assessment.Year.ToString(),
                ["materialityTonnes"] = Plain(assessment.Emissions.Total.Tonnes * materiality.Value),
                ["sources"] = new JsonArray([.. risks.Zip(sampling, (r, s) => (JsonNode)new JsonObject
                {
                    ["id"] = r.Id,
                    ["tonnes"] = Plain(r.Tonnes),
                    ["materialError"] = r.MaterialError is { } error ? Plain(decimal.Round(error, 6)) : null,
                    ["risk"] = r.Level.ToString().ToLowerInvariant(),
                    ["reasons"] = new JsonArray([.. r.Reasons.Select(x => (JsonNode)x)]),
                    ["records"] = s.Records,
                    ["recordsToCheck"] = s.RecordsToCheck,
                    ["leastAnalyses"] = s.LeastAnalyses,
                    ["analyses"] = s.Analyses,
                    ["analysesToCheck"] = s.AnalysesToCheck,
                })]),
            });
            return;
        }

        var account = new Account(Terminal.Out);
        account.Sentence($"{assessment.Entity.Name}, compliance year {assessment.Year}: {sampling.Sum(s => s.RecordsToCheck)} of {sampling.Sum(s => s.Records)} records and {sampling.Sum(s => s.AnalysesToCheck)} analyses to check", "bold");
        account.Sentence($"Material is {Plain(assessment.Emissions.Total.Tonnes * materiality.Value)} t CO2e ({materiality.Standing.Source}). The shares by risk are this tool's own; the agency's judgement stands above them.");
        account.Blank();
        account.Figures([["Source", "t CO2e", "risk", "records", "analyses"], .. risks.Zip(sampling, (r, s) => new[] { r.Id, r.Tonnes.ToString("N0", CultureInfo.InvariantCulture), r.Level.ToString().ToLowerInvariant(), $"{s.RecordsToCheck} of {s.Records}", s.AnalysesToCheck == 0 ? "" : $"{s.AnalysesToCheck}" })], i => i == 0);
        account.Heading("Why");
        foreach (var risk in risks.Where(r => r.Reasons.Count > 0))
        {
            account.Sentence($"{risk.Id}: {string.Join("; ", risk.Reasons)}.", indent: 2, hanging: 2);
        }
    }

    internal static void Report(FormDocument form, IReadOnlyList<VerificationGap> gaps)
    {
        var account = new Account(Terminal.Out);
        account.Sentence(gaps.Count == 0 ? "The opinion can stand." : $"The opinion cannot stand: {gaps.Count} point{(gaps.Count == 1 ? "" : "s")}.", "bold");
        foreach (var gap in gaps)
        {
            account.Sentence($"{gap.Code}: {gap.Message}{(gap.Clause is { } clause ? $" [{clause}]" : "")}", "yellow", indent: 2, hanging: 2);
        }

        account.Blank();
        FormText.Print(form);
    }

    internal static JsonArray Gaps(IEnumerable<VerificationGap> gaps) => new([.. gaps.Select(g => (JsonNode)new JsonObject { ["code"] = g.Code, ["message"] = g.Message, ["clause"] = g.Clause })]);

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
