using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Json;
using Ccts.Sdk.Problems;
using Ccts.Sdk.ProFormas;

namespace Ccts.Sdk.Receipts;

/// <summary>Assesses a filing in a pro-forma again.</summary>
/// <param name="rules">The rules of its year.</param>
/// <param name="find">Gives the form with an id, or null.</param>
internal sealed class ProFormaReplay(AssessmentRules rules, System.Func<string, ProForma?> find) : IReceiptReplay
{
    internal const string Name = "pro-forma";

    public string Kind => Name;

    public RulesetIdentity Ruleset => rules.Ruleset;

    public JsonObject Outputs(byte[] input, string format)
    {
        var id = ProFormaFilingReader.Peek(input).Form ?? "";
        var form = find(id) ?? throw new CctsDataException([new Problem("unknown-pro-forma", Severity.Error, $"{rules.Ruleset.Id} has no pro-forma \"{ObjectReader.Shorten(id)}\".", default)]);
        return ProFormaJson.WriteForReceipt(ProFormaAssessor.Assess(ProFormaFilingReader.Read(input, file: null, form), form, rules));
    }
}
