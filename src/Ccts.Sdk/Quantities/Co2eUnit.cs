namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="Co2e"/>.</summary>
public enum Co2eUnit
{
    /// <summary>Tonne, <c>t</c>: the canonical unit; <c>tCO2e</c> is read too.</summary>
    Tonne,

    /// <summary>Kilotonne, <c>kt</c> = 1,000 t.</summary>
    Kilotonne,

    /// <summary>Megatonne, <c>Mt</c> = 1,000,000 t.</summary>
    Megatonne,

    /// <summary>Kilogram, <c>kg</c> = 0.001 t.</summary>
    Kilogram,
}
