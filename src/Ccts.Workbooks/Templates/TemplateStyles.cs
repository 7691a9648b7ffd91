using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Templates;

/// <summary>The styles of a template's cells, and which cells may be changed.</summary>
internal static class TemplateStyles
{
    internal const uint Plain = 0;
    internal const uint Bold = 1;
    internal const uint Note = 2;

    /// <summary>A figure to fill in: unlocked, on a yellow background.</summary>
    internal const uint Figure = 3;

    /// <summary>A word or name to fill in; stored as text, so that 2025-26 is not converted.</summary>
    internal const uint Word = 4;

    /// <summary>A number that is not filled in.</summary>
    internal const uint Number = 5;

    private const uint Text = 49;
    private const uint General = 0;

    internal static void Add(WorkbookPart workbook)
    {
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new Fonts(new Font(), new Font(new Bold()), new Font(new Color { Rgb = "FF707070" })),
            new Fills(Fill(PatternValues.None), Fill(PatternValues.Gray125), new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFF6D5" }) { PatternType = PatternValues.Solid })),
            new Borders(new Border(), new Border(Thin<LeftBorder>(), Thin<RightBorder>(), Thin<TopBorder>(), Thin<BottomBorder>())),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(Format(font: 0), Format(font: 1), Format(font: 2), Input(General), Input(Text), Format(font: 0)),
            new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }),
            new DifferentialFormats(new DifferentialFormat(new Fill(new PatternFill(new BackgroundColor { Rgb = "FFD0D0D0" }) { PatternType = PatternValues.Solid }))));
    }

    private static Fill Fill(PatternValues pattern) => new(new PatternFill { PatternType = pattern });

    private static CellFormat Format(uint font) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = font, ApplyFont = true, ApplyAlignment = true };

    private static CellFormat Input(uint format) => new(new Protection { Locked = false }) { NumberFormatId = format, FillId = 2, BorderId = 1, ApplyNumberFormat = true, ApplyFill = true, ApplyBorder = true, ApplyProtection = true };

    private static T Thin<T>()
        where T : BorderPropertiesType, new() => new() { Style = BorderStyleValues.Hair };
}
