using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks one fuel.</summary>
internal static class FuelCheck
{
    internal static void Check(ReportCheck check, FuelStream stream)
    {
        var analysed = stream.Analyses.Count > 0;
        decimal? total;
        switch (stream.Measured)
        {
            case WeighedFuel weighed:
                total = AmountCheck.Total(check, "amounts", weighed.Amounts);
                Calorific(check, stream, analysed);
                RecordCheck.PreviousYear(check, weighed.PreviousYear, total);
                break;
            case MeteredLiquid liquid:
                total = AmountCheck.Total(check, "amounts", liquid.Amounts);
                Calorific(check, stream, analysed);
                RecordCheck.PreviousYear(check, liquid.PreviousYear, total);
                RecordCheck.Stock(check, liquid.Stock, total, "kl");
                break;
            case MeteredGas gas:
                total = AmountCheck.Total(check, "amounts", gas.Amounts);
                Calorific(check, stream, analysed);
                RecordCheck.PreviousYear(check, gas.PreviousYear, total);
                RecordCheck.Stock(check, gas.Stock, total, gas.Conditions.Unit());
                GasConditionsCheck.Check(check, stream, gas);
                break;
            case BilledEnergy billed:
                total = AmountCheck.Total(check, "amounts", billed.Amounts);
                BilledEnergyCheck.Check(check, billed);
                RecordCheck.PreviousYear(check, billed.PreviousYear, total);
                break;
            default:
                return;
        }

        Measure(check, stream);
        FactorCheck.Fraction(check, "oxidationFactor", stream.OxidationFactor);
        FactorCheck.Fraction(check, "carbonContent", stream.CarbonContent, zeroAllowed: true);
        var isTypeII = FuelLots.IsTypeII(stream, check.Rules.Emissions);
        Factor(check, stream, stream.CarbonContent is not null || stream.Composition is not null || (analysed && isTypeII));
        UnusedInputs.Reason(check, isTypeII, stream.Factor.WhyTypeI);
        if (stream.CarbonContent is not null && stream.Factor.Value is null && string.IsNullOrWhiteSpace(stream.Factor.Source))
        {
            check.Warn("factor-without-source", "factor/source", $"\"{stream.Id}\" has a carbon content and does not say where it comes from.", "the laboratory and its report", law: check.Rules.Monitoring.SmallSourceShare.Standing);
        }

        if (analysed)
        {
            FuelAnalysisCheck.Check(check, stream);
        }
        else
        {
            Values(check, stream);
        }

        if (check.Plausible is { } plausible)
        {
            BurntShare.Check(check, stream, plausible);
        }

        FuelShareCheck.Check(check, stream);
        var biogenic = Known(check, stream, isTypeII);
        if (!biogenic && stream.State == FuelState.Solid && !isTypeII)
        {
            FactorCheck.TypeIIRequired(check, stream.Factor.WhyTypeI, "solid fuels need Type II");
        }

        if (!biogenic)
        {
            Samples(check, stream, stream.Measured is BilledEnergy ? 0m : total ?? 0m);
        }

        if (stream.Stock is not null && stream.Measured is not WeighedFuel)
        {
            check.Error("stock-unit", "stock", $"\"{stream.Id}\" is metered, but its stocks are weighed.", "no stock balance, or amounts in t");
        }
        else
        {
            RecordCheck.Stock(check, stream.Stock, total);
        }
    }

    /// <summary>The values of a stream, or of one lot of it.</summary>
    internal static void Lot(ReportCheck check, FuelStream lot)
    {
        Calorific(check, lot, analysed: false);
        FactorCheck.Fraction(check, "carbonContent", lot.CarbonContent, zeroAllowed: true);
        Factor(check, lot, lot.CarbonContent is not null);
        Values(check, lot);
    }

    private static void Factor(ReportCheck check, FuelStream stream, bool analysed) =>
        FactorCheck.Choice(check, stream.Factor.Tier, stream.Factor.Value?.TonnesPerTerajoule, stream.Factor.Source, analysed, stream.Factor.Value is { TonnesPerTerajoule: > AmountCheck.LargestFactor and var large } ? FuelPlausibility.Hint(check, stream, large) : null);

    private static void Values(ReportCheck check, FuelStream stream)
    {
        UnusedInputs.Check(check, stream);
        if (Fits(stream) && check.Plausible is { } plausible)
        {
            FuelPlausibility.Check(check, stream, plausible);
        }
    }

    private static void Samples(ReportCheck check, FuelStream stream, decimal total)
    {
        var rules = check.Rules.Monitoring;
        if (stream.State == FuelState.Gas)
        {
            RecordCheck.Samples(check, Count(stream), 0m, null, rules.GasSamplesPerYear);
        }
        else if (stream.State == FuelState.Solid)
        {
            RecordCheck.Samples(check, Count(stream), total, rules.SolidFuelPerSample, rules.SolidFuelSamplesPerYear);
        }
    }

    /// <summary>Samples of the year as stated, or those of its analyses together.</summary>
    private static int? Count(FuelStream stream) => stream.Samples ?? (stream.Analyses.Any(a => a.Samples is not null) ? (int)System.Math.Min(int.MaxValue, stream.Analyses.Sum(a => (long)(a.Samples ?? 0))) : null);

    /// <summary>Whether the ruleset knows the fuel as biogenic; reports a fuel that it does not know.</summary>
    private static bool Known(ReportCheck check, FuelStream stream, bool analysed)
    {
        var fuels = check.Rules.Emissions.Fuels;
        if (fuels.TryGetValue(stream.Fuel, out var listed))
        {
            return listed.Biogenic;
        }

        if (stream.Factor.Value is null && stream.CarbonContent is null && !analysed)
        {
            check.Error("unknown-fuel", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" is not a fuel of the ruleset.", "a fuel of the ruleset, or a factor of its own", Near(check, stream));
        }
        else if (Called(fuels.Values, stream.Fuel) is var called && called.Exists(f => f.Biogenic))
        {
            if (called.Exists(f => !f.Biogenic))
            {
                check.Info("fuel-not-listed", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" may be {string.Join(" or ", called.Select(f => f.Key))}; the stream's own factor is used and the fuel is taken as fossil.", "Keep the name, and state which part is of biomass with \"biogenicShare\" and its analysis.");
                return false;
            }

            check.Warn("fuel-not-listed", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" is another name of {called[0].Key}, whose CO2 is a memo item, and under this name the ruleset does not have it: it is taken as fossil and counts.", hint: $"Write \"{called[0].Key}\" if it is that.");
        }
        else
        {
            check.Info("fuel-not-listed", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" is not a fuel of the ruleset; the stream's own factor is used and the fuel is taken as fossil.", Near(check, stream));
        }

        return false;
    }

    private static List<FuelFactor> Called(IEnumerable<FuelFactor> fuels, string name) => [.. fuels.Where(f => f.AlsoCalled.Contains(name, System.StringComparer.OrdinalIgnoreCase))];

    // The search is slow, so it is skipped once further problems are only counted.
    private static string? Near(ReportCheck check, FuelStream stream) =>
        check.Problems.IsFull ? null : NearestFactor.Hint(stream.Fuel, check.Rules.Emissions.Fuels.Values);

    /// <summary>Whether the unit of the amounts fits the state of the fuel; if not, its values cannot be judged.</summary>
    private static bool Fits(FuelStream stream) =>
        (stream.Measured is not MeteredGas || stream.State == FuelState.Gas) && (stream.Measured is not MeteredLiquid || stream.State == FuelState.Liquid);

    /// <summary>Checks that the unit of the amounts fits the state of the fuel.</summary>
    private static void Measure(ReportCheck check, FuelStream stream)
    {
        if (stream.Measured is MeteredGas && stream.State != FuelState.Gas)
        {
            check.Error("fuel-unit", "state", $"\"{stream.Id}\" is metered in Sm3, but it is not a gas.", "\"gas\", or amounts in t or kl");
        }
        else if (stream.Measured is MeteredLiquid && stream.State != FuelState.Liquid)
        {
            check.Error("fuel-unit", "state", $"\"{stream.Id}\" is metered as a liquid, but it is not one.", stream.State == FuelState.Gas ? "amounts of gas in Sm3, at the meter's reference conditions" : "amounts of a solid in t");
        }

        if (stream.CarbonContent is not null && stream.Measured is not WeighedFuel)
        {
            check.Error("carbon-content-unit", "carbonContent", $"\"{stream.Id}\" has a carbon content per tonne, but it is not weighed.", "amounts in t, or an emission factor per energy");
        }
    }

    private static void Calorific(ReportCheck check, FuelStream stream, bool analysed)
    {
        var (net, gross) = stream.Measured switch
        {
            WeighedFuel weighed => (weighed.Net?.GigajoulesPerTonne, weighed.Gross?.GigajoulesPerTonne),
            MeteredLiquid liquid => (liquid.Net?.GigajoulesPerKilolitre, liquid.Gross?.GigajoulesPerKilolitre),
            MeteredGas gas => (gas.Net?.GigajoulesPerStandardCubicMetre, gas.Gross?.GigajoulesPerStandardCubicMetre),
            _ => ((decimal?)0m, (decimal?)null),
        };
        if (stream.Measured is BilledEnergy)
        {
            return;
        }

        if (net is null && gross is null && stream.CarbonContent is null && stream.Composition is null && !analysed)
        {
            var law = (stream.State == FuelState.Gas ? check.Rules.Emissions.NetOverGrossGaseous : check.Rules.Emissions.NetOverGrossSolidLiquid).Standing;
            check.Error("missing-calorific-value", "ncv", $"\"{stream.Id}\" has no calorific value.", "a measured net calorific value", "Give \"ncv\", or \"gcv\" for the fallback.", law);
        }

        Positive(check, stream, "ncv", net);
        Positive(check, stream, "gcv", gross);
        if (net > gross)
        {
            check.Error("ncv-above-gcv", "ncv", $"\"{stream.Id}\" has a net calorific value above its gross one.", "net below gross", "Look whether the two were swapped.");
        }
    }

    private static void Positive(ReportCheck check, FuelStream stream, string field, decimal? value)
    {
        if (value is <= 0m)
        {
            check.Error("negative-factor", field, $"\"{check.Stream.Id}\" has a calorific value that is not above zero.", "above zero");
        }
        else if (value is { } given)
        {
            FactorCheck.InRange(check, field, given, given > AmountCheck.LargestFactor ? CalorificPlausibility.Hint(check, stream, given) : null);
        }
    }
}
