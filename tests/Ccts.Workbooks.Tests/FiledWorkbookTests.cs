using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;
using Ccts.Workbooks.ProFormas;

namespace Ccts.Workbooks.Tests;

/// <summary>The workbook that the scheme publishes for cement: what a plant fills in comes out as the filing it would have written.</summary>
public sealed class FiledWorkbookTests
{
    private const string One = "01-minimal-type1-grid-ppc";

    public static TheoryData<string> Plants => [.. Cement.Files];

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_filled_workbook_is_the_filing(string name)
    {
        var filing = Cement.Filing(name);
        Assert.True(ProFormaWorkbook.TryRead(FiledSheets.Of(filing).ToWorkbook(), Cement.Form, out var read, out var problems), string.Join("\n", problems));
        Assert.Equal(Figures(filing), Figures(read));
        Assert.Equal("2025-26", read.Year.ToString());
        Assert.Equal("CMTOE085RJ", read.Entity?.Registration?.Text);
    }

    [Fact]
    public void The_form_and_the_year_are_seen()
    {
        var (form, year) = ProFormaWorkbook.Peek(FiledSheets.Of(Cement.Filing(One)).ToWorkbook(), [Cement.Form]);
        Assert.Equal("cement", form);
        Assert.Equal("2025-26", year?.ToString());
    }

    [Fact]
    public void A_formula_of_the_blank_workbook_states_nothing_and_a_measured_value_counts()
    {
        var blank = Read(Workbook().Set("Form-Sb", "I397", "=I395*0.95|4344.35").Set("Form-Sb", "I98", "=(F98+G98)/2|0"));
        Assert.Equal(("", ""), (Current(blank, 397), Current(blank, 98)));
        var measured = Read(Workbook().Set("Form-Sb", "I397", "4300").Set("Form-Sb", "I98", "1.54"));
        Assert.Equal(("4300", "1.54"), (Current(measured, 397), Current(measured, 98)));
    }

    [Fact]
    public void A_plants_own_formula_counts_by_the_result_that_was_saved()
    {
        Assert.Equal("9500.5", Current(Read(Workbook().Set("Form-Sb", "I37", "=4000+5500.5|9500.5")), 37));
        Refused(Workbook().Set("Form-Sb", "I37", "=4000+5500"), "formula-not-saved", "Form-Sb!I37");
    }

    [Fact]
    public void A_row_too_many_is_seen_before_a_figure_is_taken()
    {
        var sheets = Workbook();
        var (label, below) = (Cement.Form.Fields.First(f => f.Row == 394).Label, Cement.Form.Fields.First(f => f.Row == 395).Label);
        Assert.NotEqual(label, below);
        Refused(sheets.Set("Form-Sb", "B395", "'" + label), "layout-differs", "Form-Sb!B395");
    }

    [Fact]
    public void A_label_that_a_plant_completed_or_a_formula_gives_is_no_other_row()
    {
        Read(Workbook().Set("Form-Sb", "B70", "=A1|Other Cement Production, Masonry"));
        Read(Workbook().Set("Form-Sb", "B70", "Other Cement Production, Masonry"));
    }

    [Fact]
    public void A_figure_for_a_year_that_the_baseline_does_not_have_is_refused_but_not_its_formula()
    {
        Refused(Workbook().Set("Form-Sb", "F37", "100"), "baseline-years", "Form-Sb!F37");
        Read(Workbook().Set("Form-Sb", "G219", "=G217-G218|0"));
    }

    [Theory]
    [InlineData("#VALUE!", "cell-error")]
    [InlineData("'NA", "bad-value")]
    [InlineData("'-", "bad-value")]
    [InlineData("-5", "negative-figure")]
    public void What_is_no_figure_is_told_with_its_cell(string text, string code) => Refused(Workbook().Set("Form-Sb", "I37", text), code, "Form-Sb!I37");

    [Fact]
    public void A_figure_in_a_cell_that_is_computed_or_in_no_line_is_told()
    {
        var told = Told(Workbook().Set("Form-Sb", "I414", "12345").Set("Form-Sb", "E4", "77"));
        Assert.Contains(told, p => p.Code == "figure-not-counted" && p.Place.Pointer == "Form-Sb!I414" && p.Message.Contains("@414", StringComparison.Ordinal));
        Assert.Contains(told, p => p.Code == "figure-not-counted" && p.Place.Pointer == "Form-Sb!E4");
    }

    [Fact]
    public void A_workbook_saved_as_values_has_no_figure_out_of_place()
    {
        var sheets = Workbook();
        foreach (var field in Cement.Form.Fields.Where(f => f.Kind is ProFormaFieldKind.Computed or ProFormaFieldKind.Default && Cement.Form.Workbook!.Sheets.ContainsKey(f.Sheet)))
        {
            foreach (var column in Cement.Form.Workbook!.Sheets[field.Sheet].Columns.Values)
            {
                sheets.Clear(Cement.Form.Workbook.Sheets[field.Sheet].Name, $"{column}{field.Row}");
            }
        }

        Assert.DoesNotContain(Told(sheets.Set("Form-Sb", "I414", "700000")), p => p.Code == "figure-not-counted");
    }

    [Fact]
    public void What_the_workbook_printed_is_compared_with_what_comes_out()
    {
        var filing = Read(Workbook().Set("Form-Sb", "I414", "=I29+I31|777"));
        var assessment = ProFormaAssessor.Assess(filing, Cement.Form, Cement.Ruleset.Assessment, new ProFormaOptions());
        Assert.Contains(assessment.Findings, f => f.Code == "expected-figure" && f.Message.Contains("777 is expected", StringComparison.Ordinal) && f.Place.Pointer == "Form-Sb!I414");
    }

    [Fact]
    public void A_formula_that_the_published_workbook_lacks_is_told()
    {
        var told = Told(Workbook().Clear("Form-Sb", "E397"));
        Assert.Contains(told, p => p.Code == "formula-missing" && p.Message.Contains("E397", StringComparison.Ordinal));
        Assert.DoesNotContain(Told(Workbook()), p => p.Code == "formula-missing");
    }

    [Fact]
    public void Two_words_for_one_choice_are_refused()
    {
        Refused(Workbook().Set("Form-Sb", "E911", "Type 2-Unit Specific method"), "choice-differs", "Form-Sb!E911");
        Read(Workbook().Set("Form-Sb", "E911", "Type 1- Emission Factor (CSI)"));
    }

    [Fact]
    public void A_registration_that_cannot_be_read_is_told_and_the_filing_stays() =>
        Assert.Contains(Told(Workbook().Set(Cement.Form.Workbook!.Registration!, "Regd. 77")), p => p.Code == "registration-not-read");

    /// <summary>The newest law would be taken, and another year's target.</summary>
    [Fact]
    public void A_year_that_cannot_be_read_is_refused() =>
        Refused(Workbook().Set(Cement.Form.Workbook!.Year!, "FY 2025-26"), "year-not-read", Cement.Form.Workbook.Year!);

    [Fact]
    public void The_column_of_units_counts()
    {
        Assert.Equal("130000", Current(Read(Workbook().Set("Form-Sb", "D37", "Lakh Tonnes").Set("Form-Sb", "I37", "1.3")), 37));
        Refused(Workbook().Set("Form-Sb", "D37", "bags").Set("Form-Sb", "I37", "1.3"), "input-unit", "Form-Sb!I37");
    }

    [Fact]
    public void Rows_that_were_inserted_are_named()
    {
        var (sheets, layout) = (new Sheets(), Cement.Form.Workbook!.Sheets["Sb"]);
        foreach (var sheet in Workbook().ToWorkbook().Sheets)
        {
            foreach (var cell in sheet.Cells)
            {
                sheets.Set(sheet.Name, cell.Row + (sheet.Name == layout.Name && cell.Row >= 60 ? 2 : 0), cell.Column, cell.HasFormula ? "=A1" : cell.Kind == WorkbookCellKind.Text ? "'" + cell.Text : cell.Text);
            }
        }

        Assert.False(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems));
        var told = Assert.Single(problems);
        Assert.StartsWith("2 rows were inserted above", told.Message, StringComparison.Ordinal);
        Assert.Equal("Form-Sb!B60", told.Place.Pointer);
    }

    /// <summary>Two plants in one workbook: the certificates of the first alone would come out.</summary>
    [Fact]
    public void A_second_sheet_of_the_form_is_refused()
    {
        var sheets = Workbook();
        foreach (var field in Cement.Form.Fields.Where(f => f.Sheet == "Sb" && f.Row > 0))
        {
            sheets.Set("Form-Sb (2)", "B" + field.Row, "'" + field.Label);
        }

        Assert.False(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Contains("Form-Sb (2)", Assert.Single(problems, p => p.Code == "second-sheet").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_beside_the_columns_of_the_form_are_told()
    {
        var sheets = Workbook();
        foreach (var row in new[] { 31, 32, 33, 35, 36, 37 })
        {
            sheets.Set("Form-Sb", "J" + row, "5");
        }

        Assert.Contains("Column J holds 6 figures", Assert.Single(Told(sheets), p => p.Code == "column-not-read").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_read_in_any_case_and_others_are_named_in_the_workbooks_words()
    {
        Read(Workbook().Set("General Information", "C6", "ppc").Set("Form-Sb", "I911", "type 1 - emission factor (CSI)"));
        Assert.False(ProFormaWorkbook.TryRead(Workbook().Set("Form-Sb", "I911", "Type 3").ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Contains("Type 2-Unit Specific method", Assert.Single(problems, p => p.Code == "unknown-word").Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_for_nothing_is_told_to_be_left_empty()
    {
        Assert.False(ProFormaWorkbook.TryRead(Workbook().Set("Form-Sb", "I37", "'Nil").ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Contains("Leave it empty", Assert.Single(problems, p => p.Code == "bad-value").Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_workbook_is_none()
    {
        Assert.False(ProFormaWorkbook.TryRead(new Sheets().Set("Sheet1", "A1", "1").ToWorkbook(), Cement.Form, out _, out var problems));
        var problem = Assert.Single(problems);
        Assert.Equal("unknown-workbook", problem.Code);
        Assert.Contains("Form-Sb", problem.Expected, StringComparison.Ordinal);
    }

    private static Sheets Workbook() => FiledSheets.Of(Cement.Filing(One));

    private static ProFormaFiling Read(Sheets sheets)
    {
        Assert.True(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out var filing, out var problems), string.Join("\n", problems));
        return filing;
    }

    private static IReadOnlyList<Problem> Told(Sheets sheets)
    {
        Assert.True(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems), string.Join("\n", problems));
        return problems;
    }

    private static void Refused(Sheets sheets, string code, string cell)
    {
        Assert.False(ProFormaWorkbook.TryRead(sheets.ToWorkbook(), Cement.Form, out _, out var problems));
        Assert.Contains(problems, p => p.Code == code && p.Severity == Severity.Error && p.Place.Pointer == cell);
    }

    private static string Current(ProFormaFiling filing, int row) =>
        ProFormaFilingWriter.ToJson(filing, Cement.Form)["inputs"]!.AsArray().FirstOrDefault(l => ((string)l!["field"]!).EndsWith("@" + row, StringComparison.Ordinal)) is { } line ? (string)line["current"]! : "";

    /// <summary>Choices and what is stated; a line that states nothing is not there.</summary>
    private static List<string> Figures(ProFormaFiling filing)
    {
        var json = ProFormaFilingWriter.ToJson(filing, Cement.Form);
        var lines = json["inputs"]!.AsArray().Select(l => $"{l!["field"]} {string.Join(' ', l["baseline_years"]!.AsArray())} {l["current"]}".TrimEnd()).Where(l => l.Contains(' ', StringComparison.Ordinal));
        return [json["general"]!.ToJsonString(), .. lines];
    }
}
