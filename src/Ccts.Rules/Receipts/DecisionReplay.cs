using System.Text.Json.Nodes;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Receipts;

/// <summary>Decides a request again, by the interpreter, which defines the meaning of the rules.</summary>
internal sealed class DecisionReplay(Ruleset ruleset) : IReceiptReplay
{
    internal const string Name = "decision";

    public string Kind => Name;

    public RulesetIdentity Ruleset => ruleset.Identity;

    public JsonObject Outputs(byte[] input, string format) =>
        DecisionRequestReader.TryRead(input, name: null, ruleset.Rules.Vocabulary, out var request, out var problems)
            ? DecisionJson.Write(new RuleInterpreter(ruleset).Decide(request))
            : throw new CctsDataException(problems);
}
