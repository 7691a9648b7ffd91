namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="Volume"/>.</summary>
public enum VolumeUnit
{
    /// <summary>Kilolitre, <c>kl</c>: the canonical unit.</summary>
    Kilolitre,

    /// <summary>Cubic metre, <c>m3</c> = 1 kl.</summary>
    CubicMetre,

    /// <summary>Litre, <c>l</c> = 0.001 kl.</summary>
    Litre,
}
