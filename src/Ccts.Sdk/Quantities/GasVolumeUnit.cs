namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="GasVolume"/>.</summary>
public enum GasVolumeUnit
{
    /// <summary>Standard cubic metre, <c>Sm3</c>, read as <c>SCM</c> too: the canonical unit. The reference conditions are the meter's; nothing
    /// here converts between conditions.</summary>
    StandardCubicMetre,

    /// <summary>Million standard cubic metres, <c>MMSCM</c>.</summary>
    MillionStandardCubicMetres,
}
