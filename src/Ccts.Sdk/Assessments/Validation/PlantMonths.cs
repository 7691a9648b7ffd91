using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments.Calculations;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>What a plant burns, makes, gives off and uses, month by month; null of what is not given so.</summary>
internal static class PlantMonths
{
    internal const int Count = 12;

    internal static string Name(ComplianceYear year, int month)
    {
        var day = year.FirstDay.PlusMonths(month);
        return ReportingPeriod.Month(day.Year, day.Month).ToString();
    }

    /// <summary>For each thing the plant does, what a month's other months would have led one to expect; the least of them is believed.</summary>
    internal static decimal[] Expected(decimal[] amounts, IReadOnlyList<decimal[]> activities)
    {
        var expected = new decimal[Count];
        for (var month = 0; month < Count; month++)
        {
            expected[month] = activities.Min(a => a[month] * Middle(amounts.Select((e, m) => a[m] > 0m ? e / a[m] : 0m)));
        }

        return expected;
    }

    /// <summary>The activities given by month, as shares of their total. A millionth counts as zero, so that nothing is divided by almost zero.</summary>
    internal static List<decimal[]> Of(params decimal[]?[] activities) =>
        [.. activities.OfType<decimal[]>().Where(a => a.Sum() > 0m).Select(a => a.Sum() is var all ? Array.ConvertAll(a, m => m / all is >= 0.000001m and var share ? share : 0m) : a)];

    /// <summary>Energy of the fuels and of heat bought in, by month. Amounts not given by month are spread over the year.</summary>
    internal static decimal[]? Energy(Result result)
    {
        var energy = new decimal[Count];
        var hasMonths = false;
        void Add(decimal total, decimal[]? shares)
        {
            hasMonths |= shares is not null;
            for (var month = 0; month < Count; month++)
            {
                energy[month] += total * (shares is null ? 1m / Count : shares[month]);
            }
        }

        foreach (var fuel in result.Report.Fuels)
        {
            Add(BurntEnergy.Of(fuel, result.Law.Emissions, result.Beside), Shares(fuel, result.Report.Year));
        }

        foreach (var heat in result.Report.ImportedHeat.Where(h => h.Amounts.TryTotal(out _)))
        {
            Add(heat.Amounts.CanonicalTotal, Shares(heat.Amounts, result.Report.Year));
        }

        return hasMonths ? energy : null;
    }

    /// <summary>Energy of one fuel by month.</summary>
    internal static decimal[]? Energy(Result result, FuelStream fuel) => Times(Shares(fuel, result.Report.Year), BurntEnergy.Of(fuel, result.Law.Emissions, result.Beside));

    /// <summary>Products by month, as they count.</summary>
    internal static decimal[]? Products(Result result)
    {
        var year = result.Report.Year;
        return Sum(result.Report.Products.Select(p => p.Amounts switch
        {
            ProductInTonnes tonnes => Times(Shares(tonnes.Amounts, year), p),
            ProductInMegawattHours electricity => Times(Shares(electricity.Amounts, year), p),
            ProductInRefineryThroughput throughput => Times(Shares(throughput.Amounts, year), p),
            ProductInUnit other => Times(Shares(other.Amounts, year), p),
            _ => null,
        }));
    }

    /// <summary>CO2 of process materials by month.</summary>
    internal static decimal[]? Process(Result result) =>
        Sum(result.Report.ProcessMaterials.Select(m => Times(Shares(m.Amounts, result.Report.Year), ProcessEmissions.Tonnes(m, result.Law.Emissions, result.Beside))));

    /// <summary>Captive power by month.</summary>
    internal static decimal[]? Captive(Result result) => Power(result, e => e.Supply == ElectricitySupply.Captive);

    /// <summary>Electricity by month, of the given supplies.</summary>
    internal static decimal[]? Power(Result result, Func<ElectricityStream, bool> which) =>
        Sum(result.Report.Electricity.Where(which).Select(e => Times(Shares(e.Amounts, result.Report.Year), e.Amounts.TryTotal(out var all) ? all : 0m)));

    /// <summary>Several together; null where there is none, or one is not given by months.</summary>
    private static decimal[]? Sum(IEnumerable<decimal[]?> streams)
    {
        var all = streams.ToList();
        return all.Count == 0 || all.Exists(a => a is null) ? null : [.. Enumerable.Range(0, Count).Select(m => all.Sum(a => a![m]))];
    }

    private static decimal[]? Times(decimal[]? shares, ProductStream product) => Times(shares, product.Amounts.CanonicalTotal * product.Equivalence);

    private static decimal[]? Times(decimal[]? shares, decimal total) => shares is null ? null : Array.ConvertAll(shares, s => s * total);

    private static decimal[]? Shares(FuelStream fuel, ComplianceYear year) => fuel.Measured switch
    {
        WeighedFuel weighed => Shares(weighed.Amounts, year),
        MeteredLiquid liquid => Shares(liquid.Amounts, year),
        MeteredGas gas => Shares(gas.Amounts, year),
        BilledEnergy billed => Shares(billed.Amounts, year),
        _ => null,
    };

    /// <summary>Which part of a stream falls into each month; null where it is not given month by month, or is nothing.</summary>
    private static decimal[]? Shares<T>(Amounts<T> amounts, ComplianceYear year)
        where T : struct, IQuantity
    {
        if (!amounts.TryTotal(out var total) || total <= 0m || amounts.Count < Count)
        {
            return null;
        }

        var shares = new decimal[Count];
        foreach (var (period, amount) in amounts)
        {
            var month = ((period.From.Year - year.FirstDay.Year) * Count) + period.From.Month - year.FirstDay.Month;
            if (month is < 0 or >= Count || period.From.Month != period.To.Month || period.From.Year != period.To.Year)
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
