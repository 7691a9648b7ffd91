using System.Linq;
using System.Text;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.ProFormas;
using Ccts.Workbooks.Reports;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Tests;

/// <summary>Where a sheet reads otherwise than it looks, that is told with the cell: hidden figures count, and merged cells hold their value in the first alone.</summary>
public sealed class UnseenCellsTests
{
    private const string One = "01-minimal-type1-grid-ppc";

    [Theory]
    [InlineData("3", "Sb!E3")]
    [InlineData("H", "Sb!H3")]
    [InlineData("", "Sb!E3")]
    public void A_hidden_figure_of_a_template_counts_and_is_told(string hidden, string cell)
    {
        Assert.True(ProFormaWorkbook.TryRead(TemplateTests.Filled().Hide("Sb", hidden).ToWorkbook(), Cement.Form, out _, out var problems), string.Join("\n", problems));
        var told = Assert.Single(problems, p => p.Code == "hidden-cells");
        Assert.Equal((Severity.Warning, cell), (told.Severity, told.Place.Pointer));
    }

    [Theory]
    [InlineData("E3:F3", "Sb!E3")]
    [InlineData("H3:H4", "Sb!H3")]
    [InlineData("E3:H3", "Sb!E3")]
    public void Merged_figures_of_a_template_are_refused(string merged, string cell)
    {
        var sheets = TemplateTests.Filled().Set("Sb", "A4", "Sb.A8@38").Set("Sb", "D4", "Tonne").Merge("Sb", merged);
        Assert.False(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems));
        var told = Assert.Single(problems, p => p.Code == "merged-cells");
        Assert.Equal((Severity.Error, cell), (told.Severity, told.Place.Pointer));
        Assert.NotNull(told.Hint);
    }

    /// <summary>A figure with its note, a year that the baseline does not have, and a title change no figure.</summary>
    [Theory]
    [InlineData("H3:I3")]
    [InlineData("F3:G3")]
    [InlineData("A1:D1")]
    public void Merged_cells_that_hold_one_figure_are_none_of_our_business(string merged)
    {
        Assert.True(ProFormaWorkbook.TryRead(TemplateTests.Filled().Merge("Sb", merged).ToWorkbook(), Cement.Form, out _, out var problems), string.Join("\n", problems));
        Assert.DoesNotContain(problems, p => p.Code == "merged-cells");
    }

    [Fact]
    public void The_schemes_workbook_is_looked_at_in_the_same_way()
    {
        Assert.True(ProFormaWorkbook.TryRead(FiledSheets.Of(Cement.Filing(One)).Hide("Form-Sb", "33").ToWorkbook(), Cement.Form, out _, out var problems), string.Join("\n", problems));
        Assert.StartsWith("Form-Sb!", Assert.Single(problems, p => p.Code == "hidden-cells").Place.Pointer, System.StringComparison.Ordinal);
        Assert.False(ProFormaWorkbook.TryRead(FiledSheets.Of(Cement.Filing(One)).Merge("Form-Sb", "I35:I36").ToWorkbook(), Cement.Form, out _, out problems));
        Assert.Equal("Form-Sb!I35", Assert.Single(problems, p => p.Code == "merged-cells").Place.Pointer);
    }

    [Fact]
    public void A_table_tells_its_hidden_columns_and_merged_cells()
    {
        var workbook = new Sheets().Set("S!A1", "Holdings of a plant").Set("S!A2", "account").Set("S!B2", "quantity").Set("S!A3", "x").Set("S!B3", "1").Set("S!A4", "y").Hide("S", "B").Merge("S", "A1:B1").Merge("S", "B3:B4").ToWorkbook();
        Assert.True(SheetTable.TryWrite(workbook, workbook.Sheets[0], out _, out var problems));
        Assert.Equal([("hidden-cells", "S!B2"), ("merged-cells", "S!B3")], problems.Select(p => (p.Code, p.Place.Pointer)));
    }

    /// <summary>A figure that a person struck out is not counted in silence; a text that is no figure may be struck through.</summary>
    [Fact]
    public void Struck_figures_of_a_template_and_of_streams_are_refused()
    {
        Assert.False(ProFormaWorkbook.TryRead(TemplateTests.Filled().Set("Sb", "H3", "~4500").ToWorkbook(), Cement.Form, out _, out var problems));
        var told = Assert.Single(problems, p => p.Code == "struck-cells");
        Assert.Equal((Severity.Error, "Sb!H3", true), (told.Severity, told.Place.Pointer, told.Hint is not null));
        Assert.True(ProFormaWorkbook.TryRead(TemplateTests.Filled().Set("Sb", "I3", "~a note").ToWorkbook(), Cement.Form, out _, out problems), string.Join("\n", problems));
        Assert.Equal(("struck-cells", "S!C2"), (Streams(Lines().Set("S!C2", "~other-bituminous-coal")).Code, Streams(Lines().Set("S!C2", "~other-bituminous-coal")).Place.Pointer));
    }

    /// <summary>A moisture merged over two streams stands in the first alone; the second would count as if it were dry.</summary>
    [Fact]
    public void Streams_with_merged_cells_are_refused()
    {
        var found = Streams(Lines().Merge("S", "D2:D3"));
        Assert.Equal((Severity.Error, "S!D2"), (found.Severity, found.Place.Pointer));
    }

    [Fact]
    public void A_cell_of_a_column_without_a_name_is_refused() => Assert.Equal(("cell-without-column", "S!H3"), (Streams(Lines().Set("S!H3", "12")).Code, Streams(Lines().Set("S!H3", "12")).Place.Pointer));

    private static Sheets Lines()
    {
        var sheets = new Sheets();
        string[][] rows = [["list", "id", "gas", "globalWarmingPotential", "source", "period", "amount"], ["gases", "a", "N2O", "265", "lab", "2025-26", "1 t"], ["gases", "b", "N2O", "265", "lab", "2025-26", "2 t"], ["massBalances", "steel", "", "", "", "", ""]];
        foreach (var (row, cells) in rows.Select((r, i) => (i + 1, r)))
        {
            for (var column = 0; column < cells.Length; column++)
            {
                _ = cells[column].Length > 0 ? sheets.Set("S", row, column + 1, "'" + cells[column]) : sheets;
            }
        }

        return sheets;
    }

    private static Problem Streams(Sheets sheets)
    {
        var workbook = sheets.ToWorkbook();
        Assert.False(StreamSheet.TryAdd(Bare(), workbook, workbook.Sheets[0], out _, out var problems));
        return problems.First(p => p.Severity == Severity.Error);
    }

    /// <summary>What is found about any stream of a sheet names its row: those of gases and mass balances too.</summary>
    [Fact]
    public void Every_stream_knows_its_row()
    {
        var sheets = new Sheets();
        string[][] rows = [["list", "id", "gas", "source", "period", "amount", "inputs.material", "inputs.amount", "inputs.carbonContent"], ["gases", "a", "N2O", "lab", "2025-26", "1 t", "", "", ""], ["massBalances", "steel", "", "", "", "", "coke", "1 t", "85 %"]];
        foreach (var (row, cells) in rows.Select((r, i) => (i + 3, r)))
        {
            for (var column = 0; column < cells.Length; column++)
            {
                _ = cells[column].Length > 0 ? sheets.Set("S", row, column + 1, "'" + cells[column]) : sheets;
            }
        }

        var workbook = sheets.ToWorkbook();
        Assert.True(StreamSheet.TryAdd(Bare(), workbook, workbook.Sheets[0], out var report, out var problems), string.Join("\n", problems));
        Assert.Equal(["S!A4", "S!A5"], new[] { report.Gases[0].Place, report.MassBalances[0].Place }.Select(p => p.Pointer));
    }

    private static Ccts.Sdk.Monitoring.MonitoringReport Bare() => MonitoringReportReader.Read(Encoding.UTF8.GetBytes("""{ "format": "ccts-monitoring-report/1", "entity": { "name": "A", "sector": "Cement" }, "complianceYear": "2025-26" }"""), "bare");
}
