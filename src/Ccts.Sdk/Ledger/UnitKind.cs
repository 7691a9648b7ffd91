using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;

namespace Ccts.Sdk.Ledger;

/// <summary>Kind of unit: one of the two of the scheme, or another that a host names itself. Kinds never mix.</summary>
/// <remarks>Immutable and thread-safe. Equality is ordinal, by the name. A text converts implicitly, and files write the name.</remarks>
public sealed class UnitKind : IEquatable<UnitKind>
{
    // Certificates of energy and credits of other programmes, by the letters of a word or of several: rec-solar, SREC, I-REC(E), PAT ESCerts, renewable energy credits.
    private static readonly string[] OtherUnits = ["rec", "recs", "escert", "escerts"];
    private static readonly string[] OtherWords = ["mwh", "kwh", "gwh", "eac", "eacs", "toe", "patcertificate", "patcertificates"];
    private static readonly string[] OtherNames =
    [
        "greencredit", "watercredit", "plasticcredit", "biodiversitycredit", "renewableenergycertificate", "renewableenergycredit", "renewablecertificate", "energysavingcertificate", "energysavingscertificate",
        "energyefficiencycertificate", "energyattributecertificate", "whitecertificate", "guaranteeoforigin", "guaranteesoforigin",
    ];

    private UnitKind(string name) => (Name, IsOfTonnes) = (name, !IsOther(name));

    /// <summary>Carbon credit certificate of the compliance mechanism.</summary>
    public static UnitKind Ccc { get; } = new(UnitKinds.Ccc);

    /// <summary>Certificate of the offset mechanism. Whether it may be surrendered is unknown; the policy decides.</summary>
    public static UnitKind OffsetCcc { get; } = new(UnitKinds.OffsetCcc);

    /// <summary>The kinds the scheme knows.</summary>
    public static IReadOnlyList<UnitKind> Known { get; } = [Ccc, OffsetCcc];

    /// <summary>The name, as files write it.</summary>
    public string Name { get; }

    /// <summary>Whether it is one of <see cref="Known"/>.</summary>
    public bool IsKnown => Equals(Ccc) || Equals(OffsetCcc);

    /// <summary>Whether a unit of it can be a tonne of CO2e. A REC or I-REC is a MWh, an ESCert is energy saved, and a Green Credit is of its own programme: none ever becomes a tonne, and no ledger of tonnes takes it.</summary>
    public bool IsOfTonnes { get; }

    /// <summary>The kind with a name, of the scheme or of a host's own.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public static UnitKind Of(string name) => Read(Require.NotBlank(name));

    /// <summary>The kind with a name; null for null. Whoever receives a blank name refuses it.</summary>
    /// <param name="name">The name, or null.</param>
    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator UnitKind?(string? name) => name is null ? null : Read(name);

    /// <summary>The name of a kind; null of null.</summary>
    /// <param name="kind">The kind, or null.</param>
    [return: NotNullIfNotNull(nameof(kind))]
    public static implicit operator string?(UnitKind? kind) => kind?.Name;

    /// <summary>Whether two kinds are the same.</summary>
    /// <param name="left">One, or null.</param>
    /// <param name="right">The other, or null.</param>
    public static bool operator ==(UnitKind? left, UnitKind? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two kinds differ.</summary>
    /// <param name="left">One, or null.</param>
    /// <param name="right">The other, or null.</param>
    public static bool operator !=(UnitKind? left, UnitKind? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(UnitKind? other) => ReferenceEquals(this, other) || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitKind);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static bool IsOther(string name)
    {
        var words = string.Concat(name.Select(c => char.IsLetter(c) ? char.ToLowerInvariant(c) : ' ')).Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return Array.IndexOf(OtherUnits, string.Concat(words)) >= 0 || Enumerable.Range(0, words.Length).Any(first => string.Concat(words.Skip(first)) is var rest
            && (Array.Exists(OtherNames, n => rest.StartsWith(n, StringComparison.Ordinal)) || Array.Exists([words[first], string.Concat(words.Skip(first).Take(2))], IsUnit)));
    }

    private static bool IsUnit(string word) => Array.IndexOf(OtherWords, word) >= 0 || Array.Exists(OtherUnits, u => word.EndsWith(u, StringComparison.Ordinal));

    /// <summary>The text as written, even if blank; the reader reports what is wrong.</summary>
    internal static UnitKind Read(string name) => name switch
    {
        UnitKinds.Ccc => Ccc,
        UnitKinds.OffsetCcc => OffsetCcc,
        _ => new UnitKind(name),
    };
}
