using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Extracts;

/// <summary>What a plant communicates to importers in the European Union, in the fields of the Commission's template v2.1.1, which is of the transitional period.</summary>
/// <remarks>
/// Pure and thread-safe. For imports from 1 January 2026 Implementing Regulation (EU) 2025/2547 governs; its template was not seen. Emissions are those of the scheme's boundary and gases: CBAM's own
/// rules of boundary and gases govern. Bought precursors are added where the plant states how much it bought and with what emissions.
/// </remarks>
public static class CbamExtract
{
    private const int MostGoods = 10;
    private const string Unknown = "the plant states it";

    /// <summary>Fills the fields for each of the plant's goods.</summary>
    /// <param name="report">The report.</param>
    /// <param name="assessment">Its assessment, with steps.</param>
    /// <param name="goods">The goods, at least one and at most ten, in the order in which they are numbered.</param>
    /// <param name="price">The price at which a certificate was bought, for the carbon price effectively due; null where none was.</param>
    /// <param name="stated">Fields by number that no report knows, e.g. <c>G1.clinker-factor</c>.</param>
    /// <exception cref="ArgumentException">There is no good or more than ten, a good is listed twice, a code is not a CBAM good, or a product is not in the report or is not named where the report has several.</exception>
    /// <exception cref="Ccts.Sdk.Problems.CctsDataException">The certificates are withheld, a stated value contradicts a computed one or belongs to no field.</exception>
    public static FormDocument Make(MonitoringReport report, Assessment assessment, IReadOnlyList<CbamGood> goods, Inr? price, IReadOnlyDictionary<string, string> stated)
    {
        if (Require.All(goods).Count is 0 or > MostGoods)
        {
            throw new ArgumentException($"The template has room for one to {MostGoods} goods.", nameof(goods));
        }

        if (goods.GroupBy(g => (g.CnCode.Replace(" ", ""), g.Product)).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The good {ShownText.Short(twice.Key.Item1)} occurs twice.", nameof(goods));
        }

        var scopes = ReportedScopes.Of(Require.NotNull(report), Require.NotNull(assessment));
        var form = new FormBuilder(Require.NotNull(stated)).Part("Installation")
            .Computed("installation", "Name", assessment.Entity.Name)
            .Stated("address", "Street, number; UNLOCODE; latitude, longitude of the main source", remark: Unknown)
            .Computed("activity", "Economic activity", assessment.Entity.Sector)
            .Computed("country", "Country", "India")
            .Computed("from", "Reporting period start", NodaTime.Text.LocalDatePattern.Iso.Format(assessment.Year.FirstDay))
            .Computed("to", "Reporting period end", NodaTime.Text.LocalDatePattern.Iso.Format(assessment.Year.LastDay))
            .Part("Emissions of the installation")
            .Computed("direct.without-pfcs", "Direct emissions by calculation, without PFCs", scopes.Direct - scopes.Pfcs, "tCO2e")
            .Computed("direct.pfcs", "PFC emissions", scopes.Pfcs, "tCO2e")
            .Computed("direct", "Total direct emissions", scopes.Direct, "tCO2e", "the scheme's boundary, CO2 and PFCs")
            .Computed("indirect", "Total indirect emissions", scopes.IndirectAsAssessed, "tCO2e", "by the scheme's grid factor of the baseline year; the template asks for the source of the factor")
            .Computed("total", "Total", scopes.Direct + scopes.IndirectAsAssessed, "tCO2e");
        for (var i = 0; i < goods.Count; i++)
        {
            Good(form, $"G{(i + 1).ToString(CultureInfo.InvariantCulture)}.", goods[i], goods.Count(g => ProductOf(report, g) == ProductOf(report, goods[i])) > 1, report, assessment, scopes, price);
        }

        form.Part("Quality").Stated("data-quality", "Quality of data").Stated("quality-assurance", "Quality assurance (third-party verification, internal audits, four eyes principle, none)").Stated("defaults", "Justification of default values")
            .Computed("template", "Template", "v2.1.1, transitional period; IR (EU) 2025/2547 governs imports from 1 January 2026, and its template was not seen");
        var made = ComplianceForms.Make("cbam", "CBAM communication", "Commission template v2.1.1", FormBasis.Of(assessment), form);
        return made with { Notices = [.. made.Notices, .. Shares(made), .. Blends(made), .. Misnamed(report, assessment, goods), .. Uncounted(scopes), .. scopes.Exported == 0m ? [] : new[] { new FormNotice($"{scopes.Exported.ToString("0.##", CultureInfo.InvariantCulture)} t of power and heat that were sold are within these emissions; the scheme deducts them, and its own intensity is lower.") }] };
    }

    // The Union counts N2O for some goods; for which was not read.
    private static IEnumerable<FormNotice> Uncounted(ReportedScopes scopes) => scopes.Gases.Where(g => g.Memo > 0m)
        .Select(g => new FormNotice($"{g.Memo.ToString("0.##", CultureInfo.InvariantCulture)} t CO2e of {g.Gas} are a memo item of the report and not in these emissions: the scheme does not count the gas, and the Union may for the good."));

    // Goods of one product share its production.
    private static IEnumerable<FormNotice> Shares(FormDocument form)
    {
        string? Of(string number, string key) => form.Fields.FirstOrDefault(f => f.Number == number + key)?.Value;
        var goods = form.Fields.Where(f => f.Number.EndsWith(".product-production", StringComparison.Ordinal)).Select(f => f.Number.Substring(0, f.Number.IndexOf('.') + 1));
        foreach (var shared in goods.GroupBy(g => Of(g, "stream"), StringComparer.Ordinal))
        {
            var made = Number(Of(shared.First(), "product-production"));
            foreach (var more in shared.Where(g => Number(Of(g, "production")) > made))
            {
                yield return new($"{more}production is {Of(more, "production")} t, and {Of(more, "product-production")} t were made of it.", IsGap: true);
            }

            var stated = shared.Select(g => Number(Of(g, "production"))).ToList();
            if (stated.Aggregate((decimal?)0m, (sum, t) => sum + t) is { } together && together.ToString(CultureInfo.InvariantCulture) is var text && !FormBuilder.IsSame(text, Of(shared.First(), "product-production") ?? ""))
            {
                yield return new($"The goods of {shared.Key} come to {text} t, and {Of(shared.First(), "product-production")} t were made of it.", IsGap: true);
            }
        }
    }

    // Emissions per tonne of cement differ from those per tonne of clinker, so a good must match the category that its product's name says.
    private static IEnumerable<FormNotice> Misnamed(MonitoringReport report, Assessment assessment, IReadOnlyList<CbamGood> goods)
    {
        foreach (var (good, i) in goods.Select((g, i) => (g, i + 1)))
        {
            var (product, category) = (ProductOf(report, good).Product, CbamGoods.CategoryOf(good.CnCode));
            if (CbamGoods.Named(assessment.Entity.Sector, product) is { } named && named != category)
            {
                yield return new($"G{i.ToString(CultureInfo.InvariantCulture)}: {good.CnCode.Trim()} is {category}, and the report's \"{product}\" is {named}: the emissions here are those of a tonne of {named.ToLowerInvariant()}.", IsGap: true);
            }
        }
    }

    // A tonne of cement holds at most a tonne of clinker, and no more bought clinker than clinker.
    private static IEnumerable<FormNotice> Blends(FormDocument form)
    {
        foreach (var good in form.Fields.Where(f => f.Number.EndsWith(".category", StringComparison.Ordinal) && f.Value == CbamPrecursors.Blended).Select(f => f.Number.Substring(0, f.Number.IndexOf('.') + 1)))
        {
            decimal? Of(string key) => Number(form.Fields.FirstOrDefault(f => f.Number == good + key)?.Value);
            var used = form.Fields.Where(f => f.Number.StartsWith(good + "precursor.", StringComparison.Ordinal) && f.Number.EndsWith(".used", StringComparison.Ordinal)).Sum(f => Number(f.Value) ?? 0m);
            if (used > 1m)
            {
                yield return new($"{good.TrimEnd('.')}: {used.ToString(CultureInfo.InvariantCulture)} t were bought for a tonne of cement.", IsGap: true);
            }
            else if (Of("precursor.cement-clinker.used") > Of("clinker-factor"))
            {
                yield return new($"{good.TrimEnd('.')}: more clinker was bought for a tonne than the clinker factor has in it.", IsGap: true);
            }
        }
    }

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static void Good(FormBuilder form, string number, CbamGood good, bool isShared, MonitoringReport report, Assessment assessment, ReportedScopes scopes, Inr? price)
    {
        var category = CbamGoods.CategoryOf(good.CnCode) ?? throw new ArgumentException($"\"{ShownText.Short(good.CnCode)}\" is the code of no good of the template.", nameof(good));
        if (!CbamGoods.CanMake(assessment.Entity.Sector, category))
        {
            throw new ArgumentException($"{good.CnCode.Trim()} is {category}, which a plant of the sector {assessment.Entity.Sector} does not make.", nameof(good));
        }

        var product = ProductOf(report, good);

        // The plant's emissions per unit of the product: its equivalence divided by the equivalent product of all products.
        decimal? PerUnit(decimal? whole) => assessment.Output.Value > 0m ? whole * product.Equivalence / assessment.Output.Value : null;
        var (unit, several) = (UnitOf(product, assessment), report.Products.Count > 1 ? "several products: shared by equivalent product, which is a reading" : null);
        form.Part($"Good {number.TrimEnd('.')}: {product.Product}, {good.CnCode.Trim()}")
            .Computed(number + "stream", "Product in the report", product.Id)
            .Computed(number + "category", "Aggregated goods category", category)
            .Computed(number + "cn", "CN code", good.CnCode.Trim())
            .Stated(number + "name", "Product name, as on the invoice", remark: Unknown)
            .Stated(number + "route", "Production route", remark: Unknown);
        var produced = product.Amounts is ProductInTonnes tonnes ? tonnes.Amounts.Sum(a => (decimal?)a.Amount.Tonnes) : null;
        (isShared ? form.Stated(number + "production", "Production", "t", $"the report has {produced?.ToString("0.############", CultureInfo.InvariantCulture)} t of {product.Id} for several goods; the plant states what is of each").Computed(number + "product-production", "Production of the product, for all its goods", produced, "t") : form.Computed(number + "production", "Production", produced, "t"))
            .Computed(number + "see-direct", "Specific embedded emissions, direct", PerUnit(scopes.Direct), unit, several)
            .Computed(number + "see-indirect", "Specific embedded emissions, indirect", PerUnit(scopes.IndirectAsAssessed), unit, several)
            .Computed(number + "see-total", "Specific embedded emissions, total", PerUnit(scopes.Direct + scopes.IndirectAsAssessed), unit, several)
            .Computed(number + "electricity", "Embedded electricity", PerUnit(scopes.PurchasedMegawattHours), "MWh/t", "purchased")
            .Computed(number + "electricity-ef", "Factor of the electricity", scopes.PurchasedMegawattHours > 0m ? scopes.IndirectAsAssessed / scopes.PurchasedMegawattHours : null, "tCO2/MWh")
            .Stated(number + "electricity-source", "Source of that factor (D.4(a), D.4(b), D.4.1 …)", remark: Unknown);
        foreach (var (key, label, _) in CbamParameters.Of(category))
        {
            form.Share(number + key, label, label is ['%', ..] ? 100m : key == "clinker-factor" ? 1m : null, Unknown);
        }

        var embedded = CbamPrecursors.Add(form, number, category, unit, (PerUnit(scopes.Direct), PerUnit(scopes.IndirectAsAssessed)));
        Price(form, number, assessment, scopes, PerUnit, unit.Substring("tCO2e/".Length), price, embedded);
    }

    // The scheme prices only the emissions above the target, so the covered share is computed.
    private static void Price(FormBuilder form, string number, Assessment assessment, ReportedScopes scopes, Func<decimal?, decimal?> perUnit, string per, Inr? price, decimal? with)
    {
        var certificates = assessment.Certificates;
        long? owed = certificates.Kind switch { CertificateKind.Surrender => certificates.Quantity, CertificateKind.Issue or CertificateKind.Nil => 0, _ => assessment.HasNoObligation() ? 0 : null };
        // The scheme does not price emissions embedded in precursors, so precursors lower the share.
        var embedded = with ?? perUnit(scopes.Direct + scopes.IndirectAsAssessed);
        var due = owed is 0 ? 0m : price is { } paid ? perUnit(owed * paid.Rupees) : null;
        var why = certificates.Kind == CertificateKind.Withheld ? "withheld: a figure of the report looks like a slip" : owed is null ? "no target at hand, and none is no zero" : assessment.HasNoObligation() ? "nothing is owed: the schedule prints no target for the year" : owed == 0 ? "nothing is owed" : null;
        form.Computed(number + "price-type", "Carbon price: type of instrument", "National ETS", null, "a reading: the scheme is an intensity scheme; no recognition of it by the Union was found")
            .Computed(number + "price-covered", "Emissions covered", Rounded(perUnit(owed), 9), "tCO2e/" + per, why ?? "certificates to be surrendered, per unit of the good: the gap to the target")
            .Computed(number + "price-share", "Share of embedded emissions covered", owed is { } q && embedded > 0m ? Rounded(perUnit(q) / embedded, 9) : null, null, why ?? (with is null ? "of the emissions without precursors, which are not known" : null))
            .Computed(number + "price-currency", "Currency", "INR")
            .Computed(number + "price-due", "Carbon price due", Rounded(due, 6), "INR/" + per, why ?? (price is null ? "no price of a certificate is stated" : $"certificates owed at {price}, per unit of the good"))
            .Computed(number + "rebate", "Type of rebate", "None")
            .Computed(number + "price-effective", "Effective carbon price due", Rounded(due, 6), "INR/" + per, why);
    }

    private static ProductStream ProductOf(MonitoringReport report, CbamGood good)
    {
        if (good.Product is not { } name)
        {
            return report.Products.Count == 1 ? report.Products[0] : throw new ArgumentException($"The report has {report.Products.Count} products; say which one {good.CnCode} is.", nameof(good));
        }

        return report.Products.FirstOrDefault(p => p.Id == name) ?? report.Products.FirstOrDefault(p => string.Equals(p.Product, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"The report has no product \"{ShownText.Short(name)}\".", nameof(good));
    }

    private static string UnitOf(ProductStream product, Assessment assessment) => product.Amounts is ProductInTonnes ? "tCO2e/t" : product.EquivalentIn is null ? ComplianceForms.UnitOf(assessment) : "tCO2e/MWh";

    private static decimal? Rounded(decimal? value, int decimals) => value is { } v ? Math.Round(v, decimals, MidpointRounding.AwayFromZero) : null;
}
