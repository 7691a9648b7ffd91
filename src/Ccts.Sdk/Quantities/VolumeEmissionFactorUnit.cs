namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="VolumeEmissionFactor"/>.</summary>
public enum VolumeEmissionFactorUnit
{
    /// <summary><c>tCO2/kl</c>: the canonical unit.</summary>
    TonnePerKilolitre,

    /// <summary><c>tCO2/m3</c> = 1 tCO2/kl.</summary>
    TonnePerCubicMetre,

    /// <summary><c>kgCO2/l</c> = 1 tCO2/kl.</summary>
    KilogramPerLitre,

    /// <summary><c>kgCO2/kl</c> = 0.001 tCO2/kl.</summary>
    KilogramPerKilolitre,
}
