using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Tables and sources that add each other up: the days and their months, the meter and its bills. Whoever adds them to each other counts everything twice.</summary>
public sealed class SummedTwiceTests
{
    private static string Days(int month, int days = 12) => string.Concat(Enumerable.Range(1, days).Select(d => $"2025-{month:00}-{d:00},{100 + (d * 7 % 5) + month}\n"));

    private static int Sum(int month, int days = 12) => Enumerable.Range(1, days).Sum(d => 100 + (d * 7 % 5) + month);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void A_file_of_months_beside_that_of_the_days(int more, bool isTold)
    {
        var result = Plant.Run(Plant.Tickets(), "day,net\n" + Days(4) + Days(5), $"day,net\n2025-04-30,{Sum(4)}\n2025-05-31,{Sum(5) + more}\n");
        Assert.Equal(isTold, result.Problems.Any(p => p is { Code: "summed-twice", Severity: Severity.Error }));
        Assert.Equal(isTold ? 0 : 2, result.Values.Count);
    }

    [Fact]
    public void A_file_of_the_year_beside_those_of_its_months() =>
        Assert.Contains(Plant.Run(Plant.Tickets(), "day,net\n" + Days(4), "day,net\n" + Days(5), $"day,net\n2026-03-31,{Sum(4) + Sum(5)}\n").Problems, p => p is { Code: "summed-twice", Severity: Severity.Error, Place.File: "f2.csv" });

    [Fact]
    public void A_sheet_of_months_beside_those_of_the_days()
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["files"] = "*.xlsx";
        mapping["sources"]![0]!["table"] = new JsonObject { ["sheet"] = "*" };
        static string Rows(string csv) => string.Concat(csv.TrimEnd('\n').Split('\n').Select((r, i) => $"<row r=\"{i + 1}\">{string.Concat(r.Split(',').Select((c, k) => i == 0 || k == 0 ? $"<c t=\"inlineStr\"><is><t>{c}</t></is></c>" : $"<c><v>{c}</v></c>"))}</row>"));
        var workbook = WorkbookTests.Bytes(("Detail", Rows("day,net\n" + Days(4))), ("Summary", Rows($"day,net\n2025-04-30,{Sum(4)}\n")));
        var result = Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("a.xlsx", workbook)]);
        Assert.Equal("Summary!row 2", Plant.Finding(result, "summed-twice").Place.Pointer);
    }

    /// <summary>A meter and the bills of the same line are two sources of one stream.</summary>
    [Theory]
    [InlineData(1.0, Severity.Error)]
    [InlineData(1.004, Severity.Warning)]
    [InlineData(1.3, null)]
    public void A_meter_and_its_bills(double times, Severity? told)
    {
        var mapping = Plant.Meter();
        mapping["sources"]!.AsArray().Add(JsonNode.Parse("""{"id":"b","kind":"movements","files":"bills.txt","time":{"column":"month","format":"month"},"series":[{"stream":"grid","column":"units","unit":"kWh"}]}"""));
        var meter = "time,value\n" + string.Concat(Enumerable.Range(0, 4 * 91).Select(i => new System.DateTime(2025, 4, 1, 0, 0, 0, System.DateTimeKind.Unspecified).AddHours(6 * i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + $",{1000 + (i * 37 % 91)}\n"));
        var alone = Plant.Run(Plant.Meter(), meter);
        var bills = "month,units\n" + string.Concat(alone.Values.Select(v => FormattableString.Invariant($"{v.Period},{decimal.Parse(v.Amount!.Split(' ')[0], CultureInfo.InvariantCulture) * 1000m * (decimal)times:0.###}\n")));
        var result = Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("m.csv", Encoding.UTF8.GetBytes(meter)), IngestionFile.Of("bills.txt", Encoding.UTF8.GetBytes(bills))]);
        Assert.Equal(told, result.Problems.SingleOrDefault(p => p.Code == "summed-twice")?.Severity);
    }
}
