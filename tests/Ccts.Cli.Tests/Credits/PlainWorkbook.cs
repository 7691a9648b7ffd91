using System;
using System.Globalization;
using System.IO.Compression;
using System.IO;
using System.Linq;
using System.Security;

namespace Ccts.Cli.Tests.Credits;

/// <summary>An Excel workbook, written by hand: texts in place, numbers as numbers.</summary>
internal static class PlainWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    internal static void Write(string path, params object[][] rows) => Write(path, merged: null, rows);

    /// <summary>With merged cells, such as <c>C2:C3</c>.</summary>
    internal static void Write(string path, string? merged, object[][] rows) => Write(path, merged, ("Statement", rows));

    /// <summary>With several sheets.</summary>
    internal static void Write(string path, string? merged, params (string Name, object[][] Rows)[] sheets)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        void Part(string name, string xml)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        }

        Part("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{Each(i => $"<Override PartName=\"/xl/worksheets/sheet{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>")}</Types>");
        Part("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>{Each(i => $"<sheet name=\"{sheets[i - 1].Name}\" sheetId=\"{i}\" r:id=\"r{i}\"/>")}</sheets></workbook>");
        Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{Each(i => $"<Relationship Id=\"r{i}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>")}</Relationships>");
        for (var at = 1; at <= sheets.Length; at++)
        {
            Part($"xl/worksheets/sheet{at}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(sheets[at - 1].Rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, j) => Cell(i + 1, j, cell)))}</row>"))}</sheetData>{(merged is null ? "" : $"<mergeCells count=\"1\"><mergeCell ref=\"{merged}\"/></mergeCells>")}</worksheet>");
        }

        string Each(Func<int, string> part) => string.Concat(Enumerable.Range(1, sheets.Length).Select(part));
    }

    private static string Cell(int row, int number, object value)
    {
        var column = (number >= 26 ? "A" : "") + (char)('A' + (number % 26));
        return value is string text ? $"<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(text)}</t></is></c>" : $"<c r=\"{column}{row}\"><v>{Convert.ToString(value, CultureInfo.InvariantCulture)}</v></c>";
    }
}
