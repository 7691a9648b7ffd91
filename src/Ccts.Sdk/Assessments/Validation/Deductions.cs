using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Compares deductions with what there was to deduct: CO2 that the plant did not emit cannot have been captured, nor have left with power, heat or
/// carbon. Each excess tonne would earn a certificate.
/// </summary>
internal static class Deductions
{
    internal static void Check(Result result)
    {
        var (report, law) = (result.Report, result.Law.Emissions);
        if (report.CapturedCo2.Count == 0 && report.ExportedHeat.Count == 0 && report.ExportedPower.Count == 0 && report.MassBalances.Count == 0)
        {
            return;
        }

        var balances = report.MassBalances.Sum(b => MassBalanceEmissions.Tonnes(b, law, result.Beside));
        var given = report.Fuels.Sum(f => Combustion.Tonnes(f, law, result.Beside)) + balances + report.ProcessMaterials.Sum(m => ProcessEmissions.Tonnes(m, law, result.Beside));
        Carbon(result, given);
        Named(result);
        PowerOfNobody(result);
        Made(result);
        SoldTwice.Check(result);
        Captured(result, given);
        Energy(result, result.Emissions.Combustion.Tonnes + balances + result.Emissions.Heat.Tonnes + result.Emissions.Electricity.Tonnes);
    }

    /// <summary>The ratio of a part to a whole; a part of nothing is a slip.</summary>
    internal static Likelihood Judge(decimal part, decimal whole, PlausibleRange? range) =>
        range is null || part <= 0m ? Likelihood.Usual : Reference.Of(whole, range)?.Judge(part) ?? Likelihood.Slip;

    /// <summary>Carbon that leaves in products must have come in.</summary>
    private static void Carbon(Result result, decimal given)
    {
        if (given < 0m && result.Rules.Of(PlausibilityRules.CapturedCo2)?.WithheldAbove is not null)
        {
            var balance = result.Report.MassBalances[0];
            result.Tell("more-carbon-out", result.Report.Place, $"With the carbon that leaves by mass balances, \"{balance.Id}\" among them, fuels, materials and carbon give off {Slip.Shown(given)} t CO2: more carbon goes out than came in. Look at the units and contents, and for inputs that were left out.", balance.WhyUnusual ?? result.Report.WhyUnusual, needsReason: true, Slip.Shown(given));
        }
    }

    /// <summary>Carbon that leaves balances entered in the streams that they name, if these show how much; balances that name the same stream are compared together.</summary>
    private static void Named(Result result)
    {
        var (report, law) = (result.Report, result.Law.Emissions);
        var open = report.MassBalances.Where(b => b.Inputs.Count == 0 && b.InputsElsewhere is not null).ToList();
        while (open.Count > 0)
        {
            var (balances, names) = Together(open);
            var fuels = report.Fuels.Where(f => names.Contains(f.Id)).ToList();
            if (result.Rules.Of(PlausibilityRules.CapturedCo2)?.WithheldAbove is null || fuels.Exists(f => f.BiogenicShare is not null || f.CoProcessing is not null || (law.Fuels.TryGetValue(f.Fuel, out var listed) && listed.Biogenic)))
            {
                continue;
            }

            var entered = fuels.Sum(f => Combustion.Tonnes(f with { OxidationFactor = null, Unburnt = [] }, law, result.Beside))
                + report.ProcessMaterials.Where(p => names.Contains(p.Id)).Sum(p => ProcessEmissions.Tonnes(p with { ConversionFactor = null, BiogenicShare = null }, law, result.Beside))
                + report.MassBalances.Where(b => names.Contains(b.Id)).Sum(b => MassBalanceEmissions.Tonnes(b with { Outputs = [] }, law, result.Beside));
            if (-balances.Sum(b => MassBalanceEmissions.Tonnes(b, law, result.Beside)) is var left && left > entered)
            {
                var said = string.Join(" and ", balances.Select(b => $"\"{b.Id}\"")) + (balances.Count == 1 ? " sends" : " together send");
                result.Tell("more-carbon-out", result.Report.Place, $"{said} out the carbon of {Slip.Shown(left)} t CO2, and {string.Join(", ", names)}, where it entered, {(names.Count == 1 ? "has" : "have")} that of {Slip.Shown(entered)} t. Look at the units and contents, and for streams that are not named.", balances[0].WhyUnusual ?? report.WhyUnusual, needsReason: true, Slip.Shown(left));
            }
        }
    }

    /// <summary>Power that is sold, by a plant whose report has none that it made: the grid's power is not sold on with the grid's factor.</summary>
    private static void PowerOfNobody(Result result)
    {
        var report = result.Report;
        if (report.Electricity.Any(e => e.Supply is ElectricitySupply.Captive or ElectricitySupply.RenewableOnSite && EnergyBalance.Total(e.Amounts) > 0m)
            || report.ExportedPower.FirstOrDefault(e => e.Factor is null && e.Generation.Count == 0 && EnergyBalance.Total(e.Amounts) > 0m) is not { } sold)
        {
            return;
        }

        result.Tell("power-sold-not-made", result.Sources.Find(s => ReferenceEquals(s.Stream, sold))?.Place ?? report.Place, $"\"{sold.Id}\" is power sold, deducted by the average of the grid, and the report has no power that the plant made. State it under \"electricity\" as captive, or as \"generation\" of the power sold.", sold.WhyUnusual ?? report.WhyUnusual, needsReason: result.Baseline is not null);
    }

    /// <summary>Carbon that leaves under a product's name leaves with that product: no more than was made, with a tolerance between two books.</summary>
    private static void Made(Result result)
    {
        static string Name(string text) => string.Join(" ", CarbonNames.What(text)).ToUpperInvariant();
        if (result.Rules.Of(PlausibilityRules.SecondMeter)?.UnusualAbove is not { } near)
        {
            return;
        }

        foreach (var left in result.Report.MassBalances.SelectMany(b => b.Outputs.Select(o => (Balance: b, o.Material, Name: Name(o.Material), Amount: EnergyBalance.Total(o.Amounts)))).GroupBy(o => o.Name, StringComparer.Ordinal))
        {
            var made = result.Products.Where(p => p.Unit == Ccts.Sdk.Quantities.OutputBasis.Tonne.Symbol && Name(((ProductStream)p.Stream).Product) == left.Key).Sum(p => p.Amount);
            if (made > 0m && left.Sum(o => o.Amount) is var amount && amount > made * near)
            {
                result.Tell("more-carbon-out", result.Report.Place, $"{Slip.Shown(amount)} t of {left.First().Material} leave by mass balances, and {Slip.Shown(made)} t were made. What was in stock before took its carbon from another year.", left.First().Balance.WhyUnusual ?? result.Report.WhyUnusual, needsReason: true, Slip.Shown(amount));
            }
        }
    }

    /// <summary>Removes a balance together with all that share a stream with it, directly or through others.</summary>
    private static (List<MassBalanceStream> Balances, List<string> Names) Together(List<MassBalanceStream> open)
    {
        var (balances, names) = (new List<MassBalanceStream>(), NamesOf(open[0]));
        while (open.Find(b => NamesOf(b).Exists(names.Contains)) is { } next)
        {
            open.Remove(next);
            balances.Add(next);
            names.AddRange(NamesOf(next).Where(n => !names.Contains(n)));
        }

        return (balances, names);
    }

    private static List<string> NamesOf(MassBalanceStream balance) => [.. balance.InputsElsewhere!.Split(',').Select(n => n.Trim())];

    private static void Captured(Result result, decimal given)
    {
        var captured = result.Report.CapturedCo2.Sum(c => Adjustments.Tonnes(c, result.Law.Emissions, result.Beside));
        if (Judge(captured, given, result.Rules.Of(PlausibilityRules.CapturedCo2)) is not Likelihood.Usual and var likelihood)
        {
            var stream = result.Sources.First(s => s.Stream is CapturedCo2Stream);
            result.Tell("captured-above-given-off", stream.Place, $"{Slip.Shown(captured)} t CO2 are captured, and fuels, materials and carbon give off {Slip.Shown(given)} t in the plant. CO2 that was bought, or is of power bought, is not captured here; or the unit is wrong.", stream.Stream.WhyUnusual ?? result.Report.WhyUnusual, likelihood == Likelihood.Slip);
        }
    }

    private static void Energy(Result result, decimal burnt)
    {
        var (report, law) = (result.Report, result.Law.Emissions);
        var range = result.Rules.Of(PlausibilityRules.DeductedEnergy);
        var deducted = report.ExportedPower.Sum(e => Adjustments.Tonnes(e, law, result.Beside)) + report.ExportedHeat.Sum(h => Adjustments.Tonnes(h, law, result.Beside));
        var apportioned = report.ExportedHeat.Max(h => h.Apportioned?.Emissions.Tonnes) ?? 0m;
        if (Judge(deducted, burnt, range) is not Likelihood.Usual and var likelihood)
        {
            Tell(result, $"{Slip.Shown(deducted)} t CO2 are deducted with power and heat sold", burnt, likelihood);
        }
        else if (Judge(apportioned, burnt, range) == Likelihood.Slip)
        {
            Tell(result, $"{Slip.Shown(apportioned)} t CO2 are apportioned to heat and power", burnt, Likelihood.Slip);
        }
    }

    private static void Tell(Result result, string what, decimal burnt, Likelihood likelihood)
    {
        var stream = result.Sources.First(s => s.Stream is ExportedPowerStream or ExportedHeatStream);
        result.Tell("deducted-above-burnt", stream.Place, $"{what}, and what the plant burnt, with heat and power bought, gave off {Slip.Shown(burnt)} t. Power that gave off nothing has nothing to deduct; or a factor or an amount is wrong, or a fuel is missing.", stream.Stream.WhyUnusual ?? result.Report.WhyUnusual, likelihood == Likelihood.Slip);
    }
}
