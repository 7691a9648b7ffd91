using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>Amounts of one meter or set of documents by period.</summary>
/// <remarks>Immutable and thread-safe. Equality is by content.</remarks>
/// <typeparam name="T">The quantity.</typeparam>
public sealed class Amounts<T> : IReadOnlyList<PeriodAmount<T>>, System.IEquatable<Amounts<T>>
    where T : struct, IQuantity
{
    private readonly PeriodAmount<T>[] _items;
    private readonly decimal? _total;

    /// <summary>Keeps a copy of the amounts, in the order given.</summary>
    public Amounts(IEnumerable<PeriodAmount<T>> items)
        : this(Require.NotNull(items).ToArray())
    {
    }

    /// <summary>One amount for one period.</summary>
    public Amounts(ReportingPeriod period, T amount)
        : this([new PeriodAmount<T>(period, amount)])
    {
    }

    private Amounts(PeriodAmount<T>[] items)
    {
        _items = items;
        _total = Sum(items);
        CoveredYear = Covered(items);
        HasNegative = System.Array.Exists(items, item => item.Amount.CanonicalValue < 0m);
    }

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public PeriodAmount<T> this[int index] => _items[index];

    /// <summary>The compliance year whose every day the periods cover once, in order; otherwise null. Computed once.</summary>
    internal ComplianceYear? CoveredYear { get; }

    /// <summary>Whether any amount is below zero; computed once.</summary>
    internal bool HasNegative { get; }

    /// <summary>The sum over all periods, in the quantity's canonical unit; computed once.</summary>
    /// <exception cref="System.OverflowException">The sum exceeds a decimal.</exception>
    internal decimal CanonicalTotal => _total ?? throw new System.OverflowException("The amounts add up to more than a decimal holds.");

    /// <summary>The sum, or false if it exceeds a decimal.</summary>
    internal bool TryTotal(out decimal total)
    {
        total = _total ?? 0m;
        return _total is not null;
    }

    private static decimal? Sum(PeriodAmount<T>[] items)
    {
        try
        {
            var total = 0m;
            foreach (var item in items)
            {
                total += item.Amount.CanonicalValue;
            }

            return total;
        }
        catch (System.OverflowException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public IEnumerator<PeriodAmount<T>> GetEnumerator() => ((IEnumerable<PeriodAmount<T>>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    private static ComplianceYear? Covered(PeriodAmount<T>[] items)
    {
        if (items.Length == 0 || items[0].Period.From is not { Day: 1, Month: 4, Year: >= 1900 and <= 2998 } first)
        {
            return null;
        }

        var year = ComplianceYear.Of(first);
        var next = first;
        foreach (var item in items)
        {
            if (item.Period.From != next || item.Period.To > year.LastDay)
            {
                return null;
            }

            next = item.Period.To.PlusDays(1);
        }

        return next > year.LastDay ? year : null;
    }

    /// <inheritdoc/>
    public bool Equals(Amounts<T>? other) => other is not null && _items.AsEnumerable().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Amounts<T>);

    /// <inheritdoc/>
    public override int GetHashCode() => _items.Length == 0 ? 0 : _items[0].GetHashCode() ^ _items.Length;
}
