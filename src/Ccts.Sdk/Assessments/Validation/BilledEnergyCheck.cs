using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks fuel that was bought by its energy.</summary>
internal static class BilledEnergyCheck
{
    internal static void Check(ReportCheck check, BilledEnergy billed)
    {
        FactorCheck.Fraction(check, "netOverGross", billed.NetOverGross);
        if (billed.NetOverGross is not null && billed.Basis == CalorificBasis.Net)
        {
            UnusedInputs.Warn(check, "netOverGross", "a ratio of net over gross", "its energy is net already", "Delete the ratio, or correct \"energyBasis\".");
        }
        else if (billed.NetOverGross is not null && string.IsNullOrWhiteSpace(billed.NetOverGrossSource))
        {
            check.Error("factor-without-source", "netOverGrossSource", $"\"{check.Stream.Id}\" has a ratio of net over gross of its own and does not say where it comes from.", "the analysis of the gas", law: check.Rules.Emissions.NetOverGrossGaseous.Standing);
        }

        var law = ((FuelStream)check.Stream).State == FuelState.Gas ? check.Rules.Emissions.NetOverGrossGaseous : check.Rules.Emissions.NetOverGrossSolidLiquid;
        if (billed is { Basis: CalorificBasis.Gross, NetOverGross: > 0m and <= 1m and var ratio } && check.Plausible is { } plausible && law.TryGet(out var usual))
        {
            Suspicion.Look(check, "unusual-net-over-gross", "netOverGross", "a ratio of net to gross", ratio, "", Reference.Of(usual, plausible.Of(PlausibilityRules.NetOverGross)), "the ruleset", []);
        }

        UnusedInputs.Source(check, billed.NetOverGross is not null, billed.NetOverGrossSource, "netOverGrossSource");
    }
}
