using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads the numbers of units from separate columns, for serials without numbers, and compares them with serials that have some.</summary>
internal sealed class UnitNumbers(ExportColumns columns, RowCells cells, RowFindings findings)
{
    /// <summary>The range that the columns state; null where they state none; <paramref name="isDoubtful"/> says then whether the cells hold something that cannot be read.</summary>
    internal BlockRange? Read(out bool isDoubtful)
    {
        var (from, to) = (cells.Of(ColumnRoles.From), cells.Of(ColumnRoles.To));
        isDoubtful = cells.IsCut(ColumnRoles.From) || cells.IsCut(ColumnRoles.To);
        if (isDoubtful || (from.Length == 0 && to.Length == 0) || (!columns.Has(ColumnRoles.From) && !columns.Has(ColumnRoles.To)))
        {
            return null;
        }

        isDoubtful = true;
        var start = Number(from, ColumnRoles.From, to);
        var end = Number(to, ColumnRoles.To, from);
        if (start is not { } first || end is not { } last)
        {
            return null;
        }

        if (last < first)
        {
            findings.Error("range-unreadable", ColumnRoles.To, $"The numbers end at {last}, before their start {first}.", "a last number at or after the first");
            return null;
        }

        isDoubtful = false;
        return new BlockRange(first, last);
    }

    /// <summary>Reports columns with other numbers than the serial.</summary>
    internal void Check(SerialReading reading, BlockRange? stated)
    {
        if (reading.Block is { } block && stated is { } range && !block.Range.Equals(range))
        {
            findings.Error("range-contradicts-serial", ColumnRoles.From, $"The columns state the numbers {range}, the serial {block.Range}.", "the numbers of the serial");
        }
    }

    private BlockNumber? Number(string text, string role, string other)
    {
        if (text.Length == 0)
        {
            findings.Error("range-unreadable", role, $"Only one end of the numbers is here, \"{CellText.Short(other)}\".", "a first and a last number");
            return null;
        }

        if (ExportNumbers.TryDigits(text, out var digits) && BlockNumber.TryParse(digits, out var number))
        {
            return number;
        }

        findings.Error("range-unreadable", role, $"\"{CellText.Short(text)}\" is not the number of a unit.", "a whole number, grouped by commas if at all", CellText.HintForNumber(text));
        return null;
    }
}
