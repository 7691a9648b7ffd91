using System;
using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Tests;

/// <summary>Days whose day and month changed places, and rows that fall out of the year, are told.</summary>
public sealed class DayOrderTests
{
    private static JsonObject Coal(string? format)
    {
        var mapping = Plant.Tickets();
        if (format is not null)
        {
            mapping["sources"]![0]!["time"]!["format"] = format;
        }

        return mapping;
    }

    /// <summary>A spreadsheet of another locale makes 4 May of 05/04/2025 and leaves 13/04/2025 as text: 3,000 t of a month would become 2,100 t, and 900 t fall out of the year.</summary>
    [Fact]
    public void A_sheet_that_another_locale_opened_is_refused()
    {
        var rows = Enumerable.Range(0, 91).Select(i => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i)).Select(d => d.Day <= 12 ? Day(new DateTime(d.Year, d.Day, d.Month, 0, 0, 0, DateTimeKind.Unspecified)) : Text(d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)));
        var result = Run("dd/MM/uuuu", [.. rows]);
        Assert.Equal(Severity.Error, Plant.Finding(result, "mixed-days").Severity);
        Assert.Empty(result.Values);
    }

    [Fact]
    public void Days_and_texts_of_one_order_are_nothing_to_tell()
    {
        var days = Enumerable.Range(0, 30).Select(i => new DateTime(2025, 4, 1, 0, 0, 0, DateTimeKind.Unspecified).AddDays(i)).ToList();
        Assert.Empty(Run("dd/MM/uuuu", [.. days.Select((d, i) => i % 2 == 0 ? Day(d) : Text(d.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)))]).Problems);
        Assert.Empty(Run(null, [.. days.Take(12).Select(Day)]).Problems);

        // A late row typed as text below the first days of April.
        Assert.Equal(Severity.Warning, Plant.Finding(Run("dd/MM/uuuu", [.. days.Take(5).Select(Day), Text("13/04/2025")]), "mixed-days").Severity);
    }

    [Theory]
    [InlineData("MM/dd/uuuu", "04/05/2025 04/06/2025 05/05/2025 05/06/2025 06/05/2025 06/06/2025", true)]
    [InlineData("dd/MM/uuuu", "05/04/2025 06/04/2025 05/05/2025 06/05/2025 05/06/2025 06/06/2025", true)]
    [InlineData("dd/MM/uuuu", "05/04/2025 06/04/2025 05/05/2025 06/05/2025 05/06/2025 16/06/2025", false)]
    [InlineData("dd/MM/uuuu", "01/04/2025 01/05/2025 01/06/2025 01/07/2025 01/08/2025 01/09/2025", false)]
    [InlineData("dd/MM/uuuu", "01/04/2025 02/04/2025 03/04/2025 04/04/2025 05/04/2025 06/04/2025", false)]
    [InlineData("dd-MMM-uuuu", "05-Apr-2025 06-Apr-2025 05-May-2025 06-May-2025 05-Jun-2025 06-Jun-2025", false)]
    [InlineData(null, "2025-04-05 2025-04-06 2025-05-05 2025-05-06 2025-06-05 2025-06-06", false)]
    public void A_file_without_a_day_above_twelve(string? format, string days, bool isTold) =>
        Assert.Equal(isTold ? ["unsure-days"] : [], Plant.Run(Coal(format), "day,net\n" + string.Concat(days.Split(' ').Select((d, i) => $"{d},{100 + (i * 7)}\n"))).Problems.Select(p => p.Code));

    [Theory]
    [InlineData("2025-03-31", Severity.Info)]
    [InlineData("2026-04-30", Severity.Info)]
    [InlineData("2052-06-01", Severity.Warning)]
    [InlineData("2025-01-04", Severity.Warning)]
    public void Rows_outside_the_year_are_told_with_their_sum(string day, Severity severity)
    {
        var told = Plant.Finding(Plant.Run(Coal(null), $"day,net\n2025-04-01,1000\n{day},900\n{day},950\n"), "outside-year");
        Assert.Equal(severity, told.Severity);
        Assert.Contains($"2 values from {day} to {day}", told.Message, StringComparison.Ordinal);
        Assert.Contains("1.85 in all", told.Message, StringComparison.Ordinal);
    }

    private static string Day(DateTime day) => $"<v>{(day - new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified)).Days}</v>";

    private static string Text(string text) => $"<is><t>{text}</t></is>";

    private static IngestionResult Run(string? format, string[] days)
    {
        var sheet = new StringBuilder("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>day</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>net</t></is></c></row>");
        for (var i = 0; i < days.Length; i++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{i + 2}\"><c r=\"A{i + 2}\" {(days[i].StartsWith("<v>", StringComparison.Ordinal) ? "s=\"1\"" : "t=\"inlineStr\"")}>{days[i]}</c><c r=\"B{i + 2}\"><v>{100 + (i ^ 1)}</v></c></row>");
        }

        var mapping = Coal(format);
        mapping["sources"]![0]!["files"] = "*";
        return Ingestor.Run(Plant.Read(mapping), [IngestionFile.Of("f.xlsx", Book(sheet.ToString()))]);
    }

    private static byte[] Book(string rows)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", package = "http://schemas.openxmlformats.org/package/2006";
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[]
            {
                ("[Content_Types].xml", $"<Types xmlns=\"{package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
                ("_rels/.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{office}\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{office}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{office}/styles\" Target=\"styles.xml\"/></Relationships>"),
                ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><cellXfs count=\"2\"><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
                ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData></worksheet>"),
            })
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
