using System;

namespace Ccts.Sdk.Ledger;

/// <summary>What every unit of a run has in common: registry, numbering scope, kind and vintage.</summary>
/// <remarks>Immutable and thread-safe. Equality is ordinal. A unit is a number within a registry and scope; kind and vintage describe it.</remarks>
public sealed class UnitLot : IEquatable<UnitLot>
{
    private readonly int _hash;

    /// <summary>A lot from its parts.</summary>
    /// <param name="registry">Registry id, e.g. <c>icm</c>.</param>
    /// <param name="scope">What the numbers are unique within; may be empty.</param>
    /// <param name="kind">Kind of unit, e.g. <see cref="UnitKinds.Ccc"/>.</param>
    /// <param name="vintage">Calendar year; for a certificate, the year in which its compliance year starts.</param>
    public UnitLot(string registry, string scope, string kind, int vintage)
    {
        Registry = Require.NotNull(registry);
        Scope = Require.NotNull(scope);
        Kind = Require.NotNull(kind);
        Vintage = vintage;
        _hash = unchecked((((StringComparer.Ordinal.GetHashCode(registry) * 397) ^ StringComparer.Ordinal.GetHashCode(scope)) * 397)
            ^ StringComparer.Ordinal.GetHashCode(kind) ^ vintage);
    }

    /// <summary>Registry id.</summary>
    public string Registry { get; }

    /// <summary>What the numbers are unique within.</summary>
    public string Scope { get; }

    /// <summary>Kind of unit; kinds never mix.</summary>
    public string Kind { get; }

    /// <summary>Calendar year; for a certificate, the year in which its compliance year starts.</summary>
    public int Vintage { get; }

    /// <inheritdoc/>
    public bool Equals(UnitLot? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Vintage == other.Vintage
            && string.Equals(Registry, other.Registry, StringComparison.Ordinal)
            && string.Equals(Scope, other.Scope, StringComparison.Ordinal)
            && string.Equals(Kind, other.Kind, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitLot);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary><c>kind vintage registry:scope</c>.</summary>
    public override string ToString() => $"{Kind} {Vintage} {Registry}:{Scope}";
}

/// <summary>Names of the two kinds the scheme knows. Hosts may hold others under names of their own.</summary>
public static class UnitKinds
{
    /// <summary>Carbon credit certificate of the compliance mechanism.</summary>
    public const string Ccc = "ccc";

    /// <summary>Certificate of the offset mechanism. Whether it may be surrendered is unknown: policy says.</summary>
    public const string OffsetCcc = "offset-ccc";
}
