using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Workbooks.Reports;

namespace Ccts.Workbooks.Tests;

/// <summary>A report in a workbook is the report in JSON: units in headers and columns, months across, days for months.</summary>
public sealed class ReportWorkbookTests
{
    private const string Json = """
        { "format": "ccts-monitoring-report/1", "entity": { "name": "Plant A", "sector": "Cement", "state": "RJ" }, "complianceYear": "2025-26",
          "fuels": [ { "id": "kiln", "fuel": "petroleum-coke", "state": "solid", "amounts": { "2025-04": "100 t", "2025-05": "0 t", "2025-06": "110.5 t" }, "ncv": "33.62 GJ/t",
            "factor": { "tier": "type-ii", "value": "96.8 tCO2/TJ", "source": "Lab" }, "samples": 24 } ],
          "electricity": [ { "id": "grid", "supply": "grid", "amounts": { "2025-04": "20 MWh" } } ],
          "products": [ { "id": "cement", "product": "cement", "amounts": { "2025-04": "1000 t" } } ] }
        """;

    [Fact]
    public void A_filled_in_template_is_the_report_in_json()
    {
        Assert.True(ReportWorkbook.TryRead(Filled().ToWorkbook(), out var report, out var problems), string.Join("\n", problems));
        Assert.Equal(Canonical(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(Json), "report")), Canonical(report));
        Assert.Equal(["Streams!A2", "Streams!A3", "Streams!A4"], new[] { report.Fuels[0].Place, report.Electricity[0].Place, report.Products[0].Place }.Select(p => p.Pointer));
    }

    [Fact]
    public void A_template_is_a_report_without_streams()
    {
        using var stream = new MemoryStream();
        ReportTemplate.Write(stream, "Cement", ComplianceYear.Parse("2025-26"));
        var workbook = Sheets.Read(stream.ToArray());
        Assert.True(ReportWorkbook.IsReport(workbook));
        Assert.Equal("whyUnusual", workbook.Find("Streams")!.Cells.Last(c => c.Row == 1).Text);
        Assert.Contains("whyUnusual", workbook.Find("Report")!.Cells.Where(c => c.Column == 1).Select(c => c.Text));
        Assert.Contains("whole year", workbook.Find("Streams")!.Cells.Where(c => c.Row == 1).Select(c => c.Text));
        Assert.Contains("2026-03", workbook.Find("Streams")!.Cells.Where(c => c.Row == 1).Select(c => c.Text));
        Assert.False(ReportWorkbook.TryRead(workbook, out _, out var problems));
        var missing = Assert.Single(problems, p => p.Code == "missing-key");
        Assert.Equal(("Report!C3", "\"Obligated entity\" is empty."), (missing.Place.Pointer, missing.Message));
    }

    [Theory]
    [InlineData("Streams!L2", "a hundred", "Streams!L2")]
    [InlineData("Streams!H2", "33,62", "Streams!H2")]
    [InlineData("Streams!A3", "electric", "Streams!A3")]
    [InlineData("Report!C2", "2025-27", "Report!C2")]
    public void A_problem_names_its_cell(string address, string text, string place)
    {
        Assert.False(ReportWorkbook.TryRead(Filled().Set(address, text).ToWorkbook(), out _, out var problems));
        Assert.Contains(problems, p => p.Place.Pointer == place && p.Place.File == "plant.xlsx");
    }

    [Fact]
    public void Months_across_beside_periods_are_refused()
    {
        Assert.False(ReportWorkbook.TryRead(Filled().Set("Streams!Q1", "period").ToWorkbook(), out _, out var problems));
        Assert.Equal("Streams!Q1", Assert.Single(problems, p => p.Code == "months-and-periods").Place.Pointer);
    }

    /// <summary>One figure of the year, in a column of its own: for lines without months, and never beside one.</summary>
    [Fact]
    public void A_line_may_have_one_amount_of_the_whole_year()
    {
        Sheets Yearly() => Filled().Set("Streams!P1", "Whole year").Set("Streams!P4", "12000");
        var sheets = Yearly();
        Assert.False(ReportWorkbook.TryRead(sheets.ToWorkbook(), out _, out var problems));
        var both = Assert.Single(problems, p => p.Severity == Ccts.Sdk.Problems.Severity.Error);
        Assert.Equal(("months-and-year", "Streams!P4", "plant.xlsx"), (both.Code, both.Place.Pointer, both.Place.File));

        Assert.True(ReportWorkbook.TryRead(Yearly().Set("Streams!L4", "").ToWorkbook(), out var report, out problems), string.Join("\n", problems));
        var amount = Assert.Single(((ProductInTonnes)report.Products[0].Amounts).Amounts);
        Assert.Equal((ReportingPeriod.Year(report.Year), 12_000m), (amount.Period, amount.Amount.Tonnes));

        // The same stream again in a line with a month: an assessment refuses days that are counted twice.
        Assert.True(ReportWorkbook.TryRead(Yearly().Set("Streams!L4", "").Set("Streams!A5", "products").Set("Streams!B5", "cement").Set("Streams!L5", "1000").Set("Streams!O5", "t").ToWorkbook(), out report, out problems), string.Join("\n", problems));
        Assert.False(Assessor.TryAssess(report, Cement.Ruleset.Assessment, null, out _, out problems));
        Assert.Contains(problems, p => p.Code == "period-overlap" && p.Place.Pointer.StartsWith("Streams!A4/", System.StringComparison.Ordinal));
    }

    /// <summary>A reason for the result as a whole stands in the head, beside those of the streams.</summary>
    [Fact]
    public void The_head_says_why_the_result_is_unusual()
    {
        Assert.True(ReportWorkbook.TryRead(Filled().Set("Report!A9", "whyUnusual").Set("Report!C9", "a second kiln since June").ToWorkbook(), out var report, out var problems), string.Join("\n", problems));
        Assert.Equal("a second kiln since June", report.WhyUnusual);
    }

    /// <summary>A line of the head that stands twice would count by its last.</summary>
    [Fact]
    public void A_line_of_the_head_that_stands_twice_is_refused()
    {
        Assert.False(ReportWorkbook.TryRead(Filled().Set("Report!A9", "entity.sector").Set("Report!C9", "'Textile").ToWorkbook(), out _, out var problems));
        Assert.Equal("Report!A9", Assert.Single(problems, p => p.Code == "duplicate-line").Place.Pointer);
    }

    [Fact]
    public void A_sheet_of_periods_has_units_in_its_headers()
    {
        var sheet = new Sheets();
        string[][] rows = [["Fuel of Plant A"], ["List", "Id", "Fuel", "Period", "Amount [t]", "Heat value (GJ/t)", "State", "Factor.tier"], ["fuels", "kiln", "petroleum-coke", "2025-04", "100", "33.62", "solid", "type-i"], ["fuels", "kiln", "", "2025-05", "2 t", ""]];
        foreach (var (row, cells) in rows.Select((r, i) => (i + 1, r)))
        {
            for (var column = 0; column < cells.Length; column++)
            {
                _ = cells[column].Length > 0 ? sheet.Set("S", row, column + 1, cells[column]) : sheet;
            }
        }

        var workbook = sheet.ToWorkbook();
        var bare = MonitoringReportReader.Read(Encoding.UTF8.GetBytes("""{ "format": "ccts-monitoring-report/1", "entity": { "name": "A", "sector": "Cement" }, "complianceYear": "2025-26" }"""), "bare");
        Assert.False(StreamSheet.TryAdd(bare, workbook, workbook.Sheets[0], out _, out var problems));
        Assert.Equal("S!F2", Assert.Single(problems, p => p.Code == "csv-unknown-column").Place.Pointer);
        sheet.Set("S!F2", "NCV (GJ/t)");
        workbook = sheet.ToWorkbook();
        Assert.True(StreamSheet.TryAdd(bare, workbook, workbook.Sheets[0], out var report, out problems), string.Join("\n", problems));
        Assert.Contains("\"33.62 GJ/t\"", Canonical(report));
        Assert.Contains("\"2025-05\":\"2 t\"", Canonical(report));
    }

    /// <summary>An analysis stands in a line of its own below its stream, with months across and without an amount.</summary>
    [Fact]
    public void An_analysis_has_a_line_of_its_own()
    {
        var sheets = Filled().Set("Streams!P1", "analyses.period").Set("Streams!Q1", "analyses.ncv (GJ/t)").Set("Streams!R1", "analyses.source");
        foreach (var (row, month, ncv) in new[] { (5, "2025-04", "33.5"), (6, "2025-06", "33.9") })
        {
            sheets.Set("Streams", row, 1, "fuels").Set("Streams", row, 2, "kiln").Set("Streams", row, 16, month).Set("Streams", row, 17, ncv).Set("Streams", row, 18, "Lab");
        }

        Assert.True(ReportWorkbook.TryRead(sheets.ToWorkbook(), out var report, out var problems), string.Join("\n", problems));
        Assert.Equal([("2025-04", 33.5m), ("2025-06", 33.9m)], report.Fuels[0].Analyses.Select(a => (a.Period.ToString(), a.Net!.Value)));
        Assert.Equal(3, ((WeighedFuel)report.Fuels[0].Measured).Amounts.Count);
    }

    private static string Canonical(MonitoringReport report) => MonitoringReportWriter.ToJson(report).ToJsonString();

    /// <summary>The columns that a template has after its months are read: moisture and ash, analyses by lot, a composition, generation, stock, each further item in a line of its own.</summary>
    [Fact]
    public void What_stands_after_the_months_is_read()
    {
        using var stream = new MemoryStream();
        ReportTemplate.Write(stream, "Cement", ComplianceYear.Parse("2025-26"));
        var written = Sheets.Read(stream.ToArray());
        var headers = written.Find("Streams")!.Cells.Where(c => c.Row == 1).ToDictionary(c => c.Text, c => c.Column);
        var sheets = new Sheets();
        foreach (var cell in written.Find("Report")!.Cells.Concat(written.Find("Streams")!.Cells))
        {
            sheets.Set(written.Find("Report")!.Cells.Contains(cell) ? "Report" : "Streams", cell.Row, cell.Column, "'" + cell.Text);
        }

        sheets.Set("Report", 3, 3, "'Plant A");
        var row = 1;
        void Line(params (string Column, string Text)[] cells)
        {
            row++;
            foreach (var (column, text) in cells)
            {
                sheets.Set("Streams", row, headers[column], "'" + text);
            }
        }

        Line(("list", "fuels"), ("id", "kiln"), ("fuel", "other-bituminous-coal"), ("state", "solid"), ("ncv", "24 GJ/t"), ("factor.tier", "type-ii"), ("factor.value", "95 tCO2/TJ"), ("factor.source", "Lab"), ("2025-04", "100 t"), ("basis", "moisture-free"), ("moisture", "8 %"), ("unburnt.material", "ash"), ("unburnt.amount", "3 t"), ("unburnt.carbonContent", "2 %"), ("stock.opening", "0 t"), ("stock.received", "100 t"), ("stock.movedOut", "0 t"), ("stock.closing", "0 t"), ("analyses.period", "2025-04"), ("analyses.ncv", "23 GJ/t"), ("analyses.externalNcv", "23.5 GJ/t"), ("analyses.source", "Lab"), ("analyses.externalSource", "Other lab"));
        Line(("list", "fuels"), ("id", "kiln"), ("analyses.period", "2025-05"), ("analyses.ncv", "22 GJ/t"), ("analyses.source", "Lab"));
        Line(("list", "fuels"), ("id", "gas"), ("fuel", "blast-furnace-gas"), ("state", "gas"), ("2025-04", "100 Nm3"), ("molarVolume", "22.414 m3/kmol"), ("analysisSource", "Lab"), ("composition.component", "CO"), ("composition.share", "40 %"));
        Line(("list", "fuels"), ("id", "gas"), ("composition.component", "N2"), ("composition.share", "60 %"));
        Line(("list", "fuels"), ("id", "billed"), ("fuel", "natural-gas"), ("state", "gas"), ("2025-04", "10 MMBtu"), ("energyBasis", "gross"), ("factor.tier", "type-ii"), ("factor.value", "56.1 tCO2/TJ"), ("factor.source", "Lab"));
        Line(("list", "gases"), ("id", "stack"), ("gas", "N2O"), ("2025-04", "3 t"), ("globalWarmingPotential", "265"), ("source", "analyser"));
        Line(("list", "exportedPower"), ("id", "sold"), ("2025-04", "30 MWh"), ("factorSource", "test"), ("generation.unit", "STG"), ("generation.net", "200 MWh"), ("generation.heatRate", "2850 kcal/kWh"), ("generation.factor", "95 tCO2/TJ"));
        Line(("list", "products"), ("id", "cement"), ("product", "cement"), ("2025-04", "1000 t"));
        Assert.True(ReportWorkbook.TryRead(sheets.ToWorkbook(), out var report, out var problems), string.Join("\n", problems));
        var coal = report.Fuels[0];
        Assert.Equal((2, 1, 0.08m), (coal.Analyses.Count, coal.Unburnt.Count, coal.Moisture));
        Assert.Equal(["CO", "N2"], report.Fuels[1].Composition!.Shares.Select(c => c.Component));
        Assert.IsType<BilledEnergy>(report.Fuels[2].Measured);
        Assert.Equal(("N2O", 1), (report.Gases[0].Gas, report.ExportedPower[0].Generation.Count));
    }

    private static Sheets Filled()
    {
        var sheets = new Sheets().Set("Report!A1", "ccts-report-template/1");
        string[][] head = [["complianceYear", "2025-26"], ["entity.name", "Plant A"], ["entity.sector", "Cement"], ["entity.state", "RJ"]];
        string[][] streams =
        [
            ["list", "id", "fuel", "state", "supply", "product", "samples", "ncv (GJ/t)", "factor.tier", "factor.value", "factor.source", "2025-04", "May-25", "June 2025", "unit"],
            ["fuels", "kiln", "petroleum-coke", "solid", "", "", "24", "33.62", "type-ii", "96.8 tCO2/TJ", "Lab", "100", "=1-1|0", "110.50000000000001", "t"],
            ["electricity", "grid", "", "", "grid", "", "", "", "", "", "", "20", "", "", "MWh"],
            ["products", "cement", "", "", "", "cement", "", "", "", "", "", "1000", "", "", "t"],
        ];
        for (var row = 0; row < head.Length; row++)
        {
            sheets.Set("Report", row + 2, 1, head[row][0]).Set("Report", row + 2, 3, "'" + head[row][1]);
        }

        for (var row = 0; row < streams.Length; row++)
        {
            for (var column = 0; column < streams[row].Length; column++)
            {
                _ = streams[row][column].Length > 0 ? sheets.Set("Streams", row + 1, column + 1, streams[row][column]) : sheets;
            }
        }

        return sheets;
    }
}
