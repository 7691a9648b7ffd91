namespace Ccts.Sdk.Trust.Signatures;

/// <summary>What a verifier says about a signature. The default value does not accept it.</summary>
public enum SignatureAnswer
{
    /// <summary>This platform cannot check it; the caller refuses.</summary>
    CannotSay,

    /// <summary>The signature was not made over this message by this key.</summary>
    Wrong,

    /// <summary>The signature was made over this message by this key.</summary>
    Right,
}

/// <summary>
/// The only use of cryptography: a host whose platform lacks ECDSA gives its own, such as a library or a
/// hardware module.
/// </summary>
/// <remarks>Implementations are thread-safe. The caller has already checked form, key, validity and revocation.</remarks>
public interface ISignatureVerifier
{
    /// <summary>Checks an ECDSA signature with P-256 and SHA-256.</summary>
    /// <param name="publicKey">The key as an uncompressed point: <c>04</c>, X and Y; 65 bytes, on the curve.</param>
    /// <param name="message">The bytes that were signed, not their hash.</param>
    /// <param name="signature">r and s of IEEE P1363; 64 bytes, both within the order, s in its lower half.</param>
    SignatureAnswer Verify(byte[] publicKey, byte[] message, byte[] signature);
}
