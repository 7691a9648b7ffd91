namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="ElectricityEmissionFactor"/>.</summary>
public enum ElectricityEmissionFactorUnit
{
    /// <summary><c>tCO2/MWh</c>: the canonical unit.</summary>
    TonnePerMegawattHour,

    /// <summary><c>kgCO2/kWh</c> = 1 tCO2/MWh.</summary>
    KilogramPerKilowattHour,

    /// <summary><c>kgCO2/MWh</c> = 0.001 tCO2/MWh.</summary>
    KilogramPerMegawattHour,

    /// <summary><c>gCO2/kWh</c> = 0.001 tCO2/MWh.</summary>
    GramPerKilowattHour,

    /// <summary><c>tCO2/GWh</c> = 0.001 tCO2/MWh.</summary>
    TonnePerGigawattHour,
}
