using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The cells of the current row by role.</summary>
internal sealed class RowCells(ExportColumns columns, IRowSource row)
{
    internal IRowSource Row => row;

    /// <summary>The value of a role's cell; empty if none. Of several columns the first with a value.</summary>
    internal string Of(string role)
    {
        foreach (var column in columns.Of(role))
        {
            if (At(column) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }

    /// <summary>The value of a cell, without blanks around it; empty if none.</summary>
    internal string At(int column) => NothingStated.Strip(row[column]);

    /// <summary>The value of a quantity's cell, where "nil" and a dash are 0.</summary>
    internal string QuantityAt(int column) => NothingStated.StripQuantity(row[column]);

    /// <summary>The row's quantity as it stands.</summary>
    internal string QuantityOf() => columns.Of(ColumnRoles.Quantity) is [var first, ..] ? QuantityAt(first) : "";

    /// <summary>Whether the file has a column for the role and this row, cut short, has no cell in it.</summary>
    internal bool IsCut(string role)
    {
        var at = columns.Of(role);
        return at.Length > 0 && Array.TrueForAll(at, c => row[c] is null);
    }

    /// <summary>Another column for the same role with a different value; -1 if none.</summary>
    internal int Disagreeing(string role)
    {
        foreach (var column in columns.Of(role) is { Length: > 1 } several ? several : [])
        {
            if (At(column) is { Length: > 0 } text && text != Of(role))
            {
                return column;
            }
        }

        return -1;
    }

    /// <summary>Whether nothing stands in the whole row.</summary>
    internal bool AreBlank => First(0) < 0;

    /// <summary>Whether the row has more cells than columns.</summary>
    internal bool AreTooMany => row.Count > columns.Count && First(columns.Count) >= 0;

    private int First(int from)
    {
        for (var i = from; i < row.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(row[i]))
            {
                return i;
            }
        }

        return -1;
    }
}
