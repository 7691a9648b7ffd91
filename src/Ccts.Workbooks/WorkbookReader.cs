using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Xml;
using Ccts.Sdk.Problems;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>Reads <c>.xlsx</c> workbooks within limits. A fault becomes a problem, never an exception.</summary>
/// <remarks>Thread-safe. Values are those the spreadsheet saved; no formula is computed.</remarks>
public static class WorkbookReader
{
    /// <summary>Reads a workbook; false with the reason when it is no workbook or exceeds a limit.</summary>
    /// <param name="file">Its bytes, from the current position to the end.</param>
    /// <param name="name">Its name in messages, or null.</param>
    /// <param name="limits">Bounds.</param>
    /// <param name="workbook">The workbook, or null.</param>
    /// <param name="problems">Why it cannot be read.</param>
    /// <exception cref="IOException">The stream itself cannot be read.</exception>
    public static bool TryRead(Stream file, string? name, WorkbookLimits limits, [NotNullWhen(true)] out Workbook? workbook, out IReadOnlyList<Problem> problems)
    {
        _ = file ?? throw new ArgumentNullException(nameof(file));
        _ = limits ?? throw new ArgumentNullException(nameof(limits));
        workbook = null;
        try
        {
            if (Buffer(file, name, limits, out problems) is not { } bytes)
            {
                return false;
            }

            using var document = SpreadsheetDocument.Open(bytes, isEditable: false);
            workbook = Read(document, name, limits.MaxCells);
            problems = workbook is null ? [TooManyCells(name, limits)] : [];
            return workbook is not null;
        }
        catch (Exception cause) when (IsDamage(cause))
        {
            problems = [NoWorkbook(name)];
            return false;
        }
    }

    /// <summary>The exceptions that a damaged workbook causes.</summary>
    internal static bool IsDamage(Exception cause) => cause is InvalidDataException or OpenXmlPackageException or FileFormatException or XmlException or InvalidOperationException or ArgumentException
        or FormatException or NotSupportedException or OverflowException or KeyNotFoundException;

    internal static Problem NoWorkbook(string? name) => Error(
        "not-a-workbook", name, "The file is no .xlsx workbook that can be read.", "a workbook saved as .xlsx", "An older .xls, an .xlsb, an .ods or a protected file: open it in a spreadsheet and save it as .xlsx without a password.");

    /// <summary>The bytes of a workbook within limits, or the reason why not.</summary>
    internal static MemoryStream? Buffer(Stream file, string? name, WorkbookLimits limits, out IReadOnlyList<Problem> problems)
    {
        problems = [];
        if (!TryBuffer(file, limits.MaxBytes, out var bytes))
        {
            problems = [Error("file-too-large", name, "The workbook is too large.", $"at most {limits.MaxBytes} bytes")];
            return null;
        }

        if (!WorkbookArchive.IsWithin(bytes, limits.MaxUnpackedBytes))
        {
            problems = [Error("file-too-large", name, "The workbook is too large when it is unpacked.", $"at most {limits.MaxUnpackedBytes} bytes")];
            return null;
        }

        bytes.Position = 0;
        return bytes;
    }

    internal static Problem TooManyCells(string? name, WorkbookLimits limits) => Error("file-too-large", name, "The workbook has too many cells.", $"at most {limits.MaxCells} cells that hold something");

    private static Workbook? Read(SpreadsheetDocument document, string? name, int maxCells)
    {
        var part = document.WorkbookPart ?? throw new InvalidDataException();
        var strings = SharedTexts.Of(part, maxCells);
        if (strings is null)
        {
            return null;
        }

        var formats = ShownFormats.Of(part.WorkbookStylesPart?.Stylesheet);
        var sheets = new List<WorkbookSheet>();
        foreach (var sheet in part.Workbook?.Sheets?.Elements<Sheet>() ?? [])
        {
            if (sheet.Id?.Value is { } id && part.TryGetPartById(id, out var found) && found is WorksheetPart worksheet)
            {
                var reader = new SheetCells(strings, formats, part.Workbook!.WorkbookProperties?.Date1904?.Value == true);
                var cells = reader.Read(worksheet, maxCells);
                if (cells is null)
                {
                    return null;
                }

                maxCells -= cells.Count;
                var state = sheet.State?.Value;
                sheets.Add(new WorkbookSheet(sheet.Name?.Value ?? "", cells, state is { } shown && shown != SheetStateValues.Visible, reader.HiddenRows, reader.Look));
            }
        }

        return new Workbook(name, sheets);
    }

    private static bool TryBuffer(Stream file, int maxBytes, out MemoryStream bytes)
    {
        bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer, 0, buffer.Length)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > maxBytes)
            {
                return false;
            }
        }

        return true;
    }

    private static Problem Error(string code, string? name, string message, string expected, string? hint = null) =>
        new(code, Severity.Error, message, new SourcePlace(name, 0, 0, "")) { Expected = expected, Hint = hint };
}
