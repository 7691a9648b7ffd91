using System.Collections.Generic;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>What the connector's words and codes mean, and how its pages are counted. Data, so that a host can replace it.</summary>
/// <remarks>Immutable and thread-safe. Words not in it are not understood.</remarks>
public sealed record ConnectorRules
{
    /// <summary>Its source, and which parts are provisional.</summary>
    public required string Source { get; init; }

    /// <summary>The number of the first page: 0 or 1.</summary>
    public required int FirstPage { get; init; }

    /// <summary>Rows of a page asked for; 1 to 10,000.</summary>
    public required int PageSize { get; init; }

    /// <summary>What the words for the status of a retirement mean.</summary>
    public required IReadOnlyDictionary<string, OutcomeKind> Statuses { get; init; }

    /// <summary>The codes of refusals: true for those that are final, false for those that say that the units are elsewhere, which may be the instruction's own effect.</summary>
    public required IReadOnlyDictionary<string, bool> Refusals { get; init; }

    /// <summary>Those of the connector's document.</summary>
    public static ConnectorRules Shipped { get; } = ProfileFile.Shipped("connector.rules.json", Read);

    /// <summary>Reads a file of rules strictly.</summary>
    /// <param name="utf8">Its bytes.</param>
    /// <param name="file">Its name for messages, or null.</param>
    /// <exception cref="CctsDataException">It cannot be read; every fault with its place.</exception>
    public static ConnectorRules Read(byte[] utf8, string? file = null) => ProfileFile.Read(utf8, file, Read);

    private static ConnectorRules Read(ObjectReader root)
    {
        root.OptionalText("$schema");
        var (first, size) = (root.Integer("firstPage") ?? 0, root.Integer("pageSize") ?? 1);
        if (first is not (0 or 1) || size is < 1 or > 10_000)
        {
            root.Problems.Error("bad-value", root.Node.Place, $"Pages of {size} rows from page {first} on are not asked for.", "a first page of 0 or 1, and 1 to 10,000 rows");
        }

        var rules = new ConnectorRules
        {
            Source = root.Text("source") ?? "", FirstPage = first, PageSize = size,
            Statuses = ProfileWords.Read(root, "statuses", ProfileWords.Outcomes), Refusals = ProfileWords.Read(root, "refusals", ProfileWords.Refusals),
        };
        root.Done();
        return rules;
    }
}
