using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Tests;

/// <summary>The column of the year before is that year's own form, or what the filer states where no form has it.</summary>
public sealed class PreviousYearTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly MonitoringReport Report = Samples.Read("kotputli-2026-27.json");
    private static readonly Assessment Assessed = Samples.Assess(Report);
    private static readonly FormDocument Before = EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing);

    [Fact]
    public void E2_has_the_year_before_beside_the_current()
    {
        var form = EnergyForm.Make(Report, Assessed, Nothing, Before);
        string[] lines = ["B1(1)", "B1(viii)", "B2(i)", "B2(v)", "B2(viii)", "B2(xi)", "B2(xiv)", "B3(iii)"];
        Assert.All(lines, l => Assert.Equal(Of(Before, l).Value, Of(form, l).Previous));
        Assert.Equal(Assessed.Emissions.Total.Tonnes, decimal.Parse(Of(form, "B2(xiv)").Value!, CultureInfo.InvariantCulture));
        Assert.Null(Of(form, "B2(x)").Previous);
        Assert.All(form.Parts, p => Assert.Equal(p.Title.StartsWith('B'), p.HasPrevious));
        var page = FormPage.Write(form);
        Assert.Contains("Previous year, <span class=\"year\">2025-26</span>", page, System.StringComparison.Ordinal);
        Assert.Contains("29,64,439.1868", page, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_form_has_is_stated_and_what_it_has_is_not_replaced()
    {
        var stated = new Dictionary<string, string> { ["B2(x).previous"] = "301500", ["B2(xiv).previous"] = "2964439.18680", ["E.capacity"] = "27" };
        var form = EnergyForm.Make(Report, Assessed, stated, Before);
        Assert.Equal(("301500", "2964439.1868", "27"), (Of(form, "B2(x)").Previous, Of(form, "B2(xiv)").Previous, Of(form, "E.capacity").Value));
        Assert.Equal("2964439", Of(EnergyForm.Make(Report, Assessed, new Dictionary<string, string> { ["B2(xiv).previous"] = "2964439" }), "B2(xiv)").Previous);
        Assert.Equal("form-mismatch", Code(new() { ["B2(xiv).previous"] = "2964440" }, Before));
        Assert.Equal("unknown-field", Code(new() { ["A4.previous"] = "1998" }, Before));
    }

    /// <summary>Products are found by name, in whatever order; one that is made no longer keeps its line.</summary>
    [Fact]
    public void A_product_of_the_year_before_keeps_its_line()
    {
        var cement = Samples.Kotputli.Products[0];
        var other = Samples.Kotputli with { Products = [cement with { Id = "psc", Product = "PSC" }, cement] };
        var before = EnergyForm.Make(other, Samples.Assess(other), Nothing);
        var form = EnergyForm.Make(Report, Assessed, Nothing, before);
        Assert.Equal((cement.Product, Of(before, "B1(2)").Value), (Of(form, "B1(1)").Label, Of(form, "B1(1)").Previous));
        Assert.Equal(("PSC", null, Of(before, "B1(1)").Value), (Of(form, "B1(2)").Label, Of(form, "B1(2)").Value, Of(form, "B1(2)").Previous));
    }

    [Fact]
    public void A_form_of_another_year_plant_or_kind_is_not_the_year_before()
    {
        Assert.Equal("other-report", Code(Nothing, EnergyForm.Make(Report, Assessed, Nothing)));
        Assert.Equal("other-report", Code(Nothing, Before with { Entity = new ObligatedEntity(null, "Another", "Cement") }));
        Assert.Equal("other-report", Code(Nothing, ComplianceForms.A(FormBasis.Of(Samples.Assessed), Nothing)));
    }

    [Fact]
    public void Brsr_has_the_year_before_by_its_own_newest_factor()
    {
        var last = BrsrExtract.Make(Samples.Kotputli, Samples.Assessed, BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!, new BrsrFacts(30_000_000_000m));
        var form = BrsrExtract.Make(Report, Assessed, BrsrExtract.Latest(Years.Ruleset("2026-27-revision-1").Factors.Grid)!, new BrsrFacts(31_000_000_000m), new Dictionary<string, string> { ["TotalScope3Emissions"] = "12", ["TotalScope3Emissions.previous"] = "11" }, last);
        foreach (var element in last.Parts[0].Fields.Where(f => f.Number != "TotalScope3Emissions"))
        {
            Assert.Equal(element.Value, Of(form, element.Number).Previous);
        }

        Assert.Equal(("12", "11"), (Of(form, "TotalScope3Emissions").Value, Of(form, "TotalScope3Emissions").Previous));
        Assert.Equal(Of(last, "scope2.ccts").Value, Of(form, "scope2.ccts").Previous);
        Assert.Contains("baseline year", Of(form, "scope2.why").Value, System.StringComparison.Ordinal);
        Assert.Throws<CctsDataException>(() => BrsrExtract.Make(Report, Assessed, BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!, new BrsrFacts(), null, Before));
    }

    private static FormField Of(FormDocument form, string number) => form.Fields.Single(f => f.Number == number);

    private static string Code(Dictionary<string, string> stated, FormDocument before) => Assert.Throws<CctsDataException>(() => EnergyForm.Make(Report, Assessed, stated, before)).Problems[0].Code;
}
