using System;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Checks who reports, for which year, and what was made.</summary>
internal static class EntityCheck
{
    internal static void Check(ReportCheck check)
    {
        var (report, rules, problems) = (check.Report, check.Rules, check.Problems);
        if (report.Year != rules.Year)
        {
            problems.Error("wrong-year", report.Place, $"The report is for {report.Year}, the rules are for {rules.Year}.", $"rules of {report.Year}");
        }

        if (report.Entity.Registration is { IsKnownSector: false } registration)
        {
            problems.Add(new Problem("unknown-sector-code", Severity.Info, $"The sector code of {registration} was not seen in any schedule read so far.", report.Place));
        }

        if (!rules.Sectors.ContainsKey(report.Entity.Sector))
        {
            problems.Add(new Problem("unknown-sector", Severity.Warning, $"\"{ShownText.Short(report.Entity.Sector)}\" is not a sector of {rules.Ruleset.Id}, so the unit of its product cannot be checked.", report.Place) { Hint = Nearest.Hint(report.Entity.Sector, rules.Sectors.Keys) });
        }

        if (report.OwnTarget is { } own)
        {
            Own(report, own, problems);
        }

        if (report.TargetRow is { } key && !rules.TargetsOnRequest.ContainsKey(key))
        {
            problems.Error("unknown-target-row", report.Place, $"\"{ShownText.Short(key)}\" is no draft or superseded row of {rules.Ruleset.Id} that gives a target.", hint: Nearest.Hint(key, rules.TargetsOnRequest.Keys));
        }
    }

    private static void Own(MonitoringReport report, OwnTarget own, ProblemList problems)
    {
        const string expected = "an intensity above zero such as 0.8032 tCO2e/t";
        if (own.Target is null && own.Baseline is null)
        {
            problems.Error("own-target-empty", report.Place, "The report says that it states its own target, and states neither target nor baseline.", expected);
        }

        foreach (var (what, stated) in new[] { ("target", own.Target), ("baseline", own.Baseline) })
        {
            if (stated is { TonnesPerUnit: <= 0m } value)
            {
                problems.Error("own-target-not-above-zero", report.Place, $"The {what} stated is {value}.", expected);
            }
        }

        if (own.Target is { } target && own.Baseline is { } baseline && target.Basis != baseline.Basis)
        {
            problems.Error("own-target-unit", report.Place, $"The target stated is in {((IQuantity)target).CanonicalUnit}, the baseline in {((IQuantity)baseline).CanonicalUnit}.", "the same unit");
        }

        if (report.TargetRow is { } row)
        {
            problems.Error("own-target-twice", report.Place, $"The report states its own target and asks for the row \"{ShownText.Short(row)}\".", "one of the two");
        }
    }

    /// <summary>Something was made, in the sector's unit.</summary>
    internal static void Products(ReportCheck check)
    {
        var (report, problems) = (check.Report, check.Problems);
        var known = check.Rules.Sectors.TryGetValue(report.Entity.Sector, out var sector);
        var produced = 0m;
        var sound = true;
        for (var i = 0; i < report.Products.Count; i++)
        {
            var product = report.Products[i];
            check.TurnTo(product, "products", i);
            var total = Total(check, product.Amounts);
            sound &= total is not null;
            produced += total is { } amount && product.Equivalence is > 0m and <= AmountCheck.LargestFactor ? amount * product.Equivalence : 0m;
            Equivalence(check, product);
            if (known ? Basis(product) != sector!.Basis : Basis(product) != Basis(report.Products[0]))
            {
                check.Error("output-unit", "amounts", $"\"{product.Id}\" is in {Unit(Basis(product))}.", known ? $"{Unit(sector!.Basis)}: the intensity of this sector is per {Unit(sector.Basis)}" : "the unit of the first product", law: sector?.Standing);
            }
        }

        if (!sound || produced >= AmountCheck.LeastProduction)
        {
            return;
        }

        if (produced > 0m)
        {
            problems.Error("production-too-small", report.Place, $"The report has {QuantityText.Format(produced)} {Unit(Basis(report.Products[0]))} of equivalent product in the whole year.", $"at least {QuantityText.Format(AmountCheck.LeastProduction)}: no plant makes less", "Check the units of the products.");
        }
        else
        {
            problems.Error("no-production", report.Place, "The report has no production above zero, so there is no emission intensity.", "at least one product with an amount above zero");
        }
    }

    /// <summary>The unit that the product counts in.</summary>
    private static OutputBasis Basis(ProductStream product) => product.EquivalentIn ?? product.Amounts.Basis;

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
        _ => throw new ArgumentException("A product is in tonnes, MWh or MBBLS/NRGF.", nameof(amounts)),
    };

    private static string Unit(OutputBasis basis) => ((IQuantity)Output.Of(0m, basis)).CanonicalUnit;
}
