using System;
using System.Linq;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Factors;

namespace Ccts.Rules.Tests.Rulesets;

/// <summary>A name that is not listed is answered with what was probably meant.</summary>
public sealed class FactorsNearTests
{
    private static readonly FactorLibrary Factors = RulesetCatalog.Default.Find("in-ccts/2026-27")!.Factors;

    [Theory]
    [InlineData("petcoke", "petroleum-coke")]
    [InlineData("Pet Coke", "petroleum-coke")]
    [InlineData("petrolem-cok", "petroleum-coke")]
    [InlineData("imported petcoke", "petroleum-coke")]
    [InlineData("Furnace Oil (FO)", "residual-fuel-oil")]
    [InlineData("HSD", "gas-diesel-oil")]
    [InlineData("desel", "gas-diesel-oil")]
    [InlineData("high-speed diesel", "gas-diesel-oil")]
    [InlineData("LPG", "liquefied-petroleum-gas")]
    [InlineData("liquified petroleum gas", "liquefied-petroleum-gas")]
    [InlineData("NGL", "natural-gas-liquids")]
    [InlineData("naptha", "naphtha")]
    [InlineData("Natural Gas", "natural-gas")]
    [InlineData("natrual_gas", "natural-gas")]
    [InlineData("RLNG", "natural-gas")]
    [InlineData("bituminous coal", "other-bituminous-coal")]
    [InlineData("Sub-bituminous", "sub-bituminous-coal")]
    [InlineData("Anthracit", "anthracite")]
    [InlineData("BF Gas", "blast-furnace-gas")]
    [InlineData("COG", "coke-oven-gas")]
    [InlineData("kerosine", "other-kerosene")]
    [InlineData("rice husk", "other-primary-solid-biomass")]
    [InlineData("bagass", "other-primary-solid-biomass")]
    [InlineData("black liquour", "sulphite-lyes-black-liquor")]
    [InlineData("used oil", "waste-oils")]
    public void A_fuel(string said, string meant) => Assert.Equal(meant, Factors.FuelsNear(said)[0]);

    [Theory]
    [InlineData("limestone", "CaCO3")]
    [InlineData("lime stone", "CaCO3")]
    [InlineData("CaCo3", "CaCO3")]
    [InlineData("soda ash", "Na2CO3")]
    [InlineData("magnesium carbonat", "MgCO3")]
    [InlineData("urea", "Urea")]
    public void A_material(string said, string meant) => Assert.Equal(meant, Factors.MaterialsNear(said)[0]);

    [Fact]
    public void Where_several_are_as_near_all_are_said()
    {
        Assert.Equal(["CaCO3", "MgCO3"], Factors.MaterialsNear("dolomite"));
        Assert.Equal(["coking-coal", "lignite", "other-bituminous-coal", "sub-bituminous-coal"], Factors.FuelsNear("coal").Where(f => f is "coking-coal" or "other-bituminous-coal" or "sub-bituminous-coal" or "lignite").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("xyz")]
    [InlineData("12")]
    [InlineData("-")]
    [InlineData("unobtainium")]
    [InlineData("hydrogen")]
    [InlineData("carbon black")]
    public void Where_nothing_is_near_nothing_is_said(string said)
    {
        Assert.Empty(Factors.FuelsNear(said));
        Assert.Empty(Factors.MaterialsNear(said));
    }

    [Fact]
    public void A_name_as_long_as_a_page_is_no_slip() => Assert.Empty(Factors.FuelsNear(new string('a', 100_000)));

    /// <summary>Every key, name and other name, with every one of its letters left out or doubled, and in capitals. BOF gas without its O is blast furnace gas.</summary>
    [Fact]
    public void One_letter_too_few_or_too_many_is_always_forgiven()
    {
        var names = Factors.Fuels.Values.SelectMany(f => f.AlsoCalled.Append(f.Key).Append(f.Name).Select(n => (f.Key, Name: n))).Where(n => n.Name.Length > 5);
        var lost = names
            .SelectMany(n => Enumerable.Range(0, n.Name.Length).SelectMany(i => new[] { n.Name.Remove(i, 1), n.Name.Insert(i, n.Name[i].ToString()) }).Append(n.Name.ToUpperInvariant()).Select(slip => (n.Key, slip)))
            .Where(s => !Factors.FuelsNear(s.slip).Contains(s.Key))
            .Where(s => s.slip != "BF gas")
            .ToList();

        Assert.Empty(lost);
    }

    [Fact]
    public void A_blank_name_is_refused_by_name()
    {
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Factors.FuelsNear("  ")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentNullException>(() => Factors.MaterialsNear(null!)).ParamName);
    }
}
