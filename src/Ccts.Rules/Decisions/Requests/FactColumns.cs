using System;
using Ccts.Rules.Rules;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Rules.Decisions.Requests;

/// <summary>
/// The facts of one or many cases, one column for each slot: an ordering number, whether it is known (all bits or none), and
/// the value behind the number. Nothing is boxed, and nothing is allocated once a column exists.
/// </summary>
internal sealed partial class FactColumns
{
    private readonly object?[] _sources;
    private readonly string?[] _ids;
    private readonly Purpose[] _purposes;

    /// <param name="layout">The slots.</param>
    /// <param name="rows">The number of cases, rounded up to whole vectors.</param>
    internal FactColumns(FrameLayout layout, int rows)
    {
        Layout = layout;
        Rows = rows;
        var cells = checked(layout.Count * rows);
        Codes = new long[cells];
        Known = new long[cells];
        Amounts = new decimal[cells];
        Texts = new string?[cells];
        Sets = new string[]?[cells];
        _sources = new object?[rows];
        _ids = new string?[rows];
        _purposes = new Purpose[rows];
    }

    internal FrameLayout Layout { get; }

    internal int Rows { get; }

    internal long[] Codes { get; }

    internal long[] Known { get; }

    internal decimal[] Amounts { get; }

    internal string?[] Texts { get; }

    internal string[]?[] Sets { get; }

    /// <summary>The request the row was filled from, which never changes; these columns if it was filled fact by fact.</summary>
    internal object Source(int row) => _sources[row] ?? this;

    internal Purpose Purpose(int row) => _purposes[row];

    internal long Date(int row) => Codes[(Layout.DateSlot * Rows) + row];

    internal void Begin(int row, Purpose purpose, ComplianceYear year, LocalDate date, string? id, object? source)
    {
        if (purpose is < Rules.Purpose.Trade or > Rules.Purpose.Verify)
        {
            throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "There is no such purpose.");
        }

        var day = DateCode.Of(date);
        Clear(row);
        _purposes[row] = purpose;
        _ids[row] = id;
        _sources[row] = source;
        PutCode(Layout.DateSlot, row, day);
        PutYear(Layout.YearSlot, row, year);
    }

    /// <summary>The row is no longer what its request says.</summary>
    internal void Detach(int row) => _sources[row] = null;

    internal void CopyRowTo(FactColumns other, int from, int to)
    {
        for (var slot = 0; slot < Layout.Count; slot++)
        {
            var (source, target) = ((slot * Rows) + from, (slot * other.Rows) + to);
            other.Codes[target] = Codes[source];
            other.Known[target] = Known[source];
            other.Amounts[target] = Amounts[source];
            other.Texts[target] = Texts[source];
            other.Sets[target] = Sets[source];
        }

        other._sources[to] = _sources[from];
        other._ids[to] = _ids[from];
        other._purposes[to] = _purposes[from];
    }

    private void Clear(int row)
    {
        if (Rows == 1)
        {
            Array.Clear(Known, 0, Known.Length);
            return;
        }

        for (var cell = row; cell < Known.Length; cell += Rows)
        {
            Known[cell] = 0;
        }
    }
}
