using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Rows, columns and days of a file are held against each other: what holds another would count twice, and what stands twice or not at all is told.</summary>
public sealed class HeldAgainstEachOtherTests
{
    private static JsonObject Coal(params string[] columns)
    {
        var mapping = Plant.Tickets();
        var source = mapping["sources"]![0]!.AsObject();
        source["time"]!["column"] = "Date";
        source["series"] = new JsonArray([.. columns.Select(c => (JsonNode)new JsonObject { ["stream"] = "coal", ["column"] = c, ["unit"] = c.EndsWith("(kg)", StringComparison.Ordinal) ? "kg" : "t" })]);
        return mapping;
    }

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code).Distinct());

    private static string Rows(string header, int days, Func<int, string> row, string from = "2025-04-01") =>
        "Date," + header + "\n" + string.Concat(Enumerable.Range(0, days).Select(d => row(d) is { Length: > 0 } text ? DateTime.Parse(from, CultureInfo.InvariantCulture).AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "," + text + "\n" : ""));

    private static int Amount(int day) => 100 + (day * 37 % 11);

    [Theory]
    [InlineData("Kiln 1,Kiln 2,Total", "a,b,s", "total-column")]
    [InlineData("Indian coal,Imported coal,Coal", "a,b,s", "total-column")]
    [InlineData("Coal,Kiln 1,Kiln 2", "s,a,b", "total-column")]
    [InlineData("Kiln 1,Coal,Kiln 2", "a,s,b", "total-column")]
    [InlineData("Kiln 1,Kiln 2,Kiln 3", "a,b,c", "")]
    [InlineData("Kiln 1,Kiln 2,Total", "a,b,c", "column-suspected")]
    [InlineData("Qty (t),Qty (kg)", "a,k", "same-amount")]
    [InlineData("Main,Check", "n,m", "same-amount")]
    [InlineData("Main,Check", "n,b", "")]
    public void Columns_of_one_stream(string header, string cells, string code)
    {
        string Cell(string cell, int d) => (cell switch { "a" => Amount(d), "b" => 200 + (d * 13 % 17), "c" => 90 + (d * 29 % 23), "s" => Amount(d) + 200 + (d * 13 % 17), "k" => Amount(d) * 1000, "n" => 1000 + Amount(d), _ => 1003 + Amount(d) }).ToString(CultureInfo.InvariantCulture);
        var result = Plant.Run(Coal(header.Split(',')), Rows(header, 20, d => string.Join(",", cells.Split(',').Select(c => Cell(c, d)))));
        Assert.Equal(code, Told(result));
        Assert.Equal(code == "total-column" || header.Contains("kg", StringComparison.Ordinal), result.HasErrors);
    }

    [Theory]
    [InlineData("Item", "COAL", "PETCOKE", "several-names")]
    [InlineData("Feeder", "Main incomer", "Kiln", "several-names")]
    [InlineData("Scenario", "Actual", "Budget", "several-names")]
    [InlineData("Material", "Indian coal", "Imported coal", "")]
    [InlineData("Material", "COAL", "coal", "")]
    [InlineData("Material Group", "A1", "B7", "")]
    [InlineData("Vehicle", "RJ14", "RJ27", "")]
    public void Rows_of_several_things(string column, string one, string other, string code)
    {
        var csv = Rows(column + ",Qty", 20, d => (d % 2 == 0 ? one : other) + "," + Amount(d));
        Assert.Equal(code, Told(Plant.Run(Coal("Qty"), csv)));
        var chosen = Coal("Qty");
        chosen["sources"]![0]!["series"]![0]!["where"] = new JsonObject { ["column"] = column, ["is"] = new JsonArray(one, other) };
        Assert.Equal("", Told(Plant.Run(chosen, csv)));
    }

    [Theory]
    [InlineData("I/R", "I", "R", "mixed-kinds")]
    [InlineData("In/Out", "Out", "In", "mixed-kinds")]
    [InlineData("Doc Type", "GIN", "GRN", "mixed-kinds")]
    [InlineData("Trans. Type", "Issue", "Issue Reversal", "mixed-kinds")]
    [InlineData("Particulars", "To kiln", "Returned from kiln", "mixed-kinds")]
    [InlineData("Status", "Posted", "Draft", "withdrawn-row")]
    [InlineData("Status", "OK", "On hold", "withdrawn-row")]
    [InlineData("Valid", "Y", "N", "withdrawn-row")]
    [InlineData("Active", "1", "0", "withdrawn-row")]
    [InlineData("Reversal", "", "X", "withdrawn-row")]
    [InlineData("Status", "OK", "Not cancelled", "")]
    [InlineData("QC Status", "OK", "Bad weather delay", "")]
    [InlineData("Quality", "OK", "Test OK", "")]
    [InlineData("Quality Remarks", "OK", "Test report awaited", "")]
    [InlineData("Remarks", "", "Duplicate slip issued to driver", "")]
    [InlineData("Remarks", "", "Total stop for mill inspection", "")]
    [InlineData("Quality Grade", "8", "12", "")]
    [InlineData("Status", "OK", "Estimated delivery met", "")]
    public void What_a_column_beside_says_of_rows(string column, string usual, string odd, string code) =>
        Assert.Equal(code, Told(Plant.Run(Coal("Qty"), Rows(column + ",Qty", 30, d => (d % 10 == 3 ? odd : usual) + "," + Amount(d)))));

    public static TheoryData<string, int, Func<int, string>, string> Sums => new()
    {
        { "FO totaliser", 15, d => $"{50000 + (800 * d)}", "register-suspected column-suspected" },
        { "Coal", 15, d => $"{50000 + (800 * d)}", "register-suspected" },
        { "Coal", 61, d => $"{1000000 + (10000 * d) - (d == 31 ? 10001 : 0)}", "register-suspected" },
        { "Coal", 61, d => $"{(d < 30 ? 1000000 : 500000) + (10000 * d)}", "register-suspected" },
        { "Coal", 30, d => $"{1000 + (170 * d)}", "running-sum-suspected" },
        { "Coal", 12, d => new[] { "500", "900", "1500", "2100", "2600", "3000", "3200", "3300", "3350", "3380", "3390", "3400" }[d], "" },
        { "Running coal mill (t)", 3, d => $"{Amount(d)}", "" },
        { "Closing shift coal (t)", 3, d => $"{Amount(d)}", "" },
        { "Balance coal to boiler (t)", 3, d => $"{Amount(d)}", "" },
        { "Coal (t) upto 6 mm", 3, d => $"{Amount(d)}", "" },
        { "Coal running total", 3, d => $"{Amount(d)}", "column-suspected" },
    };

    [Theory]
    [MemberData(nameof(Sums))]
    public void Values_that_hold_each_other(string header, int days, Func<int, string> value, string code) =>
        Assert.Equal(code, Told(Plant.Run(Coal(header), Rows(header, days, value))));

    [Fact]
    public void Registers_below_each_other_by_the_month_and_sums_of_a_day()
    {
        var two = "Date,Point,Coal\n" + string.Concat(Enumerable.Range(0, 61).SelectMany(d => new[] { (1000000, 10000), (500000, 9000) }.Select(f => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(d).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + $",x,{f.Item1 + (f.Item2 * d)}\n")));
        Assert.Contains("register-suspected", Told(Plant.Run(Coal("Coal"), two)), StringComparison.Ordinal);
        var months = Coal("Coal Reading");
        months["sources"]![0]!["time"]!["format"] = "month";
        string Months(string header, int count, Func<int, int> value) => "Date," + header + "\n" + string.Concat(Enumerable.Range(0, count).Select(m => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddMonths(m).ToString("yyyy-MM", CultureInfo.InvariantCulture) + "," + value(m) + "\n"));
        Assert.Equal("register-suspected", Told(Plant.Run(months, Months("Coal Reading", 12, m => 1000000 + (163000 * m)))));
        months = Coal("Coal");
        months["sources"]![0]!["time"]!["format"] = "month";
        Assert.Equal("running-sum-suspected", Told(Plant.Run(months, Months("Coal", 6, m => 1000 + (m * (1000 + m))))));
        Assert.Equal("", Told(Plant.Run(months, Months("Coal", 6, m => 1000 + (m * 40)))));
        Assert.Equal("", Told(Plant.Run(months, Months("Coal", 12, m => 1000 + (m * 30)))));

        var hours = Plant.Meter();
        hours["sources"]![0]!["minutes"] = 60;
        string Day(Func<int, int, int> value) => "time,value\n" + string.Concat(Enumerable.Range(0, 24 * 30).Select(h => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(h).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "," + value(h / 24, h % 24) + "\n"));
        Assert.Equal("running-sum-suspected", Told(Plant.Run(hours, Day((d, h) => ((h + 1) * 5000) + (h * d * 7)))));
        Assert.Equal("", Told(Plant.Run(hours, Day((d, h) => 5000 + (h < 12 ? h * 100 : (24 - h) * 100) + (d * 7)))));
        Assert.Equal("copied-day", Told(Plant.Run(hours, Day((d, h) => 5000 + (h * 97 % 311) + ((d == 6 ? 5 : d) * 7)))));
    }

    [Fact]
    public void A_level_that_changes_within_a_month_and_any_number_that_stands_far_above_the_others()
    {
        var hours = Plant.Meter();
        hours["sources"]![0]!["minutes"] = 60;
        string May(Func<int, int, decimal> value) => "time,value\n" + string.Concat(Enumerable.Range(0, 24 * 61).Select(h => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(h).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "," + value(h / 24, h % 24).ToString(CultureInfo.InvariantCulture) + "\n"));
        decimal Load(int d, int h) => (h is > 6 and < 20 ? 5000 : 400) + (((d * 31) + (h * 97)) % 311);
        Assert.Equal("", Told(Plant.Run(hours, May(Load))));
        var lost = Plant.Finding(Plant.Run(hours, May((d, h) => d < 14 ? Load(d, h) : Load(d, h) / 10m)), "level-change");
        Assert.Equal("row 338", lost.Place.Pointer);
        Assert.Equal("level-change", Told(Plant.Run(hours, May((d, h) => d < 40 ? Load(d, h) : Load(d, h) / 4m))));
        Assert.Equal("", Told(Plant.Run(hours, May((d, h) => d is > 20 and < 34 ? 300 + ((d + h) % 7) : Load(d, h)))));
        Assert.Equal("sentinel-suspected", Told(Plant.Run(hours, May((d, h) => d % 20 == 3 && h == 2 ? 8888.5m : Load(d, h)))));
    }

    [Fact]
    public void A_daily_log()
    {
        string Log(Func<int, string> value, int days = 30) => Rows("Qty", days, value);
        Assert.Equal("", Told(Plant.Run(Coal("Qty"), Log(d => $"{Amount(d)}"))));
        Assert.Contains("2025-04-11 to 2025-04-20", Plant.Finding(Plant.Run(Coal("Qty"), Log(d => d is >= 10 and < 20 ? "" : $"{Amount(d)}", 61)), "gap").Message, StringComparison.Ordinal);
        Assert.Equal("", Told(Plant.Run(Coal("Qty"), Log(d => d % 7 == 6 ? "" : $"{Amount(d)}"))));
        Assert.Equal("second-row", Told(Plant.Run(Coal("Qty"), Log(d => $"{Amount(d)}") + "2025-04-30,130\n")));
        Assert.Equal("overlap", Told(Plant.Run(Coal("Qty"), Log(d => $"{Amount(d)}"), Log(d => $"{Amount(d) + 1}"))));
        Assert.Equal("", Told(Plant.Run(Coal("Qty"), Log(d => $"{Amount(d)}"), Log(d => $"{40 + (d * 17 % 29)}"))));
        Assert.Equal("row 12", Plant.Finding(Plant.Run(Coal("Qty"), Log(d => d == 10 ? "3145" : $"{31 + (d % 3)}")), "leap").Place.Pointer);
    }

    [Theory]
    [InlineData("2025-04-01,500,450\n2026-03-31,700,610\n", "Opening", "500 t", "700 t", 1)]
    [InlineData("2025-04-01,500,450\n2026-03-31,700,610\n", "Closing", "450 t", "610 t", 1)]
    [InlineData("2025-03-31,490,500\n2025-04-01,500,450\n2026-03-31,700,610\n2026-04-01,610,600\n", "Opening", "500 t", "610 t", 0)]
    [InlineData("2025-03-31,490,500\n2025-04-01,500,450\n2026-03-31,700,610\n2026-04-01,610,600\n", "Closing", "500 t", "610 t", 0)]
    public void A_stock_card_has_two_ends_of_a_day(string rows, string column, string opening, string closing, int told)
    {
        var mapping = Coal(column);
        (mapping["sources"]![0]!["kind"], mapping["sources"]![0]!["files"]) = ("stock", "f1*");
        mapping["sources"]!.AsArray().Add(JsonNode.Parse("""{"id":"r","kind":"movements","files":"f0*","time":{"column":"Date"},"series":[{"stream":"coal","column":"Qty","unit":"t","into":"stock.received"}]}"""));
        mapping["sources"]!.AsArray().Add(JsonNode.Parse("""{"id":"o","kind":"movements","files":"f2*","time":{"column":"Date"},"series":[{"stream":"coal","column":"Qty","unit":"t","into":"stock.movedOut"}]}"""));
        decimal Of(string amount) => decimal.Parse(amount.Split(' ')[0], CultureInfo.InvariantCulture);
        mapping["report"]!["fuels"]![0]!["amount"] = (Of(opening) + 995 - Of(closing)).ToString(CultureInfo.InvariantCulture) + " t";
        var result = Plant.Run(mapping, "Date,Qty\n2025-05-01,1000\n", "Date,Opening,Closing\n" + rows, "Date,Qty\n2025-05-01,5\n");
        Assert.True(!result.HasErrors, string.Join("\n", result.Problems));
        Assert.Equal([opening, closing], result.Values.Where(v => v.Member is "stock.opening" or "stock.closing").Select(v => v.Amount));
        Assert.Equal(told, result.Problems.Count(p => p.Code == "stock-of-another-day"));
    }

    [Theory]
    [InlineData("GrossWeight", "TareWeight,NetWeight")]
    [InlineData("Weight1", "Weight2,NetWeight")]
    [InlineData("1st Wt", "2nd Wt,Net")]
    [InlineData("G.W.", "T.W.,N.W.")]
    [InlineData("Loaded", "Empty,Net")]
    [InlineData("Monthly", "Daily")]
    [InlineData("GRN Qty", "Issue Qty")]
    [InlineData("RR Qty", "Weighbridge Qty")]
    [InlineData("FTM", "FTD")]
    [InlineData("Final", "Initial,Units")]
    [InlineData("Present Reading", "Previous Reading,Units")]
    public void Another_column_is_the_amount(string column, string beside)
    {
        var mapping = Coal(column);
        Assert.Equal("column-suspected", Told(Plant.Run(mapping, $"Date,{column},{beside}\n2025-04-01,45{string.Concat(beside.Split(',').Select((_, i) => $",{7 + i}"))}\n2025-04-02,51{string.Concat(beside.Split(',').Select((_, i) => $",{9 + i}"))}\n")));
    }

    [Fact]
    public void A_factor_that_the_rows_show_and_the_mapping_states_again()
    {
        var mapping = Coal("Units");
        mapping["sources"]![0]!["series"]![0]!["times"] = "2000";
        Assert.Equal("multiplied-twice", Told(Plant.Run(mapping, "Date,Opening,Diff,MF,Units\n2025-04-01,1000,10,2000,20000\n2025-04-02,1010,12,2000,24000\n")));
        Assert.Equal("", Told(Plant.Run(mapping, "Date,Start,Diff,MF,Units\n2025-04-01,1000,10,2000,10\n2025-04-02,1010,12,2000,12\n")));
    }
}
