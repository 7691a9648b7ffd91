using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Receipts;

/// <summary>
/// Proof of an assessment: the input, the ruleset's identity, the engine and the outputs, as canonical JSON (RFC 8785,
/// regulated numbers as strings). With the ruleset at hand anybody can replay it.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Receipt
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-receipt/1";

    private Receipt(JsonObject content)
    {
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
        return new Receipt(Content(MonitoringReportWriter.ToJson(report), rules));
    }

    /// <summary>Everything a receipt says, computed from the input as the receipt itself stores it.</summary>
    internal static JsonObject Content(JsonObject input, AssessmentRules rules)
    {
        var stored = Encoding.UTF8.GetBytes(CanonicalJson.Text(input));
        var assessment = Assessor.Assess(MonitoringReportReader.Read(stored, file: null), rules);
        return new JsonObject
        {
            ["format"] = Format,
            ["kind"] = "assessment",
            ["engine"] = EngineVersion,
            ["ruleset"] = AssessmentJson.Ruleset(rules.Ruleset),
            ["input"] = input,
            ["inputDigest"] = Sha256.Of(stored),
            ["outputs"] = AssessmentJson.WriteForReceipt(assessment),
        };
    }
}
