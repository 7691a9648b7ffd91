using Ccts.Sdk.Trust.Signatures;
using NodaTime;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Demands that receipts are signed: by which keys, valid on which day.</summary>
/// <remarks>Immutable and thread-safe, as far as the verifier is.</remarks>
public sealed class ReceiptTrust
{
    /// <summary>Demands a signature by a key of a trust file whose use is receipts.</summary>
    /// <param name="trust">The trusted keys.</param>
    /// <param name="on">The day of the check; keys must be valid on it.</param>
    public ReceiptTrust(TrustFile trust, LocalDate on)
    {
        Trust = Require.NotNull(trust);
        On = on;
    }

    /// <summary>The trusted keys.</summary>
    public TrustFile Trust { get; }

    /// <summary>The day of the check.</summary>
    public LocalDate On { get; }

    /// <summary>Checks the signatures; the platform's ECDSA unless the host gives another verifier.</summary>
    public ISignatureVerifier Verifier { get; init; } = EcdsaVerifier.Instance;
}
