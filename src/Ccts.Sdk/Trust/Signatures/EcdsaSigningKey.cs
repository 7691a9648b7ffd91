using System;
using System.Security.Cryptography;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>A signing key held by an <see cref="ECDsa"/> of the platform.</summary>
/// <remarks>As thread-safe as the given <see cref="ECDsa"/>, which the caller disposes.</remarks>
public sealed class EcdsaSigningKey : ISigningKey
{
    private readonly ECDsa _key;

    /// <summary>A key and its id.</summary>
    /// <param name="id">The id by which trust files know the key's public half.</param>
    /// <param name="key">A private key on the curve P-256.</param>
    /// <exception cref="ArgumentException">The key is not of 256 bits.</exception>
    public EcdsaSigningKey(string id, ECDsa key)
    {
        Id = Require.NotNull(id);
        _key = Require.NotNull(key);
        if (key.KeySize != 256)
        {
            throw new ArgumentException($"The key has {key.KeySize} bits; rulesets and receipts are signed on the curve P-256.", nameof(key));
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <inheritdoc/>
    public byte[] Sign(byte[] message) => _key.SignData(Require.NotNull(message), HashAlgorithmName.SHA256);
}
