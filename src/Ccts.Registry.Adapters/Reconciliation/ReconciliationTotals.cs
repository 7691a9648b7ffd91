using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Reconciliation;

/// <summary>Tonnes by class and side. The classes of a side add up to all that it stated.</summary>
/// <remarks>Not thread-safe while it is being added to. What <see cref="Reconciler"/> returns does not change.</remarks>
public sealed class ReconciliationTotals : IEquatable<ReconciliationTotals>
{
    /// <summary>Every class, in order.</summary>
    public static IReadOnlyList<ReconciliationClass> Classes { get; } =
        Enumerable.Range((int)ReconciliationClass.Matched, (int)ReconciliationClass.SerialMismatch + 1).Select(i => (ReconciliationClass)i).ToArray();

    private readonly decimal[] _tonnes = new decimal[2 * ((int)ReconciliationClass.SerialMismatch + 1)];

    /// <summary>Tonnes of one class on one side.</summary>
    public decimal this[ReconciliationClass kind, StatementSide side] => _tonnes[(2 * (int)kind) + (int)side];

    /// <summary>All tonnes of one side.</summary>
    public decimal Of(StatementSide side) => Classes.Sum(kind => this[kind, side]);

    /// <summary>Whether any tonne is in a class that someone has to look at.</summary>
    public bool HasDifferences => Classes.Any(kind =>
        kind is not (ReconciliationClass.Matched or ReconciliationClass.Contained)
        && (this[kind, StatementSide.Local] != 0 || this[kind, StatementSide.Registry] != 0));

    /// <inheritdoc/>
    public bool Equals(ReconciliationTotals? other) => other is not null && _tonnes.AsSpan().SequenceEqual(other._tonnes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReconciliationTotals);

    /// <inheritdoc/>
    public override int GetHashCode() => Of(StatementSide.Local).GetHashCode() ^ Of(StatementSide.Registry).GetHashCode();

    internal void Add(ReconciliationClass kind, StatementSide side, decimal tonnes) => _tonnes[(2 * (int)kind) + (int)side] += tonnes;

    internal void Add(ReconciliationTotals other) => Add(other, kind => kind);

    internal void Add(ReconciliationTotals other, Func<ReconciliationClass, ReconciliationClass> told)
    {
        for (var i = 0; i < _tonnes.Length; i++)
        {
            Add(told((ReconciliationClass)(i / 2)), (StatementSide)(i % 2), other._tonnes[i]);
        }
    }
}
