using System;
using System.Collections.Generic;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>A signature over any statement: with ECDSA, P-256 and SHA-256, as rulesets and receipts are signed.</summary>
/// <remarks>Immutable and thread-safe. A statement's bytes begin with the name of its kind, so that a signature cannot be used for another kind.</remarks>
/// <param name="KeyId">The id of the key in trust files.</param>
/// <param name="Value">r and s of IEEE P1363, 64 bytes, as base64.</param>
public sealed record StatementSignature(string KeyId, string Value)
{
    /// <summary>Signs a statement.</summary>
    /// <param name="key">The key.</param>
    /// <param name="statement">The bytes, not their hash.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key did not return a signature.</exception>
    public static StatementSignature Sign(ISigningKey key, byte[] statement) =>
        new(Require.NotNull(key).Id, Convert.ToBase64String(P256.Normalise(key.Sign(Require.NotNull(statement)))));

    /// <summary>The key that made the signature, or null with the reason why it is not accepted.</summary>
    /// <param name="statement">The bytes it is over.</param>
    /// <param name="use">What is signed; a key for another use is refused.</param>
    /// <param name="trust">The keys that the host trusts.</param>
    /// <param name="verifier">Who checks it, e.g. <see cref="EcdsaVerifier.Instance"/>.</param>
    /// <param name="on">The day on which it is accepted.</param>
    /// <param name="problems">The reason; empty where the key is given.</param>
    public TrustedKey? Check(byte[] statement, KeyUse use, TrustFile trust, ISignatureVerifier verifier, LocalDate on, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var key = new SignatureCheck(Require.NotNull(trust), Require.NotNull(verifier), on, found)
            .Verify(use, subject: null, new SignatureClaim(P256.Algorithm, KeyId, Value), Require.NotNull(statement), default);
        problems = found.ToList();
        return key;
    }
}
