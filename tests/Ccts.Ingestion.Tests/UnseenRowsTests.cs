using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Where a sheet holds more or less than it shows, that is told or refused: nothing is read in half.</summary>
public sealed class UnseenRowsTests
{
    private const string Movements = "\"number\":\"no\",\"where\":{\"column\":\"what\",\"is\":\"COAL\"}";

    private static IngestionResult Run(JsonObject mapping, params (string Name, string Rows)[] sheets)
    {
        mapping["sources"]![0]!["files"] = "*.xlsx";
        return Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("x.xlsx", WorkbookTests.Bytes(sheets))]);
    }

    /// <summary>Rows of texts and numbers from row 1 on; an empty text is no cell.</summary>
    private static string Rows(params string[] rows) => string.Concat(rows.Select((row, r) => $"<row r=\"{r + 1}\">" + string.Concat(row.Split(',').Select((text, c) => Cell(r + 1, c, text))) + "</row>"));

    private static string Cell(int row, int column, string text)
    {
        var at = FormattableString.Invariant($"{(char)('A' + column)}{row}");
        return text.Length == 0 ? "" : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? $"<c r=\"{at}\"><v>{text}</v></c>" : $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>";
    }

    private static readonly string s_tickets = Rows("day,no,what,net", "2025-04-01,1,COAL,5000", "2025-04-02,2,COAL,1000");

    [Fact]
    public void A_hidden_sheet_beside_the_one_that_is_read_is_told()
    {
        var result = Run(Plant.Tickets(), ("Shown", s_tickets), ("~April second half", s_tickets), ("~Empty", "<row r=\"1\"></row>"));
        Assert.Equal("6 t", Plant.Amount(result));
        Assert.Contains("\"April second half\" is hidden, and nothing of it is read", Plant.Finding(result, "hidden-sheet").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_sheet_that_is_named_is_read_and_told()
    {
        var mapping = Plant.Tickets();
        mapping["sources"]![0]!["table"] = new JsonObject { ["sheet"] = "Old" };
        var result = Run(mapping, ("Shown", Rows("x,y")), ("~Old", s_tickets));
        Assert.Equal("6 t", Plant.Amount(result));
        Assert.Contains("is read because it was named", Plant.Finding(result, "hidden-sheet").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_a_filter_hides_are_read_and_counted()
    {
        var filtered = Rows([.. Enumerable.Range(0, 9).Select(i => i == 0 ? "day,no,what,net" : $"2025-04-0{i},{i},COAL,1000")]);
        foreach (var row in new[] { 3, 5, 8 })
        {
            filtered = filtered.Replace($"<row r=\"{row}\">", row == 8 ? $"<row r=\"{row}\" ht=\"0\" customHeight=\"1\">" : $"<row r=\"{row}\" hidden=\"1\">", StringComparison.Ordinal);
        }

        var result = Run(Plant.Tickets(Movements), ("S", filtered + "<autoFilter ref=\"A1:D9\"/>"));
        Assert.Equal("8 t", Plant.Amount(result));
        var told = Plant.Finding(result, "hidden-rows");
        Assert.Equal(("S!A3", true), (told.Place.Pointer, told.Message.StartsWith("3 rows of the sheet", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("hidden=\"1\"")]
    [InlineData("width=\"0\" customWidth=\"1\"")]
    public void A_hidden_column_that_is_read_is_told(string how) =>
        Assert.Equal("S!D1", Plant.Finding(Run(Plant.Tickets(), ("S", $"<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"4\" max=\"4\" {how}/></cols>" + s_tickets)), "hidden-cells").Place.Pointer);

    [Theory]
    [InlineData("D2:D3", true)]
    [InlineData("C2:D2", true)]
    [InlineData("B2:B3", false)]
    [InlineData("A1:D1", false)]
    [InlineData("A7:D9", false)]
    public void Merged_cells_of_columns_that_are_read_are_refused(string merged, bool isRefused)
    {
        var mapping = Plant.Tickets("\"where\":{\"column\":\"what\",\"is\":\"COAL\"}");
        var result = Run(mapping, ("S", s_tickets + $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>"));
        Assert.Equal(isRefused, result.Problems.Any(p => p.Code == "merged-cells" && p.Severity == Severity.Error && p.Place.Pointer == "S!" + merged[..2]));
        Assert.Equal(isRefused, result.Report is null);
    }

    /// <summary>People strike out what no longer counts and leave it in the sheet. A remark that no series reads may be struck through.</summary>
    [Theory]
    [InlineData("A2", true)]
    [InlineData("D3", true)]
    [InlineData("D1", true)]
    [InlineData("B2", false)]
    public void Struck_cells_of_columns_that_are_read_are_refused(string cell, bool isRefused)
    {
        var rows = s_tickets.Replace($"r=\"{cell}\"", FormattableString.Invariant($"r=\"{cell}\" s=\"{WorkbookTests.Struck}\""), StringComparison.Ordinal);
        var result = Run(Plant.Tickets("\"where\":{\"column\":\"what\",\"is\":\"COAL\"}"), ("S", rows));
        Assert.Equal(isRefused, result.Problems.Any(p => p is { Code: "struck-cells", Severity: Severity.Error, Expected: not null, Hint: not null } && p.Place.Pointer == "S!" + cell));
        Assert.Equal(isRefused, result.Report is null);
    }

    /// <summary>A pivot table writes a name once and leaves it empty below.</summary>
    [Fact]
    public void An_empty_cell_that_means_the_same_as_above_is_refused()
    {
        string[] rows = ["day,no,what,net", "2025-04-01,1,COAL,5000", "2025-04-02,2,,1000", "2025-04-03,3,STONE,7000", "2025-04-04,4,,"];
        var told = Plant.Finding(Run(Plant.Tickets(Movements), ("S", Rows(rows))), "no-name");
        Assert.Equal((Severity.Error, "S!C3", "COAL"), (told.Severity, told.Place.Pointer, told.Expected));
        Assert.Equal(3, Plant.Finding(Plant.Run(Plant.Tickets(Movements), string.Join("\n", rows) + "\n"), "no-name").Place.Line);
    }

    [Fact]
    public void An_empty_day_that_means_the_same_as_above_is_refused() =>
        Assert.Equal("S!A3", Plant.Finding(Run(Plant.Tickets(Movements), ("S", Rows("day,no,what,net", "2025-04-01,1,COAL,5000", ",2,COAL,1000"))), "no-time").Place.Pointer);

    /// <summary>A total in a group's last row has its day, and would be counted with what it adds up.</summary>
    [Theory]
    [InlineData("Total")]
    [InlineData("COAL Total")]
    [InlineData("Sub-total:")]
    [InlineData("GRAND TOTAL")]
    [InlineData("Total for April 2025")]
    public void A_row_that_adds_others_up_is_refused_in_whatever_column_it_says_so(string total)
    {
        string[] rows = ["day,no,what,net,remark", "2025-04-01,1,COAL,5000,x", "2025-04-02,2,COAL,1000,x", $"2025-04-30,3,COAL,6000,{total}"];
        Assert.Equal("S!A4", Plant.Finding(Run(Plant.Tickets(Movements), ("S", Rows(rows))), "total-row").Place.Pointer);
        Assert.Null(Plant.Run(Plant.Tickets(Movements), string.Join("\n", rows) + "\n").Report);
    }

    [Theory]
    [InlineData("Total Energies Ltd")]
    [InlineData("Totaliser 4")]
    [InlineData("COAL, in total 2 lorries")]
    public void A_word_that_only_begins_so_is_no_total(string remark) =>
        Assert.Equal("5 t", Plant.Amount(Plant.Run(Plant.Tickets(Movements), $"day,no,what,net,remark\n2025-04-01,1,COAL,5000,\"{remark}\"\n")));

    /// <summary>Where a mapping chooses the rows by that text, they are what it means.</summary>
    [Fact]
    public void A_total_that_is_named_is_taken() =>
        Assert.Equal("6 t", Plant.Amount(Plant.Run(Plant.Tickets("\"number\":\"no\",\"where\":{\"column\":\"what\",\"is\":\"COAL Total\"}"), "day,no,what,net\n2025-04-30,3,COAL Total,6000\n2025-04-02,2,COAL,1000\n")));

    [Fact]
    public void A_total_row_of_no_series_is_told_as_any_other_of_none() =>
        Assert.Contains("COAL Total", Plant.Finding(Plant.Run(Plant.Tickets(Movements), "day,no,what,net\n2025-04-01,1,COAL,5000\n2025-04-30,3,COAL Total,5000\n"), "row-of-no-series").Message, StringComparison.Ordinal);

    /// <summary>Two tables beside each other: with the same names the columns are refused, and rows that only the other one has have no day.</summary>
    [Fact]
    public void Tables_side_by_side_are_refused_where_they_could_be_mixed()
    {
        Assert.Contains("\"day\" occurs twice", string.Join("\n", Run(Plant.Tickets(), ("S", Rows("day,net,,day,net", "2025-04-01,5000,,2025-04-01,1"))).Problems.Select(p => p.Message)), StringComparison.Ordinal);
        Assert.Equal("S!A3", Plant.Finding(Run(Plant.Tickets(), ("S", Rows("day,net,,day of diesel,diesel", "2025-04-01,5000,,2025-04-01,1", ",,,2025-04-02,1"))), "no-time").Place.Pointer);
    }
}
