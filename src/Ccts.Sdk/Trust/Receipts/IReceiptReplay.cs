using System.Text.Json.Nodes;
using Ccts.Sdk.Law;

namespace Ccts.Sdk.Trust.Receipts;

/// <summary>Computes the outputs of one kind of receipt by one ruleset.</summary>
public interface IReceiptReplay
{
    /// <summary>The kind, as receipts name it.</summary>
    string Kind { get; }

    /// <summary>The ruleset by which it is computed.</summary>
    RulesetIdentity Ruleset { get; }

    /// <summary>The outputs for an input, as a format of receipts holds them.</summary>
    JsonObject Outputs(byte[] input, string format);
}
