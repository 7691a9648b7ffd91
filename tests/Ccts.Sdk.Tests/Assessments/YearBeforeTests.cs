using System;
using System.Linq;
using System.Text;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>The report of the year before holds each stream, so that a side stream cannot be left out or lose a digit unseen.</summary>
public sealed class YearBeforeTests
{
    private const string Fuels = """{ "id": "coal", "fuel": "lignite", "state": "solid", "amount": "7000 t", "ncv": "11.9 GJ/t", "factor": { "tier": "type-i", "whyTypeI": "x" } }, { "id": "gas", "fuel": "natural-gas", "state": "gas", "amount": "90000 Sm3", "ncv": "35 MJ/Sm3", "factor": { "tier": "type-i" } }""";

    [Fact]
    public void Each_stream_has_what_it_had_before()
    {
        var report = YearBefore.Beside(Report("2025-26", Fuels.Replace("7000", "7", StringComparison.Ordinal)), Report("2024-25", Fuels));
        Assert.Equal("7000 t", ((WeighedFuel)report.Fuels[0].Measured).PreviousYear.ToString());
        Assert.Equal("90000 Sm3", ((MeteredGas)report.Fuels[1].Measured).PreviousYear.ToString());
        Assert.Equal("500 MWh", report.Electricity[0].PreviousYear.ToString());
        Assert.Equal("40 t", report.ProcessMaterials[0].PreviousYear.ToString());
        Assert.Equal("changed-since-previous-year", Assert.Single(Ccts.Sdk.Assessments.Validation.ReportValidator.Validate(report, TestRules.Of("2025-26")), p => p.Place.Pointer == "/fuels/0/amounts" && p.Code.StartsWith("changed", StringComparison.Ordinal)).Code);
    }

    /// <summary>What the report states itself stands, and what is measured otherwise cannot be compared.</summary>
    [Fact]
    public void What_is_stated_stands()
    {
        var own = Fuels.Replace("\"ncv\": \"11.9", "\"previousYear\": \"6500 t\", \"ncv\": \"11.9", StringComparison.Ordinal).Replace("90000 Sm3\", \"ncv\": \"35 MJ/Sm3", "80 t\", \"ncv\": \"48 GJ/t", StringComparison.Ordinal);
        var report = YearBefore.Beside(Report("2025-26", own), Report("2024-25", Fuels));
        Assert.Equal("6500 t", ((WeighedFuel)report.Fuels[0].Measured).PreviousYear.ToString());
        Assert.Null(((WeighedFuel)report.Fuels[1].Measured).PreviousYear);
    }

    [Theory]
    [InlineData("2024-25", "coal", "Ganga Paper Mill", "stream-of-previous-year")]
    [InlineData("2023-24", "", "Ganga Paper Mill", "previous-year")]
    [InlineData("2025-26", "", "Ganga Paper Mill", "previous-year")]
    [InlineData("2024-25", "", "Quite Another Works", "previous-year")]
    public void A_stream_that_is_gone_and_another_report_are_refused(string year, string gone, string plant, string code)
    {
        var before = Report(year, Fuels) is var read ? read with { Entity = read.Entity with { Name = plant } } : null!;
        var now = Report("2025-26", Fuels) is var report ? report with { Fuels = [.. report.Fuels.Where(f => f.Id != gone)] } : null!;
        Assert.Equal(code, Assert.Single(Assert.Throws<CctsDataException>(() => YearBefore.Beside(now, before)).Problems).Code);
    }

    private static MonitoringReport Report(string year, string fuels) => MonitoringReportReader.Read(
        Encoding.UTF8.GetBytes($$"""
        { "format": "ccts-monitoring-report/1", "entity": { "name": "Ganga Paper Mill", "sector": "Pulp & paper" }, "complianceYear": "{{year}}", "fuels": [{{fuels}}],
          "processMaterials": [{ "id": "lime", "material": "CaCO3", "amount": "40 t", "factor": { "tier": "type-i", "whyTypeI": "x" } }],
          "electricity": [{ "id": "grid", "supply": "grid", "amount": "500 MWh" }], "products": [{ "id": "p", "product": "paper", "amount": "1000 t" }] }
        """),
        "report");
}
