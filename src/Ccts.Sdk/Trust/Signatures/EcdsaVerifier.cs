using System;
using System.Security.Cryptography;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>Checks signatures with the platform's own ECDSA; if there is none, as on Mono, it answers that it cannot verify.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class EcdsaVerifier : ISignatureVerifier
{
    private EcdsaVerifier()
    {
    }

    /// <summary>The platform's verifier.</summary>
    public static EcdsaVerifier Instance { get; } = new();

    /// <inheritdoc/>
    public SignatureAnswer Verify(byte[] publicKey, byte[] message, byte[] signature)
    {
        Require.NotNull(publicKey);
        Require.NotNull(message);
        Require.NotNull(signature);
        if (signature.Length != P256.SignatureLength)
        {
            return SignatureAnswer.Wrong;
        }

        try
        {
            using var ecdsa = ECDsa.Create(P256.Parameters(publicKey));
            return ecdsa is null ? SignatureAnswer.CannotSay
                : ecdsa.VerifyData(message, signature, HashAlgorithmName.SHA256) ? SignatureAnswer.Right
                : SignatureAnswer.Wrong;
        }
        catch (Exception lacking) when (IsLackOfEcdsa(lacking))
        {
            return SignatureAnswer.CannotSay;
        }
        catch (CryptographicException)
        {
            return SignatureAnswer.CannotSay;
        }
    }

    // These are the exceptions of a platform without ECDSA. Mono's class library answers ECDsa.Create with
    // NotImplementedException; others lack the type, the method or the native library. All mean that the signature cannot be checked, and the
    // caller refuses.
    private static bool IsLackOfEcdsa(Exception thrown) => thrown
        is NotSupportedException
        or NotImplementedException // thrown by Mono, caught here; see above
        or TypeLoadException
        or MissingMethodException
        or DllNotFoundException
        or TypeInitializationException;
}
