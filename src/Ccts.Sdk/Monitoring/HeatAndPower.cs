using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring;

/// <summary>What carries heat across the fence.</summary>
public enum HeatCarrier
{
    /// <summary>Steam.</summary>
    Steam,

    /// <summary>Hot water or another liquid.</summary>
    HotWater,

    /// <summary>Chilled water (DPCM s.5(18)).</summary>
    ChilledWater,
}

/// <summary>Steam or water metered by mass; pressure and temperature give its enthalpy, which the caller states: no text read prints a steam table.</summary>
/// <param name="Amounts">By period.</param>
/// <param name="GigajoulesPerTonne">Enthalpy as delivered, GJ/t.</param>
/// <param name="ReturnGigajoulesPerTonne">Enthalpy of the return, or of the feed water, GJ/t; 0 when nothing is credited.</param>
/// <param name="State">Pressure and temperature as text, such as <c>10 bar(a), 250 C</c>.</param>
/// <param name="Source">The steam table or meter that the enthalpies are from.</param>
public sealed record MeteredSteam(Amounts<Mass> Amounts, decimal GigajoulesPerTonne, decimal ReturnGigajoulesPerTonne, string State, string Source)
{
    /// <summary>The heat by period: mass times the difference of the enthalpies.</summary>
    /// <exception cref="System.OverflowException">A product exceeds a decimal.</exception>
    public Amounts<Energy> Heat => new(Amounts.Select(a => new PeriodAmount<Energy>(a.Period, Energy.FromGigajoules(a.Amount.Tonnes * (GigajoulesPerTonne - ReturnGigajoulesPerTonne)))));
}

/// <summary>Fuel emissions of a plant that makes heat and power, of which the heat has a share (DPCM s.5(16)): CO2 of heat sold = heat sold x emissions x share / heat made.</summary>
/// <param name="Emissions">CO2 of the fuel of both.</param>
/// <param name="HeatShare">The share of the heat, above 0 to 1; no text read prints a formula, so it needs its source.</param>
/// <param name="HeatMade">All the heat made, sold and used.</param>
public sealed record HeatApportionment(Co2e Emissions, decimal HeatShare, Energy HeatMade);

/// <summary>A generating unit of the plant.</summary>
/// <param name="Unit">Its name, such as <c>STG-1</c>.</param>
/// <param name="Net">Net generation of the year.</param>
/// <param name="GigajoulesPerMegawattHour">Net heat rate, GJ/MWh; null for a unit that burns nothing, as of waste heat or sun.</param>
/// <param name="Factor">Factor of its fuel; null with the heat rate.</param>
public sealed record GeneratingUnit(string Unit, ElectricalEnergy Net, decimal? GigajoulesPerMegawattHour, EnergyEmissionFactor? Factor);
