using Ccts.Sdk.Quantities;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>The only way from a number of units to a typed quantity. Each kind becomes its own type or is refused; nothing is converted.</summary>
internal static class UnitBoundary
{
    internal const string NotTonnes = "not-tonnes";

    internal static Co2e ToCo2e(decimal units, UnitOfAccount unit) =>
        unit == UnitOfAccount.TonneCo2e ? Co2e.FromTonnes(units) : throw new UnitBoundaryException(NotTonnes, Reason(unit), unit);

    internal static RenewableCertificates ToRenewable(decimal units, UnitOfAccount unit) =>
        unit == UnitOfAccount.MegawattHour ? RenewableCertificates.Of(units) : throw new UnitBoundaryException("not-renewable", "No I-REC or REC: " + Reason(unit), unit);

    internal static EnergySavingCertificates ToEnergySaving(decimal units, UnitOfAccount unit) =>
        unit == UnitOfAccount.EnergySavingCertificate ? EnergySavingCertificates.Of(units) : throw new UnitBoundaryException("not-energy-saving", "No ESCert: " + Reason(unit), unit);

    /// <summary>What the units are, and what they can never become.</summary>
    internal static string Reason(UnitOfAccount unit) => unit switch
    {
        UnitOfAccount.TonneCo2e => "A unit of this registry is a tonne of CO2e. It never becomes electricity or energy saved: no conversion exists.",
        UnitOfAccount.KilogramCo2e => "The registry prints no number of units here: its ids stand for masses in kilograms of CO2e, which its exports state.",
        UnitOfAccount.MegawattHour => "An I-REC or REC is a MWh of electricity. It never becomes tonnes of CO2e: no conversion exists.",
        UnitOfAccount.EnergySavingCertificate => "An ESCert is energy saved under PAT, in tonnes of oil equivalent. It is neither a tonne of CO2e nor a MWh.",
        UnitOfAccount.GreenCredit => "A Green Credit is of the Green Credit Programme. It never becomes a tonne of CO2e: no conversion exists.",
        UnitOfAccount.Biodiversity => "A biodiversity credit is not a tonne of CO2e.",
        _ => "These units are not tonnes of CO2e.",
    };
}
