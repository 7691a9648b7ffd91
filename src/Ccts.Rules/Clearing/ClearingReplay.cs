using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Rules.Clearing;

/// <summary>Proves a session again from what its receipt stores.</summary>
internal sealed class ClearingReplay(Ruleset ruleset) : IReceiptReplay
{
    internal const string Name = "clearing";

    public string Kind => Name;

    public RulesetIdentity Ruleset => ruleset.Identity;

    public JsonObject Outputs(byte[] input, string format)
    {
        var problems = new ProblemList();
        var root = LocatedJson.Read(input, file: null, problems, int.MaxValue);
        var session = root is null ? null : SessionJson.Read(root, ruleset.Rules.Vocabulary, problems);
        if (session is null)
        {
            throw new CctsDataException(problems.ToList());
        }

        var outputs = ClearingJson.Write(ClearingProof.Of(session, ruleset), messages: false);
        outputs["inputs"] = Digests(root!);
        return outputs;
    }

    // A digest for each part, so that somebody with only the trades or only the statement can check that these were used.
    private static JsonObject Digests(LocatedNode input)
    {
        var digests = new JsonObject();
        foreach (var part in input.Children)
        {
            digests[part.Key!] = CanonicalJson.Digest(JsonNodes.From(part));
        }

        return digests;
    }
}
