using Ccts.Sdk.Law;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rulesets.Factors;

/// <summary>One number of the CEA's series of grid emission factors. A record of what was published; a parameter says which of them the law freezes.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="FinancialYear">The financial year it describes, e.g. <c>2023-24</c>.</param>
/// <param name="Series">Which number, e.g. <c>weighted-average-incl-imports</c>.</param>
/// <param name="Version">Edition of the database, e.g. <c>V20</c>.</param>
/// <param name="Dated">When that edition appeared, as far as known, e.g. <c>2024-12</c>; or null.</param>
/// <param name="Factor">t CO2 per MWh.</param>
public sealed record GridFactor(string FinancialYear, string Series, string Version, string? Dated, LegalValue<ElectricityEmissionFactor> Factor);
