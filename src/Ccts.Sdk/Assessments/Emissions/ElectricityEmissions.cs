using System;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Emissions;

/// <summary>Emissions of electricity by how it was supplied (DPCM s.5(7)(vi), (vii), s.5(17)).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class ElectricityEmissions
{
    /// <summary>Emissions of one electricity stream; t CO2.</summary>
    public static Calculated<Co2e> Calculate(ElectricityStream stream, EmissionRules rules) =>
        StreamEmissions.Tonnes(stream, rules, Tonnes);

    internal static decimal Tonnes(ElectricityStream stream, EmissionRules rules, Workings workings)
    {
        var factor = FactorOf(stream, rules, workings);
        return Activity.TimesFactor(stream, "electricity CO2", stream.Amounts, factor, second: null, rules, workings);
    }

    internal static bool IsRenewable(ElectricitySupply supply) => supply is ElectricitySupply.RenewableOnSite or ElectricitySupply.RenewableOpenAccess or ElectricitySupply.GreenTariff;

    /// <summary>Renewable supply that may also be counted elsewhere, and therefore counts as grid supply.</summary>
    internal static bool LacksUndertaking(ElectricityStream stream) => IsRenewable(stream.Supply) && !stream.NoDoubleCountUndertaking;

    internal static Problem WithoutUndertaking(ElectricityStream stream, EmissionRules rules) =>
        new("renewable-without-undertaking", Severity.Warning, $"\"{stream.Id}\" has no undertaking that the renewable attribute is counted nowhere else, so it counts as grid supply.", stream.Place)
        {
            Hint = "Give \"noDoubleCountUndertaking\": true once the undertaking is signed.",
            Clause = rules.RenewableZeroRating.Source.ToString(),
        };

    /// <summary>Renewable energy certificates never reduce emissions; offered ones are refused.</summary>
    internal static Problem Refused(OfferedCertificates offered, EmissionRules rules) =>
        new("rec-refused", Severity.Warning, $"Renewable energy certificates for {offered.Amount} are offered; they never reduce emissions and are refused.", offered.Place)
        {
            Hint = "Report renewable supply itself, with its no-double-count undertaking.",
            Clause = rules.CertificatesDoNotCount.Source.ToString(),
        };

    private static Operand FactorOf(ElectricityStream stream, EmissionRules rules, Workings workings) => stream.Supply switch
    {
        ElectricitySupply.Grid => Grid(stream.Factor, stream, rules, workings),
        ElectricitySupply.PowerPurchaseAgreement when stream.Factor is { } supplier => Of("supplier's factor", supplier, Activity.Given(stream.FactorSource, workings)).By(stream, "factor", workings),
        ElectricitySupply.PowerPurchaseAgreement => Listed("default factor of a PPA", rules.PpaDefaultFactor, workings),
        ElectricitySupply.Captive => Of("captive generation, fuel already counted", default, source: null),
        ElectricitySupply.RenewableOnSite or ElectricitySupply.RenewableOpenAccess or ElectricitySupply.GreenTariff => Renewable(stream, rules, workings),
        _ => throw new ArgumentException("This supply is not defined.", nameof(stream)),
    };

    private static Operand Grid(ElectricityEmissionFactor? own, ElectricityStream stream, EmissionRules rules, Workings workings)
    {
        if (own is { } frozen)
        {
            return Of("entity's own frozen baseline-year factor", frozen, Activity.Given(stream.FactorSource, workings)).By(stream, "factor", workings);
        }

        if (rules.FrozenGridFactor.IsKnown)
        {
            return Listed("frozen baseline-year grid factor", rules.FrozenGridFactor, workings);
        }

        workings.LeanOn(rules.FrozenGridFactor);
        return Listed("grid factor, reading of the ruleset", rules.GridFactorReading, workings);
    }

    private static Operand Renewable(ElectricityStream stream, EmissionRules rules, Workings workings)
    {
        if (stream.NoDoubleCountUndertaking)
        {
            return Of("renewable supply with undertaking", default, rules.RenewableZeroRating.Source);
        }

        // A factor stated for such supply is not the grid's; the first edition used it.
        workings.Problems.Add(WithoutUndertaking(stream, rules));
        return Grid(workings.Edition == Edition.First ? stream.Factor : null, stream, rules, workings);
    }

    private static Operand Listed(string name, LegalValue<ElectricityEmissionFactor> factor, Workings workings)
    {
        workings.LeanOn(factor);
        return Of(name, factor.Value, factor.Standing.Source);
    }

    private static Operand Of(string name, ElectricityEmissionFactor factor, LegalSource? source) =>
        new(OperandRole.Times, name, factor.TonnesPerMegawattHour, "tCO2/MWh", 0, source);
}
