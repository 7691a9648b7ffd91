using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Columns of months whose headers say their unit: read in the unit of the mapping, and refused in any other.</summary>
public sealed class MonthsWithUnitsTests
{
    private static IngestionResult Run(string csv, string unit = "\"unit\":\"t\"", string time = """{"months":"across"}""")
    {
        var mapping = Plant.Tickets();
        (mapping["sources"]![0]!["time"], mapping["sources"]![0]!["series"]) = (JsonNode.Parse(time), new JsonArray(JsonNode.Parse("{\"stream\":\"coal\"," + unit + ",\"where\":{\"column\":\"Item\",\"is\":\"Coal\"}}")));
        mapping["sources"]![0]!["table"] = JsonNode.Parse("""{"units":{"KG":"kg"}}""");
        return Plant.Run(mapping, csv);
    }

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code));

    [Theory]
    [InlineData("Apr-25 (t)", "May-25 (t)")]
    [InlineData("April 2025 (MT)", "May 2025 [MT]")]
    [InlineData("\"Apr'25\n(t)\"", "\"May'25\n(t)\"")]
    [InlineData("Apr-25 in t", "May-25 in tonnes")]
    [InlineData("Apr-25", "May-25 (t)")]
    [InlineData("Apr-25 MT", "\"May-25, t\"")]
    [InlineData("Apr-25 Qty", "May-25 Quantity (t)")]
    [InlineData("Qty Apr-25", "May-25 (Actual)")]
    [InlineData("Apr/25", "May/2025")]
    [InlineData("Apr.25", "May_25")]
    [InlineData("202504", "202505")]
    [InlineData("2025/04", "5/2025")]
    public void The_unit_of_the_mapping_is_read(string april, string may)
    {
        var result = Run($"Item,{april},{may},Total (t)\nCoal,10,20,30\n");
        Assert.Empty(result.Problems);
        Assert.Equal(["2025-04 10 t", "2025-05 20 t"], result.Values.Select(v => v.Period + " " + v.Amount));
    }

    [Fact]
    public void Months_without_a_year_may_have_a_unit_too() =>
        Assert.Equal("10 t", Plant.Amount(Run("Item,Apr (t),May (t)\nCoal,10,20\n", time: """{"months":"across","year":"2025-26"}""")));

    [Theory]
    [InlineData("Item,Apr-25 (t),May-25 (kg)\nCoal,10,20\n", "unit-differs")]
    [InlineData("Item,Apr-25 (lakh t),May-25 (lakh t)\nCoal,10,20\n", "unit-differs")]
    [InlineData("Item,Apr-25 (bags),May-25 (bags)\nCoal,10,20\n", "unit-differs")]
    [InlineData("Item,Apr-25 (new),May-25 (new)\nCoal,10,20\n", "unit-unknown")]
    [InlineData("Item,Apr-25 (t),Apr-25 (kg)\nCoal,10,20\n", "csv-duplicate-column")]
    public void Any_other_unit_is_refused(string csv, string codes) => Assert.Equal(codes, Told(Run(csv)));

    [Fact]
    public void A_row_in_another_unit_than_the_header_is_refused() =>
        Assert.Equal("unit-differs", Told(Run("Item,UoM,Apr-25 (t),May-25 (t)\nCoal,KG,10,20\n", "\"unitColumn\":\"UoM\"")));

    [Theory]
    [InlineData("Item,UoM,2025,\n,,Apr-25,May-25\nCoal,t,10,20\n", "")]
    [InlineData("Item,UoM,FY 2025-26,\n,,Apr (t),May (t)\nCoal,t,10,20\n", ",\"year\":\"2025-26\"")]
    public void A_header_of_two_rows_has_its_months_in_the_second(string csv, string year)
    {
        var result = Run(csv, time: $$"""{"months":"across"{{year}}}""");
        Assert.Empty(result.Problems);
        Assert.Equal(["2025-04 10 t", "2025-05 20 t"], result.Values.Select(v => v.Period + " " + v.Amount));
    }

    /// <summary>A plan or a value beside each amount is no second amount.</summary>
    [Fact]
    public void Money_and_plans_beside_the_months_are_left_out()
    {
        var result = Run("Item,Apr-25 (t),Apr-25 (Rs),May-25 (t),May-25 Plan\nCoal,10,90000,20,25\n");
        Assert.Equal(["2025-04 10 t", "2025-05 20 t"], result.Values.Select(v => v.Period + " " + v.Amount));
    }

    /// <summary>The only column of a month is never left out in silence, whatever word stands beside the month.</summary>
    [Theory]
    [InlineData("Apr-25 (Total),May-25,Jun-25")]
    [InlineData("Apr-25,May-25,Jun-25 Total")]
    [InlineData("Apr-25 (Rs),May-25,Jun-25")]
    [InlineData("Apr-25 (Total),May-25 (Total),Jun-25")]
    public void A_month_beside_another_word_is_asked_about(string header) => Assert.StartsWith("csv-missing-column", Told(Run($"Item,{header}\nCoal,10,20,30\n")), StringComparison.Ordinal);

    [Theory]
    [InlineData("Apr-25,May-25,Total May-25")]
    [InlineData("Closing stock Mar-25,Apr-25,May-25")]
    [InlineData("Apr-25,May-25,Plan Jun-25")]
    [InlineData("Apr-25,May-25,Invoice no Jun-25")]
    [InlineData("Apr-25 Qty,Apr-25 Amount,May-25 Qty")]
    public void A_total_of_a_month_that_has_its_column_or_a_stock_is_not(string header) => Assert.Equal(2, Run($"Item,{header}\nCoal,10,20,30\n").Values.Count);
}
