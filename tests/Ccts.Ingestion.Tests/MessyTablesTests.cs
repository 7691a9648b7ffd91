using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Tables as people and systems leave them: each comes to the right amount, or its doubt is told with file and row; never to another number in silence.</summary>
public sealed class MessyTablesTests
{
    private static IngestionResult Tickets(string csv, string? thousands = ",", string? point = null, string more = "")
    {
        var mapping = Plant.Tickets("\"number\":\"no\"" + more);
        mapping["sources"]![0]!["table"] = new JsonObject { ["thousands"] = thousands, ["decimal"] = point };
        foreach (var member in new[] { "thousands", "decimal" }.Where(m => mapping["sources"]![0]!["table"]![m] is null))
        {
            mapping["sources"]![0]!["table"]!.AsObject().Remove(member);
        }

        return Plant.Run(mapping, csv);
    }

    [Theory]
    [InlineData("1,00,000", "100 t")]
    [InlineData("12,34,567", "1234.567 t")]
    [InlineData("1,234.5", "1.2345 t")]
    [InlineData("-1,234", "-1.234 t")]
    [InlineData("1234", "1.234 t")]
    [InlineData("12,34", null)]
    [InlineData("1,2345", null)]
    [InlineData("1.234,5", null)]
    [InlineData("(1,234)", null)]
    [InlineData("1,234-", null)]
    [InlineData("1 234", null)]
    [InlineData("1,234 kg", "1.234 t")]
    [InlineData("1,234 Dr", null)]
    [InlineData("Rs 1,234", null)]
    [InlineData("1,23,4567", null)]
    [InlineData("1,2345,678", null)]
    [InlineData("123,45,678", null)]
    [InlineData("1,2,345", null)]
    [InlineData(",234", null)]
    [InlineData("1,234,", null)]
    [InlineData("3.1%", null)]
    public void A_number_is_read_as_the_mapping_says_or_refused(string written, string? amount)
    {
        var result = Tickets($"no,day,net\n1,2025-04-01,\"{written}\"\n");
        Assert.Equal(amount, result.Values.SingleOrDefault()?.Amount);
        Assert.Equal(amount is null, result.Problems.Any(p => p is { Code: "bad-value", Severity: Severity.Error, Place.Line: 2 } && (p.Expected ?? p.Hint) is not null));
    }

    /// <summary>Where the comma is the mark of decimals, a point alone is a mark of nothing: 1.234 could be one and a bit.</summary>
    [Fact]
    public void A_point_in_a_file_of_decimal_commas_is_refused() => Assert.Equal(2, Plant.Finding(Tickets("no,day,net\n1,2025-04-01,1.234\n", thousands: null, point: ","), "bad-value").Place.Line);

    [Theory]
    [InlineData("(1234)", null)]
    [InlineData("1234-", null)]
    [InlineData("1234.50-", null)]
    [InlineData("\"1,234.50-\"", ",")]
    [InlineData("\"(1,234.50)\"", ",")]
    public void A_minus_in_brackets_or_behind_is_told_how_to_mend(string written, string? thousands)
    {
        Assert.Contains("\"minus\"", Plant.Finding(Tickets($"no,day,net\n1,2025-04-01,{written}\n", thousands), "bad-value").Hint, System.StringComparison.Ordinal);
        Assert.Equal(thousands is null ? "Write the minus before the digits, without brackets." : null, thousands is null ? WritingSlip.HintFor(written) : null);
    }

    // A goods issue of 1250.5 and one posted back of 250: 1250.5 - 250 = 1000.5 kg.
    [Theory]
    [InlineData("behind", "1,250.500-", "250-")]
    [InlineData("brackets", "(1,250.500)", "(250)")]
    [InlineData("before", "-1,250.500", "-250")]
    public void What_an_erp_writes_with_a_minus_is_turned_round(string minus, string issued, string back)
    {
        var mapping = Plant.Tickets("\"number\":\"no\",\"times\":\"-1\"");
        mapping["sources"]![0]!["table"] = new JsonObject { ["thousands"] = ",", ["minus"] = minus };
        Assert.Equal("1.0005 t", Plant.Amount(Plant.Run(mapping, $"no,day,net\n1,2025-04-01,\"{issued}\"\n2,2025-04-02,250\n")));
        Assert.Equal("1.5005 t", Plant.Amount(Plant.Run(mapping, $"no,day,net\n1,2025-04-01,\"{issued}\"\n2,2025-04-02,{back}\n")));
    }

    [Theory]
    [InlineData("behind", "-5-")]
    [InlineData("behind", "-")]
    [InlineData("behind", "5--")]
    [InlineData("behind", "(5)")]
    [InlineData("brackets", "(-5)")]
    [InlineData("brackets", "()")]
    [InlineData("brackets", "(5")]
    [InlineData("brackets", "5-")]
    public void One_minus_is_one_minus(string minus, string written)
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["table"] = new JsonObject { ["minus"] = minus };
        Assert.Equal(2, Plant.Finding(Plant.Run(mapping, $"day,net\n2025-04-01,{written}\n"), "bad-value").Place.Line);
    }

    // ERPs write MT for a tonne, which elsewhere is a million of them; what it means the mapping says, and nobody guesses.
    [Fact]
    public void What_a_file_means_by_its_units_the_mapping_says()
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["series"]![0]!.AsObject().Remove("unit");
        mapping["sources"]![0]!["series"]![0]!["unitColumn"] = "uom";
        const string csv = "day,net,uom\n2025-04-01,2,MT\n2025-04-02,500,KG\n";
        Assert.Contains("\"units\"", Plant.Run(mapping, csv).Problems.First(p => p.Code == "bad-value").Hint, System.StringComparison.Ordinal);
        mapping["sources"]![0]!["table"] = new JsonObject { ["units"] = new JsonObject { ["MT"] = "t", ["KG"] = "kg" } };
        Assert.Equal("2.5 t", Plant.Amount(Plant.Run(mapping, csv)));
        mapping["sources"]![0]!["table"]!["units"]!["MT"] = "tonne";
        Assert.Contains("takes it for", Plant.Run(mapping, csv).Problems.First(p => p.Code == "bad-value").Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public void Only_movements_are_turned_round(string times) =>
        Assert.Contains(Assert.Throws<CctsDataException>(() => Plant.Read(Plant.Meter(series: $"\"times\":\"{times}\""))).Problems, p => p.Code == "bad-value" && p.Place.Pointer.EndsWith("/times", System.StringComparison.Ordinal));

    /// <summary>What stands in a table beside its rows: nothing of it is added, and each of it is told with its row.</summary>
    [Theory]
    [InlineData("Grand Total,,3000\n", "no-time", 4)]
    [InlineData("3,Grand Total,3000\n", "bad-time", 4)]
    [InlineData(",Total,3000\n", "bad-time", 4)]
    [InlineData("Note: weights are provisional\n", "csv-row-length", 4)]
    [InlineData("Gate 2,,\nno,day,net\n3,2025-04-03,500\n", "no-time", 4)]
    [InlineData("no,date,gross\n3,2025-04-03,500\n", "bad-time", 4)]
    [InlineData("\uFEFFno,day,net\n3,2025-04-03,500\n", "bad-time", 4)]
    [InlineData("3,,500\n", "no-time", 4)]
    [InlineData("3,01/04/2025,500\n", "bad-time", 4)]
    [InlineData("3,04/01/2025,500\n", "bad-time", 4)]
    [InlineData("3,1 April 2025,500\n", "bad-time", 4)]
    [InlineData("3,2025-04-03,500,extra\n", "csv-row-length", 4)]
    public void Totals_notes_second_tables_and_days_in_another_order_are_told(string row, string code, int line)
    {
        var result = Tickets("no,day,net\n1,2025-04-01,1000\n2,2025-04-02,2000\n" + row);
        Assert.True(result.Problems.Any(p => p.Code == code && p.Severity == Severity.Error && p.Place.Line == line), string.Join("\n", result.Problems));
        Assert.Empty(result.Values);
    }

    [Fact]
    public void Titles_a_blank_row_and_the_header_again_change_nothing()
    {
        var result = Tickets("Weighbridge 2,,\n,,\nno,day,net\n1,2025-04-01,1000\n,,\nno,day,net\n2,2025-04-02,2000\n,,\n");
        Assert.Equal("3 t", Plant.Amount(result));
        Assert.Equal("repeated-header", Assert.Single(result.Problems).Code);
    }

    /// <summary>A ticket without its weight is no ticket of nothing: it used to be passed over in silence.</summary>
    [Fact]
    public void A_row_without_an_amount_is_told()
    {
        var told = Plant.Finding(Tickets("no,day,net\n1,2025-04-01,1000\n2,2025-04-02,\n"), "no-amount");
        Assert.Equal((Severity.Warning, "f0.csv", "row 3"), (told.Severity, told.Place.File, told.Place.Pointer));
        var absent = Plant.Tickets("\"number\":\"no\"");
        absent["sources"]![0]!["table"] = new JsonObject { ["absent"] = new JsonArray("cancelled") };
        Assert.Empty(Plant.Run(absent, "no,day,net\n1,2025-04-01,1000\n2,2025-04-02,cancelled\n").Problems);
    }

    /// <summary>A file that is sent again with a correction contradicts the first: neither value is taken, and the month is withheld until one of them is gone.</summary>
    [Fact]
    public void A_file_sent_again_with_a_correction_is_a_conflict_and_no_sum()
    {
        var first = "no,day,net\n1,2025-04-01,1000\n2,2025-04-02,2000\n";
        var result = Plant.Run(Plant.Tickets("\"number\":\"no\""), first, first.Replace("2000", "2100", System.StringComparison.Ordinal));
        Assert.Null(Plant.Amount(result));
        Assert.Contains(result.Problems, p => p is { Code: "conflict", Place: { File: "f1.csv", Pointer: "row 3" } });
        Assert.Contains(result.Problems, p => p.Code == "withheld");

        var april = Plant.Csv(Plant.April());
        var meter = Plant.Run(Plant.Meter(), april, april.Replace(",110\n", ",111\n", System.StringComparison.Ordinal));
        Assert.Null(Plant.Amount(meter));
        Assert.Contains(meter.Problems, p => p.Code == "conflict" && p.Place.File == "f1.csv");
    }

    [Fact]
    public void Months_across_are_no_table_of_a_mapping()
    {
        var result = Tickets("no,2025-04,2025-05,Total\n1,1000,2000,3000\n");
        Assert.Contains(result.Problems, p => p.Code == "csv-missing-column" && p.Place.Line == 1);
        Assert.Empty(result.Values);
    }
}
