using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Law;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>What a receipt says about itself, before anything is recomputed.</summary>
public sealed record ReceiptHeader(string Format, string Kind, string Engine, RulesetIdentity Ruleset, SignatureClaim? Signature, JsonObject Content)
{
    /// <summary>The header, or null with every problem when the text is no receipt.</summary>
    public static ReceiptHeader? Read(LocatedNode root, ProblemList problems)
    {
        Require.NotNull(root);
        Require.NotNull(problems);
        var receipt = new ObjectReader(root, problems);
        var format = receipt.Text("format");
        if (format is not null && !ReceiptFormat.IsKnown(format))
        {
            problems.Error("receipt-format", root.Place, $"The format is \"{ShownText.Short(format)}\".", $"\"{ReceiptFormat.Third}\" or an earlier one");
        }

        var engine = receipt.Text("engine");
        var kind = receipt.OptionalText("kind") ?? AssessmentReplay.Name;
        receipt.Object("input");
        var ruleset = receipt.Object("ruleset");
        var (id, revision, digest) = (ruleset?.Text("id"), ruleset?.Integer("revision"), ruleset?.Text("digest"));
        var signature = ReadSignature(receipt);
        return problems.HasErrors ? null : new ReceiptHeader(format!, kind, engine!, new RulesetIdentity(id!, revision!.Value, digest!), signature, JsonNodes.From(root)!.AsObject());
    }

    /// <summary>The signed bytes: the whole receipt except the signature's value.</summary>
    internal byte[] Message()
    {
        var content = (JsonObject)Content.DeepClone();
        content["signature"]!.AsObject().Remove("value");
        return CanonicalJson.Bytes(content);
    }

    private static SignatureClaim? ReadSignature(ObjectReader receipt)
    {
        if (receipt.OptionalObject("signature") is not { } signature)
        {
            return null;
        }

        var (algorithm, key, value) = (signature.Text("algorithm"), signature.Text("key"), signature.Text("value"));
        signature.Done();
        return algorithm is null || key is null || value is null ? null : new SignatureClaim(algorithm, key, value);
    }
}
