namespace Ccts.Registry.Adapters.Serials;

/// <summary>What one number of a serial represents. Units of different kinds are never added, matched or converted.</summary>
public enum UnitOfAccount
{
    /// <summary>One tonne of CO2 equivalent.</summary>
    TonneCo2e,

    /// <summary>An identifier of a mass that the registry states in kilograms of CO2 equivalent, including fractions of a tonne.</summary>
    KilogramCo2e,

    /// <summary>A biodiversity credit: neither a tonne nor energy.</summary>
    Biodiversity,

    /// <summary>One MWh of renewable electricity (I-REC, REC). Never a tonne.</summary>
    MegawattHour,

    /// <summary>One energy saving certificate of the PAT scheme (one tonne of oil equivalent). Neither a tonne of CO2e nor a MWh.</summary>
    EnergySavingCertificate,

    /// <summary>One Green Credit of the Green Credit Programme. Never a tonne.</summary>
    GreenCredit,
}
