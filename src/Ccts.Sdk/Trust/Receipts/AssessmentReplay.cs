using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Assesses a monitoring report again.</summary>
public sealed class AssessmentReplay(AssessmentRules rules) : IReceiptReplay
{
    /// <summary>The kind of these receipts.</summary>
    public const string Name = "assessment";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public RulesetIdentity Ruleset => rules.Ruleset;

    /// <inheritdoc/>
    public JsonObject Outputs(byte[] input, string format)
    {
        Require.NotNull(input);
        Require.NotNull(format);
        var edition = ReceiptFormat.EditionOf(format);
        var assessment = Assessor.Assess(MonitoringReportReader.Read(input, file: null), rules, new AssessmentOptions { Edition = edition });
        return AssessmentJson.WriteForReceipt(assessment, withTexts: format == ReceiptFormat.First, edition);
    }
}
