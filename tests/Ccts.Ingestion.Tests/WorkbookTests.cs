using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Ingestion.Suggesting;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>A meter's month in a workbook comes to what the same month in CSV does, and each slip is told with its cell.</summary>
public sealed class WorkbookTests
{
    private const string Header = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>time</t></is></c><c r=\"B3\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

    [Fact]
    public void A_sheet_comes_to_the_amounts_that_its_csv_does()
    {
        var csv = Plant.Run(Plant.Meter(), Plant.Csv(Plant.April()));
        var result = Run(Plant.Meter(), Sheet(April(i => Number(100 + i))));
        Assert.False(result.HasErrors, string.Join("\n", result.Problems));
        Assert.Equal(Plant.Amount(csv), Plant.Amount(result));
        Assert.Equal(120, Assert.Single(result.Files).Rows);
        var value = result.Values.Single(v => v.Period == "2025-04");
        Assert.Equal((4, 123), (value.Sources[0].FirstRow, value.Sources[0].LastRow));
    }

    [Fact]
    public void The_decimal_comma_of_a_mapping_is_for_text_and_a_days_own_form_for_nothing()
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["table"] = new JsonObject { ["decimal"] = ",", ["sheet"] = "Meter" };
        mapping["sources"]![0]!["time"]!["format"] = "dd.MM.uuuu HH:mm";
        var result = Run(mapping, Sheet(April(i => i % 2 == 0 ? "<v>0.5</v>" : Text("0,5"))), Named("Notes", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>x</t></is></c></row>"));
        Assert.False(result.HasErrors, string.Join("\n", result.Problems));
        Assert.Equal("0.06 MWh", Plant.Amount(result));
    }

    [Theory]
    [InlineData("<c r=\"B9\" t=\"e\"><v>#REF!</v></c>", "cell-error", "Meter!B9")]
    [InlineData("<c r=\"B9\"><f>1+1</f></c>", "formula-not-saved", "Meter!B9")]
    [InlineData("<c r=\"B9\" t=\"inlineStr\"><is><t>n/a</t></is></c>", "bad-value", "Meter!B9")]
    public void A_slip_is_told_with_its_cell(string cell, string code, string place)
    {
        var result = Run(Plant.Meter(), Sheet(April(i => Number(1)).Replace("<c r=\"B9\"><v>1</v></c>", cell, StringComparison.Ordinal)));
        Assert.True(result.HasErrors);
        Assert.Equal(place, Plant.Finding(result, code).Place.Pointer);
    }

    /// <summary>The formula of a row of totals adds cells of its own column; what a row computes from its own cells, or from another sheet, is an amount.</summary>
    [Theory]
    [InlineData("SUM(B4:B8)", true)]
    [InlineData("SUBTOTAL(9,Table1[value])", true)]
    [InlineData("SUM($B$4:$B$8)*2", true)]
    [InlineData("AVERAGE(A4:C8)", true)]
    [InlineData("B7+B8", true)]
    [InlineData("SUM(C9:F9)", false)]
    [InlineData("C9*D9", false)]
    [InlineData("SUM(Log!B4:B8)", false)]
    [InlineData("B8", false)]
    [InlineData("AB4+AB5", false)]
    public void A_formula_that_adds_up_its_column_is_refused(string formula, bool isRefused)
    {
        var sheet = Sheet(April(i => Number(1)).Replace("<c r=\"B9\"><v>1</v></c>", $"<c r=\"B9\"><f>{formula}</f><v>1</v></c>", StringComparison.Ordinal));
        var refused = Run(Plant.Meter(), sheet).Problems.Where(p => p.Severity == Severity.Error).Select(p => p.Code + " " + p.Place.Pointer);
        Assert.Equal(isRefused ? ["total-row Meter!A9"] : [], refused);
    }

    [Fact]
    public void A_formula_filled_to_the_right_adds_up_its_column_too()
    {
        var sheet = Sheet(April(i => Number(1)).Replace("<c r=\"B9\"><v>1</v></c>", "<c r=\"B9\"><f t=\"shared\" si=\"0\"/><v>1</v></c>", StringComparison.Ordinal).Replace("<c r=\"B8\"><v>1</v></c>", "<c r=\"B8\"><f t=\"shared\" ref=\"B8:B9\" si=\"0\">SUM(B4:B7)</f><v>1</v></c>", StringComparison.Ordinal));
        Assert.Equal(["Meter!A8", "Meter!A9"], Run(Plant.Meter(), sheet).Problems.Where(p => p.Code == "total-row").Select(p => p.Place.Pointer));
    }

    private static readonly string[] s_formats = ["0.00\" kWh\"", "0.00\" MWh\"", "#,##0.0,", "#,##0.00,,\" M\"", "\"Rs \"0.00", "[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0", "_(* #,##0.00_);_(* \\(#,##0.00\\);_(* \"-\"??_);_(@_)", "0\\ \"kWh\""];

    /// <summary>What a person sees of a cell is what its format shows: a unit behind the number, or a thousandth of it.</summary>
    [Theory]
    [InlineData(4, "")]
    [InlineData(5, "unit-differs")]
    [InlineData(6, "cell-scaled")]
    [InlineData(7, "cell-scaled")]
    [InlineData(8, "column-suspected")]
    [InlineData(9, "")]
    [InlineData(10, "")]
    [InlineData(11, "")]
    public void The_format_of_a_cell_speaks_of_its_number(int style, string code)
    {
        var result = Run(Plant.Meter(), Sheet(April(i => Number(1 + (i % 7))).Replace("<c r=\"B", $"<c s=\"{style}\" r=\"B", StringComparison.Ordinal)));
        Assert.Equal(code, string.Join(" ", result.Problems.Select(p => p.Code).Distinct()));
    }

    [Fact]
    public void A_hidden_row_is_read_and_told()
    {
        var result = Run(Plant.Meter(), Sheet(April(i => Number(1)).Replace("<row r=\"9\">", "<row r=\"9\" hidden=\"1\">", StringComparison.Ordinal)));
        Assert.False(result.HasErrors);
        Assert.Equal(Severity.Warning, Plant.Finding(result, "hidden-rows").Severity);
        Assert.Equal("0.12 MWh", Plant.Amount(result));
    }

    [Fact]
    public void What_cannot_be_read_is_told_and_nothing_is_taken_in()
    {
        var two = Bytes(("A", Sheet(April(i => Number(1))).Item2), ("B", Sheet(April(i => Number(1))).Item2));
        Assert.Contains(Run(Plant.Meter(), two).Problems, p => p.Code == "several-sheets");
        var whole = Bytes(Sheet(April(i => Number(1))));
        Assert.Contains(Run(Plant.Meter(), whole[..(whole.Length / 2)]).Problems, p => p.Code == "not-a-workbook");
        Assert.Contains(Run(Plant.Meter(), Encoding.ASCII.GetBytes("%PDF-1.7 x")).Problems, p => p.Severity == Severity.Error);
        var renamed = Plant.Meter();
        renamed["sources"]![0]!["series"]![0]!["column"] = "Value (kWh)";
        Assert.Contains(Run(renamed, whole).Problems, p => p.Code == "csv-missing-column" && p.Place.Line == 3);
        Assert.All(new[] { two, whole[..100] }, b => Assert.Null(Run(Plant.Meter(), b).Report));
    }

    // A spreadsheet saves 0.0825 for the 8.25 % that it shows, and people write the sign into text too. With unit "%" or "1": 8.25 % is 0.0825.
    [Theory]
    [InlineData("%", "<c r=\"B4\" s=\"2\"><v>8.2500000000000004E-2</v></c>", "0.0825")]
    [InlineData("1", "<c r=\"B4\" s=\"2\"><v>8.2500000000000004E-2</v></c>", "0.0825")]
    [InlineData("%", "<c r=\"B4\"><v>8.25</v></c>", "0.0825")]
    [InlineData("%", "<c r=\"B4\" t=\"inlineStr\"><is><t>8.25 %</t></is></c>", "0.0825")]
    [InlineData("1", "<c r=\"B4\" t=\"inlineStr\"><is><t>8.25%</t></is></c>", "0.0825")]
    [InlineData("1", "<c r=\"B4\"><v>0.0825</v></c>", "0.0825")]
    public void A_share_is_the_same_however_its_cell_shows_it(string unit, string cell, string share)
    {
        var mapping = LaboratoryTests.Sheet(result: "moisture", unit: unit);
        mapping["sources"]![0]!["time"]!["column"] = "time";
        var result = Run(mapping, Sheet($"<row r=\"4\"><c r=\"A4\" s=\"1\"><v>45753</v></c>{cell}</row>"));
        Assert.Empty(result.Problems);
        Assert.Equal(share, Plant.Amount(result));
    }

    [Fact]
    public void An_amount_in_a_cell_that_shows_per_cent_is_refused() =>
        Assert.Equal("Meter!B4", Plant.Finding(Run(Plant.Meter(), Sheet("<row r=\"4\"><c r=\"A4\" s=\"1\"><v>45748</v></c><c r=\"B4\" s=\"2\"><v>0.5</v></c></row>")), "cell-percent").Place.Pointer);

    [Fact]
    public void The_time_of_day_may_stand_in_a_column_of_its_own()
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["time"]!["clockColumn"] = "clock";
        var rows = string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(CultureInfo.InvariantCulture, $"<row r=\"{i + 4}\"><c r=\"A{i + 4}\" s=\"1\"><v>{45748 + (i / 4)}</v></c><c r=\"B{i + 4}\"><v>{(i % 2) + 0.5m}</v></c><c r=\"C{i + 4}\" s=\"3\"><v>{i % 4 / 4m}</v></c></row>")));
        var (name, sheet) = Sheet(rows);
        var result = Run(mapping, (name, sheet.Replace("<t>value</t></is></c></row>", "<t>value</t></is></c><c r=\"C3\" t=\"inlineStr\"><is><t>clock</t></is></c></row>", StringComparison.Ordinal)));
        Assert.True(result.Problems.Count == 0, string.Join("\n", result.Problems));
        Assert.Equal("0.12 MWh", Plant.Amount(result));
    }

    [Theory]
    [InlineData("<c r=\"B9\" t=\"s\"><v>7</v></c>", "cell-error")]
    [InlineData("<c r=\"B9\"><v>1</v></c><c r=\"B9\"><v>2</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\"><v>1</v><v>2</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B12\"><v>1</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\"><v>1</v></c><c r=\"XFE9\"><v>1</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\"><v>2<b>9</b>0</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\" t=\"inlineStr\"><is><t>1</t><t>2</t></is></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\"><v>1</v></c></row><row r=\"9\"><c r=\"B9\"><v>2</v></c>", "not-a-workbook")]
    [InlineData("<c r=\"B9\" t=\"d\"><v>2025-04-02T06:00:00</v></c>", "bad-value")]
    [InlineData("<c r=\"B9\" t=\"str\"><f>TEXT(1,\"0\")</f><v>(1,000)</v></c>", "bad-value")]
    [InlineData("<c r=\"B9\" s=\"1\"><v>45748</v></c>", "bad-value")]
    public void What_stands_twice_or_is_lost_or_is_another_thing_is_told(string cell, string code)
    {
        var result = Run(Plant.Meter(), Sheet(April(i => Number(1)).Replace("<c r=\"B9\"><v>1</v></c>", cell, StringComparison.Ordinal)));
        Assert.Contains(result.Problems, p => p.Code == code);
        Assert.True(result.HasErrors && result.Values.Count == 0);
    }

    // Written by software that keeps days as ISO 8601 and not as numbers.
    [Fact]
    public void A_day_may_be_saved_as_it_is_written()
    {
        var rows = string.Concat(Enumerable.Range(0, 120).Select(i => $"<row r=\"{i + 4}\"><c r=\"A{i + 4}\" t=\"d\"><v>{new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(6 * i):yyyy-MM-dd'T'HH:mm:ss}</v></c><c r=\"B{i + 4}\"><v>1</v></c></row>"));
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["time"]!["format"] = "dd.MM.uuuu HH:mm";
        Assert.Equal("0.12 MWh", Plant.Amount(Run(mapping, Sheet(rows))));
    }

    [Fact]
    public void A_mapping_is_proposed_for_a_sheet_as_for_its_csv()
    {
        var sheet = Sheet(April(i => Number(100 + i)).Replace(">value<", ">Import (kWh)<", StringComparison.Ordinal));
        var suggestion = MappingSuggestion.Of(IngestionFile.Of("meter.xlsx", Bytes((sheet.Item1, sheet.Item2.Replace(">value<", ">Import (kWh)<", StringComparison.Ordinal)))), "2025-26", []);
        var source = suggestion.Mapping["sources"]![0]!;
        Assert.Equal(("meter", 360, "Import (kWh)"), (source["kind"]!.GetValue<string>(), source["minutes"]!.GetValue<int>(), source["series"]![0]!["column"]!.GetValue<string>()));
    }

    private static IngestionResult Run(JsonObject mapping, params (string Name, string Rows)[] sheets) => Run(mapping, Bytes(sheets));

    private static IngestionResult Run(JsonObject mapping, byte[] bytes)
    {
        mapping["sources"]![0]!["files"] = "*.xlsx";
        return Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("meter.xlsx", bytes)]);
    }

    // April 2025 by six hours from row 4 on: days as a spreadsheet counts them, 45748 is the first of April.
    private static string April(Func<int, string> value) => string.Concat(Enumerable.Range(0, 120).Select(i => string.Create(
        CultureInfo.InvariantCulture, $"<row r=\"{i + 4}\"><c r=\"A{i + 4}\" s=\"1\"><v>{45748 + (i / 4m)}</v></c>{Cell(i + 4, value(i))}</row>")));

    private static string Cell(int row, string value) => value.StartsWith("<v>", StringComparison.Ordinal) ? $"<c r=\"B{row}\">{value}</c>" : $"<c r=\"B{row}\" t=\"inlineStr\">{value}</c>";

    private static string Number(int value) => FormattableString.Invariant($"<v>{value}</v>");

    private static string Text(string value) => $"<is><t>{value}</t></is>";

    private static (string, string) Sheet(string rows) => Named("Meter", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Incomer 1, monthly export</t></is></c></row>" + Header + rows);

    private static (string, string) Named(string name, string rows) => (name, rows);

    /// <summary>The style of a cell that is struck through.</summary>
    internal static int Struck => 4 + s_formats.Length;

    internal static string MeterRows => Sheet(April(i => Number(100 + i))).Item2;

    /// <summary>The bytes of a workbook; a sheet whose name begins with ~ is hidden.</summary>
    internal static byte[] Bytes(params (string Name, string Rows)[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Part(string name, string xml)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
            }

            const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", packages = "http://schemas.openxmlformats.org/package/2006";
            const string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
            Part("[Content_Types].xml", $"<Types xmlns=\"{packages}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{type}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{type}styles+xml\"/>{string.Concat(sheets.Select((_, i) => $"<Override PartName=\"/xl/s{i}.xml\" ContentType=\"{type}worksheet+xml\"/>"))}</Types>");
            Part("_rels/.rels", $"<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name.TrimStart('~')}\"{(s.Name[0] == '~' ? " state=\"hidden\"" : "")} sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"st\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{relations}/worksheet\" Target=\"s{i}.xml\"/>"))}</Relationships>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts count=\"{s_formats.Length}\">{string.Concat(s_formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{f.Replace("\"", "&quot;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}\"/>"))}</numFmts><fonts count=\"2\"><font/><font><strike/></font></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"{5 + s_formats.Length}\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf numFmtId=\"10\" applyNumberFormat=\"1\"/><xf numFmtId=\"20\" applyNumberFormat=\"1\"/>{string.Concat(s_formats.Select((_, i) => $"<xf numFmtId=\"{164 + i}\" applyNumberFormat=\"1\"/>"))}<xf fontId=\"1\" applyFont=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
            {
                // Columns stand before the rows, and what is merged behind them.
                var first = sheets[i].Rows.StartsWith("<cols>", StringComparison.Ordinal) ? sheets[i].Rows.IndexOf("<row", StringComparison.Ordinal) : 0;
                var last = sheets[i].Rows.IndexOf("</row><autoFilter", StringComparison.Ordinal) is > 0 and var filter ? filter + "</row>".Length : sheets[i].Rows.IndexOf("</row><mergeCells", StringComparison.Ordinal) is > 0 and var merges ? merges + "</row>".Length : sheets[i].Rows.Length;
                Part($"xl/s{i}.xml", $"<worksheet xmlns=\"{main}\">{sheets[i].Rows[..first]}<sheetData>{sheets[i].Rows[first..last]}</sheetData>{sheets[i].Rows[last..]}</worksheet>");
            }
        }

        return bytes.ToArray();
    }
}
