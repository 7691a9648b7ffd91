namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="NetCalorificValue"/> and <see cref="GrossCalorificValue"/>. One calorie is
/// 4.1868 J.</summary>
public enum CalorificValueUnit
{
    /// <summary><c>GJ/t</c>: the canonical unit.</summary>
    GigajoulePerTonne,

    /// <summary><c>MJ/kg</c> = 1 GJ/t.</summary>
    MegajoulePerKilogram,

    /// <summary><c>kJ/kg</c> = 0.001 GJ/t.</summary>
    KilojoulePerKilogram,

    /// <summary><c>J/g</c> = 0.001 GJ/t.</summary>
    JoulePerGram,

    /// <summary><c>TJ/t</c> = 1,000 GJ/t.</summary>
    TerajoulePerTonne,

    /// <summary><c>TJ/kt</c> = 1 GJ/t.</summary>
    TerajoulePerKilotonne,

    /// <summary><c>TJ/Gg</c> = 1 GJ/t, as IPCC tables print it.</summary>
    TerajoulePerGigagram,

    /// <summary><c>kcal/kg</c> = 4.1868 kJ/kg.</summary>
    KilocaloriePerKilogram,

    /// <summary><c>cal/g</c> = 4.1868 J/g.</summary>
    CaloriePerGram,

    /// <summary><c>Gcal/t</c> = 4.1868 GJ/t.</summary>
    GigacaloriePerTonne,
}
