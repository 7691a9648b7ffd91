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
        "stock.opening", "stock.received", "stock.movedOut", "stock.closing", "conditions.amounts", "conditions.calorificValue", "conditions.source",
        "noDoubleCountUndertaking", "equivalence", "equivalenceSource",
        "method", "cf4", "c2f6", "c4f10", "c6f14", "aluminium", "anodeEffectMinutesPerCellDay", "slope", "overvoltageMillivolts", "currentEfficiency", "coefficient", "coefficientBasis", "c2f6PerCf4",
        "analyses.period", "analyses.ncv", "analyses.externalNcv", "analyses.gcv", "analyses.externalGcv", "analyses.carbonContent", "analyses.externalCarbonContent", "analyses.factor", "analyses.externalFactor",
        "analyses.conversionFactor", "analyses.moisture", "analyses.samples", "analyses.source", "analyses.externalSource",
        "composition.component", "composition.share", "molarVolume", "analysisSource", "basis", "moisture",
        "unburnt.material", "unburnt.amount", "unburnt.period", "unburnt.carbonContent",
        "inputs.material", "inputs.amount", "inputs.period", "inputs.carbonContent", "inputsElsewhere",
        "outputs.material", "outputs.amount", "outputs.period", "outputs.carbonContent",
        "biogenicShare", "biogenicShareSource", "coProcessing", "energyBasis", "netOverGross", "netOverGrossSource",
        "gas", "globalWarmingPotential", "carrier", "enthalpy", "returnEnthalpy", "steamState", "enthalpySource",
        "apportioned.emissions", "apportioned.heatShare", "apportioned.heatMade",
        "generation.unit", "generation.net", "generation.heatRate", "generation.factor", "leakage", "receiverProof",
        "whyGaps", "whyUnusual",
        "evidence.document", "evidence.of", "evidence.instrument", "evidence.calibrated", "evidence.calibratedUntil", "evidence.accreditation", "evidence.accreditedFrom", "evidence.accreditedUntil", "evidence.sha256", "evidence.firstRow", "evidence.lastRow", "evidence.column", "evidence.by", "evidence.recordedAt", "evidence.method",
    ];

    internal static readonly IReadOnlyList<string> All = Required.Concat(Optional).ToList();

    /// <summary>Columns of groups that have their own rows; such a row needs no amount.</summary>
    internal static readonly IReadOnlyList<string> Parts = All.Where(c => new[] { "analyses.", "composition.", "unburnt.", "inputs.", "outputs.", "generation." }.Any(p => c.StartsWith(p, System.StringComparison.Ordinal))).ToList();

    internal static readonly IReadOnlyDictionary<string, int> Lists = new[]
    {
        "fuels", "processMaterials", "massBalances", "pfcs", "gases", "importedIntermediates", "electricity", "importedHeat", "exportedPower", "exportedHeat",
        "capturedCo2", "memo", "renewableCertificates", "products",
    }.Select((name, at) => (name, at)).ToDictionary(l => l.name, l => l.at, System.StringComparer.Ordinal);
}
