using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>What a key may sign. A key has one use, so that a key for receipts cannot sign law or verifications.</summary>
public enum KeyUse
{
    /// <summary>Rulesets and overlays.</summary>
    Rulesets,

    /// <summary>Receipts.</summary>
    Receipts,

    /// <summary>A verification agency's statement about a reduction.</summary>
    Verifications,
}

/// <summary>A public key that a host trusts, with its use and its period.</summary>
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

    /// <summary>The ids of the overlays it may sign, in the same way. A key for overlays cannot sign a year's law.</summary>
    public required IReadOnlyList<string> Overlays { get; init; }

    /// <summary>The first day on which its signatures are accepted.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Why it was revoked, or null. A revoked key is refused on every day, because nobody can tell when a signature was made.</summary>
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
