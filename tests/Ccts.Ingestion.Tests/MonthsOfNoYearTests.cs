using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Months that a file writes without a year: of the year that the mapping states, and else refused; none is left out in silence.</summary>
public sealed class MonthsOfNoYearTests
{
    private const string Across = "Item,UoM,Apr,May,December,Jan-26,Mar.\nCoal,t,10,20,30,40,50\n";
    private const string Down = "Month,Qty\nApril,10\nSept,20\nFebruary,30\n";

    private static JsonObject Coal(string time, string series = """{"stream":"coal","unitColumn":"UoM","where":{"column":"Item","is":"Coal"}}""")
    {
        var mapping = Plant.Tickets();
        (mapping["sources"]![0]!["time"], mapping["sources"]![0]!["series"]) = (JsonNode.Parse(time), new JsonArray(JsonNode.Parse(series)));
        return mapping;
    }

    private static string[] Amounts(IngestionResult result) => [.. result.Values.Select(v => v.Period + " " + v.Amount)];

    [Fact]
    public void Across_they_are_of_the_year_that_is_stated() =>
        Assert.Equal(["2025-04 10 t", "2025-05 20 t", "2025-12 30 t", "2026-01 40 t", "2026-03 50 t"], Amounts(Plant.Run(Coal("""{"months":"across","year":"2025-26"}"""), Across)));

    [Fact]
    public void Down_they_are_of_the_year_that_is_stated() =>
        Assert.Equal(["2025-04 10 t", "2025-09 20 t", "2026-02 30 t"], Amounts(Plant.Run(Coal("""{"column":"Month","format":"month","year":"2025-26"}""", """{"stream":"coal","column":"Qty","unit":"t"}"""), Down)));

    /// <summary>Beside months with a year they would be left out like a column of remarks.</summary>
    [Theory]
    [InlineData(Across)]
    [InlineData("Item,UoM,Apr,May\nCoal,t,10,20\n")]
    [InlineData("Item,UoM,Apr-25,May-25,June\nCoal,t,10,20,30\n")]
    public void Where_no_year_is_stated_they_are_refused(string csv)
    {
        var errors = Plant.Run(Coal("""{"months":"across"}"""), csv).Problems.Where(p => p.Severity == Severity.Error).ToList();
        Assert.NotEmpty(errors);
        Assert.All(errors, e => Assert.Contains("state \"year\" in \"time\" of the source, such as 2025-26", e.Hint, StringComparison.Ordinal));
    }

    [Fact]
    public void Down_the_refusal_says_how_to_state_it() =>
        Assert.All(Plant.Run(Coal("""{"column":"Month","format":"month"}""", """{"stream":"coal","column":"Qty","unit":"t"}"""), Down).Problems.Where(p => p.Code == "bad-time"), e => Assert.Contains("\"year\"", e.Hint, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"column":"Month","year":"2025-26"}""")]
    [InlineData("""{"column":"Month","format":"month","year":"2025"}""")]
    [InlineData("""{"months":"across","year":2025}""")]
    [InlineData("""{"months":"across","format":"month"}""")]
    public void A_year_is_of_months_alone(string time)
    {
        var mapping = Coal(time, time.Contains("across", StringComparison.Ordinal) ? """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}""" : """{"stream":"coal","column":"Qty","unit":"t"}""");
        Assert.Throws<CctsDataException>(() => Plant.Read(mapping));
        Assert.False(Ccts.Tests.Shared.SchemaCheck.FromFile(System.IO.Path.Combine(AppContext.BaseDirectory, "schemas", "ingestion-mapping.schema.json")).Fits(mapping.ToJsonString()));
    }
}
