namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="VolumeNetCalorificValue"/> and <see cref="VolumeGrossCalorificValue"/>. One
/// calorie is 4.1868 J.</summary>
public enum VolumeCalorificValueUnit
{
    /// <summary><c>GJ/kl</c>: the canonical unit.</summary>
    GigajoulePerKilolitre,

    /// <summary><c>GJ/m3</c> = 1 GJ/kl.</summary>
    GigajoulePerCubicMetre,

    /// <summary><c>MJ/kl</c> = 0.001 GJ/kl.</summary>
    MegajoulePerKilolitre,

    /// <summary><c>MJ/l</c> = 1 GJ/kl.</summary>
    MegajoulePerLitre,

    /// <summary><c>kJ/l</c> = 0.001 GJ/kl.</summary>
    KilojoulePerLitre,

    /// <summary><c>TJ/kl</c> = 1,000 GJ/kl.</summary>
    TerajoulePerKilolitre,

    /// <summary><c>kcal/l</c> = 4.1868 kJ/l.</summary>
    KilocaloriePerLitre,

    /// <summary><c>Gcal/kl</c> = 4.1868 GJ/kl.</summary>
    GigacaloriePerKilolitre,
}
