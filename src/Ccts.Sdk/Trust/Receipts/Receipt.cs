using System;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>
/// Proof of a result: the input, the ruleset's identity, the engine and the outputs, as canonical JSON (RFC 8785, regulated
/// numbers as strings), sealed with its own digest. With the ruleset anybody can replay it.
/// </summary>
/// <remarks>Immutable and thread-safe. The form is described in docs/receipts.md.</remarks>
public sealed class Receipt
{
    /// <summary>The format's name and version.</summary>
    public const string Format = ReceiptFormat.Third;

    /// <summary>The default limit of a receipt's size: 16 MiB. A clearing proof of about ten thousand trades is as large.</summary>
    public const int DefaultMaxBytes = LocatedJson.DefaultMaxBytes;

    private readonly JsonObject _content;

    internal Receipt(JsonObject content)
    {
        _content = content;
        Text = CanonicalJson.Text(content);
        Digest = CanonicalJson.Digest(content);
    }

    /// <summary>The receipt as canonical JSON.</summary>
    public string Text { get; }

    /// <summary><c>sha256:</c> and 64 hexadecimal digits over the UTF-8 bytes of <see cref="Text"/>.</summary>
    public string Digest { get; }

    /// <summary>The version of the engine that makes receipts here, e.g. <c>0.1.0</c>.</summary>
    public static string EngineVersion { get; } = typeof(Receipt).Assembly.GetName().Version!.ToString(3);

    /// <summary>Assesses a report and keeps the proof.</summary>
    /// <exception cref="CctsDataException">The report has errors; all of them are listed.</exception>
    public static Receipt Of(MonitoringReport report, AssessmentRules rules)
    {
        Require.NotNull(report);
        Require.NotNull(rules);
        return Of(new AssessmentReplay(rules), MonitoringReportWriter.ToJson(report));
    }

    /// <summary>Assesses a filing in a pro-forma and keeps the proof.</summary>
    /// <exception cref="CctsDataException">The filing has errors; all of them are listed.</exception>
    public static Receipt Of(ProFormaFiling filing, ProForma form, AssessmentRules rules)
    {
        Require.NotNull(rules);
        var input = ProFormaFilingWriter.ToJson(filing, form);
        input["complianceYear"] = rules.Year.ToString();
        return Of(new ProFormaReplay(rules, id => id == form.Id ? form : null), input);
    }

    /// <summary>The outputs are computed from the input as the receipt stores it, so that a replay has everything.</summary>
    public static Receipt Of(IReceiptReplay replay, JsonObject input) => new(ReceiptContent.Build(Format, EngineVersion, Require.NotNull(replay), Require.NotNull(input)));

    /// <summary>The same receipt with a host's signature over all of it. An existing signature is replaced.</summary>
    /// <param name="key">The host's key.</param>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key gave no P-256 signature.</exception>
    public Receipt Sign(ISigningKey key)
    {
        Require.NotNull(key);
        var content = (JsonObject)_content.DeepClone();
        content["signature"] = new JsonObject { ["algorithm"] = P256.Algorithm, ["key"] = key.Id };
        content["signature"]!["value"] = Convert.ToBase64String(P256.Normalise(key.Sign(CanonicalJson.Bytes(content))));
        return new Receipt(content);
    }
}
