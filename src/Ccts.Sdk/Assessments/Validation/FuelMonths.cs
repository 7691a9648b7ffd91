using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>
/// Months in which a plant made, burnt lime and generated as ever, and had next to no fuel for it: a month that nobody entered, or one in a unit too small.
/// A kiln that stood still has no process emissions either, a boiler that did no captive power, and fuel entered a month late stands in the next one.
/// </summary>
internal static class FuelMonths
{
    private const int Months = 12;

    internal static void Check(Result result)
    {
        // Hot gas of a grinding unit is burnt when the weather asks for it.
        if (result.Emissions.Combustion.Tonnes < result.Rules.Of(PlausibilityRules.FuelShare)?.UnusualBelow * result.Emissions.Total.Tonnes)
        {
            return;
        }

        if (result.Rules.Of(PlausibilityRules.FuelMonth)?.WithheldBelow is not { } least || !result.Law.Monitoring.Materiality.TryGet(out var material) || Energy(result) is not { } fuel || Activities(result) is not { Count: > 0 } activities)
        {
            return;
        }

        // For each thing the plant does, the energy of a month that its other months would have led one to expect; the least of them is believed.
        var expected = new decimal[Months];
        for (var month = 0; month < Months; month++)
        {
            expected[month] = activities.Min(a => a[month] * Middle(fuel.Select((e, m) => a[m] > 0m ? e / a[m] : 0m)));
        }

        var (wants, all) = (Enumerable.Range(0, Months).Where(m => fuel[m] < least * expected[m]).ToList(), fuel.Sum());
        var wanting = expected.Sum() - all;
        if (wants.Count == 0 || wanting <= 0m || wanting / (all + wanting) * result.Emissions.Combustion.Tonnes < material * result.Emissions.Total.Tonnes)
        {
            return;
        }

        var names = string.Join(", ", wants.Select(m => MonthOf(result.Report.Year, m).ToString()));
        result.Tell("months-without-fuel", result.Report.Place, $"In {names} the plant went on as in its other months, and all its fuels together have {Slip.Shown(wants.Sum(m => fuel[m]))} GJ where those months lead one to expect {Slip.Shown(wants.Sum(m => expected[m]))} GJ. A month was left out, or is in a unit too small.", result.Report.WhyUnusual, needsReason: result.Intensity < result.Baseline);
    }

    private static ReportingPeriod MonthOf(ComplianceYear year, int month)
    {
        var day = year.FirstDay.PlusMonths(month);
        return ReportingPeriod.Month(day.Year, day.Month);
    }

    /// <summary>Energy of the fuels and of heat bought in, by month. What is not given by months is spread over the year.</summary>
    private static decimal[]? Energy(Result result)
    {
        var energy = new decimal[Months];
        var hasMonths = false;
        void Add(decimal total, decimal[]? shares)
        {
            hasMonths |= shares is not null;
            for (var month = 0; month < Months; month++)
            {
                energy[month] += total * (shares is null ? 1m / Months : shares[month]);
            }
        }

        foreach (var fuel in result.Report.Fuels)
        {
            Add(BurntEnergy.Of(fuel, result.Law.Emissions, result.Beside), fuel.Measured switch
            {
                WeighedFuel weighed => Shares(weighed.Amounts, result.Report.Year),
                MeteredLiquid liquid => Shares(liquid.Amounts, result.Report.Year),
                MeteredGas gas => Shares(gas.Amounts, result.Report.Year),
                BilledEnergy billed => Shares(billed.Amounts, result.Report.Year),
                _ => null,
            });
        }

        foreach (var heat in result.Report.ImportedHeat.Where(h => h.Amounts.TryTotal(out _)))
        {
            Add(heat.Amounts.CanonicalTotal, Shares(heat.Amounts, result.Report.Year));
        }

        return hasMonths ? energy : null;
    }

    /// <summary>What the plant does, by month: its products, its process emissions, its captive power; only what is given by months.</summary>
    private static List<decimal[]>? Activities(Result result)
    {
        var year = result.Report.Year;
        var products = result.Report.Products.Select(p => p.Amounts switch
        {
            ProductInTonnes tonnes => Times(Shares(tonnes.Amounts, year), p),
            ProductInMegawattHours electricity => Times(Shares(electricity.Amounts, year), p),
            ProductInRefineryThroughput throughput => Times(Shares(throughput.Amounts, year), p),
            ProductInUnit other => Times(Shares(other.Amounts, year), p),
            _ => null,
        }).ToList();
        if (products.Exists(p => p is null))
        {
            return null;
        }

        var process = result.Report.ProcessMaterials.Select(m => Times(Shares(m.Amounts, year), ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside))).ToList();
        var captive = result.Report.Electricity.Where(e => e.Supply == ElectricitySupply.Captive).Select(e => Times(Shares(e.Amounts, year), e.Amounts.TryTotal(out var all) ? all : 0m)).ToList();
        return [.. new[] { products, process, captive }.Where(g => g.Count > 0 && !g.Exists(a => a is null)).Select(g => Enumerable.Range(0, Months).Select(m => g.Sum(a => a![m])).ToArray()).Select(Shares).OfType<decimal[]>()];
    }

    /// <summary>The parts that months have of the whole; a millionth is none, so that nothing is divided by next to nothing.</summary>
    private static decimal[]? Shares(decimal[] amounts) => amounts.Sum() is > 0m and var all ? Array.ConvertAll(amounts, a => a / all is >= 0.000001m and var share ? share : 0m) : null;

    private static decimal[]? Times(decimal[]? shares, ProductStream product) => Times(shares, product.Amounts.CanonicalTotal * product.Equivalence);

    private static decimal[]? Times(decimal[]? shares, decimal total) => shares is null ? null : Array.ConvertAll(shares, s => s * total);

    /// <summary>Which part of a stream falls into each month; null where it is not given month by month, or is nothing.</summary>
    private static decimal[]? Shares<T>(Amounts<T> amounts, ComplianceYear year)
        where T : struct, IQuantity
    {
        if (!amounts.TryTotal(out var total) || total <= 0m || amounts.Count < Months)
        {
            return null;
        }

        var shares = new decimal[Months];
        foreach (var (period, amount) in amounts)
        {
            var month = ((period.From.Year - year.FirstDay.Year) * Months) + period.From.Month - year.FirstDay.Month;
            if (month is < 0 or >= Months || period.From.Month != period.To.Month || period.From.Year != period.To.Year)
            {
                return null;
            }

            shares[month] += amount.CanonicalValue / total;
        }

        return shares;
    }

    private static decimal Middle(IEnumerable<decimal> values)
    {
        var ordered = values.OrderBy(v => v).ToList();
        return ordered[ordered.Count / 2];
    }
}
