using System;
using System.Globalization;
using Ccts.Workbooks.Tables;

namespace Ccts.Workbooks.Reports;

/// <summary>A column of a sheet of streams, as its header describes it.</summary>
/// <param name="At">Its number in the sheet.</param>
/// <param name="Name">The member of the stream, e.g. <c>ncv</c>; a month of amounts is an <c>amount</c>.</param>
/// <param name="Unit">The unit that the header states: <c>ncv (GJ/t)</c>.</param>
/// <param name="Month">The month, e.g. <c>2025-04</c>, where months stand across; empty for the whole year.</param>
/// <param name="IsUnit">Whether it holds the units of <paramref name="Name"/>.</param>
internal sealed record StreamColumn(int At, string Name, string? Unit, string? Month, bool IsUnit)
{
    internal const string Amount = "amount";

    /// <summary>The header of amounts for the whole year, next to the months.</summary>
    internal const string WholeYear = "whole year";

    internal static StreamColumn Of(WorkbookCell header)
    {
        var text = CellText.Of(header);
        if (MonthOf(header, text) is { } month)
        {
            return new StreamColumn(header.Column, Amount, null, month, IsUnit: false);
        }

        if (text.Equals(WholeYear, StringComparison.OrdinalIgnoreCase))
        {
            return new StreamColumn(header.Column, Amount, null, "", IsUnit: false);
        }

        var open = text.IndexOfAny(['(', '[']);
        var unit = open > 0 && text[text.Length - 1] is ')' or ']' ? text.Substring(open + 1, text.Length - open - 2).Trim() : null;
        var name = Lower(unit is null ? text : text.Substring(0, open).Trim());
        var isUnit = name is "unit" or "units" || name.EndsWith(" unit", StringComparison.OrdinalIgnoreCase);
        return new StreamColumn(header.Column, name is "unit" or "units" ? Amount : isUnit ? name.Substring(0, name.Length - " unit".Length) : name, unit is { Length: > 0 } ? unit : null, null, isUnit);
    }

    /// <summary>A day that begins a month stands for the month; any other day for itself.</summary>
    internal static string Period(WorkbookCell? cell) =>
        cell is { IsDay: true } && CellText.TryDay(cell.Text, out var day) && day.Day == 1 && day.TimeOfDay == TimeSpan.Zero ? day.ToString("yyyy-MM", CultureInfo.InvariantCulture) : CellText.Of(cell);

    private static string? MonthOf(WorkbookCell header, string text) =>
        header.IsDay && Period(header) is { Length: 7 } month ? month
        : MonthText.FirstDay(text)?.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    // Spreadsheets capitalise the first letter of a cell by themselves; every member begins with a small letter.
    private static string Lower(string name) => name.Length < 2 || char.IsUpper(name[1]) ? name : char.ToLowerInvariant(name[0]) + name.Substring(1);
}
