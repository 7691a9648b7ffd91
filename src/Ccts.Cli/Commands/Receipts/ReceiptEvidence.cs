using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Ingestion.Evidence;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Receipts;

/// <summary>Compares the evidence of the input that a receipt keeps with files.</summary>
internal static class ReceiptEvidence
{
    /// <summary>What does not match. The receipt was replayed before, so it is known to be valid.</summary>
    /// <exception cref="CctsDataException">The receipt's input is no monitoring report.</exception>
    internal static IReadOnlyList<Problem> Check(byte[] receipt, string? name, string[] paths)
    {
        var content = JsonNode.Parse(Encoding.UTF8.GetString(receipt).TrimStart('\uFEFF'))!;
        if ((content["kind"]?.GetValue<string>() ?? "assessment") != "assessment")
        {
            throw new CctsDataException([new Problem("bad-option", Severity.Error, "--evidence goes with the receipt of an assessment: its input is a monitoring report.", new SourcePlace(name, 0, 0, "/kind"))]);
        }

        return EvidenceFiles.Check(Encoding.UTF8.GetBytes(content["input"]!.ToJsonString()), name, PlantFile.All(paths));
    }
}
