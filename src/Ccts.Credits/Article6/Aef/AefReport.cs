using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Article6.Aef;

/// <summary>A row of a table, cell by cell in the order of its columns.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AefRow
{
    private readonly IReadOnlyList<string> _cells;

    /// <summary>A row.</summary>
    /// <param name="table">The table.</param>
    /// <param name="cells">A cell for each column; empty or <c>NA</c> for nothing.</param>
    /// <param name="place">Its place in a file, for messages.</param>
    /// <exception cref="ArgumentException">There are more or fewer cells than columns.</exception>
    public AefRow(AefTableKind table, IReadOnlyList<string> cells, SourcePlace place = default)
    {
        (Table, _cells, Place) = (table, Require.NotNull(cells), place);
        if (cells.Count != AefColumns.Of(table).Count)
        {
            throw new ArgumentException($"Here are {cells.Count} cells; the table has {AefColumns.Of(table).Count} columns.", nameof(cells));
        }
    }

    /// <summary>The table.</summary>
    public AefTableKind Table { get; }

    /// <summary>Its place in a file, for messages.</summary>
    public SourcePlace Place { get; }

    /// <summary>The cells, in the order of the columns.</summary>
    public IReadOnlyList<string> Cells => _cells;

    /// <summary>The cell of a column, by the column's name.</summary>
    /// <exception cref="ArgumentException">The table has no such column.</exception>
    public string this[string column]
    {
        get
        {
            var columns = AefColumns.Of(Table);
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i].Name == column)
                {
                    return _cells[i];
                }
            }

            throw new ArgumentException($"Table {Table} has no column \"{column}\".", nameof(column));
        }
    }

    internal static AefRow Of(AefTableKind table, params (string Column, string? Cell)[] cells)
    {
        var given = cells.ToDictionary(c => c.Column, c => c.Cell ?? "", StringComparer.Ordinal);
        var row = AefColumns.Of(table).Select(c => given.TryGetValue(c.Name, out var cell) ? cell : "").ToList();
        return given.Keys.All(k => AefColumns.Of(table).Any(c => c.Name == k)) ? new AefRow(table, row) : throw new ArgumentException("A column is not of the table.", nameof(cells));
    }
}

/// <summary>A Party's tables of the agreed electronic format for a year, all or some of the five.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
/// <param name="Rows">The rows of all tables, in order.</param>
public sealed record AefReport(IReadOnlyList<AefRow> Rows)
{
    /// <summary>The rows of a table.</summary>
    public IEnumerable<AefRow> Of(AefTableKind table) => Rows.Where(r => r.Table == table);

    /// <summary>The names of the columns of a table, in order.</summary>
    public static IReadOnlyList<string> Columns(AefTableKind table) => AefColumns.Of(table).Select(c => c.Name).ToList();
}

/// <summary>How First ID and Last ID are written. Two readings of the format are in use.</summary>
public enum AefIdReading
{
    /// <summary>Full identifiers, as in the syntax checkers.</summary>
    FullIdentifiers,

    /// <summary>Whole numbers, as in the Common Nomenclature; the other columns give the rest.</summary>
    Integers,
}
