using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;
using Ccts.Sdk.ProFormas.Formulas;

namespace Ccts.ProFormas.Tests;

/// <summary>Every slip of the workbook is told with the figure it prints and the one that counts, wherever it changes one.</summary>
public sealed class SlipTests
{
    /// <summary>The names that the second reading gives the slips.</summary>
    private static readonly Dictionary<string, string> s_names = new(StringComparer.Ordinal)
    {
        ["S02"] = "mixed-factor-counts-twice",
        ["S03"] = "kiln-ncv-for-power-coal",
        ["S04"] = "petcoke-in-power-averaged",
        ["S08"] = "waste-weighted-by-tonnes",
        ["S10"] = "lshs-by-another-year",
        ["S11"] = "ldo-energy-of-power",
        ["S15"] = "steam-heat-rate-lost",
        ["S16"] = "net-heat-rate-of-baseline",
        ["S18"] = "dust-rate-on-bypass",
        ["S19"] = "organic-carbon-thousandth",
        ["S22"] = "major-product-of-four",
        ["S23"] = "major-product-tied",
        ["S24"] = "ggbs-by-gypsum",
        ["S25"] = "grinding-unseen-in-current",
        ["S26"] = "liquid-waste-for-all-liquid",
        ["S27"] = "calcination-of-baseline-year-2",
        ["S28"] = "scope-1-sums-its-parts-twice",
        ["S29"] = "notional-energy-by-kiln-factor",
        ["S33"] = "raw-meal-ratio-dragged",
        ["S30"] = "clinkerisation-misspelt",
    };


    public static TheoryData<string> Plants => [.. Cement.Files("SecondReading")];

    public static TheoryData<string> Slips => [.. Cement.Form.Slips.Where(s => s.Fields.Count > 0).Select(s => s.Id)];

    /// <summary>What each slip alone makes of the intensity, as the second reading reckons it, to a ten-thousandth of a per cent.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void What_a_slip_alone_does_agrees_with_a_second_reading(string name)
    {
        var plant = Cement.Second(name);
        var assessment = Cement.Account(plant);
        foreach (var (slip, changes) in plant["notes"]!["alone"]!.AsObject())
        {
            var account = Assert.Single(assessment.Slips, s => s.Slip.Id == s_names[slip]);
            Agrees(changes!["gei.current"], assessment.Current.Intensity!.Value.TonnesPerUnit, account.CurrentIntensity);
            Agrees(changes["gei.baseline"], assessment.Baseline.Intensity!.Value.TonnesPerUnit, account.BaselineIntensity);
        }
    }

    [Theory]
    [MemberData(nameof(Slips))]
    public void Every_slip_is_told_with_both_figures_and_the_reason(string id)
    {
        var account = SlipPlants.Assessed().SelectMany(a => a.Slips).First(s => s.Slip.Id == id);
        Assert.NotEmpty(account.Slip.Reason);
        Assert.NotEmpty(account.Slip.Taken);
        Assert.NotEmpty(account.Slip.Cells);
        Assert.All(account.Cells, cell => Assert.NotEqual(cell.Intended, cell.Printed));
        Assert.All(account.Cells, cell => Assert.Contains(cell.Field.Key, account.Slip.Fields));
    }

    /// <summary>Both figures by hand: 942685 t of clinker, 1.577 t of meal for each, 0.2 % of carbon, 3.664 t CO2 for each tonne of it.</summary>
    [Fact]
    public void Organic_carbon_is_a_thousandth_in_the_workbook()
    {
        var cell = Cell("01-minimal-type1-grid-ppc", "organic-carbon-thousandth", "Sb.P3.8(vi)@957", ProFormaColumn.Baseline);
        Assert.Equal((942685m * 1.577m * 0.002m * 3.664m).ToString("0.##########", CultureInfo.InvariantCulture), cell.Intended);
        Assert.Equal(decimal.Parse(cell.Intended, CultureInfo.InvariantCulture) / 1000m, decimal.Parse(cell.Printed, CultureInfo.InvariantCulture), 9);
    }

    [Fact]
    public void Fuel_counts_twice_in_the_current_scope_1()
    {
        var assessment = Cement.Account(Cement.Vector("01-minimal-type1-grid-ppc"));
        var figures = Cement.ByKey(assessment);
        var cell = Assert.Single(assessment.Slips, s => s.Slip.Id == "scope-1-sums-its-parts-twice").Cells.Single();
        var fuel = decimal.Parse(figures["Sb.G.6@820"].Current, CultureInfo.InvariantCulture);
        Assert.Equal(decimal.Parse(cell.Intended, CultureInfo.InvariantCulture) + fuel, decimal.Parse(cell.Printed, CultureInfo.InvariantCulture), 6);
    }

    [Fact]
    public void A_clinker_unit_has_no_divisor_in_the_workbooks_current_year()
    {
        var cell = Cell("29-clinkerization-unit-type2", "clinkerisation-misspelt", "Sum.21.21.1@130", ProFormaColumn.Current);
        Assert.Equal("0", cell.Printed);
        Assert.NotEqual("0", cell.Intended);
    }

    [Fact]
    public void A_slip_that_changes_nothing_is_not_told() =>
        Assert.DoesNotContain(Cement.Account(Cement.Vector("01-minimal-type1-grid-ppc")).Slips, s => s.Slip.Id is "ggbs-by-gypsum" or "lshs-by-another-year" or "dust-rate-on-bypass");

    private static SlipCell Cell(string plant, string slip, string field, ProFormaColumn column) =>
        Cement.Account(Cement.Vector(plant)).Slips.Single(s => s.Slip.Id == slip).Cells.Single(c => c.Field.Key == field && c.Column == column);

    private static void Agrees(JsonNode? change, decimal intended, string alone)
    {
        if (change is null)
        {
            return;
        }

        var percent = decimal.Parse(((string)change!).TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture);
        var found = ((decimal.Parse(alone, CultureInfo.InvariantCulture) / intended) - 1m) * 100m;
        Assert.True(Math.Abs(percent - found) < 0.0001m, $"{found} % comes out, {percent} % is expected");
    }
}
