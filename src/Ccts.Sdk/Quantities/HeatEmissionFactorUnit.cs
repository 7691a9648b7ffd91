namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="HeatEmissionFactor"/>. One toe is 10 Gcal or 41.868 GJ.</summary>
public enum HeatEmissionFactorUnit
{
    /// <summary><c>tCO2/toe</c>: the canonical unit.</summary>
    TonnePerToe,

    /// <summary><c>tCO2/Gcal</c> = 10 tCO2/toe.</summary>
    TonnePerGigacalorie,

    /// <summary><c>tCO2/GJ</c> = 41.868 tCO2/toe.</summary>
    TonnePerGigajoule,

    /// <summary><c>tCO2/TJ</c> = 0.041868 tCO2/toe.</summary>
    TonnePerTerajoule,

    /// <summary><c>kgCO2/Gcal</c> = 0.01 tCO2/toe.</summary>
    KilogramPerGigacalorie,

    /// <summary><c>kgCO2/GJ</c> = 0.041868 tCO2/toe.</summary>
    KilogramPerGigajoule,

    /// <summary><c>gCO2/kcal</c> = 10 tCO2/toe, as laboratories print a fuel's factor.</summary>
    GramPerKilocalorie,
}
