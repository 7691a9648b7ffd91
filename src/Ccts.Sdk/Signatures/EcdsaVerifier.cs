using System;
using System.Security.Cryptography;

namespace Ccts.Sdk.Signatures;

/// <summary>Checks signatures with the platform's own ECDSA; where there is none, such as on Mono, it says that it cannot.</summary>
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
        catch (Exception lacking) when (lacking is NotSupportedException or NotImplementedException or TypeLoadException or MissingMethodException or DllNotFoundException or TypeInitializationException)
        {
            return SignatureAnswer.CannotSay;
        }
        catch (CryptographicException)
        {
            return SignatureAnswer.CannotSay;
        }
    }
}
