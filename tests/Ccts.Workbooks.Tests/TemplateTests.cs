using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks.ProFormas;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Ccts.Workbooks.Tests;

/// <summary>A template takes everything that a filing states and gives it back; its cells are locked but those to fill in.</summary>
public sealed class TemplateTests
{
    private const string One = "01-minimal-type1-grid-ppc";

    public static TheoryData<string> Plants => [.. Cement.Files];

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_template_gives_the_filing_back(string name)
    {
        var filing = Cement.Filing(name);
        Assert.True(ProFormaWorkbook.TryRead(Sheets.Read(Template(filing)), Cement.Form, out var read, out var problems), string.Join("\n", problems));
        Assert.Empty(problems);
        Assert.Equal(Stated(filing), Stated(read));
    }

    [Fact]
    public void An_empty_template_asks_for_what_is_missing()
    {
        var workbook = Sheets.Read(Template(null));
        Assert.Equal(("cement", "2026-27"), (ProFormaWorkbook.Peek(workbook, []).Form, ProFormaWorkbook.Peek(workbook, []).Year?.ToString()));
        Assert.False(ProFormaWorkbook.TryRead(workbook, Cement.Form, out _, out var problems));
        Assert.Equal("missing-choice", Assert.Single(problems).Code);
    }

    /// <summary>A line that somebody deleted would count as an empty one.</summary>
    [Fact]
    public void A_line_that_is_gone_is_told()
    {
        var written = Sheets.Read(Template(Cement.Filing(One)));
        var sheets = new Sheets();
        foreach (var sheet in written.Sheets)
        {
            var gone = sheet.Name == "Sb" ? sheet.Cells.First(c => c.Text == "Sb.A3@33").Row : 0;
            foreach (var cell in sheet.Cells.Where(c => c.Row != gone))
            {
                sheets.Set(sheet.Name, cell.Row, cell.Column, cell.Text);
            }
        }

        Assert.True(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out var filing, out var problems), string.Join("\n", problems));
        Assert.Contains("Sb.A3@33", Assert.Single(problems, p => p.Code == "missing-line").Message, StringComparison.Ordinal);
        Assert.Null(ProFormaAssessor.Assess(filing, Cement.Form, Cement.Ruleset.Assessment).Certificates.Quantity);
    }

    /// <summary>What a check says of the current year points to its cell, not to that of the baseline.</summary>
    [Fact]
    public void A_finding_points_to_the_cell_of_its_column()
    {
        var written = Sheets.Read(Template(Cement.Filing(One)));
        var sheets = new Sheets();
        foreach (var (sheet, cell) in written.Sheets.SelectMany(s => s.Cells.Select(c => (s, c))))
        {
            var isFactor = sheet.Name == "Sb" && cell.Column == 8 && sheet.CellAt(cell.Row, 1)?.Text == "Sb.C.1(viii)@206";
            sheets.Set(sheet.Name, cell.Row, cell.Column, isFactor ? "717" : cell.Text);
        }

        Assert.True(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out var filing, out var problems), string.Join("\n", problems));
        var found = ProFormaAssessor.Assess(filing, Cement.Form, Cement.Ruleset.Assessment).Findings;
        Assert.StartsWith("Sb!H", Assert.Single(found, f => f.Code == "unusual-figure").Place.Pointer, StringComparison.Ordinal);
    }

    [Fact]
    public void It_is_a_sound_workbook()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Template(Cement.Filing(One))), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => e.Path?.XPath + ": " + e.Description));
    }

    [Fact]
    public void Every_sheet_is_protected_and_only_cells_to_fill_in_are_open()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Template(null)), isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var open = 0;
        foreach (var sheet in document.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>())
        {
            var worksheet = ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!)).Worksheet!;
            Assert.True(worksheet.GetFirstChild<SheetProtection>()!.Sheet!.Value);
            open += worksheet.Descendants<Cell>().Count(c => formats[(int)c.StyleIndex!.Value].Protection?.Locked?.Value == false);
        }

        var lines = Cement.Form.Fields.Count(f => f.Kind is ProFormaFieldKind.Input or ProFormaFieldKind.Default or ProFormaFieldKind.Answer);
        const int OfGeneral = 10;
        Assert.Equal((lines * 4) + OfGeneral + Cement.Form.Choices.Count, open);
    }

    [Fact]
    public void Words_are_offered_where_there_are_some()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Template(null)), isEditable: false);
        var lists = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<DataValidation>()).Where(v => v.Type?.Value == DataValidationValues.List).Select(v => v.Formula1!.Text).ToList();
        Assert.Equal(Cement.Form.Choices.Count + Cement.Form.Fields.Count(f => f.Kind == ProFormaFieldKind.Answer), lists.Count);
        Assert.Contains("\"1,2,3\"", lists);
        Assert.Contains(lists, l => l.StartsWith("Words!$A$1:$A$", StringComparison.Ordinal));
    }

    [Fact]
    public void A_figure_counts_in_the_unit_that_stands_beside_it()
    {
        var filing = Read(Filled().Set("Sb", "D3", "kg").Set("Sb", "H3", "4500000"));
        Assert.Contains("\"4500\"", Stated(filing), StringComparison.Ordinal);
        Refused(Filled().Set("Sb", "D3", "gallon"), "input-unit", "Sb!H3");
    }

    [Fact]
    public void Rows_may_be_sorted_and_left_out()
    {
        var sorted = new Sheets();
        Head(sorted).Set("Sb", "A2", "Sb.A7@37").Set("Sb", "D2", "Tonne").Set("Sb", "E2", "9500").Set("Sb", "H2", "9500")
            .Set("Sb", "A3", "Sb.D.1(xxi)@414").Set("Sb", "A4", "Sb.A3@33").Set("Sb", "D4", "Tonne").Set("Sb", "H4", "1000").Set("Sb", "E4", "900");
        Assert.Contains("\"field\":\"Sb.A7@37\"", Stated(Read(sorted)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A3", "Sb.A7@38", "unknown-field", "Sb!H3")]
    [InlineData("A3", "Sb.D.1(xxi)@414", "not-an-input", "Sb!H3")]
    [InlineData("H3", "#REF!", "cell-error", "Sb!H3")]
    [InlineData("H3", "about 5", "bad-value", "Sb!H3")]
    [InlineData("H3", "-1", "negative-figure", "Sb!H3")]
    [InlineData("H3", "=1+2", "formula-not-saved", "Sb!H3")]
    [InlineData("H9", "5", "figure-without-field", "Sb!H9")]
    [InlineData("G3", "5", "baseline-years", "Sb!G3")]
    [InlineData("H1", "This year", "missing-column", "Sb!A1")]
    public void What_is_not_understood_is_told_with_its_cell(string at, string text, string code, string cell) => Refused(Filled().Set("Sb", at, text), code, cell);

    [Theory]
    [InlineData("A1", "ccts-proforma-template/9", "unsupported-format")]
    [InlineData("C2", "steel", "another-pro-forma")]
    [InlineData("C3", "25/26", "bad-value")]
    [InlineData("C5", "12345", "bad-value")]
    [InlineData("A4", "entity.nam", "unknown-line")]
    [InlineData("A4", "entity.registration", "duplicate-line")]
    [InlineData("C6", "QQQ", "unknown-word")]
    [InlineData("A6", "general.sector", "unknown-choice")]
    public void What_the_first_sheet_says_has_to_be_understood(string at, string text, string code) => Refused(Filled().Set("General", at, text), code, null);

    [Fact]
    public void A_figure_that_stands_as_text_counts_and_is_told()
    {
        Assert.True(ProFormaWorkbook.TryRead(Filled().Set("Sb", "H3", "'4500 ").ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Equal("figure-as-text", Assert.Single(problems, p => p.Code != "missing-line").Code);
    }

    private static Sheets Head(Sheets sheets)
    {
        sheets.Set("General", "A1", "ccts-proforma-template/1")
            .Set("General", "A2", "proForma").Set("General", "C2", "cement")
            .Set("General", "A3", "complianceYear").Set("General", "C3", "'2025-26")
            .Set("General", "A4", "entity.name").Set("General", "C4", "A plant")
            .Set("General", "A5", "entity.registration").Set("General", "C5", "CMTOE085RJ")
            .Set("General", "A6", "general.sub_sector").Set("General", "C6", "PPC")
            .Set("General", "A7", "general.number_of_baseline_years").Set("General", "C7", "2");
        var headers = new[] { "Field", "Particulars", "Basis", "Unit", "Baseline year 1", "Baseline year 2", "Baseline year 3", "Current year" };
        for (var i = 0; i < headers.Length; i++)
        {
            sheets.Set("Sb", 1, i + 1, headers[i]);
        }

        return sheets;
    }

    internal static Sheets Filled() => Head(new Sheets()).Set("Sb", "A3", "Sb.A7@37").Set("Sb", "D3", "Tonne").Set("Sb", "E3", "4000").Set("Sb", "F3", "4100").Set("Sb", "H3", "4500");

    private static ProFormaFiling Read(Sheets sheets)
    {
        Assert.True(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out var filing, out var problems), string.Join("\n", problems));
        return filing;
    }

    private static void Refused(Sheets sheets, string code, string? cell)
    {
        Assert.False(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error && (cell is null || p.Place.Pointer == cell));
    }

    private static byte[] Template(ProFormaFiling? filing)
    {
        using var stream = new MemoryStream();
        ProFormaTemplate.Write(stream, Cement.Form, Ccts.Sdk.Entities.ComplianceYear.Parse("2026-27"), filing);
        return stream.ToArray();
    }

    /// <summary>Without lines that state nothing.</summary>
    private static string Stated(ProFormaFiling filing)
    {
        var json = ProFormaFilingWriter.ToJson(filing, Cement.Form);
        json["inputs"] = new System.Text.Json.Nodes.JsonArray([.. json["inputs"]!.AsArray().Where(l => (string)l!["current"]! != "" || l["baseline_years"]!.AsArray().Any(y => (string)y! != "")).Select(l => l!.DeepClone())]);
        return json.ToJsonString();
    }
}
