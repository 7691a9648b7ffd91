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

    public JsonObject Outputs(byte[] input, string format) =>
        AssessmentJson.WriteForReceipt(Assessor.Assess(MonitoringReportReader.Read(input, file: null), rules), withTexts: format == ReceiptFormat.First);
}
