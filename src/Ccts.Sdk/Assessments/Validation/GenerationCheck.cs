using System;
using System.Linq;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks the plant's own units, and that generation equals use plus sale (DPCM s.5(16)(ii)).</summary>
internal static class GenerationCheck
{
    private const decimal LeastHeatRate = 3.6m;
    private const decimal MostHeatRate = 72m;

    internal static void Check(ReportCheck check, ExportedPowerStream stream, decimal? sold)
    {
        if (stream.Generation.Count == 0)
        {
            return;
        }

        var law = check.Rules.Emissions.ExportFallbackFactor.Standing;
        if (stream.Factor is not null)
        {
            check.Error("factor-twice", "factor", $"\"{stream.Id}\" has a factor and a balance of generation, which gives another.", "one of the two", law: law);
        }
        else if (string.IsNullOrWhiteSpace(stream.FactorSource))
        {
            check.Error("factor-without-source", "factorSource", $"\"{stream.Id}\" does not say where its heat rates come from.", "the test or the year's records of the units", law: law);
        }

        var net = 0m;
        for (var i = 0; i < stream.Generation.Count; i++)
        {
            check.TurnToPart("generation", i);
            var unit = stream.Generation[i];
            if (unit.Net.MegawattHours is < 0m or > AmountCheck.Largest)
            {
                check.Error("negative-amount", "net", $"\"{ShownText.Short(unit.Unit)}\" has generated {unit.Net}.", "zero or more, at most 10^12 MWh: net, after its own consumption");
            }
            else
            {
                net += unit.Net.MegawattHours;
            }

            if (unit.GigajoulesPerMegawattHour is null != unit.Factor is null)
            {
                check.Error("incomplete-unit", "heatRate", $"\"{ShownText.Short(unit.Unit)}\" has one of a heat rate and the factor of its fuel.", "both, or neither for a unit that burns nothing");
            }

            if (unit.GigajoulesPerMegawattHour is { } rate)
            {
                HeatRate(check, unit.Unit, rate);
            }

            if (unit.Factor is { } factor)
            {
                FactorCheck.InRange(check, "factor", factor.TonnesPerTerajoule);
                if (check.Plausible is { } plausible)
                {
                    EnergyPlausibility.Heat(check, factor.TonnesPerTerajoule, plausible);
                }
            }
        }

        check.TurnBack();
        if (sold is { } exported)
        {
            Balance(check, stream, net, exported);
        }
    }

    /// <summary>Physics, not law: power has 3.6 GJ/MWh, and no unit that runs needs twenty times as much.</summary>
    private static void HeatRate(ReportCheck check, string unit, decimal rate)
    {
        if (rate is < LeastHeatRate or > MostHeatRate)
        {
            check.Error("implausible-factor", "heatRate", $"\"{ShownText.Short(unit)}\" has a heat rate of {QuantityText.Format(rate)} GJ/MWh.", $"{QuantityText.Format(LeastHeatRate)} to {QuantityText.Format(MostHeatRate)} GJ/MWh", "Check the unit: kcal/kWh, kJ/kWh, MJ/kWh or GJ/MWh.");
        }
    }

    private static void Balance(ReportCheck check, ExportedPowerStream stream, decimal net, decimal sold)
    {
        var law = check.Rules.Emissions.ExportFallbackFactor.Standing;
        if (net == 0m || sold > net)
        {
            check.Error("sold-above-made", "generation", $"\"{stream.Id}\" sells {QuantityText.Format(sold)} MWh of {QuantityText.Format(net)} MWh net generation.", "at most what was generated", "Power that was bought and sold on does not belong here.", law);
            return;
        }

        var own = check.Report.Electricity.Where(e => e.Supply is ElectricitySupply.Captive or ElectricitySupply.RenewableOnSite).ToList();
        if (own.Count == 0 || own.Exists(e => e.Amounts.HasNegative) || check.Report.ExportedPower.Any(e => e.Amounts.HasNegative) || !own.TrueForAll(e => e.Amounts.TryTotal(out _)) || !check.Report.ExportedPower.All(e => e.Amounts.TryTotal(out _)) || !check.Rules.Monitoring.StockTolerance.TryGet(out var tolerance))
        {
            return;
        }

        var used = own.Sum(e => Math.Min(AmountCheck.Largest, e.Amounts.CanonicalTotal));
        var all = check.Report.ExportedPower.Sum(e => Math.Min(AmountCheck.Largest, e.Amounts.CanonicalTotal));
        if (Math.Abs(net - used - all) > tolerance * net)
        {
            check.Error("generation-balance", "generation", $"\"{stream.Id}\" states {QuantityText.Format(net)} MWh net generation; {QuantityText.Format(used)} MWh were used and {QuantityText.Format(all)} MWh sold.", "net generation = own use (captive and renewable on site) + power sold", "Look for a unit that was left out, or gross generation.", law);
        }
    }
}
