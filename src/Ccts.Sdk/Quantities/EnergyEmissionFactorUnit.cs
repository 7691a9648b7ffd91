namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="EnergyEmissionFactor"/>.</summary>
public enum EnergyEmissionFactorUnit
{
    /// <summary><c>tCO2/TJ</c>: the canonical unit.</summary>
    TonnePerTerajoule,

    /// <summary><c>tCO2/GJ</c> = 1,000 tCO2/TJ.</summary>
    TonnePerGigajoule,

    /// <summary><c>kgCO2/TJ</c> = 0.001 tCO2/TJ.</summary>
    KilogramPerTerajoule,

    /// <summary><c>kgCO2/GJ</c> = 1 tCO2/TJ.</summary>
    KilogramPerGigajoule,

    /// <summary><c>kgCO2/MJ</c> = 1,000 tCO2/TJ.</summary>
    KilogramPerMegajoule,

    /// <summary><c>gCO2/MJ</c> = 1 tCO2/TJ.</summary>
    GramPerMegajoule,

    /// <summary><c>tCO2/toe</c>, as the DPCM prints factors of heat: 1 toe is 41.868 GJ. Kept per toe if it does not convert exactly into tCO2/TJ.</summary>
    TonnePerToe,

    /// <summary><c>gCO2/kcal</c> = 10 tCO2/toe, as the DPCM prints the factor of a Type II analysis.</summary>
    GramPerKilocalorie,

    /// <summary><c>tCO2/Gcal</c> = 10 tCO2/toe, as suppliers state factors of heat.</summary>
    TonnePerGigacalorie,

    /// <summary><c>kgCO2/Gcal</c> = 0.01 tCO2/toe.</summary>
    KilogramPerGigacalorie,
}
