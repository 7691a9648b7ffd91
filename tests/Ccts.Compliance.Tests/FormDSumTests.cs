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

    /// <summary>Nothing of a later vintage can be submitted, so nobody states it.</summary>
    [Fact]
    public void A_vintage_after_the_forms_year_is_stated_by_nobody() =>
        Assert.Equal("form-mismatch", Assert.Throws<Ccts.Sdk.Problems.CctsDataException>(() => ComplianceForms.D(Basis, new Dictionary<string, string> { ["8(i).submitted"] = "100" }, [], Samples.Assessed.Year)).Problems[0].Code);

    [Fact]
    public void The_day_on_which_the_ledger_was_looked_at_stands_beside_the_figures() =>
        Assert.EndsWith("on 2027-05-10", ComplianceForms.D(Basis, Nothing, [], Samples.Assessed.Year, Years.Day("2027-05-10")).Fields.Single(f => f.Number == "8(ii).available").Remark, System.StringComparison.Ordinal);
}
