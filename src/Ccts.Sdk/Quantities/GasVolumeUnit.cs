namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="GasVolume"/>.</summary>
public enum GasVolumeUnit
{
    /// <summary>Standard cubic metre, <c>Sm3</c>: the canonical unit. The reference conditions are the meter's; nothing
    /// here converts between conditions.</summary>
    StandardCubicMetre,
}
