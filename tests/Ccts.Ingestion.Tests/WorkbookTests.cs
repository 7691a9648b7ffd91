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

    /// <summary>A laboratory's sheet that shows 60.0 % holds 0.6: a column in per cent means what it shows, one in shares what it holds.</summary>
    [Theory]
    [InlineData("%", "<c r=\"B4\" s=\"2\"><v>0.6</v></c>")]
    [InlineData("1", "<c r=\"B4\" s=\"2\"><v>0.6</v></c>")]
    [InlineData("%", "<c r=\"B4\"><v>60</v></c>")]
    public void A_percentage_is_what_its_cell_shows(string unit, string cell)
    {
        var mapping = Plant.Tickets();
        mapping["report"]!["fuels"]![0]!["amount"] = "1 t";
        mapping["sources"]![0] = JsonNode.Parse($$"""{"id":"l","kind":"laboratory","files":"*.xlsx","time":{"column":"time"},"series":[{"stream":"coal","result":"carbonContent","column":"value","unit":"{{unit}}"}]}""");
        var result = Run(mapping, Sheet($"<row r=\"4\"><c r=\"A4\" s=\"1\"><v>45752</v></c>{cell}</row>"));
        Assert.False(result.HasErrors, string.Join("\n", result.Problems));
        Assert.Equal(0.6m, result.Report!.Fuels[0].Analyses.Single().CarbonContent);
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

    internal static string MeterRows => Sheet(April(i => Number(100 + i))).Item2;

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
            Part("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets>{string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>"))}</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{packages}/relationships\"><Relationship Id=\"st\" Type=\"{relations}/styles\" Target=\"styles.xml\"/>{string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"{relations}/worksheet\" Target=\"s{i}.xml\"/>"))}</Relationships>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"0.0%\"/></numFmts><fonts count=\"1\"><font/></fonts><fills count=\"1\"><fill/></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>");
            for (var i = 0; i < sheets.Length; i++)
            {
                Part($"xl/s{i}.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
            }
        }

        return bytes.ToArray();
    }
}
