using System;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>Checks one signature against a trust file; it is refused for the first reason found. Each reason has its own code.</summary>
public sealed class SignatureCheck(TrustFile trust, ISignatureVerifier verifier, LocalDate on, ProblemList problems)
{
    /// <summary>The key that made the signature, or null with the one reason in the problems.</summary>
    /// <param name="use">What is signed.</param>
    /// <param name="subject">The ruleset or overlay that is signed; null for a receipt.</param>
    /// <param name="claim">What the signature says of itself.</param>
    /// <param name="message">The bytes it is over.</param>
    /// <param name="place">Where the signature stands.</param>
    public TrustedKey? Verify(KeyUse use, SignedSubject? subject, SignatureClaim claim, byte[] message, SourcePlace place)
    {
        if (claim.Algorithm != P256.Algorithm)
        {
            return Refuse("algorithm-refused", place, $"The signature says it is made by \"{ShownText.Short(claim.Algorithm)}\".", P256.Algorithm);
        }

        if (trust.Find(claim.KeyId) is not { } key)
        {
            return Refuse("key-unknown", place, $"No key \"{ShownText.Short(claim.KeyId)}\" is in the trust file.", "a key that the host trusts");
        }

        if (!IsTrusted(key, use, subject, place) || Bytes(claim.Value, place) is not { } signature)
        {
            return null;
        }

        return verifier.Verify(key.PublicKey(), message, signature) switch
        {
            SignatureAnswer.Right => key,
            SignatureAnswer.Wrong => Refuse("signature-wrong", place, $"The signature was not made over this by the key \"{key.Id}\".", "the signature of " + key.Holder),
            _ => Refuse("signature-unsupported", place, "This platform cannot check ECDSA signatures, so nothing signed is accepted.", "a platform with ECDSA P-256, or an ISignatureVerifier of the host's own"),
        };
    }

    /// <summary>The strict form: canonical base64, two numbers within the order, s in its lower half.</summary>
    private byte[]? Bytes(string base64, SourcePlace place)
    {
        var form = SignatureForm.Malformed;
        byte[]? signature = null;
        try
        {
            signature = Convert.FromBase64String(base64);
            form = Convert.ToBase64String(signature) == base64 ? P256.FormOf(signature) : SignatureForm.Malformed;
        }
        catch (FormatException)
        {
            // Malformed, as it stands.
        }

        return form switch
        {
            SignatureForm.Strict => signature,
            SignatureForm.Malleable => Nothing("signature-malleable", place, "The signature is the twin that anybody can make of one without the key: its s lies in the upper half.", "the signature as it was made, with s in the lower half"),
            _ => Nothing("signature-malformed", place, "This is no signature.", "r and s of IEEE P1363, 64 bytes, as base64"),
        };
    }

    private bool IsTrusted(TrustedKey key, KeyUse use, SignedSubject? subject, SourcePlace place)
    {
        var (code, message, expected) = key switch
        {
            { Revoked: { } why } => ("key-revoked", $"The key \"{key.Id}\" was {why}", "a signature of a key that is not revoked"),
            _ when key.Use != use => ("key-use", $"The key \"{key.Id}\" may sign {key.Use.ToString().ToLowerInvariant()}, nothing else.", $"a key for {use.ToString().ToLowerInvariant()}"),
            _ when subject is not null && !key.MaySign(subject) => ("key-ruleset", $"The key \"{key.Id}\" may not sign {subject}.", "a key whose \"rulesets\" or \"overlays\" in the trust file name it"),
            _ when on < key.From => ("key-not-yet-valid", $"On {on:uuuu-MM-dd} the key \"{key.Id}\" is not valid yet.", $"a day from {key.From:uuuu-MM-dd} to {key.To:uuuu-MM-dd}"),
            _ when on > key.To => ("key-expired", $"On {on:uuuu-MM-dd} the key \"{key.Id}\" is not valid any more.", $"a day from {key.From:uuuu-MM-dd} to {key.To:uuuu-MM-dd}"),
            _ => ("", "", ""),
        };
        if (code.Length > 0)
        {
            problems.Error(code, place, message, expected);
        }

        return code.Length == 0;
    }

    private byte[]? Nothing(string code, SourcePlace place, string message, string expected)
    {
        problems.Error(code, place, message, expected);
        return null;
    }

    private TrustedKey? Refuse(string code, SourcePlace place, string message, string expected)
    {
        problems.Error(code, place, message, expected);
        return null;
    }
}

/// <summary>What a signature says of itself.</summary>
public sealed record SignatureClaim(string Algorithm, string KeyId, string Value);
