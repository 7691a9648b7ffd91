using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Law;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Assesses a filing in a pro-forma again.</summary>
/// <param name="rules">The rules of its year.</param>
/// <param name="find">Gives the form with an id, or null.</param>
public sealed class ProFormaReplay(AssessmentRules rules, System.Func<string, ProForma?> find) : IReceiptReplay
{
    /// <summary>The kind of these receipts.</summary>
    public const string Name = "pro-forma";

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public RulesetIdentity Ruleset => rules.Ruleset;

    /// <inheritdoc/>
    public JsonObject Outputs(byte[] input, string format)
    {
        var id = ProFormaFilingReader.Peek(input).Form ?? "";
        var form = find(id) ?? throw new CctsDataException([new Problem("unknown-pro-forma", Severity.Error, $"{rules.Ruleset.Id} has no pro-forma \"{ShownText.Short(id)}\".", default)]);
        return ProFormaJson.WriteForReceipt(ProFormaAssessor.Assess(ProFormaFilingReader.Read(input, file: null, form), form, rules));
    }
}
