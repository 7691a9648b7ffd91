using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Ingestion.Tests;

/// <summary>A month without a result has one only by a method that is named; it is marked, and no sample is behind it.</summary>
public sealed class SubstitutedResultsTests
{
    private static JsonObject Sheet(string method, int longest = 1, string months = "\"2025-04\":\"10 t\",\"2025-05\":\"12 t\",\"2025-06\":\"12 t\"") => JsonNode.Parse($$$"""
        {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
         "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","ncv":"24.8 GJ/t","amounts":{{{{months}}}}}],
         "products":[{"id":"cement","product":"cement","amount":"1 t"}]},"sources":[{"id":"lab","kind":"laboratory","files":"*.csv","time":{"column":"day"},
         "series":[{"stream":"coal","result":"ncv","column":"value","unit":"GJ/t","missing":{"method":"{{{method}}}","longest":{{{longest}}},"source":"plan 7.3"}}]}]}
        """)!.AsObject();

    // (24 + 25) / 2 = 24.5.
    [Theory]
    [InlineData("previous", "24 GJ/t")]
    [InlineData("neighbours", "24.5 GJ/t")]
    [InlineData("largest", "25 GJ/t")]
    [InlineData("none", null)]
    public void A_month_in_between(string method, string? amount)
    {
        var result = Plant.Run(Sheet(method), "day,value\n2025-04-06,24\n2025-06-06,25\n");
        Assert.Equal(amount, result.Values.SingleOrDefault(v => v.Period == "2025-05")?.Amount);
        Assert.Equal((2, amount is null ? 0 : 1, 0), (result.Measured, result.Substituted, result.Missing));
        var fuel = Assert.Single(result.Report!.Fuels);
        Assert.Equal(2, fuel.Samples);
        if (amount is not null)
        {
            Assert.Equal(0, fuel.Analyses.Single(a => a.Period.ToString() == "2025-05").Samples);
            Assert.Equal($"{method} (plan 7.3)", Assert.Single(fuel.Evidence, e => e.Of == "analyses/2025-05/ncv").Method);
        }
    }

    [Theory]
    [InlineData("previous", 1, 0)]
    [InlineData("previous", 2, 2)]
    [InlineData("neighbours", 2, 0)]
    public void No_more_months_in_a_row_than_the_plan_says_and_none_from_nothing(string method, int longest, int filled) =>
        Assert.Equal(filled, Plant.Run(Sheet(method, longest), "day,value\n2025-04-06,24\n").Substituted);

    [Fact]
    public void A_month_without_an_amount_needs_no_result() =>
        Assert.Equal(0, Plant.Run(Sheet("previous", months: "\"2025-04\":\"10 t\",\"2025-06\":\"12 t\""), "day,value\n2025-04-06,24\n2025-06-06,25\n").Substituted);

    [Fact]
    public void Several_results_without_a_mean_are_withheld_and_not_replaced()
    {
        var result = Plant.Run(Sheet("previous"), "day,value\n2025-04-06,24\n2025-05-06,25\n2025-05-07,26\n2025-06-06,25\n");
        Assert.Null(result.Values.Single(v => v.Period == "2025-05").Amount);
        Assert.Equal(0, result.Substituted);
    }

    [Theory]
    [InlineData("spread")]
    [InlineData("day-before")]
    public void A_method_of_meters_is_none_of_a_laboratory(string method) =>
        Assert.Contains(Assert.Throws<Sdk.Problems.CctsDataException>(() => Plant.Read(Sheet(method))).Problems, p => p.Code == "missing-method");
}
