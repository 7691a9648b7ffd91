namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="GasNetCalorificValue"/> and <see cref="GasGrossCalorificValue"/>. One calorie is
/// 4.1868 J.</summary>
public enum GasCalorificValueUnit
{
    /// <summary><c>GJ/Sm3</c>: the canonical unit.</summary>
    GigajoulePerStandardCubicMetre,

    /// <summary><c>MJ/Sm3</c> = 0.001 GJ/Sm3.</summary>
    MegajoulePerStandardCubicMetre,

    /// <summary><c>kJ/Sm3</c> = 0.000001 GJ/Sm3.</summary>
    KilojoulePerStandardCubicMetre,

    /// <summary><c>kcal/Sm3</c> = 4.1868 kJ/Sm3.</summary>
    KilocaloriePerStandardCubicMetre,
}
