using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ccts.Sdk;

namespace Ccts.Credits.Attributes;

/// <summary>The standard under which a credit was issued: a known one, or another by its own name.</summary>
/// <remarks>Immutable and thread-safe. Two are equal when their names are, ignoring case. A string converts to a standard, and files contain the name.</remarks>
public sealed class CreditStandard : IEquatable<CreditStandard>
{
    private CreditStandard(string name) => Name = name;

    /// <summary>Verified Carbon Standard.</summary>
    public static CreditStandard Vcs { get; } = new("VCS");

    /// <summary>Gold Standard.</summary>
    public static CreditStandard GoldStandard { get; } = new("GS");

    /// <summary>Climate Action Reserve.</summary>
    public static CreditStandard Car { get; } = new("CAR");

    /// <summary>American Carbon Registry.</summary>
    public static CreditStandard Acr { get; } = new("ACR");

    /// <summary>Clean Development Mechanism.</summary>
    public static CreditStandard Cdm { get; } = new("CDM");

    /// <summary>Article 6 of the Paris Agreement.</summary>
    public static CreditStandard Article6 { get; } = new("Article6");

    /// <summary>India's offset mechanism.</summary>
    public static CreditStandard Icm { get; } = new("ICM");

    /// <summary>The standards that are known.</summary>
    public static IReadOnlyList<CreditStandard> Known { get; } = [Vcs, GoldStandard, Car, Acr, Cdm, Article6, Icm];

    /// <summary>The name, as files write it.</summary>
    public string Name { get; }

    /// <summary>Whether it is one of <see cref="Known"/>.</summary>
    public bool IsKnown => Known.Contains(this);

    /// <summary>The standard with a name, known or not. Surrounding blanks are ignored.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentException">It is blank.</exception>
    public static CreditStandard Of(string name) => Read(Require.NotBlank(name));

    /// <summary>The standard of a registry; null for a registry that is not known to issue under only one.</summary>
    /// <param name="registry">The id, such as <c>verra</c>.</param>
    public static CreditStandard? OfRegistry(string registry) => Require.NotNull(registry) switch
    {
        "verra" => Vcs,
        "gold-standard" => GoldStandard,
        "car" => Car,
        "acr" => Acr,
        "cdm" => Cdm,
        "itmo" => Article6,
        _ => null,
    };

    /// <summary>Converts a name to a standard; null for null or a blank name.</summary>
    /// <param name="name">The name, or null.</param>
    public static implicit operator CreditStandard?(string? name) => string.IsNullOrWhiteSpace(name) ? null : Read(name!);

    /// <summary>Converts a standard to its name; null for null.</summary>
    /// <param name="standard">The standard, or null.</param>
    [return: NotNullIfNotNull(nameof(standard))]
    public static implicit operator string?(CreditStandard? standard) => standard?.Name;

    /// <summary>Whether two standards are the same.</summary>
    /// <param name="left">One, or null.</param>
    /// <param name="right">The other, or null.</param>
    public static bool operator ==(CreditStandard? left, CreditStandard? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two standards differ.</summary>
    /// <param name="left">One, or null.</param>
    /// <param name="right">The other, or null.</param>
    public static bool operator !=(CreditStandard? left, CreditStandard? right) => !(left == right);

    /// <inheritdoc/>
    public bool Equals(CreditStandard? other) => other is not null && string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditStandard);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static CreditStandard Read(string name)
    {
        var said = new CreditStandard(name.Trim());
        return Known.FirstOrDefault(said.Equals) ?? said;
    }
}
