using System;
using System.Collections.Generic;
using Ccts.Credits.Article6;
using Ccts.Credits.Claims;
using Ccts.Rules.Engines;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Trust.Signatures;
using Ccts.Tokens.Supply;
using NodaTime;

namespace Ccts.Tokens;

/// <summary>The rules, books and accounts that a desk works with.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record TokenDeskOptions
{
    /// <summary>The year's rules, with the overlay of the token's policy, e.g. <c>ct02-token</c>.</summary>
    public required DecisionEngine Rules { get; init; }

    /// <summary>What was minted and where it is.</summary>
    public required TokenSupply Supply { get; init; }

    /// <summary>The host's ledger: the units behind tokens are free in one of its accounts, which nobody but the desk commands.</summary>
    public required LedgerEngine Ledger { get; init; }

    /// <summary>That account of the ledger.</summary>
    public required string BackingAccount { get; init; }

    /// <summary>The custody account, as the registry names it.</summary>
    public required string CustodyAccount { get; init; }

    /// <summary>The keys of verification agencies that the host trusts.</summary>
    public required TrustFile Trust { get; init; }

    /// <summary>The greatest age of a registry statement of custody that the desk relies on. The host's policy: no law read sets it.</summary>
    public required Duration CustodyMaxAge { get; init; }

    /// <summary>
    /// Claims on units by letters, orders or registries, asked at every mint, transfer and burn. Null where there is nobody to ask: a mint then rests on
    /// <see cref="MintAsk.ClaimedElsewhere"/> alone, and transfers and burns are referred, because nobody can say that the units are not used twice.
    /// </summary>
    public Func<IEnumerable<Claim>>? OtherClaims { get; init; }

    /// <summary>
    /// The letters under which tokens go abroad: such a transfer counts its letter down, and every first transfer is a claim on its units. Null for none; then nothing goes abroad.
    /// </summary>
    public Article6Book? Letters { get; init; }

    /// <summary>Who checks signatures.</summary>
    public ISignatureVerifier Verifier { get; init; } = EcdsaVerifier.Instance;
}
