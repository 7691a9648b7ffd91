using System;
using System.Collections.Generic;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Channels.Connector;

/// <summary>A tax lot of the connector: what it takes instead of numbers.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Ein">The connector's number of the instrument.</param>
/// <param name="TaxLotId">The lot's id.</param>
public sealed record ConnectorLot(string Ein, long TaxLotId);

/// <summary>What the host states about a connector's account, because the connector's document leaves it open.</summary>
public sealed record ConnectorOptions
{
    /// <summary>
    /// The tax lot that holds exactly these units and no others, or null if the host knows none; then nothing is sent. The connector takes quantities of lots:
    /// only with a whole lot it is certain which numbers are retired, and that they cannot be retired twice.
    /// </summary>
    public required Func<SerialBlock, ConnectorLot?> LotOf { get; init; }

    /// <summary>The registry's name of the attribute for a beneficiary (its rules: <c>retirements/program/CODE/rules</c>); null for none, and then an instruction with one is refused.</summary>
    public string? BeneficiaryAttribute { get; init; }

    /// <summary>The same for the purpose.</summary>
    public string? PurposeAttribute { get; init; }

    /// <summary>Attributes that the registry requires with every retirement.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The grammars by which serial numbers of positions are read; null for the built-in ones.</summary>
    public SerialGrammars? Grammars { get; init; }

    /// <summary>The words, codes and pages of the connector; null for those in its document.</summary>
    public ConnectorRules? Rules { get; init; }
}
