using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Ccts.Workbooks;

namespace Ccts.Benchmarks.Ratios;

/// <summary>A workbook of 20 sheets, 48,000 cells, as BEE's is: every cell with its place, against unpacking the same bytes and walking their XML.</summary>
internal static class WorkbookRatios
{
    private const int SheetCount = 20, Rows = 300, Columns = 8;

    internal static IEnumerable<Ratio> All()
    {
        var file = File();
        yield return new Ratio("workbook/read-20-sheets", () => Walk(file), () => Read(file), rounds: 7);
    }

    private static void Read(byte[] file) =>
        Sink.Take(WorkbookReader.TryRead(new MemoryStream(file), "plant.xlsx", WorkbookLimits.Default, out var workbook, out _) ? workbook.Sheets.Count : throw new InvalidDataException("The workbook is to be read."));

    private static void Walk(byte[] file)
    {
        var nodes = 0;
        using var zip = new ZipArchive(new MemoryStream(file));
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream);
            while (xml.Read())
            {
                nodes++;
            }
        }

        Sink.Take(nodes);
    }

    /// <summary>Labels as shared texts, figures, and formulas with what was computed.</summary>
    private static byte[] File()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Package = "http://schemas.openxmlformats.org/package/2006/", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var (overrides, sheets, relations) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
            for (var sheet = 1; sheet <= SheetCount; sheet++)
            {
                overrides.Append(CultureInfo.InvariantCulture, $"<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"{Types}worksheet+xml\"/>");
                sheets.Append(CultureInfo.InvariantCulture, $"<sheet name=\"Sheet {sheet}\" sheetId=\"{sheet}\" r:id=\"rId{sheet}\"/>");
                relations.Append(CultureInfo.InvariantCulture, $"<Relationship Id=\"rId{sheet}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{sheet}.xml\"/>");
                Add(zip, $"xl/worksheets/sheet{sheet}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Cells(sheet)}</sheetData></worksheet>");
            }

            var texts = new StringBuilder();
            for (var text = 0; text < Rows; text++)
            {
                texts.Append(CultureInfo.InvariantCulture, $"<si><t>Line {text} of the form, with what belongs there</t></si>");
            }

            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{sheets}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\">{relations}<Relationship Id=\"rIdTexts\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}sharedStrings+xml\"/>{overrides}</Types>");
        }

        return stream.ToArray();
    }

    private static string Cells(int sheet)
    {
        var cells = new StringBuilder();
        for (var row = 1; row <= Rows; row++)
        {
            cells.Append(CultureInfo.InvariantCulture, $"<row r=\"{row}\"><c r=\"A{row}\" t=\"s\"><v>{row - 1}</v></c>");
            for (var column = 1; column < Columns; column++)
            {
                var at = (char)('A' + column);
                cells.Append(CultureInfo.InvariantCulture, column % 2 == 0 ? $"<c r=\"{at}{row}\"><f>B{row}*2</f><v>{row * column}.5</v></c>" : $"<c r=\"{at}{row}\"><v>{(row * 1000) + sheet}.25</v></c>");
            }

            cells.Append("</row>");
        }

        return cells.ToString();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text));
    }
}
