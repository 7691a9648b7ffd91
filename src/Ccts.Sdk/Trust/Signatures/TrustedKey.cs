using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>What a key may sign. No key signs for two uses: who signs receipts is not who makes the law, and who mints is not who verifies.</summary>
public enum KeyUse
{
    /// <summary>Rulesets and overlays.</summary>
    Rulesets,

    /// <summary>Receipts.</summary>
    Receipts,

    /// <summary>What a verification agency says of a reduction.</summary>
    Verifications,
}

/// <summary>A public key that a host trusts, for what, and for how long.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class TrustedKey
{
    private readonly byte[] _publicKey;

    internal TrustedKey(string id, byte[] publicKey)
    {
        Id = id;
        _publicKey = publicKey;
    }

    /// <summary>Its id, unique in the trust file.</summary>
    public string Id { get; }

    /// <summary>Who holds the private half.</summary>
    public required string Holder { get; init; }

    /// <summary>What it may sign.</summary>
    public required KeyUse Use { get; init; }

    /// <summary>The ids of the rulesets it may sign, or how they begin, before a <c>*</c>.</summary>
    public required IReadOnlyList<string> Rulesets { get; init; }

    /// <summary>The ids of the overlays it may sign, in the same way. Whoever may sign an overlay may not make a year's law.</summary>
    public required IReadOnlyList<string> Overlays { get; init; }

    /// <summary>The first day on which a signature of it is accepted.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Why it was revoked, or null. A revoked key is refused on every day: nobody can tell when a signature was made.</summary>
    public string? Revoked { get; init; }

    /// <summary>The key as an uncompressed point of 65 bytes.</summary>
    public byte[] PublicKey() => [.. _publicKey];

    internal bool MaySign(SignedSubject subject) => (subject.IsOverlay ? Overlays : Rulesets).Any(r => r[r.Length - 1] == '*'
        ? subject.Id.StartsWith(r.Substring(0, r.Length - 1), StringComparison.Ordinal)
        : string.Equals(r, subject.Id, StringComparison.Ordinal));
}

/// <summary>A ruleset or an overlay that somebody signed.</summary>
public sealed record SignedSubject(string Id, bool IsOverlay)
{
    /// <inheritdoc/>
    public override string ToString() => (IsOverlay ? "the overlay " : "the ruleset ") + ShownText.Short(Id);
}
