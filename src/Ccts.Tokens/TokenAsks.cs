using System.Collections.Generic;
using Ccts.Credits.Article6;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;
using Ccts.Tokens.Verification;
using NodaTime;

namespace Ccts.Tokens;

/// <summary>A request to turn verified units in custody into tokens, one per unit.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record MintAsk
{
    /// <summary>The idempotency key: the same mint asked twice is one mint.</summary>
    public required string Key { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Who receives the tokens.</summary>
    public required string Wallet { get; init; }

    /// <summary>The units, block by block.</summary>
    public required IReadOnlyList<SerialBlock> Units { get; init; }

    /// <summary>The metadata of the tokens.</summary>
    public required TokenMetadata Metadata { get; init; }

    /// <summary>The agency's signed statement.</summary>
    public required SignedSignal Signal { get; init; }

    /// <summary>The registry's statement of custody.</summary>
    public required CustodyStatement Custody { get; init; }

    /// <summary>Blocks that the host found claimed in another order, token, registry or Article 6 table. Null when nobody has checked; then nothing is minted.</summary>
    public IReadOnlyList<SerialBlock>? ClaimedElsewhere { get; init; }

    /// <summary>The code of the offset methodology, or null.</summary>
    public string? Methodology { get; init; }
}

/// <summary>A request to move tokens to another wallet.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TransferAsk
{
    /// <summary>The idempotency key.</summary>
    public required string Key { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Whose tokens.</summary>
    public required string From { get; init; }

    /// <summary>Who receives them.</summary>
    public required string To { get; init; }

    /// <summary>The units they stand for.</summary>
    public required IReadOnlyList<SerialBlock> Units { get; init; }

    /// <summary>Why: <c>settlement</c>, <c>own-accounts</c>, <c>group</c> or <c>sale</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Where the receiving wallet is: <c>domestic</c>, <c>non-domestic</c>; <c>unknown</c> when nobody has stated it.</summary>
    public string Destination { get; init; } = "unknown";

    /// <summary>For a transfer abroad, its first transfer under a letter; otherwise null. Its units are one block.</summary>
    public LetterUse? Letter { get; init; }
}

/// <summary>The letter under which tokens go abroad. The letter book says what the letter covers; the transfer reduces its balance.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record LetterUse
{
    /// <summary>The letter's id.</summary>
    public required string Letter { get; init; }

    /// <summary>The calendar year of the outcomes.</summary>
    public required int Vintage { get; init; }

    /// <summary>The activity behind the units, by its name in the list.</summary>
    public required string Activity { get; init; }

    /// <summary>The host's ITMO registry: three letters and two digits.</summary>
    public required string Registry { get; init; }

    /// <summary>The Party that acquires; null where the letter's definition makes a first transfer of the authorisation, issuance, use or cancellation.</summary>
    public string? Party { get; init; }

    /// <summary>Reductions or removals.</summary>
    public required MitigationType Mitigation { get; init; }

    /// <summary>The entity that acts, by its identification number; needed where the letter names the entities that may.</summary>
    public string? Entity { get; init; }

    /// <summary>The corresponding adjustment of the host: <c>not-started</c>, <c>committed</c>, <c>applied</c>, <c>not-required</c>, <c>unknown</c>.</summary>
    public required string AdjustmentStatus { get; init; }
}

/// <summary>A request to end tokens and retire the units behind them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record BurnAsk
{
    /// <summary>The idempotency key; also the beginning of the registry instruction's key, so at most 80 characters.</summary>
    public required string Key { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Whose tokens.</summary>
    public required string Wallet { get; init; }

    /// <summary>To whom the wallet belongs, as the host knows it.</summary>
    public required string Holder { get; init; }

    /// <summary>Who asks, as authenticated by the host.</summary>
    public required string Asker { get; init; }

    /// <summary>The units they stand for.</summary>
    public required IReadOnlyList<SerialBlock> Units { get; init; }

    /// <summary>For whom the units are retired.</summary>
    public required string Beneficiary { get; init; }

    /// <summary>Why, in words, or null.</summary>
    public string? Purpose { get; init; }
}
