using System.Linq;
using System.Text;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Tests;

/// <summary>A sheet comes out as the CSV that somebody would have saved, row for row.</summary>
public sealed class SheetTableTests
{
    [Fact]
    public void Rows_keep_their_lines_and_titles_are_passed_over()
    {
        var workbook = new Sheets().Set("S!A1", "Holdings of Plant A").Set("S!A3", "account").Set("S!B3", "quantity").Set("S!A5", "plant, \"A\"").Set("S!B5", "1.1000000000000001").ToWorkbook();
        Assert.Equal("\n\naccount,quantity\n\n\"plant, \"\"A\"\"\",1.1\n", Csv(workbook));
    }

    [Fact]
    public void Formulas_count_by_their_values_and_breaks_within_a_cell_are_blanks() =>
        Assert.Equal("a,b\n3,x y\n", Csv(new Sheets().Set("S!A1", "a").Set("S!B1", "b").Set("S!A2", "=1+2|3").Set("S!B2", "x\ny").ToWorkbook()));

    [Theory]
    [InlineData("#REF!", "cell-error")]
    [InlineData("=B1*2", "formula-not-saved")]
    public void What_has_no_value_is_told_with_its_cell(string text, string code)
    {
        var workbook = new Sheets().Set("S!A1", "a").Set("S!B1", "b").Set("S!B2", text).ToWorkbook();
        Assert.False(SheetTable.TryWrite(workbook, workbook.Sheets[0], out _, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal((code, "S!B2"), (problem.Code, problem.Place.Pointer));
    }

    [Fact]
    public void Of_several_sheets_one_is_named()
    {
        var workbook = new Sheets().Set("One!A1", "a").Set("Two!A1", "b").ToWorkbook();
        Assert.False(SheetTable.TryChoose(workbook, null, out _, out var problems));
        Assert.Contains("!One", Assert.Single(problems).Expected);
        Assert.True(SheetTable.TryChoose(workbook, "two", out var sheet, out _));
        Assert.Equal("Two", sheet.Name);
        Assert.False(SheetTable.TryChoose(workbook, "Three", out _, out problems));
        Assert.Equal("unknown-sheet", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_hidden_row_is_read_and_told()
    {
        var workbook = new Sheets().Set("S!A1", "a").Set("S!B1", "b").Set("S!A2", "1").Set("S!A3", "2").Hide("S", "3").ToWorkbook();
        Assert.True(SheetTable.TryWrite(workbook, workbook.Sheets[0], out var csv, out var problems));
        Assert.Equal("a,b\n1,\n2,\n", Encoding.UTF8.GetString(csv));
        Assert.Equal(("hidden-rows", 3), Assert.Single(problems) is var told ? (told.Code, told.Place.Line) : default);
    }

    [Theory]
    [InlineData("45748", "2025-04-01")]
    [InlineData("45748.5", "2025-04-01T12:00:00")]
    [InlineData("61", "1900-03-01")]
    [InlineData("60", "60")]
    [InlineData("2958465", "9999-12-31")]
    [InlineData("2958466", "2958466")]
    public void Days_are_written_as_days(string serial, string text) => Assert.Equal(text, CellTextOf(serial));

    [Theory]
    [InlineData("0.08", "8 %")]
    [InlineData("1.05", "105 %")]
    public void A_share_is_written_as_its_cell_shows_it(string saved, string text) =>
        Assert.Equal(text, CellText.Of(new WorkbookCell(1, 1, WorkbookCellKind.Number, saved, HasFormula: false, IsDay: false) { IsPercent = true }));

    private static string CellTextOf(string serial) => CellText.Of(new WorkbookCell(1, 1, WorkbookCellKind.Number, serial, HasFormula: false, IsDay: true));

    private static string Csv(Workbook workbook)
    {
        Assert.True(SheetTable.TryWrite(workbook, workbook.Sheets[0], out var csv, out var problems), string.Join("\n", problems));
        return Encoding.UTF8.GetString(csv);
    }

    // 0.0825 is saved for the 8.25 % that the cell shows. With a unit in its header or without, it is 8.25 %.
    [Theory]
    [InlineData("moisture (%)", true, "8.25 %")]
    [InlineData("moisture", true, "8.25 %")]
    [InlineData("moisture (%)", false, "0.0825 %")]
    public void A_cell_that_shows_per_cent_is_read_as_it_is_shown(string header, bool isPercent, string value)
    {
        static WorkbookCell Text(int row, int column, string text) => new(row, column, WorkbookCellKind.Text, text, HasFormula: false, IsDay: false);
        var share = new WorkbookCell(2, 3, WorkbookCellKind.Number, "0.0825", HasFormula: false, IsDay: false) { IsPercent = isPercent };
        var sheet = new WorkbookSheet("S", [Text(1, 1, "list"), Text(1, 2, "id"), Text(1, 3, header), Text(2, 1, "fuels"), Text(2, 2, "kiln"), share], false, [], new SheetLook());
        var workbook = new Workbook("plant.xlsx", [sheet]);
        Assert.Equal($"list,id,moisture\nfuels,kiln,{value}\n", new Reports.StreamLines(workbook, sheet, []).Text);
        Assert.Equal(isPercent ? "8.25" : "0.0825", new ProFormas.FigureCells(workbook).Text(sheet, share, isFigure: true, "%"));
        Assert.Equal("0.0825", new ProFormas.FigureCells(workbook).Text(sheet, share, isFigure: true, "t/t"));
    }

    // A cell that shows 33 for 33000, and one that shows kg in a column of tonnes, were read as nobody has seen them.
    [Theory]
    [InlineData("amount (t)", null, 1000, "cell-scaled")]
    [InlineData("amount (t)", "kg", 1, "unit-differs")]
    [InlineData("amount", "kg", 1, "unit-differs")]
    [InlineData("amount (t)", "MT", 1, "")]
    [InlineData("amount (t)", null, 1, "")]
    public void A_cell_is_read_as_it_is_seen(string header, string? shown, int scale, string code)
    {
        static WorkbookCell Text(int row, int column, string text) => new(row, column, WorkbookCellKind.Text, text, HasFormula: false, IsDay: false);
        var amount = new WorkbookCell(2, 3, WorkbookCellKind.Number, "33000", HasFormula: false, IsDay: false) { ShownText = shown, ShownIn = scale };
        var sheet = new WorkbookSheet("S", [Text(1, 1, "list"), Text(1, 2, "id"), Text(1, 3, header), Text(2, 1, "fuels"), Text(2, 2, "kiln"), amount], false, [], new SheetLook());
        var workbook = new Workbook("plant.xlsx", [sheet]);
        var found = SheetTable.CellProblems(workbook, sheet);
        _ = new Reports.StreamLines(workbook, sheet, found);
        Assert.Equal(code, string.Join(" ", found.Select(p => p.Code)));
        Assert.All(found, p => Assert.Equal((Severity.Error, "S!C2"), (p.Severity, p.Place.Pointer)));
        var cells = new ProFormas.FigureCells(workbook);
        Assert.Equal(scale == 1 ? "33000" : null, cells.Text(sheet, amount, isFigure: true));
    }
}
