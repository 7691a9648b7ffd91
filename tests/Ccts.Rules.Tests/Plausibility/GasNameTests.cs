using System;
using System.IO;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>A gas that counts is counted or asked about, however it is written: 12 t of CF4 are 12 x 6,630 = 79,560 t CO2e (IPCC AR5), and under another spelling they were a memo item.</summary>
public sealed class GasNameTests
{
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;

    [Fact]
    public void A_gas_by_its_name_counts()
    {
        var counted = Assessor.Assess(Read("CF4", own: false), Rules).Emissions.Process.Tonnes;
        var memo = Assessor.Assess(Read("N2O", own: true), Rules).Emissions.Process.Tonnes;
        Assert.Equal(79_560m, counted - memo);
    }

    [Theory]
    [InlineData("CF\u2084", "CF4")]
    [InlineData("cf4", "CF4")]
    [InlineData("C F4", "CF4")]
    [InlineData("PFC-14", "CF4")]
    [InlineData("R14", "CF4")]
    [InlineData("Freon 14", "CF4")]
    [InlineData("tetrafluoromethane", "CF4")]
    [InlineData("C\u2082F\u2086", "C2F6")]
    [InlineData("PFC-116", "C2F6")]
    [InlineData("Hexafluoroethane", "C2F6")]
    [InlineData("PFC-3-1-10", "C4F10")]
    [InlineData("perfluorohexane", "C6F14")]
    [InlineData("co\u2082", "CO2")]
    [InlineData("Carbon dioxide", "CO2")]
    [InlineData("PFCs", "of gases")]
    public void A_gas_that_counts_is_asked_about_under_another_name(string gas, string said)
    {
        Assert.False(Assessor.TryAssess(Read(gas, own: true), Rules, new AssessmentOptions(), out _, out var problems));
        Assert.Contains(problems, p => p.Code == "unknown-gas" && p.Message.Contains(said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("N2O")]
    [InlineData("SF\u2086")]
    [InlineData("HFC-134a")]
    [InlineData("C3F8")]
    [InlineData("R-22")]
    [InlineData("CFC-114")]
    public void A_gas_that_does_not_count_stays_a_memo_item(string gas) =>
        Assert.Equal(79_560m, Assessor.Assess(Read(gas, own: true), Rules).Emissions.Memo.Tonnes - Assessor.Assess(Read("CF4", own: false), Rules).Emissions.Memo.Tonnes);

    private static Sdk.Monitoring.MonitoringReport Read(string gas, bool own)
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", "kotputli-2025-26.json")))!;
        var stream = new JsonObject { ["id"] = "stack", ["gas"] = gas, ["amount"] = "12 t", ["source"] = "stack analyser; AR5" };
        if (own)
        {
            stream["globalWarmingPotential"] = "6630";
        }

        report["gases"] = new JsonArray(stream);
        return MonitoringReportReader.Read(Encoding.UTF8.GetBytes(report.ToJsonString()), "gas.json");
    }
}
