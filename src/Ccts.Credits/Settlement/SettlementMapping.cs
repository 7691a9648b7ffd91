using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ccts.Rules.Clearing;
using Ccts.Sdk;
using Ccts.Sdk.Formats.Csv.Mappings;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>How an exchange, its bank and its registry write the files of a session, as data in the form of <c>schemas/settlement-mapping.schema.json</c>.</summary>
/// <remarks>Immutable and thread-safe. A file without a mapping is read by the columns of docs/clearing.md.</remarks>
public sealed record SettlementMapping
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-settlement-mapping/1";

    /// <summary>The origin of the files or of this mapping.</summary>
    public required string Source { get; init; }

    /// <summary>The trades.</summary>
    public CsvMapping? Trades { get; init; }

    /// <summary>The opening holdings.</summary>
    public CsvMapping? Holdings { get; init; }

    /// <summary>What is owed.</summary>
    public CsvMapping? Settlement { get; init; }

    /// <summary>What was delivered.</summary>
    public CsvMapping? Delivery { get; init; }

    /// <summary>What was paid.</summary>
    public CsvMapping? Funds { get; init; }

    /// <summary>The registry's statement.</summary>
    public CsvMapping? Statement { get; init; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="utf8">The JSON.</param>
    /// <param name="name">What messages call it, or null.</param>
    /// <param name="mapping">The mapping, or null.</param>
    /// <param name="problems">Why not, each with its place.</param>
    public static bool TryRead(byte[] utf8, string? name, [NotNullWhen(true)] out SettlementMapping? mapping, out IReadOnlyList<Problem> problems)
    {
        var found = new ProblemList();
        var read = LocatedJson.Read(Require.NotNull(utf8), name, found) is { } root ? Read(new ObjectReader(root, found)) : null;
        problems = found.ToList();
        mapping = found.HasErrors ? null : read;
        return mapping is not null;
    }

    private static SettlementMapping Read(ObjectReader json)
    {
        CsvMapping? Of(string key, IReadOnlyCollection<string> columns) => json.OptionalObject(key) is { } table ? CsvMappingReader.Read(table, columns) : null;
        json.OptionalText("$schema");
        json.OptionalText("illustrative");
        if (json.Text("format") is { } format && format != Format)
        {
            json.Problems.Error("bad-value", json.Node.Member("format")!.Place, $"The format is \"{ShownText.Short(format)}\".", Format);
        }

        var read = new SettlementMapping
        {
            Source = json.Text("source") ?? "", Trades = Of("trades", SessionFiles.TradeColumns), Holdings = Of("holdings", SessionFiles.HoldingColumns), Settlement = Of("settlement", SettlementFiles.SettlementColumns), Delivery = Of("delivery", SettlementFiles.DeliveryColumns),
            Funds = Of("funds", SettlementFiles.FundsColumns), Statement = Of("statement", SessionFiles.StatementColumns),
        };
        json.Done();
        return read;
    }
}
