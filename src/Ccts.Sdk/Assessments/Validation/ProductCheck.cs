using System;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks what was made.</summary>
internal static class ProductCheck
{
    /// <summary>Something was made, in the sector's unit.</summary>
    internal static void Check(ReportCheck check)
    {
        var (report, problems) = (check.Report, check.Problems);
        check.Rules.Sectors.TryGetValue(report.Entity.Sector, out var sector);
        var produced = 0m;
        var sound = true;
        for (var i = 0; i < report.Products.Count; i++)
        {
            var product = report.Products[i];
            check.TurnTo(product, "products", i);
            var total = Total(check, product.Amounts);
            sound &= total is not null;
            produced += total is { } amount && product.Equivalence is > 0m and <= AmountCheck.LargestFactor ? amount * product.Equivalence * check.Rules.CountedIn(product.CountedIn).Each : 0m;
            Equivalence(check, product);
            Unit(check, product, sector);
        }

        if (!sound || produced >= AmountCheck.LeastProduction)
        {
            return;
        }

        if (produced > 0m)
        {
            problems.Error("production-too-small", report.Place, $"The report has {QuantityText.Format(produced)} {check.Rules.CountedIn(report.Products[0].CountedIn).Basis} of equivalent product in the whole year.", $"at least {QuantityText.Format(AmountCheck.LeastProduction)}: no plant makes less", "Check the units of the products.");
        }
        else
        {
            problems.Error("no-production", report.Place, "The report has no production above zero, so there is no emission intensity.", "at least one product with an amount above zero");
        }
    }

    /// <summary>Checks that the unit is one of the law, and that of the sector, or else of the first product.</summary>
    private static void Unit(ReportCheck check, ProductStream product, Sector? sector)
    {
        var unit = product.CountedIn;
        var basis = check.Rules.CountedIn(unit).Basis;
        if (sector is null && !check.Rules.Has(unit))
        {
            check.Error("unknown-output-unit", "amounts", $"\"{product.Id}\" is in {unit}, which is no unit of {check.Rules.Ruleset.Id}.", string.Join(", ", Output.UnitSymbols.Concat(check.Rules.Units.Keys.Select(u => u.Symbol))), "A ruleset or an overlay lists further units in units.csv; an \"equivalence\" such as \"0.35 t/MWh\" leads from one to another.");
        }
        else if (sector is null ? basis != check.Rules.CountedIn(check.Report.Products[0].CountedIn).Basis : basis != sector.Basis)
        {
            check.Error("output-unit", "amounts", $"\"{product.Id}\" is in {unit}.", sector is null ? "the unit of the first product" : $"{sector.Basis}: the intensity of this sector is per {sector.Basis}", law: sector?.Standing);
        }
    }

    private static void Equivalence(ReportCheck check, ProductStream product)
    {
        if (product.Equivalence is <= 0m or > AmountCheck.LargestFactor)
        {
            check.Error("fraction-out-of-range", "equivalence", $"\"{product.Id}\" has an equivalence out of range.", "above 0");
        }
        else if ((product.Equivalence != 1m || product.EquivalentIn is not null) && string.IsNullOrWhiteSpace(product.EquivalenceSource))
        {
            check.Warn("factor-without-source", "equivalenceSource", $"\"{product.Id}\" is not counted one to one and does not say where its equivalence comes from.", "the guideline or norm");
        }

        if (check.Plausible is { } plausible)
        {
            ProcessPlausibility.Check(check, product, plausible);
        }

        UnusedInputs.Source(check, product.Equivalence != 1m || product.EquivalentIn is not null, product.EquivalenceSource, "equivalenceSource");
    }

    private static decimal? Total(ReportCheck check, OutputAmounts amounts) => amounts switch
    {
        ProductInTonnes tonnes => AmountCheck.Total(check, "amounts", tonnes.Amounts),
        ProductInMegawattHours electricity => AmountCheck.Total(check, "amounts", electricity.Amounts),
        ProductInRefineryThroughput throughput => AmountCheck.Total(check, "amounts", throughput.Amounts),
        ProductInUnit other => AmountCheck.Total(check, "amounts", other.Amounts),
        _ => throw new ArgumentException("A product is in a unit of output.", nameof(amounts)),
    };
}
