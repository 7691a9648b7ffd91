using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads how many units a row states, and how many in which state, if its columns say so.</summary>
internal sealed class RowQuantity(ExportColumns columns, RowCells cells, RowFindings findings, bool isAmbiguousPoint)
{
    private readonly int _unit = UnitBeside.Find(columns);

    /// <summary>How many units; null if the cell is empty or unreadable, and then <paramref name="isDoubtful"/> says which.</summary>
    internal decimal? Read(out bool isDoubtful)
    {
        var text = "";
        isDoubtful = cells.IsCut(ColumnRoles.Quantity);
        foreach (var column in columns.Of(ColumnRoles.Quantity))
        {
            var other = cells.QuantityAt(column);
            if (text.Length > 0 && other.Length > 0 && text != other && !Same(text, other))
            {
                findings.Error("columns-disagree", ColumnRoles.Quantity, $"This column has \"{CellText.Short(text)}\", and {columns.HeaderOf(column)} has \"{CellText.Short(other)}\".", "columns that say the same");
                isDoubtful = true;
                return null;
            }

            text = text.Length > 0 ? text : other;
        }

        if (text.Length == 0)
        {
            return null;
        }

        var number = IsInOtherUnit() ? null : Number(text, columns.NameOf(ColumnRoles.Quantity));
        isDoubtful = number is null;
        CheckTotal(number);
        return number;
    }

    // The row's units are some of all that were issued with them.
    private void CheckTotal(decimal? number)
    {
        var text = columns.Has(ColumnRoles.Total) ? cells.QuantityAt(columns.Of(ColumnRoles.Total)[0]) : "";
        if (text.Length > 0 && Number(text, columns.NameOf(ColumnRoles.Total)) is { } total && total < number)
        {
            findings.Error("columns-disagree", ColumnRoles.Total, $"The row states {number} units, and says that there are {CellText.Short(text)} in all.", "columns that say the same");
        }
    }

    private bool IsInOtherUnit()
    {
        if (_unit < 0 || cells.At(_unit) is not { Length: > 0 } unit || !UnitBeside.IsOther(unit, columns.Format.IsKilograms))
        {
            return false;
        }

        findings.ErrorAt("unit-not-tonnes", columns.HeaderOf(_unit), $"The quantity is in {CellText.Short(unit)} by this column.", columns.Format.IsKilograms ? "kilograms" : "tonnes, or credits of a tonne", "State how many credits there are; where the column says something else, give it another header.");
        return true;
    }

    /// <summary>The parts of the quantity by state; the rest is not included. Null if a part cannot be read.</summary>
    internal IReadOnlyList<(PartColumn Part, decimal Units)>? Parts(decimal? whole)
    {
        if (columns.Parts.Length == 0)
        {
            return [];
        }

        var parts = new List<(PartColumn, decimal)>();
        decimal told = 0;
        foreach (var found in columns.Parts.OrderBy(p => p.Part.IsOfRest))
        {
            if (PartOf(found) is not { } units)
            {
                return null;
            }

            units = found.Part.IsOfRest && whole is { } all && units > all - told ? System.Math.Max(0, all - told) : units;
            told += units;
            if (units > 0)
            {
                parts.Add((found.Part, units));
            }
        }

        if (told > (whole ?? 0))
        {
            findings.Error("state-unclear", ColumnRoles.Quantity, $"The row states {whole ?? 0} units, and its columns by state add up to {told}.", "columns by state that add up to no more");
            return null;
        }

        return parts;
    }

    private decimal? PartOf(ExportColumns.FoundPart found)
    {
        decimal sum = 0;
        foreach (var column in new[] { found.Column }.Concat(found.Less))
        {
            if (column >= cells.Row.Count)
            {
                return null;
            }

            var text = cells.QuantityAt(column);
            if (text.Length > 0)
            {
                if (Number(text, columns.HeaderOf(column)) is not { } units)
                {
                    return null;
                }

                sum += column == found.Column ? units : -units;
            }
        }

        return System.Math.Max(0, sum);
    }

    private decimal? Number(string text, string header)
    {
        if (isAmbiguousPoint && text.Length is >= 5 and <= 7 && text[text.Length - 4] == '.')
        {
            findings.ErrorAt("quantity-unreadable", header, $"\"{text}\" is {text.Replace(".", "")} where decimals follow a comma, and a little over {text.Substring(0, text.Length - 4)} where they follow a point; in a file separated by semicolons it may be either.", "a quantity without separators");
            return null;
        }

        if (ExportNumbers.TryRead(text, out var number) && number <= StatementEntry.MostUnits)
        {
            return columns.Format.IsKilograms ? number / 1000 : number;
        }

        findings.ErrorAt("quantity-unreadable", header, $"\"{CellText.Short(text)}\" is not a quantity.", "digits, grouped by commas if at all, with decimals behind a point", CellText.HintForNumber(text));
        return null;
    }

    private static bool Same(string one, string other) => ExportNumbers.TryRead(one, out var a) && ExportNumbers.TryRead(other, out var b) && a == b;
}
