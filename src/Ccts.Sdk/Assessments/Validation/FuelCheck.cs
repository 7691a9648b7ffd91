using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks one fuel.</summary>
internal static class FuelCheck
{
    internal static void Check(ReportCheck check, FuelStream stream)
    {
        decimal? total;
        switch (stream.Measured)
        {
            case WeighedFuel weighed:
                total = AmountCheck.Total(check, "amounts", weighed.Amounts);
                Calorific(check, stream, weighed.Net?.GigajoulesPerTonne, weighed.Gross?.GigajoulesPerTonne);
                RecordCheck.PreviousYear(check, weighed.PreviousYear, total);
                break;
            case MeteredLiquid liquid:
                total = AmountCheck.Total(check, "amounts", liquid.Amounts);
                Calorific(check, stream, liquid.Net?.GigajoulesPerKilolitre, liquid.Gross?.GigajoulesPerKilolitre);
                RecordCheck.PreviousYear(check, liquid.PreviousYear, total);
                break;
            case MeteredGas gas:
                total = AmountCheck.Total(check, "amounts", gas.Amounts);
                Calorific(check, stream, gas.Net?.GigajoulesPerStandardCubicMetre, gas.Gross?.GigajoulesPerStandardCubicMetre);
                RecordCheck.PreviousYear(check, gas.PreviousYear, total);
                break;
            default:
                return;
        }

        var fits = Measure(check, stream);
        FactorCheck.Fraction(check, "oxidationFactor", stream.OxidationFactor);
        FactorCheck.Fraction(check, "carbonContent", stream.CarbonContent, zeroAllowed: true);
        FactorCheck.Choice(check, stream.Factor.Tier, stream.Factor.Value?.TonnesPerTerajoule, stream.Factor.Source, stream.CarbonContent is not null, stream.Factor.Value is { TonnesPerTerajoule: > AmountCheck.LargestFactor and var large } ? FuelPlausibility.Hint(check, stream, large) : null);
        UnusedInputs.Check(check, stream);
        if (fits && check.Plausible is { } plausible)
        {
            FuelPlausibility.Check(check, stream, plausible);
        }

        var biogenic = Known(check, stream);
        if (!biogenic && stream.State == FuelState.Solid && stream.Factor.Tier == FactorTier.TypeI && stream.CarbonContent is null)
        {
            FactorCheck.TypeIIRequired(check, stream.Factor.WhyTypeI, "solid fuels need Type II");
        }

        if (!biogenic)
        {
            Samples(check, stream, total ?? 0m);
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

    private static void Samples(ReportCheck check, FuelStream stream, decimal total)
    {
        var rules = check.Rules.Monitoring;
        if (stream.State == FuelState.Gas)
        {
            RecordCheck.Samples(check, stream.Samples, 0m, null, rules.GasSamplesPerYear);
        }
        else if (stream.State == FuelState.Solid)
        {
            RecordCheck.Samples(check, stream.Samples, total, rules.SolidFuelPerSample, rules.SolidFuelSamplesPerYear);
        }
    }

    /// <summary>Whether the ruleset knows the fuel as biogenic; complains when it does not know the fuel at all.</summary>
    private static bool Known(ReportCheck check, FuelStream stream)
    {
        var fuels = check.Rules.Emissions.Fuels;
        if (fuels.TryGetValue(stream.Fuel, out var listed))
        {
            return listed.Biogenic;
        }

        if (stream.Factor.Value is null && stream.CarbonContent is null)
        {
            check.Error("unknown-fuel", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" is not a fuel of the ruleset.", "a fuel of the ruleset, or a factor of its own", Near(check, stream));
        }
        else
        {
            check.Info("fuel-not-listed", "fuel", $"\"{ShownText.Short(stream.Fuel)}\" is not a fuel of the ruleset; the stream's own factor is used and the fuel is taken as fossil.", Near(check, stream));
        }

        return false;
    }

    // Looking for it takes the most: not once further problems are only counted.
    private static string? Near(ReportCheck check, FuelStream stream) =>
        check.Problems.IsFull ? null : NearestFactor.Hint(stream.Fuel, check.Rules.Emissions.Fuels.Values);

    /// <summary>Whether the unit of the amounts fits the state of the fuel; where it does not, what its values look like says nothing.</summary>
    private static bool Measure(ReportCheck check, FuelStream stream)
    {
        var fits = (stream.Measured is not MeteredGas || stream.State == FuelState.Gas) && (stream.Measured is not MeteredLiquid || stream.State == FuelState.Liquid);
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

        return fits;
    }

    private static void Calorific(ReportCheck check, FuelStream stream, decimal? net, decimal? gross)
    {
        if (net is null && gross is null && stream.CarbonContent is null)
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
