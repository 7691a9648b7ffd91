using System;
using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>What every unit of a run has in common: registry, numbering scope, kind, vintage, and its known days.</summary>
/// <remarks>Immutable and thread-safe. Equality is ordinal. A unit is a number within a registry and scope; the rest describes it.</remarks>
public sealed class UnitLot : IEquatable<UnitLot>
{
    private readonly int _hash;

    /// <summary>A lot from its parts.</summary>
    /// <param name="registry">Registry id, e.g. <c>icm</c>.</param>
    /// <param name="scope">What the numbers are unique within; may be empty.</param>
    /// <param name="kind">Kind of unit, e.g. <see cref="UnitKind.Ccc"/>.</param>
    /// <param name="vintage">Calendar year; for a certificate, the year in which its compliance year starts.</param>
    /// <param name="issued">The day on which the registry issued the units, of the ISO calendar; null when it is not known.</param>
    /// <param name="expires">The last day on which they are valid, if the registry states one, of the ISO calendar; otherwise null.</param>
    public UnitLot(string registry, string scope, UnitKind kind, int vintage, LocalDate? issued = null, LocalDate? expires = null)
    {
        Registry = Require.NotNull(registry);
        Scope = Require.NotNull(scope);
        Kind = Require.NotNull(kind);
        Vintage = vintage;
        Issued = issued;
        Expires = expires;
        IssuedOn = DayNumber.Of(issued) ?? long.MinValue;
        ExpiresOn = DayNumber.Of(expires) ?? long.MaxValue;
        _hash = unchecked((((StringComparer.Ordinal.GetHashCode(registry) * 397) ^ StringComparer.Ordinal.GetHashCode(scope)) * 397)
            ^ StringComparer.Ordinal.GetHashCode(kind.Name) ^ vintage ^ ((IssuedOn.GetHashCode() * 31) + ExpiresOn.GetHashCode()));
    }

    /// <summary>Registry id.</summary>
    public string Registry { get; }

    /// <summary>What the numbers are unique within.</summary>
    public string Scope { get; }

    /// <summary>Kind of unit; kinds never mix.</summary>
    public UnitKind Kind { get; }

    /// <summary>Calendar year; for a certificate, the year in which its compliance year starts.</summary>
    public int Vintage { get; }

    /// <summary>The day on which the registry issued the units; null when it is not known.</summary>
    public LocalDate? Issued { get; }

    /// <summary>The last day on which the units are valid, if the registry states one; otherwise null.</summary>
    public LocalDate? Expires { get; }

    /// <summary>The day of issue as a number, before all days if unknown.</summary>
    internal long IssuedOn { get; }

    /// <summary>The stated last day as a number, after all days when there is none.</summary>
    internal long ExpiresOn { get; }

    /// <summary>The same lot with other days; itself if they are the same.</summary>
    /// <param name="issued">The day of issue, or null.</param>
    /// <param name="expires">The last day that the registry states, or null.</param>
    public UnitLot Dated(LocalDate? issued, LocalDate? expires) =>
        issued == Issued && expires == Expires ? this : new UnitLot(Registry, Scope, Kind, Vintage, issued, expires);

    /// <inheritdoc/>
    public bool Equals(UnitLot? other) => ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash && Vintage == other.Vintage && IssuedOn == other.IssuedOn && ExpiresOn == other.ExpiresOn
            && string.Equals(Registry, other.Registry, StringComparison.Ordinal)
            && string.Equals(Scope, other.Scope, StringComparison.Ordinal)
            && Kind.Equals(other.Kind));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitLot);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary><c>kind vintage registry:scope</c>.</summary>
    public override string ToString() => $"{Kind} {Vintage} {Registry}:{Scope}";
}

/// <summary>The names of the known <see cref="UnitKind"/>s, for use as constants.</summary>
public static class UnitKinds
{
    /// <summary>Carbon credit certificate of the compliance mechanism.</summary>
    public const string Ccc = "ccc";

    /// <summary>Certificate of the offset mechanism. Whether it may be surrendered is unknown; the policy decides.</summary>
    public const string OffsetCcc = "offset-ccc";
}
