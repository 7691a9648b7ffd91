namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="ElectricalEnergy"/>.</summary>
public enum ElectricalEnergyUnit
{
    /// <summary>Megawatt-hour, <c>MWh</c>: the canonical unit.</summary>
    MegawattHour,

    /// <summary>Kilowatt-hour, <c>kWh</c> = 0.001 MWh.</summary>
    KilowattHour,

    /// <summary>Gigawatt-hour, <c>GWh</c> = 1,000 MWh.</summary>
    GigawattHour,

    /// <summary>Million units, <c>MU</c> = one million kWh = 1 GWh, as Indian meters and forms count.</summary>
    MillionUnits,
}
