using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>How a replay ended.</summary>
public enum ReceiptOutcome
{
    /// <summary>Recomputed with the outputs withheld, everything came out the same.</summary>
    Identical,

    /// <summary>Something came out differently; the verdict names the first difference.</summary>
    Different,

    /// <summary>The ruleset with the recorded digest is not available, so nothing can be said.</summary>
    RulesetMissing,

    /// <summary>The text is no receipt, or its input can no longer be read; the verdict lists why.</summary>
    Unreadable,

    /// <summary>A signature was demanded, and the receipt has none that is accepted; the verdict says why. Nothing was recomputed.</summary>
    SignatureRefused,
}

/// <summary>What replaying a receipt showed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Outcome">How it ended.</param>
/// <param name="Pointer">JSON pointer of the first difference, in the order of the canonical form; null when there is none.</param>
/// <param name="Recorded">What the receipt says there, as JSON; null if it says nothing.</param>
/// <param name="Recomputed">What the replay says there, as JSON; null if it says nothing.</param>
/// <param name="Problems">Why the receipt cannot be read, or its signature was refused.</param>
public sealed record ReceiptVerdict(ReceiptOutcome Outcome, string? Pointer, string? Recorded, string? Recomputed, IReadOnlyList<Problem> Problems)
{
    /// <summary>The key that the receipt names as its signer, or null. Trust it only if <see cref="SignatureChecked"/> is true.</summary>
    public string? KeyId { get; init; }

    /// <summary>Whether a signature was demanded and checked.</summary>
    public bool SignatureChecked { get; init; }
}
