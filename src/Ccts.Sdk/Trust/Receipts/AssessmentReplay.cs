using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Assesses a monitoring report again.</summary>
internal sealed class AssessmentReplay(AssessmentRules rules) : IReceiptReplay
{
    internal const string Name = "assessment";

    public string Kind => Name;

    public RulesetIdentity Ruleset => rules.Ruleset;

    public JsonObject Outputs(byte[] input, string format)
    {
        var edition = ReceiptFormat.EditionOf(format);
        var assessment = Assessor.Assess(MonitoringReportReader.Read(input, file: null), rules, new AssessmentOptions { Edition = edition });
        return AssessmentJson.WriteForReceipt(assessment, withTexts: format == ReceiptFormat.First, edition);
    }
}
