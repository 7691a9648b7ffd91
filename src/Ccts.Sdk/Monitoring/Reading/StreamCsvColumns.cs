using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>The columns a CSV file of streams may have.</summary>
internal static class StreamCsvColumns
{
    internal static readonly string[] Required = ["list", "id"];

    internal static readonly string[] Optional =
    [
        "period", "amount",
        "fuel", "state", "material", "supply", "product", "kind", "destination",
        "ncv", "gcv", "carbonContent", "oxidationFactor", "conversionFactor", "samples", "previousYear",
        "factor", "factorSource", "source", "factor.tier", "factor.value", "factor.source", "factor.whyTypeI",
        "stock.opening", "stock.received", "stock.movedOut", "stock.closing",
        "noDoubleCountUndertaking", "equivalence", "equivalenceSource",
        "method", "cf4", "c2f6", "c4f10", "c6f14", "aluminium", "anodeEffectMinutesPerCellDay", "slope", "overvoltageMillivolts", "currentEfficiency", "coefficient", "coefficientBasis", "c2f6PerCf4",
        "whyGaps", "whyUnusual",
        "evidence.document", "evidence.instrument", "evidence.sha256", "evidence.recordedAt",
    ];

    internal static readonly IReadOnlyList<string> All = Required.Concat(Optional).ToList();

    /// <summary>Mass balances have lists inside, so they stay in the JSON header.</summary>
    internal static readonly IReadOnlyDictionary<string, int> Lists = new[]
    {
        "fuels", "processMaterials", "pfcs", "importedIntermediates", "electricity", "importedHeat", "exportedPower", "exportedHeat",
        "capturedCo2", "memo", "renewableCertificates", "products",
    }.Select((name, at) => (name, at)).ToDictionary(l => l.name, l => l.at, System.StringComparer.Ordinal);
}
