using System;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The cells of the current row by what they are for.</summary>
internal sealed class RowCells(ExportColumns columns, IRowSource row)
{
    internal IRowSource Row => row;

    /// <summary>What a role's cell states; empty where it states nothing. Of several columns for it the first that states something.</summary>
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

    /// <summary>What a cell states, without blanks around it; empty where it states nothing.</summary>
    internal string At(int column) => NothingStated.Strip(row[column]);

    /// <summary>What a cell of a quantity states: "nil" and a dash are 0 there.</summary>
    internal string QuantityAt(int column) => NothingStated.StripQuantity(row[column]);

    /// <summary>The row's quantity as it stands.</summary>
    internal string QuantityOf() => columns.Of(ColumnRoles.Quantity) is [var first, ..] ? QuantityAt(first) : "";

    /// <summary>Whether the file has a column for the role and this row, cut short, has no cell in it.</summary>
    internal bool IsCut(string role)
    {
        var at = columns.Of(role);
        return at.Length > 0 && Array.TrueForAll(at, c => row[c] is null);
    }

    /// <summary>Another column for the same role that states something else; -1 where there is none.</summary>
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

    /// <summary>Whether more stands in the row than it has columns.</summary>
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
