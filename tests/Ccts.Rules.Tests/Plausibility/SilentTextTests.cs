using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Decisions;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>Reasons, proofs and sources that say nothing let nothing through: each word counts as if the member were left out.</summary>
public sealed class SilentTextTests
{
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;

    public static TheoryData<string> Words => [.. Blanks.All.Concat(Blanks.OfNames).Append("not applied for").Where(w => !string.IsNullOrWhiteSpace(w) && !w.Any(char.IsControl))];

    /// <summary>Refuse-derived fuel counts until its co-processing is recommended: "no" is no recommendation. 0.8086 and 19,797 to be surrendered are the sample's;</summary>
    [Theory]
    [MemberData(nameof(Words))]
    public void A_fuel_is_left_out_only_where_a_recommendation_is_named(string word)
    {
        static JsonNode Waste(JsonNode report)
        {
            var fuel = report["fuels"]![1]!.AsObject();
            (fuel["fuel"], fuel["ncv"], fuel["factor"]) = ("industrial-waste", "25 GJ/t", JsonNode.Parse("""{ "tier": "type-ii", "value": "95.2 tCO2/TJ", "source": "lab" }"""));
            return report;
        }

        var without = Assessor.Assess(Report(r => Waste(r)), Rules);
        var with = Assessor.Assess(Report(r => Waste(r)["fuels"]![1]!["coProcessing"] = word), Rules);

        Assert.Equal((without.Emissions.Total, without.Certificates), (with.Emissions.Total, with.Certificates));
        Assert.Contains(with.Findings, f => f.Code == "text-states-nothing" && f.Place.Pointer == "/fuels/1/coProcessing");
        Assert.NotEqual(without.Emissions.Total, Assessor.Assess(Report(r => Waste(r)["fuels"]![1]!["coProcessing"] = "SPCB letter 41 of 2025"), Rules).Emissions.Total);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void A_result_that_looks_like_a_slip_is_withheld_until_a_reason_is_stated(string word)
    {
        void Slip(JsonNode report)
        {
            var amounts = report["products"]![0]!["amounts"]!.AsObject();
            foreach (var (period, text) in amounts.ToList())
            {
                amounts[period] = ((string)text!).Replace(" t", "0 t", StringComparison.Ordinal);
            }

            (report["whyUnusual"], report["products"]![0]!["whyUnusual"]) = (word, word);
        }

        Assert.Equal(CertificateKind.Withheld, Assessor.Assess(Report(Slip), Rules).Certificates.Kind);
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Gaps_sources_and_proofs_are_asked_again(string word)
    {
        Refused("period-gap", r => { r["processMaterials"]![0]!["amounts"]!.AsObject().Remove("2025-07"); r["processMaterials"]![0]!["whyGaps"] = word; });
        Refused("factor-without-source", r => { r["electricity"]![0]!["factor"] = "0.727 tCO2/MWh"; r["electricity"]![0]!["factorSource"] = word; });
        Refused("factor-without-source", r => r["fuels"]![0]!["factor"]!["source"] = word);
        Refused("type-ii-required", r => r["fuels"]![0]!["factor"] = JsonNode.Parse($$"""{ "tier": "type-i", "whyTypeI": {{JsonValue.Create(word).ToJsonString()}} }"""));
        Refused("missing-destination", r => r["capturedCo2"] = JsonNode.Parse($$"""[{ "id": "c", "amount": "10 t", "destination": {{JsonValue.Create(word).ToJsonString()}}, "receiverProof": "statement" }]"""));
        Assert.Contains(Assessor.Assess(Report(r => r["capturedCo2"] = JsonNode.Parse($$"""[{ "id": "c", "amount": "10 t", "destination": "soda works", "receiverProof": {{JsonValue.Create(word).ToJsonString()}} }]""")), Rules).Findings, f => f.Code == "no-receiver-proof");
    }

    /// <summary>A document that is called nothing is none.</summary>
    [Theory]
    [MemberData(nameof(Words))]
    public void A_document_without_a_name_is_no_evidence(string word)
    {
        var findings = Assessor.Assess(Report(r => r["fuels"]![0]!["evidence"] = JsonNode.Parse($$"""[{ "document": "register.csv" }, { "document": {{JsonValue.Create(word).ToJsonString()}} }]""")), Rules).Findings;

        Assert.Contains(findings, f => f.Code == "text-states-nothing" && f.Place.Pointer == "/fuels/0/evidence/1/document");
        Assert.DoesNotContain(findings, f => f.Code == "text-states-nothing" && f.Place.Pointer == "/fuels/0/evidence/0/document");
    }

    private static void Refused(string code, Action<JsonNode> change)
    {
        Assert.False(Assessor.TryAssess(Report(change), Rules, null, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error);
    }

    private static MonitoringReport Report(Action<JsonNode> change)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", "kotputli-2025-26.json")))!;
        change(json);
        return MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "kotputli");
    }
}
