using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Assessments.Certificates;

namespace Ccts.Compliance.Tests;

/// <summary>Form D holds what was submitted against what is owed: 19,797 certificates for the year of the worked plant.</summary>
public sealed class FormDSumTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly FormBasis Basis = FormBasis.Of(Samples.Assessed);

    [Theory]
    [InlineData(19797, 0, 0)]
    [InlineData(19796, 0, 1)]
    [InlineData(19798, 0, 1)]
    [InlineData(0, 0, 1)]
    [InlineData(10000, 9797, 2)]
    public void What_does_not_add_up_is_told(long ofTheYear, long ofAnEarlierOne, int notices)
    {
        List<VintageHolding> ledger = [new VintageHolding(Samples.Assessed.Year, 0, ofTheYear)];
        ledger.AddRange(ofAnEarlierOne == 0 ? [] : [new VintageHolding(Samples.Assessed.Year.Previous, 0, ofAnEarlierOne)]);
        var form = ComplianceForms.D(Basis, Nothing, ledger, Samples.Assessed.Year);
        Assert.Equal(notices, form.Notices.Count(n => n.IsGap));
        Assert.All(form.Notices, n => Assert.Contains(n.Text, System.Net.WebUtility.HtmlDecode(FormPage.Write(form)), System.StringComparison.Ordinal));
        Assert.Equal(ofAnEarlierOne > 0, form.Notices.Any(n => n.Text.Contains("2024-25: 9,797 were submitted", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void What_is_stated_is_added_too_and_an_empty_form_says_nothing()
    {
        Assert.Empty(ComplianceForms.D(Basis, Nothing).Notices);
        Assert.Single(ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(ii).submitted"] = "1" }).Notices);
        var seller = Basis with { Certificates = Samples.Assess(Samples.Read("maihar-2025-26.json")).Certificates };
        Assert.Equal(CertificateKind.Issue, seller.Certificates.Kind);
        Assert.Empty(ComplianceForms.D(seller, Nothing, [], Samples.Assessed.Year).Notices);
        Assert.Single(ComplianceForms.D(seller, Nothing, [new VintageHolding(Samples.Assessed.Year, 0, 5)], Samples.Assessed.Year).Notices);
    }

    /// <summary>What is stated is held against the rest: nobody is its own agency, all energy is no less than the heat, and days and years are those of a calendar.</summary>
    [Fact]
    public void What_is_stated_and_cannot_be_is_a_gap()
    {
        Assert.All(new[] { "Kotputli Cement Works", "M/s kotputli cement works Ltd.", "cmtoe085rj", "Kotputli Cement Works, Kotputli", "Kotputli Cement", "Kotputly Cemant Wroks" }, agency => Assert.All(
            [ComplianceForms.A(Basis, new Dictionary<string, string> { ["5"] = agency }), ComplianceForms.B(Basis, new Dictionary<string, string> { ["agency"] = agency }), ComplianceForms.C(Basis, new Dictionary<string, string> { ["agency"] = agency }), ComplianceForms.D(Basis, new Dictionary<string, string> { ["5"] = agency })],
            f => Assert.Contains("the entity itself", Assert.Single(f.Notices, n => n.IsGap).Text, System.StringComparison.Ordinal)));
        Assert.All(["TBD", "n/a", "-"], said => Assert.Contains("says nothing", Assert.Single(ComplianceForms.B(Basis, new Dictionary<string, string> { ["agency"] = said }).Notices, n => n.IsGap).Text, System.StringComparison.Ordinal));
        // 2,539,133.7 million kcal are 253,913 TOE.
        Assert.Equal(["1", "253912"], new[] { "1", "253912", "253913", "300000" }.Where(toe => EnergyForm.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string> { ["B2(ix)"] = toe }).Notices.Any(n => n.IsGap)));
        Assert.Equal(["2035", "2027-28", "FY 2035-36", "FY35", "March 2035", "01-04-2035"], new[] { "2035", "2027-28", "FY 2035-36", "FY35", "March 2035", "01-04-2035", "2026", "2025-26", "July 2025", "FY26", "01-04-2025" }.Where(year => ComplianceForms.A(Basis, new Dictionary<string, string> { ["11(i)"] = "a mill", ["11(i).year"] = year }).Notices.Any(n => n.IsGap)));
        string[] bad = ["2026-02-30", "31/06/2026", "31.06.2026", "31-06-2026", "2026-03-31", "01/05/2019", "31 June 2026", "29-Feb-2027", "June 31st, 2026", "31st March 2026", "TBD", "next week", "30 February", "31/06/26", "\u0969\u0967/06/2026", "30 Juni 2026"];
        Assert.Equal(bad, new[] { "2026-07-28", "30/06/2026", "1.7.2026", "30 June 2026", "29-Feb-2028", "July 1st, 2026", "20-Jul-26", "20th of July, 2026", "2026/07/20", "\u0968\u0966/07/2026" }.Concat(bad).Where(day => ComplianceForms.A(Basis, new Dictionary<string, string> { ["date"] = day }).Notices.Any(n => n.IsGap)));
    }

    /// <summary>Specific energy is energy over product, in both columns and as far as its digits go; a measure that reduces has less after it.</summary>
    [Theory]
    [InlineData("0.07", "", 0)]
    [InlineData("0.069", "", 0)]
    [InlineData("0.0693", "", 0)]
    [InlineData("0.0700", "", 1)]
    [InlineData("0.02", "", 1)]
    [InlineData("0.0693", ".previous", 0)]
    [InlineData("0.02", ".previous", 1)]
    public void What_is_stated_of_energy_agrees_with_itself(string specific, string column, int gaps)
    {
        // 254000 TOE over 3666138 t are 0.06928.
        foreach (var (of, energy) in new[] { ("B3(i)", "B2(ix)"), ("B3(ii)", "B2(x)") })
        {
            var stated = new Dictionary<string, string> { [energy + column] = "254000", [of + column] = specific };
            Assert.Equal(gaps, EnergyForm.Make(Samples.Kotputli, Samples.Assessed, column.Length == 0 ? stated : new(stated) { ["B1(viii).previous"] = "3666138" }).Notices.Count(n => n.IsGap));
        }
    }

    [Theory]
    [InlineData("1200", "1300", 1)]
    [InlineData("1200 tCO2e", "1300 tCO2e", 1)]
    [InlineData("1200 t", "1100 t", 0)]
    [InlineData("1200 t", "1.3 kt", 0)]
    [InlineData("1200 t", "much more", 0)]
    public void A_measure_that_reduces_has_less_after_it(string before, string after, int gaps) =>
        Assert.Equal(gaps, ComplianceForms.A(Basis, new Dictionary<string, string> { ["11(i)"] = "a mill", ["11(i).before"] = before, ["11(i).after"] = after }).Notices.Count(n => n.IsGap));

    /// <summary>A field with a unit is a number, and what is submitted of a vintage was there.</summary>
    [Fact]
    public void A_figure_is_a_plain_number_and_no_more_is_submitted_than_there_is()
    {
        Assert.All(new[] { "19,797", "19797 CCC", "abc", "-1" }, text => Assert.Equal("bad-value", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(ii).submitted"] = text })).Problems[0].Code));
        Assert.All(new[] { ("B2(ix)", "1,000"), ("B2(ix)", "25 thousand"), ("B2(i).previous", "abc") }, f => Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => EnergyForm.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string> { [f.Item1] = f.Item2 })));
        FormDocument D(string available, string submitted) => ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(ii).available"] = available, ["8(ii).submitted"] = submitted });
        Assert.Contains("more than were available", Assert.Single(D("100", "19797").Notices).Text, System.StringComparison.Ordinal);
        Assert.Empty(D("19797", "19797").Notices);
    }

    /// <summary>By a target that binds nobody no certificate is owed: the forms in which one stands say so, and do not stand.</summary>
    [Fact]
    public void A_target_that_is_not_in_force_is_told_where_certificates_stand()
    {
        var draft = Samples.Assess(Samples.Read("hirakud-2025-26-draft.json") with { Illustrative = null });
        var basis = FormBasis.Of(draft);
        Assert.All([ComplianceForms.A(basis, Nothing), ComplianceForms.B(basis, Nothing), ComplianceForms.C(basis, Nothing), ComplianceForms.D(basis, Nothing)], f => Assert.Contains(f.Notices, n => n.IsGap && n.Text.Contains("superseded", System.StringComparison.Ordinal)));
        Assert.Contains(Ccts.Compliance.Sources.DeemedYear.Meaning(draft), m => m.Contains("superseded", System.StringComparison.Ordinal));
        Assert.Empty(Ccts.Compliance.Sources.DeemedYear.Meaning(Samples.Assessed));
    }

    /// <summary>Nothing of a later vintage can be submitted, so nobody states it.</summary>
    [Fact]
    public void A_vintage_after_the_forms_year_is_stated_by_nobody() =>
        Assert.Equal("form-mismatch", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(i).submitted"] = "100" }, [], Samples.Assessed.Year)).Problems[0].Code);

    [Fact]
    public void The_day_on_which_the_ledger_was_looked_at_stands_beside_the_figures() =>
        Assert.EndsWith("on 2027-05-10", ComplianceForms.D(Basis, Nothing, [], Samples.Assessed.Year, Years.Day("2027-05-10")).Fields.Single(f => f.Number == "8(ii).available").Remark, System.StringComparison.Ordinal);
}
