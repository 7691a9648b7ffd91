using System;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks electricity, heat, exports, captured CO2, memo items and offered certificates.</summary>
internal static class EnergyCheck
{
    internal static void Check(ReportCheck check, ElectricityStream stream)
    {
        var total = AmountCheck.Total(check, "amounts", stream.Amounts);
        RecordCheck.PreviousYear(check, stream.PreviousYear, total);
        if (stream.Factor is { } factor)
        {
            var law = stream.Supply == ElectricitySupply.PowerPurchaseAgreement ? check.Rules.Emissions.PpaDefaultFactor.Standing : check.Rules.Emissions.FrozenGridFactor.Standing;
            FactorCheck.Sourced(check, "factor", factor.TonnesPerMegawattHour, stream.FactorSource, "factorSource", law);
        }

        if (ElectricityEmissions.LacksUndertaking(stream))
        {
            check.Problems.Add(ElectricityEmissions.WithoutUndertaking(stream, check.Rules.Emissions));
        }

        UnusedInputs.Check(check, stream);
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Check(check, stream, plausible);
        }
    }

    internal static void Check(ReportCheck check, ImportedHeatStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        FactorCheck.Sourced(check, "factor", stream.Factor.TonnesPerTerajoule, stream.Source, "source", law: null);
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Heat(check, stream.Factor.TonnesPerTerajoule, plausible);
        }
    }

    internal static void Check(ReportCheck check, ExportedPowerStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        if (stream.Factor is { } factor)
        {
            FactorCheck.Sourced(check, "factor", factor.TonnesPerMegawattHour, stream.FactorSource, "factorSource", check.Rules.Emissions.ExportFallbackFactor.Standing);
        }

        UnusedInputs.Source(check, stream.Factor is not null, stream.FactorSource, "factorSource");
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Check(check, stream, plausible);
        }
    }

    internal static void Check(ReportCheck check, ExportedHeatStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        FactorCheck.Sourced(check, "factor", stream.Factor.TonnesPerTerajoule, stream.Source, "source", check.Rules.Emissions.ExportFallbackFactor.Standing);
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Heat(check, stream.Factor.TonnesPerTerajoule, plausible);
        }
    }

    internal static void Check(ReportCheck check, CapturedCo2Stream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        if (string.IsNullOrWhiteSpace(stream.Destination))
        {
            check.Error("missing-destination", "destination", $"\"{stream.Id}\" does not say who took the CO2.", "who took it, or what it was used for");
        }
    }

    internal static void Check(ReportCheck check, MemoStream stream) => AmountCheck.Total(check, "amounts", stream.Amounts);

    internal static void Check(ReportCheck check, OfferedCertificates stream)
    {
        check.Problems.Add(ElectricityEmissions.Refused(stream, check.Rules.Emissions));
        if (stream.Amount.MegawattHours < 0m)
        {
            check.Error("negative-amount", "amount", $"\"{stream.Id}\" has {stream.Amount}.", "zero or more");
        }
    }
}
