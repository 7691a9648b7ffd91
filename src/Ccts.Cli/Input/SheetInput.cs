using System;
using System.Collections.Generic;
using System.IO;
using Ccts.Cli.Output;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using Ccts.Workbooks;
using Ccts.Workbooks.Tables;

namespace Ccts.Cli.Input;

/// <summary>
/// Tables in workbooks: whatever is read as CSV is read from .xlsx too. <c>file.xlsx!Sheet</c> names the sheet where several hold something; the
/// bytes say what a file is, not its name.
/// </summary>
internal static class SheetInput
{
    private const string Mark = ".xlsx!";

    /// <summary>The path of the file, and the sheet that is named behind it.</summary>
    internal static (string File, string? Sheet) Split(string path)
    {
        var at = path.LastIndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 || File.Exists(path) ? (path, null) : (path[..(at + Mark.Length - 1)], path[(at + Mark.Length)..]);
    }

    /// <summary>A workbook as the CSV of its sheet, row for row; any other file as it is. What was seen on the way is written to the error output.</summary>
    /// <exception cref="CctsDataException">The sheet cannot be read.</exception>
    internal static FoundFile AsTable(FoundFile file, string? sheet)
    {
        if (file.Content.Kind != ContentKind.Workbook)
        {
            return file;
        }

        using (file)
        {
            var (workbook, chosen) = Sheet(file.Stream, file.Name, sheet);
            var isRead = SheetTable.TryWrite(workbook, chosen, out var csv, out var problems);
            return isRead ? file with { Stream = new PeekedStream(new MemoryStream(Told(csv!, problems), writable: false)) } : throw new CctsDataException(problems);
        }
    }

    /// <summary>The workbook at a path, and the sheet that is named behind it; null when the bytes are no workbook.</summary>
    /// <exception cref="CctsDataException">It cannot be opened or read.</exception>
    internal static (Workbook Workbook, string? Sheet)? Workbook(string path)
    {
        // Standard input can be read once only, so a workbook is not looked for there.
        if (path == FoundFiles.StandardInput)
        {
            return null;
        }

        using var stream = new PeekedStream(FoundFiles.OpenStream(path));
        return stream.Content.Kind == ContentKind.Workbook ? (Open(stream, FoundFiles.NameOf(Split(path).File)), Split(path).Sheet) : null;
    }

    /// <exception cref="CctsDataException">No sheet is meant, or several may be.</exception>
    internal static WorkbookSheet Choose(Workbook workbook, string? sheet) =>
        SheetTable.TryChoose(workbook, sheet, out var chosen, out var problems) ? Told(chosen, problems) : throw new CctsDataException(problems);

    internal static T Told<T>(T read, IReadOnlyList<Problem> problems)
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
