using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks;

/// <summary>The shared texts of a workbook, read in order: a small workbook with millions of compressed texts does not fill the memory with XML.</summary>
internal static class SharedTexts
{
    /// <summary>The texts in order, or null when there are more than the bound.</summary>
    internal static List<SharedText>? Of(WorkbookPart part, int most)
    {
        var texts = new List<SharedText>();
        if (part.SharedStringTablePart is not { } table)
        {
            return texts;
        }

        using var reader = OpenXmlReader.Create(table);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(SharedStringItem) && reader.IsStartElement && reader.LoadCurrentElement() is SharedStringItem item)
            {
                texts.Add(new SharedText(TextOf(item), IsStruck(item)));
                if (texts.Count > most)
                {
                    return null;
                }
            }
        }

        return texts;
    }

    /// <summary>A text, or that of its runs, without the phonetic readings of Japanese workbooks.</summary>
    internal static string TextOf(RstType item) => item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(r => r.Text?.Text ?? ""));

    // A font may strike through a part of a text alone.
    private static bool IsStruck(RstType item) =>
        item.Elements<Run>().Any(r => r.RunProperties?.GetFirstChild<Strike>() is { } strike && strike.Val?.Value != false && !string.IsNullOrWhiteSpace(r.Text?.Text));
}

/// <summary>A text of the workbook, and whether any of it is struck through.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SharedText(string Text, bool IsStruck);
