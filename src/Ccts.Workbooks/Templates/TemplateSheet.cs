using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Ccts.Workbooks.Templates;

/// <summary>Writes a sheet of a template row by row, with its drop-downs; every cell is locked except those to fill in.</summary>
internal sealed class TemplateSheet
{
    /// <summary>The most letters of a list of words inside the cell; a longer list is on its own sheet.</summary>
    internal const int LongestList = 255;
    private readonly SheetData _rows = new();
    private readonly List<DataValidation> _lists = [];
    private readonly List<ConditionalFormatting> _formats = [];

    /// <summary>The row that comes next.</summary>
    internal int Next { get; private set; } = 1;

    /// <summary>Writes a row; a cell is its text, whether that is a number, and its style.</summary>
    internal void Add(params (int Column, string Text, uint Style)[] cells)
    {
        var row = new Row { RowIndex = (uint)Next };
        foreach (var (column, text, style) in cells.OrderBy(c => c.Column))
        {
            row.Append(CellOf(WorkbookCell.Letters(column) + Next.ToString(CultureInfo.InvariantCulture), text, style));
        }

        _rows.Append(row);
        Next++;
    }

    /// <summary>Offers words in cells of the next row.</summary>
    internal void Offer(int from, int to, string formula) => Validate(from, to, new DataValidation(new Formula1(formula)) { Type = DataValidationValues.List, ErrorTitle = "Not in the list", Error = "Choose one of the words of the list." });

    /// <summary>Permits only numbers of 0 or more in cells of the next row.</summary>
    internal void TakeFigures(int from, int to, string unit) => Validate(from, to, new DataValidation(new Formula1("0")) { Type = DataValidationValues.Decimal, Operator = DataValidationOperatorValues.GreaterThanOrEqual, ErrorTitle = "Not a figure", Error = $"A number of 0 or more{(unit.Length > 0 ? ", in " + unit : "")}, or nothing." });

    /// <summary>Greys a column down to the last row where a formula holds.</summary>
    internal void Grey(int column, string formula) =>
        _formats.Add(new ConditionalFormatting(new ConditionalFormattingRule(new Formula(formula)) { Type = ConditionalFormatValues.Expression, FormatId = 0, Priority = _formats.Count + 1 }) { SequenceOfReferences = List($"{WorkbookCell.Letters(column)}2:{WorkbookCell.Letters(column)}{Next - 1}") });

    /// <summary>The sheet; the first row stays in view.</summary>
    internal Worksheet ToWorksheet(IReadOnlyList<int> widths, bool freezes, bool isLocked = true)
    {
        var sheet = new Worksheet();
        var view = new SheetView { WorkbookViewId = 0 };
        if (freezes)
        {
            view.Append(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen });
        }

        sheet.Append(new SheetViews(view), new Columns(widths.Select((w, i) => new Column { Min = (uint)(i + 1), Max = (uint)(i + 1), Width = w, CustomWidth = true })), _rows);
        if (isLocked)
        {
            sheet.Append(new SheetProtection { Sheet = true, FormatColumns = false, FormatRows = false });
        }

        sheet.Append(_formats);
        if (_lists.Count > 0)
        {
            sheet.Append(new DataValidations(_lists) { Count = (uint)_lists.Count });
        }

        return sheet;
    }

    private static Cell CellOf(string reference, string text, uint style)
    {
        var cell = new Cell { CellReference = reference, StyleIndex = style };
        if (text.Length > 0 && style is TemplateStyles.Figure or TemplateStyles.Number && decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
        {
            cell.CellValue = new CellValue(text);
        }
        else if (text.Length > 0)
        {
            cell.DataType = CellValues.InlineString;
            cell.Append(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        }

        return cell;
    }

    private void Validate(int from, int to, DataValidation rule)
    {
        rule.AllowBlank = true;
        rule.ShowErrorMessage = true;
        rule.SequenceOfReferences = List($"{WorkbookCell.Letters(from)}{Next}:{WorkbookCell.Letters(to)}{Next}");
        _lists.Add(rule);
    }

    private static ListValue<StringValue> List(string range) => new([new StringValue(range)]);
}
