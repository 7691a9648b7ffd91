using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Tests;

/// <summary>Several goods of a plant share its emissions by equivalent product, and every field has its cell in the Commission's template.</summary>
public sealed class CbamGoodsTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly ProductStream Opc = Samples.Kotputli.Products[0] with { Id = "opc", Product = "OPC", Equivalence = 0.4m, EquivalenceSource = "made up" };
    private static readonly MonitoringReport TwoProducts = Samples.Kotputli with { Products = [Opc, Opc with { Id = "clinker", Product = "clinker sold", Equivalence = 0.5m }] };

    [Fact]
    public void Goods_together_have_the_plants_emissions_and_no_more()
    {
        var form = Make(TwoProducts, new CbamGood("2523 29 00", "opc"), new CbamGood("2523 10 00", "clinker sold"));
        Assert.Equal(Figure(form, "G1.see-total") * 1.25m, Figure(form, "G2.see-total"), 18);
        foreach (var (good, total) in new[] { ("see-direct", "direct"), ("see-indirect", "indirect"), ("see-total", "total") })
        {
            Assert.Equal(Figure(form, total), (Figure(form, "G1." + good) * Figure(form, "G1.production")) + (Figure(form, "G2." + good) * Figure(form, "G2.production")), 6);
        }

        Assert.Equal(("Cement", "Cement clinker"), (Value(form, "G1.category"), Value(form, "G2.category")));
        Assert.Contains(form.Fields, f => f.Number == "G1.clinker-factor");
        Assert.DoesNotContain(form.Fields, f => f.Number == "G2.clinker-factor");
    }

    [Fact]
    public void The_price_of_all_goods_together_is_the_price_of_what_is_owed()
    {
        var assessment = Samples.Assess(TwoProducts);
        var form = Make(TwoProducts, new CbamGood("2523 29 00", "opc"), new CbamGood("2523 10 00", "clinker"));
        var paid = (Figure(form, "G1.price-due") * Figure(form, "G1.production")) + (Figure(form, "G2.price-due") * Figure(form, "G2.production"));
        Assert.InRange(paid / (assessment.Certificates.Quantity!.Value * 600m), 0.9999m, 1.0001m);
    }

    /// <summary>Two codes of one product are not twice its production: what is of each the plant states, and together it is what was made.</summary>
    [Fact]
    public void Two_codes_of_one_product_share_its_production()
    {
        CbamGood[] two = [new("2523 29 00"), new("2523 90 00")];
        FormDocument Of(string one, string other) => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, two, null, new Dictionary<string, string> { ["G1.production"] = one, ["G2.production"] = other });
        var form = CbamExtract.Make(Samples.Kotputli, Samples.Assessed, two, null, new Dictionary<string, string>());
        Assert.Equal((null, null, "3666138"), (Value(form, "G1.production"), Value(form, "G2.production"), Value(form, "G1.product-production")));
        Assert.Empty(form.Notices);
        Assert.Empty(Of("3666000", "138.0").Notices);
        Assert.True(Assert.Single(Of("3666138", "3666138").Notices).IsGap);
    }

    /// <summary>A cement plant makes no pig iron, and a sector that the scheme does not name is not known to make nothing.</summary>
    [Theory]
    [InlineData("7201 10 11")]
    [InlineData("2814 10 00")]
    public void A_good_that_the_sector_does_not_make_is_refused(string code)
    {
        Assert.Throws<ArgumentException>(() => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood(code)], null, new Dictionary<string, string>()));
        var other = Samples.Assessed with { Entity = Samples.Assessed.Entity with { Sector = "A sector of its own" } };
        Assert.NotNull(CbamExtract.Make(Samples.Kotputli, other, [new CbamGood(code)], null, new Dictionary<string, string>()));
        Assert.Empty(CbamGoods.All.Where(c => !CbamGoods.CanMake("Cement", c) && !new[] { "Aluminium", "Iron & Steel", "Fertiliser" }.Any(s => CbamGoods.CanMake(s, c))).Except(["Electricity (export to EU)"]));
    }

    /// <summary>A code of clinker beside the report's cement has cement's emissions, and says so.</summary>
    [Theory]
    [InlineData("Cement", "cement", "2523 10 00", true)]
    [InlineData("Cement", "cement", "2523 29 00", false)]
    [InlineData("Cement", "clinker", "2523 10 00", false)]
    [InlineData("Cement", "clinker", "2523 29 00", true)]
    [InlineData("Cement", "OPC", "2523 29 00", false)]
    [InlineData("Cement", "Portland clinker", "2523 29 00", true)]
    [InlineData("Cement", "clinker, own", "2523 10 00", false)]
    [InlineData("Cement", "white cement", "2523 10 00", true)]
    [InlineData("Cement", "white cement", "2523 29 00", false)]
    [InlineData("Iron & Steel", "crude-steel", "7208", true)]
    [InlineData("Aluminium", "aluminium", "7601 10 00", false)]
    public void A_good_of_another_category_than_its_product_is_told(string sector, string product, string code, bool isTold)
    {
        var entity = Samples.Assessed.Entity with { Sector = sector };
        var form = CbamExtract.Make(Samples.Kotputli with { Entity = entity, Products = [Samples.Kotputli.Products[0] with { Product = product }] }, Samples.Assessed with { Entity = entity }, [new CbamGood(code)], null, new Dictionary<string, string>());
        Assert.Equal(isTold, form.Notices.Any(n => n.IsGap && n.Text.Contains(product, StringComparison.Ordinal)));
    }

    /// <summary>No good is more than its product, and a tonne of cement is ground from a tonne at most.</summary>
    [Fact]
    public void Bounds_hold_across_fields()
    {
        FormDocument Of(params (string Field, string Value)[] stated) => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("2523 29 00"), new CbamGood("2523 90 00")], null, stated.ToDictionary(s => s.Field, s => s.Value));
        int Gaps(params (string Field, string Value)[] stated) => Of(stated).Notices.Count(n => n.IsGap);
        Assert.Equal((1, 0), (Gaps(("G1.production", "5000000")), Gaps(("G1.production", "3000000"))));
        Assert.Equal((1, 0), (Gaps(("G1.precursor.cement-clinker.used", "0.7"), ("G1.precursor.calcined-clays.used", "0.7")), Gaps(("G1.precursor.cement-clinker.used", "0.7"), ("G1.precursor.calcined-clays.used", "0.3"))));
        Assert.Equal((1, 0), (Gaps(("G1.precursor.cement-clinker.used", "0.95"), ("G1.clinker-factor", "0.6")), Gaps(("G1.precursor.cement-clinker.used", "0.6"), ("G1.clinker-factor", "0.6"))));
        Assert.Equal("bad-value", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => Of(("G1.production", "1,666,138"))).Problems[0].Code);
        // What the scheme deducts for power that was sold stays here, and the document says so.
        var seller = Samples.Assess(Samples.Read("hirakud-2025-26-draft.json"));
        Assert.Contains(CbamExtract.Make(Samples.Read("hirakud-2025-26-draft.json"), seller, [new CbamGood("7601 10 00")], null, new Dictionary<string, string>()).Notices, n => n.Text.Contains("that were sold", StringComparison.Ordinal));
    }

    /// <summary>93 is no clinker factor: it is a share of one.</summary>
    [Theory]
    [InlineData("93", false)]
    [InlineData("1", true)]
    [InlineData("0.93", true)]
    [InlineData("-0.1", false)]
    public void A_share_is_one_of_its_whole(string factor, bool isOne)
    {
        FormDocument Make() => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("2523 29 00")], null, new Dictionary<string, string> { ["G1.clinker-factor"] = factor });
        if (isOne)
        {
            Assert.Equal(factor, Value(Make(), "G1.clinker-factor"));
        }
        else
        {
            Assert.Equal("bad-value", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(Make).Problems[0].Code);
        }
    }

    [Fact]
    public void Every_known_field_has_its_cell()
    {
        var form = CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("2523 29 00"), new CbamGood("2523 90 00")], Inr.FromRupees(600m), new Dictionary<string, string> { ["G1.name"] = "OPC 53 (made up)", ["G1.clinker-factor"] = "0.93", ["G1.electricity-source"] = "D.4.1" });
        var cells = CbamCells.Of(form).ToDictionary(c => c.Sheet + "!" + c.Cell, c => c.Value, StringComparer.Ordinal);
        Assert.Equal(("2025-04-01", "2026-03-31", "Kotputli Cement Works", "India"), (cells["A_InstData!I9"], cells["A_InstData!L9"], cells["A_InstData!I20"], cells["A_InstData!I26"]));

        // Two codes of one product are one category and one process, made once.
        Assert.Equal(("Cement", "P1 Cement", "3666138"), (cells["A_InstData!E62"], cells["A_InstData!L83"], cells["D_Processes!L16"]));
        Assert.DoesNotContain("A_InstData!E63", cells.Keys);
        Assert.Equal("2865421.52508", cells["D_Processes!L54"]);
        Assert.Equal(Value(form, "indirect"), cells["C_Emissions&Energy!M26"]);
        Assert.Equal("D.4.1", cells["D_Processes!L67"]);
        Assert.Equal(("2523 29 00", "2523 90 00", "OPC 53 (made up)", "0.93"), (cells["Summary_Products!F10"], cells["Summary_Products!F11"], cells["Summary_Products!H10"], cells["Summary_Products!AB10"]));
        Assert.Equal(("National ETS", Value(form, "G1.price-share"), "INR", Value(form, "G1.price-due")), (cells["Summary_Products!AL10"], cells["Summary_Products!AM10"], cells["Summary_Products!AP10"], cells["Summary_Products!AR10"]));
    }

    [Fact]
    public void Processes_of_several_categories_stand_in_blocks_of_their_own()
    {
        var cells = CbamCells.Of(Make(TwoProducts, new CbamGood("2523 29 00", "opc"), new CbamGood("2523 10 00", "clinker"))).ToDictionary(c => c.Sheet + "!" + c.Cell, c => c.Value, StringComparer.Ordinal);
        Assert.Equal(("Cement clinker", "P2 Cement clinker"), (cells["A_InstData!E63"], cells["A_InstData!L84"]));
        Assert.Equal("3666138", cells["D_Processes!L81"]);
        Assert.InRange(decimal.Parse(cells["D_Processes!L54"], CultureInfo.InvariantCulture) + decimal.Parse(cells["D_Processes!L119"], CultureInfo.InvariantCulture), 2865421.52m, 2865421.53m);
        Assert.Equal("P2 Cement clinker", cells["Summary_Products!D11"]);
    }

    [Fact]
    public void A_product_that_is_not_named_or_not_there_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Make(TwoProducts, new CbamGood("2523 29 00")));
        Assert.Throws<ArgumentException>(() => Make(TwoProducts, new CbamGood("2523 29 00", "slag")));
        Assert.Throws<ArgumentException>(() => Make(TwoProducts));
        Assert.Throws<ArgumentException>(() => Make(Samples.Kotputli, new CbamGood("2523 29 00"), new CbamGood("25232900")));
        Assert.Throws<ArgumentException>(() => Make(Samples.Kotputli, [.. Enumerable.Repeat(new CbamGood("2523 29 00"), 11)]));
    }

    [Fact]
    public void Bought_precursors_are_added_where_all_of_them_are_stated()
    {
        var bare = Make(Samples.Kotputli, new CbamGood("2523 29 00"));
        Assert.All(new[] { "precursors", "embedded-direct", "embedded-indirect", "embedded-total" }, f => Assert.Equal((null, FormOrigin.Empty), Of(bare, "G1." + f)));
        Assert.Contains("not known until", bare.Fields.Single(f => f.Number == "G1.embedded-total").Remark, StringComparison.Ordinal);

        var stated = new Dictionary<string, string> { ["G1.precursor.cement-clinker.used"] = "0.25", ["G1.precursor.cement-clinker.direct"] = "0.8", ["G1.precursor.cement-clinker.indirect"] = "0.04" };
        Assert.Null(Of(Make(stated), "G1.embedded-total").Value);
        stated["G1.precursor.calcined-clays.used"] = "0";
        var form = Make(stated);
        // 0.25 x 0.8 and 0.25 x 0.04 beside the plant's own.
        Assert.Equal(0.21m, Figure(form, "G1.precursors"));
        Assert.Equal(Figure(form, "G1.see-direct") + 0.2m, Figure(form, "G1.embedded-direct"));
        Assert.Equal(Figure(form, "G1.see-indirect") + 0.01m, Figure(form, "G1.embedded-indirect"));
        Assert.Equal(Figure(form, "G1.see-total") + 0.21m, Figure(form, "G1.embedded-total"));
        // The price touches the plant's own gap alone, so its share is of more.
        Assert.Equal(decimal.Round(19797m / 3666138m / Figure(form, "G1.embedded-total"), 9, MidpointRounding.AwayFromZero), Figure(form, "G1.price-share"));
        Assert.Equal(Figure(bare, "G1.price-due"), Figure(form, "G1.price-due"));

        stated["G1.precursor.calcined-clays.used"] = "0.1";
        Assert.Null(Of(Make(stated), "G1.embedded-total").Value);
    }

    [Fact]
    public void A_good_without_precursors_has_its_own_emissions_and_says_whose_list_that_is()
    {
        var clinker = Make(Samples.Kotputli, new CbamGood("2523 10 00"));
        Assert.Equal(Figure(clinker, "G1.see-total"), Figure(clinker, "G1.embedded-total"));
        Assert.Contains("the template names no precursor", clinker.Fields.Single(f => f.Number == "G1.precursors").Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("G1.precursor.cement-clinker.used", "a quarter", "bad-value")]
    [InlineData("G1.precursor.cement-clinker.used", "-0.1", "bad-value")]
    [InlineData("G1.precursor.cement-clinker.used", "1.01", "bad-value")]
    [InlineData("G1.precursor.cement-clinker.direct", "0,8", "bad-value")]
    [InlineData("G1.embedded-total", "0.9", "form-mismatch")]
    [InlineData("G1.precursors", "0.1", "form-mismatch")]
    [InlineData("G1.precursor.crude-steel.used", "0.1", "unknown-field")]
    public void What_is_stated_of_precursors_is_a_plain_figure_and_never_the_sum(string number, string value, string code) =>
        Assert.Equal(code, Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => Make(new Dictionary<string, string> { [number] = value })).Problems[0].Code);

    // Whatever precursors are named, each is a category of the template's own list of goods.
    [Fact]
    public void Every_good_and_every_precursor_is_a_category() =>
        Assert.All(CbamPrecursors.All, p => Assert.Contains(p, CbamGoods.All));

    private static (string? Value, FormOrigin Origin) Of(FormDocument form, string number) => (form.Fields.Single(f => f.Number == number).Value, form.Fields.Single(f => f.Number == number).Origin);

    private static FormDocument Make(Dictionary<string, string> stated) => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("2523 29 00")], Inr.FromRupees(600m), stated);

    private static FormDocument Make(MonitoringReport report, params CbamGood[] goods) => CbamExtract.Make(report, Samples.Assess(report), goods, Inr.FromRupees(600m), Nothing);

    private static string? Value(FormDocument form, string number) => form.Fields.Single(f => f.Number == number).Value;

    private static decimal Figure(FormDocument form, string number) => decimal.Parse(Value(form, number)!, CultureInfo.InvariantCulture);
}
