using System;
using System.Globalization;

namespace Ccts.Workbooks;

/// <summary>What a cell holds.</summary>
public enum WorkbookCellKind
{
    /// <summary>A number; a day is one too.</summary>
    Number,

    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>An error such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A formula whose result was not saved with it.</summary>
    Unsaved,
}

/// <summary>A cell that holds something.</summary>
/// <param name="Row">Its row, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Text">A number as a plain decimal of at most 15 significant digits; text as it stands; <c>TRUE</c> or <c>FALSE</c>; an error's code; empty for a result that was not saved.</param>
/// <param name="HasFormula">Whether it is the result of a formula; the text is then what the spreadsheet last computed.</param>
/// <param name="IsDay">Whether its format shows a day or a time of day.</param>
public sealed record WorkbookCell(int Row, int Column, WorkbookCellKind Kind, string Text, bool HasFormula, bool IsDay)
{
    /// <summary>Whether its format shows a percentage: a spreadsheet saves 0.08 for the 8 % that it shows.</summary>
    public bool IsPercent { get; init; }

    /// <summary>The text that its format shows before or after a number, such as <c>kg</c> of <c>0.0" kg"</c>; null where it shows the number alone.</summary>
    public string? ShownText { get; init; }

    /// <summary>The factor by which its format shows a number smaller: 1000 for <c>0.0,</c>, usually 1.</summary>
    public decimal ShownIn { get; init; } = 1m;

    /// <summary>Whether its formula adds up or averages cells of its own column, as that of a row of totals does.</summary>
    public bool AddsUp { get; init; }

    /// <summary>Whether it is struck through, as people do with what no longer counts.</summary>
    public bool IsStruck { get; init; }

    /// <summary>Its address, e.g. <c>B12</c>.</summary>
    public string Reference => Letters(Column) + Row.ToString(CultureInfo.InvariantCulture);

    /// <summary>The letters of a column: 1 is A, 27 is AA.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>Row and column of an address such as <c>B12</c>.</summary>
    internal static bool TryAt(string? reference, out int row, out int column)
    {
        var digits = 0;
        while (digits < (reference ?? "").Length && reference![digits] is >= 'A' and <= 'Z')
        {
            digits++;
        }

        column = ColumnOf(reference?.Substring(0, digits) ?? "");
        return int.TryParse(reference?.Substring(digits), NumberStyles.None, CultureInfo.InvariantCulture, out row);
    }

    /// <summary>The number of a column by its letters; 0 for any other text.</summary>
    public static int ColumnOf(string letters)
    {
        var column = 0;
        foreach (var letter in letters ?? throw new ArgumentNullException(nameof(letters)))
        {
            if (letter is < 'A' or > 'Z' || column > 20_000)
            {
                return 0;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column;
    }
}
