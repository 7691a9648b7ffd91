using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Compliance.Verification.Planning;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;

namespace Ccts.Compliance.Tests;

/// <summary>Samples against DPCM s.5(13): solid fuel every 20,000 t and at least monthly, carbonates every 50,000 t and monthly, conversion-factor material quarterly, gas weekly.</summary>
public sealed class SamplingAccountTests
{
    private static readonly MonitoringRules Rules = Years.Ruleset("2025-26").Assessment.Monitoring;

    // 12 months ask for 12; 300,000 t ask for 300,000 / 20,000 = 15.
    [Theory]
    [InlineData("10000", 12)]
    [InlineData("300000", 15)]
    [InlineData("300001", 16)]
    public void The_fewest_of_a_solid_fuel_go_by_months_and_by_mass(string tonnes, int least) =>
        Assert.Equal(least, Of($$"""{"id":"f","fuel":"other-bituminous-coal","state":"solid","ncv":"24 GJ/t","amount":"{{tonnes}} t"}""").Least);

    [Fact]
    public void A_value_that_no_sample_is_behind_counts_as_none_and_is_told()
    {
        var account = Of("""
            {"id":"f","fuel":"other-bituminous-coal","state":"solid","ncv":"24 GJ/t","amounts":{"2025-04":"1 t","2025-05":"1 t","2025-06":"1 t","2025-07":"1 t"},
             "analyses":[{"period":"2025-04","ncv":"24 GJ/t","samples":2},{"period":"2025-05","ncv":"24 GJ/t","samples":0},{"period":"2025-06","ncv":"24 GJ/t","samples":1}]}
            """);
        Assert.Equal((12, 3, 9), (account.Least, account.Taken!.Value, account.Short));
        Assert.Equal(["2025-05", "2025-07"], account.Without);
        Assert.Equal(["2025-05"], account.Substituted);
        Assert.StartsWith("BEE-DPCM s.5(13)", account.Clause!.ToString(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_factor_is_asked_for_by_the_quarter()
    {
        var account = Of("""
            {"id":"f","material":"CaCO3","conversionFactor":"0.98","amounts":{"2025-04":"1 t","2025-08":"1 t"},
             "analyses":[{"period":"2025-05","conversionFactor":"0.98","samples":1}]}
            """, "processMaterials");
        Assert.Equal((4, 1), (account.Least, account.Taken!.Value));
        Assert.Equal(["2025-07-01/2025-09-30"], account.Without);
    }

    [Fact]
    public void A_gas_is_asked_for_by_the_week_and_periods_are_not_looked_at()
    {
        var account = Of("""{"id":"f","fuel":"natural-gas","state":"gas","ncv":"36 MJ/Sm3","samples":50,"amounts":{"2025-04":"1 Sm3"},"analyses":[{"period":"2025-04","ncv":"36 MJ/Sm3","samples":50}]}""");
        Assert.Equal((52, 50, 2), (account.Least, account.Taken!.Value, account.Short));
        Assert.Empty(account.Without);
    }

    [Fact]
    public void A_liquid_is_asked_for_nothing() =>
        Assert.Empty(SamplingAccount.Of(Report("""{"id":"f","fuel":"gas-diesel-oil","state":"liquid","amount":"1 t"}""", "fuels"), Rules));

    [Fact]
    public void It_stands_in_the_package_of_the_verifier_and_makes_a_source_riskier()
    {
        var json = MonitoringReportWriter.ToJson(Samples.Kotputli);
        var fuel = json["fuels"]!.AsArray().First(f => f!["state"]!.GetValue<string>() == "solid")!.AsObject();
        fuel["analyses"] = JsonNode.Parse("""[{"period":"2025-04","ncv":"24 GJ/t","samples":0,"source":"Plant laboratory"}]""");
        var report = Read(json.ToJsonString());
        var sections = VerifierSections.Of(report with { Fuels = [.. report.Fuels.Select(f => f with { WhyUnusual = "A test." })] }, Years.Ruleset("2025-26").Assessment);
        var id = fuel["id"]!.ToString();
        Assert.Equal("2025-04", Assert.Single(sections["samples"]!.AsArray(), s => s!["stream"]!.ToString() == id)!["substituted"]![0]!.ToString());
        Assert.Contains("no sample is behind its values of 2025-04", Assert.Single(sections["sampling"]!.AsArray(), s => s!["stream"]!.ToString() == id)!["reasons"]!.AsArray().Select(r => r!.ToString()));
    }

    private static SamplingAccount Of(string stream, string list = "fuels") => Assert.Single(SamplingAccount.Of(Report(stream, list), Rules), a => a.Stream == "f");

    private static MonitoringReport Report(string stream, string list) => Read($$"""
        {"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26","{{list}}":[{{stream}}],"products":[{"id":"cement","product":"cement","amount":"1 t"}]}
        """);

    private static MonitoringReport Read(string json) => MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json), "r.json");
}
