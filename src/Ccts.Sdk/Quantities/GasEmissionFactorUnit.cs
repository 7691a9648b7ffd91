namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="GasEmissionFactor"/>.</summary>
public enum GasEmissionFactorUnit
{
    /// <summary><c>tCO2/Sm3</c>: the canonical unit.</summary>
    TonnePerStandardCubicMetre,

    /// <summary><c>kgCO2/Sm3</c> = 0.001 tCO2/Sm3.</summary>
    KilogramPerStandardCubicMetre,
}
