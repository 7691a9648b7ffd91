namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="MassEmissionFactor"/>.</summary>
public enum MassEmissionFactorUnit
{
    /// <summary><c>tCO2/t</c>: the canonical unit.</summary>
    TonnePerTonne,

    /// <summary><c>kgCO2/kg</c> = 1 tCO2/t.</summary>
    KilogramPerKilogram,

    /// <summary><c>kgCO2/t</c> = 0.001 tCO2/t.</summary>
    KilogramPerTonne,
}
