using System;

namespace Ccts.Sdk.Ledger.Blocks;

/// <summary>A run of units as a registry numbers them: which registry, which numbering scope, which numbers.</summary>
/// <remarks>
/// Immutable and thread-safe. Equal numbers of different scopes are different units: Gold Standard starts at 1 in
/// every batch, Verra's numbers are one sequence. Equality is ordinal on registry and scope. <c>default</c> has empty names and the number 0.
/// </remarks>
public readonly struct SerialBlock : IEquatable<SerialBlock>, IComparable<SerialBlock>
{
    private readonly string? _registry;
    private readonly string? _scope;

    /// <summary>A block from its parts.</summary>
    /// <param name="registry">Registry id, e.g. <c>verra</c>.</param>
    /// <param name="scope">Scope key: what the numbers are unique within.</param>
    /// <param name="range">The inclusive numbers.</param>
    public SerialBlock(string registry, string scope, BlockRange range)
    {
        _registry = Require.NotNull(registry);
        _scope = Require.NotNull(scope);
        Range = range;
    }

    /// <summary>A block from its parts.</summary>
    /// <exception cref="ArgumentException"><paramref name="end"/> is below <paramref name="start"/>.</exception>
    public SerialBlock(string registry, string scope, BlockNumber start, BlockNumber end)
        : this(registry, scope, new BlockRange(start, end))
    {
    }

    /// <summary>Registry id.</summary>
    public string Registry => _registry ?? "";

    /// <summary>Scope key: what the numbers are unique within.</summary>
    public string Scope => _scope ?? "";

    /// <summary>The inclusive numbers.</summary>
    public BlockRange Range { get; }

    /// <summary>The first number.</summary>
    public BlockNumber Start => Range.Start;

    /// <summary>The last number, included.</summary>
    public BlockNumber End => Range.End;

    /// <summary>How many units: end - start + 1.</summary>
    /// <exception cref="OverflowException">Only for the range of all 2^128 numbers.</exception>
    public BlockNumber Count => Range.Count;

    /// <summary>Equality of registry, scope and bounds.</summary>
    public static bool operator ==(SerialBlock left, SerialBlock right) => left.Equals(right);

    /// <summary>Inequality of registry, scope or a bound.</summary>
    public static bool operator !=(SerialBlock left, SerialBlock right) => !left.Equals(right);

    /// <summary>Order by registry, scope, start, end.</summary>
    public static bool operator <(SerialBlock left, SerialBlock right) => left.CompareTo(right) < 0;

    /// <summary>Order by registry, scope, start, end.</summary>
    public static bool operator >(SerialBlock left, SerialBlock right) => left.CompareTo(right) > 0;

    /// <summary>Order by registry, scope, start, end.</summary>
    public static bool operator <=(SerialBlock left, SerialBlock right) => left.CompareTo(right) <= 0;

    /// <summary>Order by registry, scope, start, end.</summary>
    public static bool operator >=(SerialBlock left, SerialBlock right) => left.CompareTo(right) >= 0;

    /// <summary>Whether both are numbered in the same sequence, so that their numbers can be compared.</summary>
    public bool SharesScopeWith(SerialBlock other) =>
        string.Equals(Registry, other.Registry, StringComparison.Ordinal) && string.Equals(Scope, other.Scope, StringComparison.Ordinal);

    /// <summary>Whether at least one unit is in both.</summary>
    public bool Overlaps(SerialBlock other) => SharesScopeWith(other) && Range.Overlaps(other.Range);

    /// <summary>Whether every unit of the other is in this block.</summary>
    public bool Contains(SerialBlock other) => SharesScopeWith(other) && Range.Contains(other.Range);

    /// <summary>The same registry and scope with other numbers.</summary>
    public SerialBlock With(BlockRange range) => new(Registry, Scope, range);

    /// <inheritdoc/>
    public int CompareTo(SerialBlock other)
    {
        var order = string.CompareOrdinal(Registry, other.Registry);
        order = order != 0 ? order : string.CompareOrdinal(Scope, other.Scope);
        return order != 0 ? order : Range.CompareTo(other.Range);
    }

    /// <inheritdoc/>
    public bool Equals(SerialBlock other) => SharesScopeWith(other) && Range == other.Range;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SerialBlock other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked(
        (((StringComparer.Ordinal.GetHashCode(Registry) * 397) ^ StringComparer.Ordinal.GetHashCode(Scope)) * 397) ^ Range.GetHashCode());

    /// <summary><c>registry:scope:start-end</c>.</summary>
    public override string ToString() => Registry + ":" + Scope + ":" + Range;
}
