using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A unit that changes within a series and is not said to is told with the row where it begins; what varies as plants do is not.</summary>
public sealed class UnitJumpTests
{
    /// <summary>Amounts that are a thousandth of what they were, from one row on, were written in another unit: what they come to is no amount.</summary>
    [Theory]
    [InlineData(1000, null, true)]
    [InlineData(400, null, false)]
    [InlineData(1000, "\"plausible\":{\"most\":\"300 t\",\"source\":\"p\"}", false)]
    public void Two_sizes_in_one_column_are_refused_where_a_unit_changes_once(int times, string? series, bool isRefused)
    {
        var rows = Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"2025-{4 + (i / 28):00}-{1 + (i % 28):00},{(200_000m + (i * 7919 % 20_011)) / (i < 22 ? 1m : times)}\n"));
        Assert.Equal(isRefused, Plant.Run(Plant.Tickets(series), "day,net\n" + string.Concat(rows)).HasErrors);
    }

    private static string[] Told(IngestionResult result) => [.. result.Problems.Where(p => p.Code == "unit-change-suspected").Select(p => p.Place.Pointer + " " + p.Severity)];

    [Fact]
    public void A_meter_that_goes_over_to_megawatt_hours()
    {
        Assert.Equal(["row 62 Error"], Told(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i < 60 ? $"{15000 + (i * 37 % 900)}" : $"15.{i}")))));
        Assert.Equal(["row 32 Warning"], Told(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is >= 30 and < 40 ? "15.2" : $"{15000 + i}")))));
    }

    [Theory]
    [InlineData("30000 31000 29 32000 30000", true)]
    [InlineData("30000 31000 29000 32 30000 33", true)]
    [InlineData("30000 31000 29000 3200 30000 310", false)]
    [InlineData("1 10 100 1000 10000 100000", false)]
    [InlineData("30000 31000 29000 0 30000 0", false)]
    [InlineData("30000 31000 29000 5 30000 31000", false)]
    [InlineData("30000 31000", false)]
    [InlineData("-30000 31000 29000 30500", false)]
    public void Tickets_of_two_sizes(string weights, bool isTold) =>
        Assert.Equal(isTold ? 1 : 0, Told(Plant.Run(Plant.Tickets(), "day,net\n" + string.Concat(weights.Split(' ').Select((w, i) => $"2025-04-{i + 1:00},{w}\n")))).Length);

    [Theory]
    [InlineData("moisture", "%", "8.2 0.082 7.9 0.08", true)]
    [InlineData("moisture", "%", "8.2 7.1 7.9 9.8", false)]
    [InlineData("moisture", "%", "8.2 7.1 0.9 9.8", false)]
    [InlineData("ncv", "kcal/kg", "5900 5880 24700 24610", true)]
    [InlineData("ncv", "kcal/kg", "5900 5880 24.7 24.6", true)]
    [InlineData("ncv", "kcal/kg", "5900 5200 4100 2900", false)]
    [InlineData("ncv", "kcal/kg", "8200 8100 2100 1200", false)]
    public void Results_of_two_sizes(string result, string unit, string values, bool isTold)
    {
        var mapping = JsonNode.Parse($$"""
            {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26",
             "fuels":[{"id":"coal","fuel":"other-bituminous-coal","state":"solid","amounts":{"2025-26":"1 t"} }],"products":[{"id":"cement","product":"cement","amount":"1 t"}]},
             "sources":[{"id":"l","kind":"laboratory","files":"*.csv","time":{"column":"Date"},"series":[{"stream":"coal","result":"{{result}}","column":"x","unit":"{{unit}}"}]}]}
            """)!.AsObject();
        Assert.Equal(isTold ? 1 : 0, Told(Plant.Run(mapping, "Date,x\n" + string.Concat(values.Split(' ').Select((v, i) => $"2025-{i + 4:00}-05,{v}\n")))).Length);
    }
}
