namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="Mass"/>.</summary>
public enum MassUnit
{
    /// <summary>Tonne, <c>t</c>: the canonical unit.</summary>
    Tonne,

    /// <summary>Kilotonne, <c>kt</c> = 1,000 t.</summary>
    Kilotonne,

    /// <summary>Megatonne, <c>Mt</c> = 1,000,000 t.</summary>
    Megatonne,

    /// <summary>Kilogram, <c>kg</c> = 0.001 t.</summary>
    Kilogram,

    /// <summary>Gram, <c>g</c> = 0.000001 t.</summary>
    Gram,
}
