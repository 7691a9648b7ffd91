namespace Ccts.Sdk.Quantities;

/// <summary>Units of <see cref="Energy"/>. One calorie is 4.1868 J.</summary>
public enum EnergyUnit
{
    /// <summary>Gigajoule, <c>GJ</c>: the canonical unit.</summary>
    Gigajoule,

    /// <summary>Joule, <c>J</c>.</summary>
    Joule,

    /// <summary>Kilojoule, <c>kJ</c>.</summary>
    Kilojoule,

    /// <summary>Megajoule, <c>MJ</c>.</summary>
    Megajoule,

    /// <summary>Terajoule, <c>TJ</c>.</summary>
    Terajoule,

    /// <summary>Calorie, <c>cal</c> = 4.1868 J.</summary>
    Calorie,

    /// <summary>Kilocalorie, <c>kcal</c> = 4.1868 kJ.</summary>
    Kilocalorie,

    /// <summary>Megacalorie, <c>Mcal</c> = 4.1868 MJ.</summary>
    Megacalorie,

    /// <summary>Gigacalorie, <c>Gcal</c> = 4.1868 GJ.</summary>
    Gigacalorie,

    /// <summary>Kilowatt-hour, <c>kWh</c> = 3.6 MJ.</summary>
    KilowattHour,

    /// <summary>Megawatt-hour, <c>MWh</c> = 3.6 GJ.</summary>
    MegawattHour,

    /// <summary>Gigawatt-hour, <c>GWh</c> = 3,600 GJ.</summary>
    GigawattHour,

    /// <summary>Tonne of oil equivalent, <c>toe</c> = 10 Gcal = 41.868 GJ.</summary>
    TonneOfOilEquivalent,

    /// <summary>Million British thermal units, <c>MMBtu</c> = 1.05505585262 GJ (international table), as gas is billed.</summary>
    MillionBtu,

    /// <summary>Ton of refrigeration for an hour, <c>TRh</c> = 12,000 Btu, as chilled water is metered.</summary>
    TonOfRefrigerationHour,
}
