using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Quantities;
using NodaTime;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>A serial that was read: which units it names and what it says about them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record SerialReading
{
    internal SerialReading(string input, SerialGrammar grammar)
    {
        Input = input;
        Grammar = grammar;
    }

    /// <summary>The text as it was given.</summary>
    public string Input { get; }

    /// <summary>The grammar that took it.</summary>
    public SerialGrammar Grammar { get; }

    /// <summary>The registry's id.</summary>
    public string Registry => Grammar.Registry;

    /// <summary>What the block's numbers are unique within.</summary>
    public string Scope { get; internal init; } = "";

    /// <summary>The block; null where the registry prints none.</summary>
    public SerialBlock? Block { get; internal init; }

    /// <summary>How many units: end - start + 1; null where the registry prints no block.</summary>
    public BlockNumber? Quantity => Block is { } block && block.Range.TryGetCount(out var count) ? count : null;

    /// <summary>The project exactly as written in the serial; null where absent.</summary>
    public string? Project { get; internal init; }

    /// <summary>First day of the vintage; null where absent. A year starts on 1 January.</summary>
    public LocalDate? VintageStart { get; internal init; }

    /// <summary>Last day of the vintage; null where absent. A year ends on 31 December.</summary>
    public LocalDate? VintageEnd { get; internal init; }

    /// <summary>ISO 3166-1 alpha-2 code (<c>NA</c> is Namibia); the serial's own text where the standard has no such country; null where absent.</summary>
    public string? Country { get; internal init; }

    /// <summary>Whether the units are promised for the future: they must not be retired.</summary>
    public bool IsExAnte { get; internal init; }

    /// <summary>The registry the units were converted from, where the serial says so; otherwise null.</summary>
    public string? ConvertedFrom { get; internal init; }

    /// <summary>Every field of the serial, as written, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; internal init; } = [];

    /// <summary>The canonical form of this serial: the registry's separators, case and padding.</summary>
    public string Canonical { get; internal init; } = "";

    /// <summary>Codes of <see cref="SerialWarning"/>; empty for a serial exactly as the registry writes it.</summary>
    public IReadOnlyList<string> Warnings { get; internal init; } = [];

    /// <summary>The units as tonnes; null where the registry prints no block.</summary>
    /// <exception cref="UnitBoundaryException">The units are not tonnes; the message names their kind.</exception>
    public Co2e? ToCo2e() => Typed(UnitBoundary.ToCo2e);

    /// <summary>The units as I-RECs or RECs; null where the registry prints no block.</summary>
    /// <exception cref="UnitBoundaryException">The units are of another kind, which the message names.</exception>
    public RenewableCertificates? ToRenewableCertificates() => Typed(UnitBoundary.ToRenewable);

    /// <summary>The units as ESCerts; null where the registry prints no block.</summary>
    /// <exception cref="UnitBoundaryException">The units are of another kind, which the message names.</exception>
    public EnergySavingCertificates? ToEnergySavingCertificates() => Typed(UnitBoundary.ToEnergySaving);

    // Checked without a block too, so that the wrong kind is always refused.
    private T? Typed<T>(Func<decimal, UnitOfAccount, T> type)
        where T : struct
    {
        var typed = type(Quantity?.ToDecimal() ?? 0, Grammar.Unit);
        return Quantity is null ? null : typed;
    }
}
