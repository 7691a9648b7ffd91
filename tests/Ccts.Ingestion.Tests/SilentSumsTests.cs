using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Files that came to a wrong sum without a word: restated meters, tables given twice, several rows under one name, results of another test, units of other languages.</summary>
public sealed class SilentSumsTests
{
    private static JsonObject Coal(string column, string unit = "t", string? time = null)
    {
        var mapping = Plant.Tickets();
        var source = mapping["sources"]![0]!.AsObject();
        source["time"] = JsonNode.Parse(time ?? """{"column":"Date"}""");
        source["series"] = new JsonArray(new JsonObject { ["stream"] = "coal", ["column"] = column, ["unit"] = unit });
        return mapping;
    }

    private static int Amount(int day) => 100 + (day * 37 % 11);

    private static string Day(int day) => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Days(int days, Func<int, string> row, string header) => "Date," + header + "\n" + string.Concat(Enumerable.Range(0, days).Select(d => $"{Day(d)},{row(d)}\n"));

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code).Distinct());

    private static IEnumerable<string> Codes(IngestionResult result) => result.Problems.Select(p => p.Code);

    /// <summary>All readings of April contradict those of another file: the month is withheld, and not simply gone.</summary>
    [Theory]
    [InlineData("interval")]
    [InlineData("register")]
    public void A_month_of_which_no_reading_can_be_taken(string counts)
    {
        var two = Enumerable.Range(0, 244).Select(i => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(6 * i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "," + (counts == "register" ? 1000 + (i * 3) : 100 + (i * 7 % 13)).ToString(CultureInfo.InvariantCulture)).ToList();
        var result = Plant.Run(Plant.Meter(counts), Plant.Csv(two), Plant.Csv(two.Take(120).Select(r => r + ".5")));
        Assert.Null(Plant.Amount(result));
        Assert.Contains("withheld", Codes(result));
        Assert.False(result.IsComplete);
        if (counts == "interval")
        {
            Assert.NotNull(Plant.Amount(result, "2025-05"));
            Assert.Equal(120, result.Values.Single(v => v.Period == "2025-04").Missing);
        }

        // At the other end of the file, too.
        var later = Plant.Run(Plant.Meter(counts), Plant.Csv(two), Plant.Csv(two.Skip(120).Select(r => r + ".5")));
        Assert.Null(Plant.Amount(later, "2025-05"));
    }

    [Fact]
    public void A_table_that_is_given_twice_in_two_forms()
    {
        var one = Days(20, d => $"{d},{Amount(d)}", "Ticket,Net");
        var other = "Ticket,Net,Date\n" + string.Concat(Enumerable.Range(5, 12).Select(d => $"{d},{Amount(d)},{Day(d)}\n"));
        var twice = Assert.Single(Plant.Run(Coal("Net"), one, other).Problems, p => p.Code == "rows-twice");
        Assert.Equal((Severity.Error, "f1.csv"), (twice.Severity, twice.Place.File));
        Assert.Contains("12 of 12 rows of f1.csv", twice.Message, StringComparison.Ordinal);

        // A number tells what is the same, and rows that are all alike may be two.
        var numbered = Coal("Net");
        numbered["sources"]![0]!["series"]![0]!["number"] = "Ticket";
        Assert.DoesNotContain("rows-twice", Codes(Plant.Run(numbered, one, other)));
        Assert.DoesNotContain("rows-twice", Codes(Plant.Run(Coal("Net"), Days(20, d => $"{d},25", "Ticket,Net"), Days(20, d => $"{d},25", "Ticket,Net,x"))));
    }

    [Fact]
    public void Two_sources_of_one_stream_with_the_same_rows()
    {
        var mapping = Coal("Net");
        var second = mapping["sources"]![0]!.DeepClone();
        (mapping["sources"]![0]!["files"], second["files"], second["id"], second["series"]![0]!["column"]) = ("f0.csv", "f1.csv", "again", "Weight");
        mapping["sources"]!.AsArray().Add(second);
        Assert.Contains("rows-twice", Codes(Plant.Run(mapping, Days(20, d => Amount(d).ToString(CultureInfo.InvariantCulture), "Net"), Days(20, d => Amount(d).ToString(CultureInfo.InvariantCulture), "Weight"))));
        Assert.DoesNotContain("rows-twice", Codes(Plant.Run(mapping, Days(20, d => Amount(d).ToString(CultureInfo.InvariantCulture), "Net"), Days(20, d => Amount(d + 3).ToString(CultureInfo.InvariantCulture), "Weight"))));
    }

    [Theory]
    [InlineData("Receipt", "Consumption", true)]
    [InlineData("", "", true)]
    public void Two_rows_of_one_name_where_months_stand_across(string one, string other, bool isTold)
    {
        var mapping = Coal("x", time: """{"months":"across"}""");
        mapping["sources"]![0]!["series"] = JsonNode.Parse("""[{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}]""");
        var result = Plant.Run(mapping, $"Item,Head,Apr-25,May-25\nCoal,{one},900,1000\nCoal,{other},800,950\n");
        Assert.Equal(isTold, Codes(result).Contains("second-row"));
        Assert.Equal(one.Length > 0, Plant.Finding(result, "second-row").Message.Contains("\"Head\" says \"Receipt\", \"Consumption\"", StringComparison.Ordinal));
        Assert.DoesNotContain("second-row", Codes(Plant.Run(mapping, $"Item,Head,Apr-25,May-25\nCoal,{one},900,1000\nDiesel,{other},800,950\n")));
    }

    [Theory]
    [InlineData("Basis", "ARB", "ADB", "ncv", true)]
    [InlineData("Basis", "ADB", "ADB", "ncv", true)]
    [InlineData("Basis", "ARB", "as received", "ncv", false)]
    [InlineData("Parameter", "NCV", "GCV", "ncv", true)]
    [InlineData("Parameter", "NCV", "Ash", "ncv", true)]
    [InlineData("Parameter", "NCV", "N.C.V.", "ncv", false)]
    [InlineData("Type", "Net", "Gross", "ncv", true)]
    [InlineData("Sample type", "Auto", "Manual", "ncv", false)]
    [InlineData("Test", "TM", "Inherent moisture", "moisture", true)]
    public void What_a_column_beside_says_of_a_result(string column, string one, string other, string result, bool isTold)
    {
        var mapping = LaboratoryTests.Sheet("\"mean\":{\"method\":\"arithmetic\",\"decimals\":3,\"source\":\"plan\"}", result, result == "moisture" ? "%" : "kcal/kg");
        var (low, high) = result == "moisture" ? (8, 9) : (4300, 4310);
        Assert.Equal(isTold ? "column-suspected" : "", Told(Plant.Run(mapping, $"day,{column},value\n2025-04-01,{one},{low}\n2025-04-15,{other},{high}\n2025-05-01,{one},{low}\n")));
    }

    [Theory]
    [InlineData("Sample", "Coal lot 1", "Petcoke lot 2", "several-names")]
    [InlineData("Sample", "Coal lot 1", "Coal lot 2", "")]
    [InlineData("Source", "SECL", "NCL", "")]
    public void Samples_of_two_fuels(string column, string one, string other, string code) =>
        Assert.Equal(code, Told(Plant.Run(LaboratoryTests.Sheet("\"mean\":{\"method\":\"arithmetic\",\"decimals\":3,\"source\":\"plan\"}", unit: "kcal/kg"), $"day,{column},value\n2025-04-01,{one},4300\n2025-04-15,{other},4310\n2025-05-01,{one},4320\n")));

    [Theory]
    [InlineData("Min", true)]
    [InlineData("Maximum", true)]
    [InlineData("A-17", false)]
    public void Rows_of_statistics_are_no_results(string label, bool isRefused) =>
        Assert.Equal(isRefused, Plant.Run(LaboratoryTests.Sheet("\"mean\":{\"method\":\"arithmetic\",\"decimals\":3,\"source\":\"plan\"}", unit: "kcal/kg"), $"day,No,value\n2025-04-01,A-15,4300\n2025-04-15,A-16,4310\n2025-04-30,{label},4305\n2025-05-02,A-18,4300\n").HasErrors);

    /// <summary>In a list of movements "min" may be minutes.</summary>
    [Fact]
    public void Minutes_are_no_minimum() => Assert.DoesNotContain(Plant.Run(Coal("Qty (t)"), "Date,Run time,UoM,Qty (t)\n2025-04-01,10,min,100\n2025-04-02,12,min,90\n").Problems, p => p.Severity == Severity.Error);

    [Theory]
    [InlineData("Carbon (% adb)", "carbonContent", "%", true)]
    [InlineData("Carbon (%)", "carbonContent", "%", false)]
    public void Carbon_of_a_dried_sample(string header, string result, string unit, bool isTold)
    {
        var mapping = LaboratoryTests.Sheet(result: result, unit: unit);
        mapping["sources"]![0]!["series"]![0]!["column"] = header;
        Assert.Equal(isTold, Codes(Plant.Run(mapping, $"day,{header}\n2025-04-01,62\n2025-05-01,63\n")).Contains("column-suspected"));
    }

    [Fact]
    public void A_weight_that_runs_on_is_no_weight_of_a_lot()
    {
        var mapping = LaboratoryTests.Sheet("\"mean\":{\"method\":\"weighted\",\"weight\":\"Cumulative lot (t)\",\"decimals\":3,\"source\":\"plan\"}", unit: "kcal/kg");
        Assert.Contains("weighs results", Plant.Finding(Plant.Run(mapping, "day,Cumulative lot (t),value\n2025-04-01,20,4300\n2025-04-15,45,4310\n2025-05-01,60,4320\n"), "column-suspected").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("कोयला (टन)", "")]
    [InlineData("कोयला (किग्रा)", "unit-differs")]
    [InlineData("कोयला (क्विंटल)", "unit-differs")]
    [InlineData("कोयला (लाख टन)", "unit-differs")]
    [InlineData("Coal (ST)", "unit-differs")]
    [InlineData("Coal (US tons)", "unit-differs")]
    [InlineData("Coal % moisture", "unit-differs")]
    [InlineData("Coal (MTPA)", "column-suspected")]
    [InlineData("Coal (tons)", "")]
    [InlineData("Coal t @ 10% moisture", "")]
    public void Units_of_headers(string header, string code) => Assert.Equal(code, Told(Plant.Run(Coal(header), $"Date,{header}\n2025-04-01,100\n2025-04-02,90\n")));

    [Theory]
    [InlineData(10, "level-change")]
    [InlineData(1, "")]
    public void A_log_that_goes_on_in_quintals(int times, string code) =>
        Assert.Equal(code, Told(Plant.Run(Coal("Net"), Days(60, d => (Amount(d) * (d < 25 ? 1 : times)).ToString(CultureInfo.InvariantCulture), "Net"))));

    /// <summary>Another transformer counts half of each size; a second line of the plant does not keep every size so close.</summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_meter_that_counts_half_from_a_day_on(bool isOfPlant, bool isTold)
    {
        string Value(int i) => i < 124 ? (1000 + (i * 37 % 501)).ToString(CultureInfo.InvariantCulture) : isOfPlant ? (300 + (i * 37 % 501)).ToString(CultureInfo.InvariantCulture) : ((1000 + (i * 37 % 501)) / 2m).ToString(CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(0, 244).Select(i => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(6 * i).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) + "," + Value(i));
        Assert.Equal(isTold, Codes(Plant.Run(Plant.Meter(), Plant.Csv(rows))).Contains("level-change"));
    }

    [Theory]
    [InlineData("12000", "42000,12000,30000", "")]
    [InlineData("", "42000,,42000", "row-sum-differs")]
    [InlineData("0", "42000,0,42000", "row-sum-differs")]
    public void A_ticket_without_the_weight_of_the_lorry(string tare, string row, string code)
    {
        var result = Plant.Run(Coal("Net (kg)", "kg"), "Date,Gross (kg),Tare (kg),Net (kg)\n2025-04-01,41000,12100,28900\n2025-04-02,43000,12000,31000\n2025-04-03," + row + "\n");
        Assert.Equal((code, true), (Told(result), row.Contains(tare, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("0", "sentinel-suspected")]
    [InlineData("999", "sentinel-suspected")]
    [InlineData("104", "")]
    public void Numbers_that_stand_for_none(string number, string code)
    {
        var result = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April(i => i is 20 or 50 or 80 ? number : (100 + (i * 7 % 13)).ToString(CultureInfo.InvariantCulture))));
        Assert.Equal(code, Told(result));
    }

    [Theory]
    [InlineData("Load", "column-suspected")]
    [InlineData("Active Power", "column-suspected")]
    [InlineData("Grid Power Import", "")]
    [InlineData("Energy", "")]
    public void Power_is_no_energy(string header, string code)
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["series"]![0]!["column"] = header;
        Assert.Equal(code, Told(Plant.Run(mapping, Plant.Csv(Plant.April(), "time," + header))));
    }

    [Fact]
    public void Hours_across_of_which_some_are_left_out()
    {
        var hours = Enumerable.Range(0, 24).Select(h => $"{h:00}:00").ToList();
        var mapping = Coal(hours[0]);
        var csv = Days(3, d => string.Join(",", hours.Select((_, h) => 10 + h + d)), string.Join(",", hours));
        Assert.Contains("23 of them", Plant.Finding(Plant.Run(mapping, csv), "hours-left-out").Message, StringComparison.Ordinal);
        mapping["sources"]![0]!["series"] = new JsonArray([.. hours.Select(h => (JsonNode)new JsonObject { ["stream"] = "coal", ["column"] = h, ["unit"] = "t" })]);
        Assert.Empty(Plant.Run(mapping, csv).Problems);

        // Shifts and bunkers are none.
        Assert.Empty(Plant.Run(Coal("B1"), Days(3, d => $"{10 + d},{20 - d},5", "B1,B2,B3")).Problems);
    }

    [Theory]
    [InlineData("192", "128", true)]
    [InlineData("0", "4", false)]
    public void Codes_of_a_historian(string good, string other, bool isTold) =>
        Assert.Equal(isTold, Codes(Plant.Run(Plant.Meter(), Plant.Csv(Plant.April().Select((r, i) => r + "," + (i == 7 ? other : good)), "time,value,Status"))).Contains("estimated-row"));

    /// <summary>Twelve rows that are what those above them come to, also where they are rounded, are no chance.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public void Subtotals_that_no_word_gives_away(int decimals)
    {
        static decimal Net(int d) => Amount(d) + 0.3m;
        var rows = Enumerable.Range(0, 42).SelectMany(d => d % 7 == 6 ? [$"{Day(d)},{Net(d)}", $"{Day(d)},{decimal.Round(Enumerable.Range(d - 6, 7).Sum(Net), decimals)}"] : new[] { $"{Day(d)},{Net(d)}" });
        Assert.Equal(Severity.Error, Plant.Finding(Plant.Run(Coal("Net"), "Date,Net\n" + string.Join("\n", rows) + "\n"), "sum-of-rows").Severity);
    }

    [Theory]
    [InlineData("Repeat - rejected", true)]
    [InlineData("coal of rejected rake", false)]
    public void A_short_remark_that_takes_a_row_back(string remark, bool isTold) =>
        Assert.Equal(isTold, Codes(Plant.Run(Coal("Qty"), $"Date,Remarks,Qty\n2025-04-01,,100\n2025-04-02,{remark},90\n")).Contains("withdrawn-row"));
}
