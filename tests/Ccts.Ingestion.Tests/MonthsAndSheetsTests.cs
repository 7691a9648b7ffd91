using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Tables as people lay them out: months as text, months across, several sheets of one kind, units below the header and a signature below the table.</summary>
public sealed class MonthsAndSheetsTests
{
    private const string Across = "Fuel register,,,,\nItem,UoM,Apr-25,May 2025,2025-06,Total\nCoal,MT,10,20,30,60\nDiesel,KL,1,2,3,6\n";

    private static JsonObject Coal(string time, string series, string? table = null)
    {
        var mapping = Plant.Tickets();
        var source = mapping["sources"]![0]!.AsObject();
        source["time"] = JsonNode.Parse(time);
        source["series"] = new JsonArray(JsonNode.Parse(series));
        if (table is not null)
        {
            source["table"] = JsonNode.Parse(table);
        }

        return mapping;
    }

    private static string Told(IngestionResult result) => string.Join(" ", result.Problems.Select(p => p.Code).Distinct());

    [Theory]
    [InlineData("Apr-25")]
    [InlineData("Apr 25")]
    [InlineData("Apr'25")]
    [InlineData("April 2025")]
    [InlineData("APR-2025")]
    [InlineData("2025-04")]
    [InlineData("04/2025")]
    public void A_month_as_text(string month)
    {
        var mapping = Coal("""{"column":"Month","format":"month"}""", """{"stream":"coal","column":"Qty","unit":"t"}""");
        Assert.Equal("33 t", Plant.Amount(Plant.Run(mapping, $"Month,Qty\n{month},33\n")));
        mapping["sources"]![0]!["time"]!.AsObject().Remove("format");
        Assert.Contains("\"format\": \"month\"", Plant.Finding(Plant.Run(mapping, $"Month,Qty\n{month},33\n"), "bad-time").Hint, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sept-25", "2025-09", true)]
    [InlineData("Sep 2025", "2025-09", true)]
    [InlineData("13/2025", "", false)]
    [InlineData("25-Apr", "", false)]
    [InlineData("2025-26", "", false)]
    [InlineData("Total", "", false)]
    public void What_is_a_month(string text, string period, bool isOne)
    {
        var result = Plant.Run(Coal("""{"column":"Month","format":"month"}""", """{"stream":"coal","column":"Qty","unit":"t"}"""), $"Month,Qty\n{text},33\n");
        Assert.Equal(isOne, !result.HasErrors);
        Assert.Equal(isOne ? period : null, result.Values.SingleOrDefault()?.Period);
    }

    [Fact]
    public void A_meter_and_a_count_have_days()
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["time"]!["format"] = "month";
        Assert.Throws<CctsDataException>(() => Plant.Read(mapping));
    }

    [Fact]
    public void Months_across()
    {
        var mapping = Coal("""{"months":"across"}""", """{"stream":"coal","unitColumn":"UoM","where":{"column":"Item","is":"Coal"}}""", """{"units":{"MT":"t"}}""");
        var result = Plant.Run(mapping, Across);
        Assert.Equal(["2025-04 10 t", "2025-05 20 t", "2025-06 30 t"], result.Values.Select(v => v.Period + " " + v.Amount));
        Assert.Equal("row-of-no-series", Told(result));
        Assert.Contains("Diesel", Plant.Finding(result, "row-of-no-series").Message, StringComparison.Ordinal);
        Assert.Equal((3, 3), (result.Values[0].Sources[0].FirstRow, result.Values[0].Sources[0].LastRow));
    }

    [Fact]
    public void A_row_of_units_below_months_is_told_how_to_pass_over()
    {
        const string Units = "Item,Apr-25,May-25\n,t,t\nCoal,10,20\n";
        const string Series = """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}""";
        Assert.Contains("\"skip\"", Plant.Run(Coal("""{"months":"across"}""", Series), Units).Problems.First(p => p.Code == "no-name").Hint, StringComparison.Ordinal);
        Assert.Equal(["10 t", "20 t"], Plant.Run(Coal("""{"months":"across"}""", Series, """{"skip":1}"""), Units).Values.Select(v => v.Amount));
    }

    /// <summary>A month with nothing in it between others is told; one that is still to come is not. A cell that cannot be read has its own place.</summary>
    [Fact]
    public void Months_across_with_holes()
    {
        var mapping = Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}""");
        Assert.Equal("", Told(Plant.Run(mapping, "Item,Apr-25,May-25,Jun-25\nCoal,10,20,\n")));
        Assert.Equal("no-amount", Told(Plant.Run(mapping, "Item,Apr-25,May-25,Jun-25\nCoal,10,,30\n")));
        Assert.Equal(9, Plant.Finding(Plant.Run(mapping, "Item,Apr-25,May-25\nCoal,10,x\n"), "bad-value").Place.Column);
        Assert.Equal("csv-missing-column", Told(Plant.Run(mapping, "Item,Q1,Q2\nCoal,10,20\n")));
        Assert.Contains("\"months\": \"across\"", Plant.Finding(Plant.Run(Coal("""{"column":"Date"}""", """{"stream":"coal","column":"Qty","unit":"t"}"""), "Item,Apr-25,May-25\nCoal,10,20\n").Problems.Where(p => p.Hint is not null).Aggregate(new IngestionResult(), (r, p) => new IngestionResult { Problems = [p] }), "csv-missing-column").Hint, StringComparison.Ordinal);
        Assert.Equal("csv-duplicate-column", Told(Plant.Run(mapping, "Item,Apr-25,2025-04\nCoal,10,20\n")));
        Assert.Equal("unit-differs", Told(Plant.Run(mapping, "(Figures in '000 MT),\nItem,Apr-25\nCoal,10\n")));
    }

    /// <summary>A month whose header cannot be read is no month that was not there.</summary>
    [Theory]
    [InlineData("Apr-25,May-25,Jun-25", "")]
    [InlineData("Apr-25,Mya-25,Jun-25", "csv-missing-column month-order")]
    [InlineData("Apr-25,May-25,Jnu-25", "csv-missing-column")]
    [InlineData("Apr-25,May-25,Jun-25 (Prov)", "unit-unknown")]
    [InlineData("Apr-25,May-25,Jun-25*", "csv-missing-column")]
    [InlineData("2025-04-01,2025-05-01,2025-01-26", "csv-missing-column")]
    [InlineData("2025-04-30,2025-05-31,2025-06-30", "")]
    [InlineData("30-Apr-2025,31-May-2025,30-Jun-2025", "")]
    [InlineData("Apr-26,May-25,Jun-25", "outside-year month-order")]
    [InlineData("Apr-25,Jun-25,Jul-25", "month-order")]
    [InlineData("Apr-25,May-25,Q1", "")]
    [InlineData("Rate 24,Apr-25,May-25", "")]
    [InlineData("Apr-25,May-25,Apr-25 to May-25", "")]
    [InlineData("2025-04,2025-05,Total Apr-May", "")]
    [InlineData("Apr-25 to Jun-25,Jul-25,Aug-25", "csv-missing-column")]
    [InlineData("Apr-25 (kg),May-25 (kg),Jun-25 (kg)", "unit-differs")]
    public void Headers_among_months(string header, string told)
    {
        var result = Plant.Run(Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}"""), $"Item,{header}\nCoal,10,20,30\n");
        Assert.Equal(told, Told(result));
        Assert.Equal(told.Contains("csv", StringComparison.Ordinal) || told.StartsWith("unit", StringComparison.Ordinal), result.HasErrors);
    }

    [Fact]
    public void A_header_that_is_no_month_is_told_at_its_own_place()
    {
        var told = Plant.Finding(Plant.Run(Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal"}}"""), "Item,Apr-25,2025-05-02,Jun-25\nCoal,10,20,30\n"), "csv-missing-column").Place;
        Assert.Equal((1, 13), (told.Line, told.Column));
    }

    [Fact]
    public void A_unit_in_the_name_of_a_row_is_held()
    {
        Assert.Equal("unit-differs", Told(Plant.Run(Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal (kg)"}}"""), "Item,Apr-25\nCoal (kg),33000\n")));
        Assert.Equal("", Told(Plant.Run(Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t","where":{"column":"Item","is":"Coal (MT)"}}"""), "Item,Apr-25\nCoal (MT),33\n")));
    }

    [Fact]
    public void Months_across_name_their_rows() =>
        Assert.Throws<CctsDataException>(() => Plant.Read(Coal("""{"months":"across"}""", """{"stream":"coal","unit":"t"}""")));

    private static string Sheet(string day, int net) => $"<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>day</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>net</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>{day}</t></is></c><c r=\"B2\"><v>{net}</v></c></row>";

    private static IngestionResult Book(string sheets, params (string Name, string Rows)[] all)
    {
        var mapping = Coal("""{"column":"day"}""", """{"stream":"coal","column":"net","unit":"t"}""", $$"""{"sheet":{{sheets}}}""");
        mapping["sources"]![0]!["files"] = "*.xlsx";
        return Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("x.xlsx", WorkbookTests.Bytes(all))]);
    }

    /// <summary>Two sources take two sheets of a workbook; saved as CSV, nothing tells which sheet it was.</summary>
    [Fact]
    public void A_sheet_of_a_file_that_is_no_workbook() =>
        Assert.Equal("unknown-sheet", Told(Plant.Run(Coal("""{"column":"Date"}""", """{"stream":"coal","column":"Qty","unit":"t"}""", """{"sheet":"A"}"""), "Date,Qty\n2025-04-01,10\n")));

    [Theory]
    [InlineData("\"*\"", "2025-04 10 t, 2025-05 20 t", "")]
    [InlineData("[\"Apr\",\"May\"]", "2025-04 10 t, 2025-05 20 t", "")]
    [InlineData("[\"May\"]", "2025-05 20 t", "")]
    [InlineData("\"M*\"", "2025-05 20 t", "")]
    [InlineData("[\"Apr\",\"June\"]", "", "unknown-sheet")]
    [InlineData("\"J*\"", "", "unknown-sheet")]
    public void Sheets_of_one_kind(string sheets, string amounts, string told)
    {
        var result = Book(sheets, ("Apr", Sheet("2025-04-01", 10)), ("May", Sheet("2025-05-01", 20)));
        Assert.Equal(amounts, string.Join(", ", result.Values.Select(v => v.Period + " " + v.Amount)));
        Assert.Equal(told, Told(result));
        Assert.Equal(sheets == "\"*\"" ? "May!net" : null, sheets == "\"*\"" ? result.Values[1].Sources[0].Column : null);
    }

    [Fact]
    public void A_sheet_among_them_that_has_other_columns_is_refused_and_a_hidden_one_told()
    {
        Assert.Contains("csv-missing-column", Told(Book("\"*\"", ("Apr", Sheet("2025-04-01", 10)), ("Notes", Sheet("x", 1).Replace(">day<", ">what<", StringComparison.Ordinal)))), StringComparison.Ordinal);
        var hidden = Book("\"*\"", ("Apr", Sheet("2025-04-01", 10)), ("~May", Sheet("2025-05-01", 20)));
        Assert.Equal("hidden-sheet", Told(hidden));
        Assert.Equal("10 t", Assert.Single(hidden.Values).Amount);
        var same = Book("\"*\"", ("Apr", Sheet("2025-04-01", 10)), ("May", Sheet("2025-04-01", 10)));
        Assert.Contains("row 2 of x.xlsx (Apr)", Plant.Finding(same, "identical-rows").Message, StringComparison.Ordinal);
        Assert.Equal("May!row 2", Plant.Finding(same, "identical-rows").Place.Pointer);
    }

    [Fact]
    public void What_stands_around_the_rows_is_said_in_the_mapping()
    {
        const string csv = "Date,Qty\n(dd-mm-yy),(MT)\n1,2\n2025-04-01,10\n2025-04-02,20\nPrepared by: A. Kumar\n";
        var mapping = Coal("""{"column":"Date"}""", """{"stream":"coal","column":"Qty","unit":"t"}""", """{"skip":2,"until":"Prepared by"}""");
        var result = Plant.Run(mapping, csv);
        Assert.Equal("30 t", Plant.Amount(result));
        Assert.Equal((Severity.Info, 6), (Plant.Finding(result, "table-ended").Severity, Plant.Finding(result, "table-ended").Place.Line));
        Assert.Equal(Severity.Warning, Plant.Finding(Plant.Run(mapping, csv + "2025-04-03,30\n"), "table-ended").Severity);
        mapping["sources"]![0]!["table"] = JsonNode.Parse("{}");
        Assert.True(Plant.Run(mapping, csv).HasErrors);
    }

    [Theory]
    [InlineData("2025-03-31 18:30", true)]
    [InlineData("2025-04-01 00:00", false)]
    public void A_month_of_a_meter_in_utc(string from, bool isTold)
    {
        var at = DateTime.Parse(from, System.Globalization.CultureInfo.InvariantCulture);
        var csv = Plant.Csv(Enumerable.Range(0, 120).Select(i => at.AddHours(6 * i).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + "," + (100 + (i * 7 % 13))));
        Assert.Equal(isTold, Plant.Run(Plant.Meter(), csv).Problems.Any(p => p.Code == "utc-suspected"));
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["time"]!["writtenBy"] = "+00:00";
        Assert.DoesNotContain(Plant.Run(mapping, csv).Problems, p => p.Code == "utc-suspected");
        Assert.Contains(Plant.Run(Plant.Meter(), "All times in UTC,\n" + csv).Problems, p => p.Code == "utc-suspected");
        foreach (var title in new[] { "Time zone: IST (GMT+05:30)", "Exported 2025-05-01 04:10 UTC", "Timestamp (UTC+05:30)", "Time GMT+5.5", "Time (IST = UTC + 5:30)" })
        {
            Assert.Equal(isTold, Plant.Run(Plant.Meter(), title + ",\n" + csv).Problems.Any(p => p.Code == "utc-suspected"));
        }
    }

    /// <summary>A factor that is lost, and a number that a logger writes where it has none, are no consumption of the meter.</summary>
    [Fact]
    public void A_level_that_changes_and_a_number_that_is_none()
    {
        string Row(DateTime at, string value) => at.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + "," + value;
        IngestionResult Of(Func<int, string> value) => Plant.Run(Plant.Meter(), Plant.Csv(Enumerable.Range(0, 244).Select(i => Row(new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(6 * i), value(i)))));
        string Plain(int i) => (100 + (i * 7 % 13)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Empty(Of(Plain).Problems);
        Assert.Contains("10 times", Plant.Finding(Of(i => i < 120 ? Plain(i) + "0" : Plain(i)), "level-change").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(i => i is > 120 and < 180 ? "2" : Plain(i)).Problems, p => p.Code == "level-change");
        Assert.Equal("row 42", Plant.Finding(Of(i => i is 40 or 41 ? "9999" : Plain(i)), "sentinel-suspected").Place.Pointer);
        Assert.Equal("row 42", Plant.Finding(Of(i => i == 40 ? "9999" : Plain(i)), "sentinel-suspected").Place.Pointer);
        Assert.Contains("below every other", Plant.Finding(Of(i => i is 40 or 90 ? "9999" : Plain(i) + "000"), "sentinel-suspected").Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Of(i => i == 40 ? "199" : Plain(i)).Problems, p => p.Code == "sentinel-suspected");
    }

    [Fact]
    public void A_time_that_names_its_clock_is_told_how_to_read_it() =>
        Assert.Contains("\"writtenBy\"", Plant.Finding(Plant.Run(Plant.Meter(), "time,value\n2025-04-01 00:00 UTC,1\n"), "bad-time").Hint, StringComparison.Ordinal);
}
