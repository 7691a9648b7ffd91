using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Lists of texts and members of objects, as format files have them.</summary>
internal static class FormatTexts
{
    internal static IReadOnlyList<LocatedNode> Members(ObjectReader? reader) => reader?.Node is { Kind: LocatedKind.Object } node ? node.Children : [];

    internal static string[] Of(IReadOnlyList<LocatedNode> nodes, ProblemList problems)
    {
        foreach (var node in nodes.Where(n => n.Kind != LocatedKind.String || n.Value!.Trim().Length == 0))
        {
            problems.Error("wrong-type", node.Place, $"This is {node.Describe()}.", "text in double quotes, not empty");
        }

        return nodes.Select(n => n.Value ?? "").ToArray();
    }
}
