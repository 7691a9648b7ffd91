using System;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Tests;

/// <summary>A hidden sheet that is read, and one that is passed over, are told, whichever way a table is read.</summary>
public sealed class HiddenSheetTests
{
    private static Sheets Two() => new Sheets().Set("Shown!A1", "a").Set("Shown!B1", "b").Set("Old!A1", "a").Set("Old!B1", "b").Hide("Old", "");

    [Theory]
    [InlineData(null, "nothing of it is read")]
    [InlineData("Old", "read because it was named")]
    [InlineData("Shown", null)]
    public void It_is_told_of_a_sheet_as_a_whole_and_of_its_rows(string? name, string? told)
    {
        var workbook = Two().ToWorkbook();
        Assert.True(SheetTable.TryChoose(workbook, name, out var sheet, out var problems));
        Assert.Equal(name ?? "Shown", sheet.Name);
        Told(problems);
        Assert.True(WorkbookRows.TryOpen(new MemoryStream(Two().ToBytes()), "x.xlsx", name, WorkbookLimits.Default, out var rows, out problems));
        using (rows)
        {
            Assert.Equal(name ?? "Shown", rows.Sheet);
            Told(problems);
        }

        void Told(System.Collections.Generic.IReadOnlyList<Problem> found) =>
            Assert.True(told is null ? found.Count == 0 : found.Single() is { Code: "hidden-sheet", Severity: Severity.Warning } one && one.Message.Contains(told, StringComparison.Ordinal));
    }

    /// <summary>A sheet that only a program can show again is as hidden as one that a person has hidden.</summary>
    [Fact]
    public void A_very_hidden_sheet_is_hidden()
    {
        using var stream = new MemoryStream();
        stream.Write(Two().ToBytes());
        using (var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(stream, isEditable: true))
        {
            document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single(s => s.Name == "Old").State = DocumentFormat.OpenXml.Spreadsheet.SheetStateValues.VeryHidden;
        }

        var workbook = Sheets.Read(stream.ToArray());
        Assert.True(SheetTable.TryChoose(workbook, null, out var sheet, out var problems));
        Assert.Equal(("Shown", "hidden-sheet"), (sheet.Name, Assert.Single(problems).Code));
        Assert.True(WorkbookRows.TryOpen(new MemoryStream(stream.ToArray()), "x.xlsx", null, WorkbookLimits.Default, out var rows, out problems));
        using (rows)
        {
            Assert.Equal(("Shown", "hidden-sheet"), (rows.Sheet, Assert.Single(problems).Code));
        }
    }

    /// <summary>What columns of other sheets look like is no matter of the one that is read.</summary>
    [Fact]
    public void Hidden_columns_of_another_sheet_are_not_those_of_the_table()
    {
        Assert.True(WorkbookRows.TryOpen(new MemoryStream(new Sheets().Set("Empty", 1, 1, "x").Clear("Empty", "A1").Hide("Empty", "A").Set("T!A1", "a").Set("T!B1", "b").ToBytes()), "x.xlsx", null, WorkbookLimits.Default, out var rows, out _));
        using (rows)
        {
            while (rows.Read())
            {
            }

            Assert.Empty(rows.Unseen(1, [1, 2]));
        }
    }
}
