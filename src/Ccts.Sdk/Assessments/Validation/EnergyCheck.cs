using System;
using Ccts.Sdk.Assessments.Calculations;
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
        SteamCheck.Check(check, stream.Steam, stream.Amounts);
        FactorCheck.Sourced(check, "factor", stream.Factor.TonnesPerTerajoule, stream.Source, "source", law: null);
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Heat(check, stream.Factor.TonnesPerTerajoule, plausible);
        }
    }

    internal static void Check(ReportCheck check, ExportedPowerStream stream)
    {
        var total = AmountCheck.Total(check, "amounts", stream.Amounts);
        GenerationCheck.Check(check, stream, total);
        if (stream.Factor is { } factor)
        {
            FactorCheck.Sourced(check, "factor", factor.TonnesPerMegawattHour, stream.FactorSource, "factorSource", check.Rules.Emissions.ExportFallbackFactor.Standing);
        }

        UnusedInputs.Source(check, stream.Factor is not null || stream.Generation.Count > 0, stream.FactorSource, "factorSource");
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Check(check, stream, plausible);
        }
    }

    internal static void Check(ReportCheck check, ExportedHeatStream stream)
    {
        AmountCheck.Total(check, "amounts", stream.Amounts);
        SteamCheck.Check(check, stream.Steam, stream.Amounts);
        if (stream.Apportioned is { } both)
        {
            SteamCheck.Check(check, stream, both);
            return;
        }

        FactorCheck.Sourced(check, "factor", stream.Factor.TonnesPerTerajoule, stream.Source, "source", check.Rules.Emissions.ExportFallbackFactor.Standing);
        if (check.Plausible is { } plausible)
        {
            EnergyPlausibility.Heat(check, stream.Factor.TonnesPerTerajoule, plausible);
        }
    }

    internal static void Check(ReportCheck check, CapturedCo2Stream stream)
    {
        var total = AmountCheck.Total(check, "amounts", stream.Amounts);
        if (stream.Leakage is { } leaked)
        {
            if (leaked.Tonnes < 0m || leaked.Tonnes > total)
            {
                check.Error("negative-amount", "leakage", $"\"{stream.Id}\" has {leaked} of leakage.", "zero or more, and at most what was sent");
            }
        }

        // Captured CO2 counts as far as it arrived; the first edition asked only where something had leaked.
        if (string.IsNullOrWhiteSpace(stream.ReceiverProof) && (stream.Leakage is not null || check.Edition != Edition.First))
        {
            check.Warn("no-receiver-proof", "receiverProof", stream.Leakage is null ? $"\"{stream.Id}\" does not state what shows that the CO2 arrived." : $"\"{stream.Id}\" states what leaked and not what shows that the rest arrived.", "the receiver's statement (DPCM s.5(19))", "A verifier will ask for it.");
        }

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
