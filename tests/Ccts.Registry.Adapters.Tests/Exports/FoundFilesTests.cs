using System;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Tests.Exports;

/// <summary>Exports as people have them after a spreadsheet, a mail or a browser had them: what they are, the bytes say.</summary>
public class FoundFilesTests
{
    private const string Serial = "9344-82392553-82393552-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1";
    private const string Table = "ID,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date\n1686,1000,1000," + Serial + ",2021-10-20\n";

    [Theory]
    [InlineData(';', "")]
    [InlineData('\t', "")]
    [InlineData('|', "")]
    [InlineData(';', "sep=;\r\n")]
    [InlineData(',', "sep=,\r\n")]
    [InlineData(',', "\"sep=,\"\r\n")]
    [InlineData('\t', "sep=\t\r\n")]
    [InlineData(',', "Verra Registry - VCUs\nGenerated,2026-10-01\n\n")]
    [InlineData(';', "Verra Registry; as downloaded\r\n\r\n;;;;\r\n")]
    [InlineData(',', "\"A title\nover two lines\",,,,\n")]
    [InlineData('\t', "\n\n")]
    public void Separators_and_title_lines_are_no_matter(char separator, string above)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, new UnicodeEncoding(false, false) })
        {
            var opened = Open([.. encoding.GetPreamble(), .. encoding.GetBytes(above + Table.Replace(',', separator))]);
            var row = Assert.Single(opened.Rows());
            Assert.Equal((null, 1000m, UnitState.RetiredOrCancelled), (row.Problem, row.Entry!.Quantity, row.Entry.State));
            Assert.Equal((separator, "verra-transactions", above.Count(c => c == '\n') + 1), (opened.Recognition.Separator, opened.Recognition.Format, opened.Recognition.HeaderLine));
            Assert.Equal(above.Count(c => c == '\n') + 2, row.Entry.Line);
        }
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Line_ends_of_any_kind(string end) =>
        Assert.Equal([2, 4], Open(Encoding.UTF8.GetBytes((Table + "\n" + Table.Split('\n')[1].Replace("82392553-82393552", "1-1000") + "\n").Replace("\n", end))).Rows().Select(r => r.Entry!.Line));

    [Fact]
    public void A_row_over_several_lines_is_told_by_its_first()
    {
        var rows = Read("serial,quantity,state,note\n\n" + Serial + ",1000,Held,\"one\n\ntwo\r\nthree\"\n\nbad,5,Held,\"a\nb\"\n" + Serial + ",7,Held,x\n");
        Assert.Equal([3, 8, 10], rows.Select(r => r.Entry!.Line));
        Assert.Equal((8, "serial-unreadable"), (rows[1].Problem!.Place.Line, rows[1].Problem!.Code));
    }

    [Theory]
    [InlineData("Total,1000,1000,,")]
    [InlineData(",,1000,Total,")]
    [InlineData("Grand Total:,,\"1,000\",,")]
    [InlineData("GRAND TOTAL,,1000,,")]
    [InlineData("Sub-total,,1000,,")]
    [InlineData("Subtotal (1 rows),,1000,,")]
    [InlineData("Total Credits,,1000,,")]
    [InlineData("Sum,,1000,,")]
    [InlineData("Summe,,1000.0,,")]
    [InlineData("कुल,,1000,,")]
    [InlineData("*** TOTAL ***,,1000,,")]
    [InlineData("Total rows: 1,,,,")]
    [InlineData("\"Total: 1,000\",,,,")]
    [InlineData(",,1000,,")]
    [InlineData(",,,,")]
    [InlineData(" , ,,,")]
    [InlineData("")]
    public void Totals_and_empty_rows_are_no_rows(string row) => Assert.Null(Assert.Single(Read(Table + row + "\n")).Problem);

    [Theory]
    [InlineData("Total,999,999,,", "total-differs")]
    [InlineData("Total rows: 305000,,,,", "total-differs")]
    [InlineData(",,999,,", "serial-missing")]
    [InlineData("Total Solar,1000,1000,,", "serial-missing")]
    [InlineData("1686,1000,1000,,2021-10-20", "serial-missing")]
    [InlineData("End of report,,,,", "serial-missing")]
    public void What_is_no_total_is_told(string row, string code) =>
        Assert.Equal((code, Ccts.Sdk.Problems.Severity.Error), Read(Table + row + "\n")[1].Problem is { } told ? (told.Code, told.Severity) : default);

    [Theory]
    [InlineData("PK\u0003\u0004....[Content_Types].xml", ContentKind.Workbook)]
    [InlineData("%PDF-1.7", ContentKind.Pdf)]
    [InlineData("<!DOCTYPE html><html>", ContentKind.Html)]
    [InlineData("\n <HTML>", ContentKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><Workbook/>", ContentKind.Xml)]
    [InlineData("\u001f\u008b\u0008", ContentKind.Gzip)]
    [InlineData("PK\u0003\u0004\u0014\0\0\0", ContentKind.Zip)]
    public void A_file_of_another_kind_is_named_with_a_way_to_save_it(string bytes, ContentKind kind)
    {
        var content = Encoding.Latin1.GetBytes(bytes);
        Assert.Equal(kind, FileContent.Of(content).Kind);
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => new ExportReader().Read(new MemoryStream(content), "vcus.csv").ToArray()).Problems);
        Assert.Equal(FileContent.WrongKind, problem.Code);
        Assert.NotNull(problem.Hint);
    }

    [Fact]
    public void The_name_decides_nothing()
    {
        const string Json = """[{"serialNo":"9344-82392553-82393552-VCS-VCU-262-VER-BR-14-1686-01012017-31122017-1","holdingQuantity":1.0E3}]""";
        Assert.Equal(1000m, Assert.Single(new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Json)), "holdings.csv")).Entry!.StatedQuantity);
        Assert.Equal(1000m, Assert.Single(new ExportReader().Read(new MemoryStream(Encoding.UTF8.GetBytes(Table)), "vcus.json")).Entry!.StatedQuantity);
    }

    private static ExportRow[] Read(string text) => Open(Encoding.UTF8.GetBytes(text)).Rows().ToArray();

    private static OpenedExport Open(byte[] bytes) => new ExportReader().OpenStatement(new MemoryStream(bytes), "export");
}
