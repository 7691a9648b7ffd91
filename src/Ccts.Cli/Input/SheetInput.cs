using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Cli.Input;

/// <summary>
/// Tables in workbooks: every CSV input can also be .xlsx. <c>file.xlsx!Sheet</c> names the sheet if several have content. The
/// bytes decide what a file is, not its name: a workbook may have any.
/// </summary>
internal static class SheetInput
{
    private const string Mark = ".xlsx!";
    private const int DigitsKept = 15;

    /// <summary>The path of the file, and the sheet named after it.</summary>
    internal static (string File, string? Sheet) Split(string path)
    {
        var at = path.LastIndexOf(Mark, StringComparison.OrdinalIgnoreCase) is >= 0 and var named ? named + Mark.Length - 1 : path.LastIndexOf('!');
        return at <= 0 || File.Exists(path) || !(path[..at].EndsWith(Mark[..^1], StringComparison.OrdinalIgnoreCase) || IsWorkbook(path[..at])) ? (path, null) : (path[..at], path[(at + 1)..]);
    }

    private static bool IsWorkbook(string path)
    {
        using var stream = File.Exists(path) ? new PeekedStream(File.OpenRead(path)) : null;
        return stream is { Content.Kind: ContentKind.Workbook };
    }

    /// <summary>A workbook as the CSV of its sheet, row for row; any other file unchanged. Warnings are written to the error output.</summary>
    /// <exception cref="CctsDataException">The sheet cannot be read.</exception>
    /// <param name="file">The file.</param>
    /// <param name="path">The path that led to it, which may name a sheet.</param>
    /// <param name="isEmptyAState">Whether an empty cell has a meaning, such as that units are held: then merged cells, which are empty but for one, are refused.</param>
    internal static FoundFile AsTable(FoundFile file, string path, bool isEmptyAState = false)
    {
        if (file.Content.Kind != ContentKind.Workbook)
        {
            return file;
        }

        using (file)
        {
            var (workbook, chosen) = Sheet(file.Stream, file.Name, file.IsInZip ? null : Split(path).Sheet);
            var isRead = SheetTable.TryWrite(workbook, chosen, out var csv, out var problems);
            if (isRead && (isEmptyAState ? problems.Where(p => p.Code == "merged-cells") : []).Concat(LostDigits(workbook, chosen)).ToList() is { Count: > 0 } wrong)
            {
                throw new CctsDataException([.. wrong.Select(p => p with { Severity = Severity.Error })]);
            }

            return isRead ? file with { Stream = new PeekedStream(new MemoryStream(WithNotices(csv!, problems), writable: false)) } : throw new CctsDataException(problems);
        }
    }

    // A spreadsheet keeps fifteen digits of a number and writes zeros for the rest, which would change serials and unit numbers.
    private static IEnumerable<Problem> LostDigits(Workbook workbook, WorkbookSheet sheet) => sheet.Cells
        .Where(c => c is { Kind: WorkbookCellKind.Number, IsDay: false } && c.Text.Split('.')[0].TrimStart('-').Length > DigitsKept)
        .Select(c => new Problem("lost-digits", Severity.Error, $"{c.Text} has more digits than a spreadsheet keeps of a number; the last ones may have been others.", workbook.PlaceOf(sheet.Name, c.Row, c.Column)) { Expected = "text", Hint = "Format the cell as text, and enter the number again from its source." });

    /// <summary>The workbook at a path, and the sheet named after it; null when the bytes are no workbook.</summary>
    /// <exception cref="CctsDataException">It cannot be opened or read.</exception>
    internal static (Workbook Workbook, string? Sheet)? Workbook(string path)
    {
        // Standard input can be read only once, so it cannot be a workbook.
        if (path == FoundFiles.StandardInput)
        {
            return null;
        }

        using var stream = new PeekedStream(FoundFiles.OpenStream(path));
        return stream.Content.Kind == ContentKind.Workbook ? (Open(stream, FoundFiles.NameOf(Split(path).File)), Split(path).Sheet) : null;
    }

    /// <summary>The texts of a sheet with one column, one a line; null when the bytes are no workbook. What a cell has on several lines is several lines.</summary>
    /// <exception cref="CctsDataException">The sheet cannot be read, or has several columns.</exception>
    internal static Stream? Lines(string path)
    {
        if (Workbook(path) is not var (workbook, name))
        {
            return null;
        }

        var sheet = Choose(workbook, name);
        SheetTable.TryWrite(workbook, sheet, out _, out var told);
        var problems = told.Concat(LostDigits(workbook, sheet)).ToList();
        var filled = sheet.Cells.Where(c => c.Text.Trim().Length > 0).OrderBy(c => c.Row).ToList();
        if (filled.Find(c => c.Column != filled[0].Column) is { } beside)
        {
            problems.Add(new Problem("several-columns", Severity.Error, "The sheet has several columns, and a line holds one text.", workbook.PlaceOf(sheet.Name, beside.Row, beside.Column)) { Expected = "one column", Hint = "Copy the column that is meant into a sheet of its own." });
        }

        return problems.Exists(p => p.Severity == Severity.Error) ? throw new CctsDataException(problems)
            : WithNotices(new MemoryStream(Encoding.UTF8.GetBytes(string.Concat(filled.Select(c => c.Text + "\n"))), writable: false), problems);
    }

    /// <exception cref="CctsDataException">No sheet is meant, or several may be.</exception>
    internal static WorkbookSheet Choose(Workbook workbook, string? sheet) =>
        SheetTable.TryChoose(workbook, sheet, out var chosen, out var problems) ? WithNotices(chosen, problems) : throw new CctsDataException(problems);

    internal static T WithNotices<T>(T read, IReadOnlyList<Problem> problems)
    {
        Terminal.Problems(problems);
        return read;
    }

    private static (Workbook Workbook, WorkbookSheet Sheet) Sheet(Stream stream, string name, string? sheet)
    {
        var workbook = Open(stream, Split(name).File);
        return (workbook, Choose(workbook, sheet));
    }

    private static Workbook Open(Stream stream, string name) =>
        WorkbookReader.TryRead(stream, name, WorkbookLimits.Default, out var workbook, out var problems) ? workbook : throw new CctsDataException(problems);
}
