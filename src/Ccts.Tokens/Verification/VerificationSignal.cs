using System.Collections.Generic;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Credits.Journals;
using Ccts.Sdk;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;

namespace Ccts.Tokens.Verification;

/// <summary>An agency's statement that it verified a number of tonnes of a project and year, in the report with this digest.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Project">The project.</param>
/// <param name="Vintage">The compliance year of the tonnes.</param>
/// <param name="Tonnes">How many; whole tonnes, above zero.</param>
/// <param name="Report">The digest of the verification report.</param>
/// <param name="Agency">The agency, as the trust file names the holder of its key.</param>
public sealed record VerificationSignal(string Project, ComplianceYear Vintage, long Tonnes, Digest Report, string Agency)
{
    private const string Name = "ccts-verification-signal/1\n";

    /// <summary>The bytes that are signed: always the same for the same signal.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(Name + new JsonObject
    {
        ["agency"] = JsonValue.Create(Agency),
        ["project"] = JsonValue.Create(Project),
        ["report"] = JsonValue.Create(Report.Text),
        ["tonnes"] = JsonValue.Create(Tonnes),
        ["vintage"] = JsonValue.Create(Vintage.ToString()),
    }.ToJsonString());

    /// <summary>The key that identifies this signal.</summary>
    public Digest Id => Digest.Of(ToBytes());

    /// <summary>Signs it.</summary>
    /// <param name="key">The agency's key.</param>
    public SignedSignal Sign(ISigningKey key) => new(this, StatementSignature.Sign(key, ToBytes()));
}

/// <summary>A signal with the agency's signature.</summary>
/// <param name="Signal">What the agency says.</param>
/// <param name="Signature">Its signature.</param>
public sealed record SignedSignal(VerificationSignal Signal, StatementSignature Signature)
{
    /// <summary>Why the signal is not trusted. Null when it is signed by a key of the named agency that the host trusts for verifications on the day.</summary>
    /// <param name="trust">The keys that the host trusts.</param>
    /// <param name="verifier">Who checks signatures.</param>
    /// <param name="on">The day.</param>
    public Problem? Fault(TrustFile trust, ISignatureVerifier verifier, LocalDate on)
    {
        var key = Require.NotNull(Signature).Check(Signal.ToBytes(), KeyUse.Verifications, trust, verifier, on, out IReadOnlyList<Problem> problems);
        return key is null ? problems[0]
            : key.Holder != Signal.Agency ? new Problem("agency-differs", Severity.Error, $"The signal names \"{Signal.Agency}\", and the key \"{key.Id}\" is of \"{key.Holder}\".", default) { Expected = "a signature of the agency named" }
            : Signal.Tonnes <= 0 ? new Problem("signal-empty", Severity.Error, "The signal verifies no tonnes.", default) { Expected = "whole tonnes above zero" }
            : null;
    }
}
