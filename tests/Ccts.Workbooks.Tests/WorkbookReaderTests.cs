using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Tests;

/// <summary>Cells come out as a spreadsheet shows them; a file that is none, is too large or was damaged gets an answer and never an exception.</summary>
public sealed class WorkbookReaderTests
{
    [Theory]
    [InlineData("2.4500000000000002", "2.45")]
    [InlineData("0.1", "0.1")]
    [InlineData("0.30000000000000004", "0.3")]
    [InlineData("1E-3", "0.001")]
    [InlineData("2.5E+7", "25000000")]
    [InlineData("942685", "942685")]
    [InlineData("1.1000000000000001", "1.1")]
    [InlineData("123456789012345", "123456789012345")]
    [InlineData("1234567890123456", "1234567890123456")]
    [InlineData("9.9999999999999995E-7", "0.000001")]
    [InlineData("434.99999999999994", "435")]
    [InlineData("-4.0", "-4")]
    [InlineData("-1E-40", "0")]
    [InlineData("0", "0")]
    public void A_number_is_the_decimal_that_was_typed(string saved, string plain)
    {
        var cell = new Sheets().Set("A", "B2", saved).ToWorkbook().CellAt("A!B2")!;
        Assert.Equal((WorkbookCellKind.Number, plain), (cell.Kind, cell.Text));
    }

    [Fact]
    public void A_number_beyond_a_decimal_is_kept_as_it_stands()
    {
        var cell = Raw("<c r=\"A1\"><v>1E+300</v></c>").CellAt("S!A1")!;
        Assert.Equal((WorkbookCellKind.Text, "1E+300"), (cell.Kind, cell.Text));
    }

    [Theory]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>kiln</t></is></c>", WorkbookCellKind.Text, "kiln")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><r><t>ki</t></r><r><t>ln</t></r></is></c>", WorkbookCellKind.Text, "kiln")]
    [InlineData("<c r=\"A1\" t=\"inlineStr\"><is><t>窯</t><rPh sb=\"0\" eb=\"1\"><t>かま</t></rPh></is></c>", WorkbookCellKind.Text, "窯")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>3</v></c>", WorkbookCellKind.Error, "the text 3 of the workbook, which has 0")]
    [InlineData("<c r=\"A1\" t=\"s\"><v>0</v></c>", WorkbookCellKind.Error, "the text 0 of the workbook, which has 0")]
    [InlineData("<c r=\"A1\" t=\"s\"><v></v></c>", WorkbookCellKind.Error, "the text  of the workbook, which has 0")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>2025-04-01T06:00:00</v></c>", WorkbookCellKind.Number, "45748.25")]
    [InlineData("<c r=\"A1\" t=\"d\"><v>1 April</v></c>", WorkbookCellKind.Text, "1 April")]
    [InlineData("<c r=\"A1\" t=\"str\"><f>B1</f><v>kiln</v></c>", WorkbookCellKind.Text, "kiln")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>1</v></c>", WorkbookCellKind.Boolean, "TRUE")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>true</v></c>", WorkbookCellKind.Boolean, "TRUE")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>0</v></c>", WorkbookCellKind.Boolean, "FALSE")]
    [InlineData("<c r=\"A1\" t=\"b\"><v>yes</v></c>", WorkbookCellKind.Error, "yes")]
    [InlineData("<c r=\"A1\" t=\"b\"><f>B1</f></c>", WorkbookCellKind.Unsaved, "")]
    [InlineData("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>", WorkbookCellKind.Error, "#DIV/0!")]
    [InlineData("<c r=\"A1\"><f>1+2</f></c>", WorkbookCellKind.Unsaved, "")]
    [InlineData("<c r=\"A1\"><f>1+2</f><v>3</v></c>", WorkbookCellKind.Number, "3")]
    [InlineData("<c><v>3</v></c>", WorkbookCellKind.Number, "3")]
    public void Each_kind_of_cell_is_seen(string xml, WorkbookCellKind kind, string text)
    {
        var cell = Raw(xml).CellAt("S!A1")!;
        Assert.Equal((kind, text), (cell.Kind, cell.Text));
    }

    /// <summary>A row drawn to no height is as hidden as one that says so.</summary>
    [Theory]
    [InlineData("hidden=\"1\"", true)]
    [InlineData("hidden=\"true\"", true)]
    [InlineData("ht=\"0\" customHeight=\"1\"", true)]
    [InlineData("hidden=\"0\" ht=\"15\"", false)]
    public void A_row_that_is_not_shown_is_known(string attributes, bool isHidden) =>
        Assert.Equal(isHidden ? [2] : [], Raw($"<c r=\"A1\"><v>1</v></c></row><row r=\"2\" {attributes}><c r=\"A2\"><v>2</v></c>").Sheets[0].HiddenRows);

    [Theory]
    [InlineData("hidden=\"1\"", true)]
    [InlineData("width=\"0\" customWidth=\"1\"", true)]
    [InlineData("width=\"9\"", false)]
    public void A_column_that_is_not_shown_is_known(string attributes, bool isHidden)
    {
        var sheet = Sheets.Read(RawSheet($"<cols><col min=\"2\" max=\"3\" {attributes}/></cols><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData>")).Sheets[0];
        Assert.Equal([false, isHidden, isHidden, false], Enumerable.Range(1, 4).Select(sheet.IsColumnHidden));
    }

    /// <summary>A digit that changed in an archive leaves XML that reads well; only its checksum tells.</summary>
    [Fact]
    public void A_part_whose_digits_changed_is_refused()
    {
        var bytes = RawSheet("<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>", CompressionLevel.NoCompression);
        Assert.True(WorkbookReader.TryRead(new MemoryStream(bytes), null, WorkbookLimits.Default, out _, out _));
        bytes[bytes.AsSpan().IndexOf("<v>7</v>"u8) + 3] = (byte)'8';
        Assert.False(WorkbookReader.TryRead(new MemoryStream(bytes), null, WorkbookLimits.Default, out _, out var problems));
        Assert.Equal("not-a-workbook", Assert.Single(problems).Code);
    }

    /// <summary>Which of two rows or cells of one address counts, nobody knows.</summary>
    [Theory]
    [InlineData("<c r=\"A1\"><v>1</v></c></row><row r=\"1\"><c r=\"A1\"><v>2</v></c>")]
    [InlineData("<c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>")]
    [InlineData("<c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>2</v></c>")]
    public void A_row_or_a_cell_that_stands_twice_is_refused(string cells)
    {
        Assert.False(WorkbookReader.TryRead(new MemoryStream(RawBytes(cells)), null, WorkbookLimits.Default, out _, out var problems));
        Assert.Equal("not-a-workbook", Assert.Single(problems).Code);
    }

    [Fact]
    public void Cells_without_an_address_follow_one_another() =>
        Assert.Equal(["A1", "B1", "E1", "F1"], Raw("<c><v>1</v></c><c><v>2</v></c><c r=\"E1\"><v>3</v></c><c><v>4</v></c>").Sheets[0].Cells.Select(c => c.Reference));

    [Fact]
    public void A_day_is_a_number_that_is_shown_as_one()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd-mmm-yy" }, new NumberingFormat { NumberFormatId = 165, FormatCode = "0.0\" days\"" }),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14 }, new CellFormat { NumberFormatId = 164 }, new CellFormat { NumberFormatId = 165 }));
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(new Row(Enumerable.Range(0, 4).Select(i => new Cell { CellValue = new CellValue("45000"), StyleIndex = (uint)i }))));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
        }

        Assert.Equal([false, true, true, false], Sheets.Read(stream.ToArray()).Sheets[0].Cells.Select(c => c.IsDay));
    }

    [Theory]
    [InlineData("General", false, false)]
    [InlineData("0.00%", false, true)]
    [InlineData("0\" %\"", false, false)]
    [InlineData("0.0\\%", false, false)]
    [InlineData("dd\\.mm\\.yyyy", true, false)]
    [InlineData("h:mm AM/PM", true, false)]
    [InlineData("[h]:mm:ss", false, false)]
    [InlineData("[$-409]mmm\\-yy;@", true, false)]
    [InlineData("[Red]#,##0.00_d", false, false)]
    [InlineData("0.0\\d", false, false)]
    [InlineData("#,##0.00", false, false)]
    public void A_format_shows_a_day_a_share_or_a_number(string code, bool isDay, bool isPercent)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = code }), new CellFormats(new CellFormat { NumberFormatId = 164 }));
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(new Row(new Cell { CellValue = new CellValue("0.25"), StyleIndex = 0u })));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
        }

        var cell = Assert.Single(Sheets.Read(stream.ToArray()).Sheets[0].Cells);
        Assert.Equal((isDay, isPercent), (cell.IsDay, cell.IsPercent));
    }

    /// <summary>People strike through what no longer counts. A table tells it; the header may look as it likes.</summary>
    [Fact]
    public void Cells_that_are_struck_through_are_refused()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(new Fonts(new Font(), new Font(new Strike()), new Font(new Strike { Val = false })), new CellFormats(new CellFormat(), new CellFormat { FontId = 1 }, new CellFormat { FontId = 2 }));
            var part = workbook.AddNewPart<WorksheetPart>();
            Row Of(params uint[] styles) => new([.. styles.Select(s => new Cell { CellValue = new CellValue("1"), StyleIndex = s })]);
            part.Worksheet = new Worksheet(new SheetData(Of(1, 1), Of(0, 0), Of(2, 2), Of(0, 1), Of(1, 1)));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
        }

        var read = Sheets.Read(stream.ToArray());
        Assert.False(Ccts.Workbooks.Tables.SheetTable.TryWrite(read, read.Sheets[0], out _, out var problems));
        var told = Assert.Single(problems);
        Assert.Equal(("struck-cells", "S!A1"), (told.Code, told.Place.Pointer));
        Assert.StartsWith("5 cells, of which this is the first,", told.Message, StringComparison.Ordinal);
    }

    /// <summary>A part of a text may be struck through in its own font, in the cell and in the shared texts.</summary>
    [Theory]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false, false)]
    public void A_text_struck_through_in_part_is_refused(bool strikes, bool isShared, bool isRefused)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            Run[] Runs() => [new Run(new Text("Held ")), new Run(new RunProperties(new Strike { Val = strikes }), new Text("Retired"))];
            workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(new SharedStringItem(Runs()));
            var part = workbook.AddNewPart<WorksheetPart>();
            var cell = isShared ? new Cell(new CellValue("0")) { DataType = CellValues.SharedString } : new Cell(new InlineString(Runs())) { DataType = CellValues.InlineString };
            part.Worksheet = new Worksheet(new SheetData(new Row(cell)));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
        }

        var read = Sheets.Read(stream.ToArray());
        Assert.Equal(isRefused, !Ccts.Workbooks.Tables.SheetTable.TryWrite(read, read.Sheets[0], out _, out var problems));
        Assert.Equal(isRefused, problems.Any(p => p.Code == "struck-cells"));
    }

    // Days since 1904 are 1462 behind those since 1900; a quarter of a day is six o'clock in both.
    [Fact]
    public void A_workbook_that_counts_from_1904_says_the_same_days_and_times()
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(new CellFormats(new CellFormat { NumberFormatId = 22 }, new CellFormat { NumberFormatId = 20 }));
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(new Row(new Cell { CellValue = new CellValue("44286.5"), StyleIndex = 0u }, new Cell { CellValue = new CellValue("0.25"), StyleIndex = 1u })));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new WorkbookProperties { Date1904 = true }, new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
        }

        stream.Position = 0;
        Assert.True(Tables.WorkbookRows.TryOpen(stream, null, null, WorkbookLimits.Default, out var rows, out _));
        using (rows)
        {
            Assert.True(rows.Read());
            Assert.Equal(["2025-04-01T12:00:00", "06:00:00"], rows.Cells.Select(Tables.WorkbookRows.TextOf));
        }

        stream.Position = 0;
        Assert.True(WorkbookReader.TryRead(stream, null, WorkbookLimits.Default, out var whole, out _));
        Assert.Equal(["2025-04-01T12:00:00", "06:00:00"], whole.Sheets[0].Cells.Select(Tables.WorkbookRows.TextOf));
    }

    /// <summary>A million texts in a small archive would fill the memory when their XML is held whole; they are counted while they are read.</summary>
    [Fact]
    public void Texts_beyond_the_bound_and_styles_that_nobody_made_are_refused()
    {
        static byte[] With(string name, string xml)
        {
            using var stream = new MemoryStream();
            using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
            {
                var workbook = document.AddWorkbookPart();
                workbook.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable();
                workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet();
                var part = workbook.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(new Row(new Cell { CellValue = new CellValue("1") })));
                workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "S" }));
            }

            using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            {
                archive.GetEntry("xl/" + name)!.Delete();
                using var writer = new StreamWriter(archive.CreateEntry("xl/" + name).Open());
                writer.Write(xml);
            }

            return stream.ToArray();
        }

        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var texts = With("sharedStrings.xml", $"<sst xmlns=\"{main}\">{string.Concat(Enumerable.Repeat("<si><t>a</t></si>", 2001))}</sst>");
        var styles = With("styles.xml", $"<styleSheet xmlns=\"{main}\"><!--{new string(' ', 9 * 1024 * 1024)}--></styleSheet>");
        foreach (var (bytes, limits) in new[] { (texts, new WorkbookLimits { MaxCells = 2000 }), (styles, WorkbookLimits.Default) })
        {
            Assert.False(WorkbookReader.TryRead(new MemoryStream(bytes), null, limits, out _, out var problems));
            Assert.Equal("file-too-large", Assert.Single(problems).Code);
            Assert.False(Tables.WorkbookRows.TryOpen(new MemoryStream(bytes), null, null, limits, out _, out problems));
            Assert.Equal("file-too-large", Assert.Single(problems).Code);
        }

        Assert.True(WorkbookReader.TryRead(new MemoryStream(texts), null, new WorkbookLimits { MaxCells = 2001 }, out _, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a workbook")]
    [InlineData("PK\u0003\u0004 and then nothing")]
    public void What_is_no_workbook_is_told(string text)
    {
        Assert.False(WorkbookReader.TryRead(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)), "x.xlsx", WorkbookLimits.Default, out _, out var problems));
        Assert.Equal("not-a-workbook", Assert.Single(problems).Code);
    }

    [Fact]
    public void Each_bound_holds()
    {
        var bytes = new Sheets().Set("A", "A1", "1").Set("A", "A2", "2").Set("B", "A1", "3").ToBytes();
        Refused(new WorkbookLimits { MaxBytes = bytes.Length - 1 });
        Refused(new WorkbookLimits { MaxUnpackedBytes = 100 });
        Refused(new WorkbookLimits { MaxCells = 2 });
        Assert.True(WorkbookReader.TryRead(new MemoryStream(bytes), null, new WorkbookLimits { MaxCells = 3, MaxBytes = bytes.Length }, out _, out _));

        void Refused(WorkbookLimits limits)
        {
            Assert.False(WorkbookReader.TryRead(new MemoryStream(bytes), null, limits, out _, out var problems));
            Assert.Equal("file-too-large", Assert.Single(problems).Code);
        }
    }

    [Fact]
    public void A_part_that_unpacks_to_far_more_than_it_weighs_is_refused()
    {
        var bytes = new Sheets().Set("A", "A1", "1").ToBytes();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/media/large.bin", CompressionLevel.SmallestSize).Open();
            for (var i = 0; i < 300; i++)
            {
                entry.Write(new byte[1024 * 1024]);
            }
        }

        stream.Position = 0;
        Assert.False(WorkbookReader.TryRead(stream, null, WorkbookLimits.Default, out _, out var problems));
        Assert.Equal("file-too-large", Assert.Single(problems).Code);
    }

    [Fact]
    public void A_damaged_workbook_never_throws()
    {
        var bytes = FiledSheets.Of(Cement.Filing(Cement.Files[0])).ToBytes();
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])bytes.Clone();
            for (var j = 0; j < 1 + random.Next(20); j++)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var isRead = WorkbookReader.TryRead(new MemoryStream(damaged, 0, random.Next(damaged.Length)), null, WorkbookLimits.Default, out _, out var problems);
            Assert.Equal(isRead, problems.Count == 0);
            isRead = WorkbookReader.TryRead(new MemoryStream(damaged), null, WorkbookLimits.Default, out _, out problems);
            Assert.Equal(isRead, problems.Count == 0);
        }
    }

    [Fact]
    public void A_damaged_sheet_inside_a_sound_archive_never_throws()
    {
        var xml = "<c r=\"A1\" t=\"s\" s=\"1\"><f>B1</f><v>3</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>x</t></is></c>";
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var letters = xml.ToCharArray();
            for (var j = 0; j < 1 + random.Next(4); j++)
            {
                letters[random.Next(letters.Length)] = (char)(32 + random.Next(95));
            }

            WorkbookReader.TryRead(new MemoryStream(RawBytes(new string(letters))), null, WorkbookLimits.Default, out _, out _);
        }
    }

    private static Workbook Raw(string cells) => Sheets.Read(RawBytes(cells));

    private static byte[] RawBytes(string cells) => RawSheet($"<sheetData><row r=\"1\">{cells}</row></sheetData>");

    private static byte[] RawSheet(string content, CompressionLevel packed = CompressionLevel.Optimal)
    {
        var bytes = new Sheets().Set("S", "A1", "1").ToBytes();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.First(e => e.FullName.Contains("worksheets", StringComparison.Ordinal));
            var name = entry.FullName;
            entry.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(name, packed).Open());
            writer.Write($"<?xml version=\"1.0\" encoding=\"utf-8\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{content}</worksheet>");
        }

        return stream.ToArray();
    }
}
