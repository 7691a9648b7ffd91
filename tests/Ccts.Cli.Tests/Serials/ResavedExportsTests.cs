using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Serials;

/// <summary>One row of a registry's export as people keep and pass it on: saved again by a spreadsheet, with titles and totals, as a workbook. The own ledger says the same.</summary>
public sealed class ResavedExportsTests
{
    private const string Serial = "9344-82392553-82393552-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";
    private static readonly string[] Headers = ["ID", "Total Vintage Quantity", "Quantity Issued", "Serial Number", "Retirement/Cancellation Date"];
    private static readonly string[] Row = ["1686", "1000", "1000", Serial, "2021-10-20"];

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "semicolons", Utf8("\uFEFF" + Table(';', "\r\n")) },
        { "sep=;", Utf8("\uFEFFsep=;\r\n" + Table(';', "\r\n")) },
        { "sep=,", Utf8("\uFEFFsep=,\r\n" + Table(',', "\r\n")) },
        { "Unicode text", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table('\t', "\r\n"))] },
        { "tabs", Utf8(Table('\t', "\n")) },
        { "titles above", Utf8("Verra Registry - VCUs\nGenerated,2026-10-01\n\n" + Table(',', "\n")) },
        { "a total", Utf8(Table(',', "\n") + "Total,1000,1000,,\n") },
        { "a total in the serial's column", Utf8(Table(',', "\n") + ",,1000,Total,\n") },
        { "no end of line", Utf8(Table(',', "\n").TrimEnd()) },
        { "carriage returns alone", Utf8(Table(',', "\r")) },
        { "empty rows", Utf8(Table(',', "\n").Replace("\n1686", "\n\n1686", StringComparison.Ordinal) + "\n,,,,\n") },
        { "a workbook", Workbook() },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_row_is_the_same_however_it_was_saved(string form, byte[] export)
    {
        Assert.NotEmpty(form);
        foreach (var (state, exit, answer) in new[] { ("Retired", 0, "Everything matches"), ("Held", 1, "state-mismatch: verra vcu 82392553-82393552, 1,000 t") })
        {
            var run = await Reconcile(export, "export.csv", state);
            Assert.Equal(exit, run.ExitCode);
            Assert.Contains(answer, run.Output, StringComparison.Ordinal);
            Assert.Contains("2 rows read, 0 dated later left out, 0 with problems.", run.Output, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("vcus.xlsx")]
    [InlineData("vcus-renamed.zip")]
    [InlineData("vcus.csv")]
    public async Task A_workbook_is_one_whatever_its_name_ends_in(string name)
    {
        var run = await Reconcile(Workbook(), name, "Retired", "--format", "verra");
        Assert.Equal((0, true), (run.ExitCode, run.Output.Contains("Everything matches", StringComparison.Ordinal)));
    }

    private static async Task<ToolRun> Reconcile(byte[] export, string name, string state, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var (own, registry) = (Path.Combine(folder.FullName, "own.csv"), Path.Combine(folder.FullName, name));
            await File.WriteAllTextAsync(own, $"serial,quantity,state\n{Serial},1000,{state}\n", TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(registry, export, TestContext.Current.CancellationToken);
            return await CctsTool.Run(null, ["reconcile", "--ledger", own, "--registry", registry, .. options]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Table(char separator, string end) => string.Join(separator, Headers) + end + string.Join(separator, Row) + end;

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Workbook()
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Package = "http://schemas.openxmlformats.org/package/2006/";
        static string Cells(string[] texts, int row) => $"<row r=\"{row}\">" + string.Concat(texts.Select(t => $"<c t=\"inlineStr\"><is><t>{t}</t></is></c>")) + "</row>";
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in new[]
            {
                ("[Content_Types].xml", $"<Types xmlns=\"{Package}content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"),
                ("_rels/.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"),
                ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets><sheet name=\"Verra VCUS\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}relationships\"><Relationship Id=\"rId1\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
                ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{Cells(Headers, 1)}{Cells(Row, 2)}</sheetData></worksheet>"),
            })
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
