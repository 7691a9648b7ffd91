using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Inventory;

/// <summary>The parts of a GHG total; the total is exactly their sum.</summary>
/// <param name="Combustion">Fuel burnt, without biogenic fuels.</param>
/// <param name="Process">Materials, mass balances, PFCs, imported intermediates.</param>
/// <param name="Electricity">Electricity consumed.</param>
/// <param name="Heat">Heat bought in.</param>
/// <param name="Adjustments">Power and heat sold, CO2 captured: zero or negative.</param>
/// <param name="Memo">Reported, not counted: biogenic fuels and exclusions (DPCM s.4.4(3)).</param>
public sealed record EmissionTotals(Co2e Combustion, Co2e Process, Co2e Electricity, Co2e Heat, Co2e Adjustments, Co2e Memo)
{
    /// <summary>Total GHG emissions (DPCM Annexure III).</summary>
    public Co2e Total => Combustion + Process + Electricity + Heat + Adjustments;
}
