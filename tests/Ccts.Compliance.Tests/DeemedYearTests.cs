using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.History;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Tests;

/// <summary>Where the baseline is deemed achieved, nothing was measured: emissions that were not reported are not zero on any form, extract or page, and each says what its figures are (GEI Rules r.4(5)).</summary>
public sealed class DeemedYearTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Assessment Deemed = Samples.Assess(Bare());

    private static MonitoringReport Bare() => new() { Entity = Samples.Kotputli.Entity, Year = Samples.Kotputli.Year, Products = Samples.Kotputli.Products, DocumentsSubmitted = false };

    [Fact]
    public void What_states_measured_emissions_is_not_filled()
    {
        Assert.True(Deemed.IsDeemed());
        Assert.Null(Deemed.ReportedTotal());
        Action[] fills =
        [
            () => EnergyForm.Make(Bare(), Deemed, Nothing),
            () => EmissionReport.Make(Bare(), Deemed, Nothing),
            () => BrsrExtract.Make(Bare(), Deemed, BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!, new BrsrFacts()),
            () => CbamExtract.Make(Bare(), Deemed, [new CbamGood("2523 29 00")], null, Nothing),
        ];
        Assert.All(fills, fill => Assert.Equal("deemed-baseline", Assert.Throws<CctsDataException>(fill).Problems[0].Code));
    }

    [Fact]
    public void The_ledger_report_knows_no_total()
    {
        var form = LedgerReport.Make(Deemed, AccountView.Unopened("mill"), [], SettledSoFar.Nothing, "head");
        Assert.Equal((null, FormOrigin.Empty), form.Fields.Where(f => f.Number == "total").Select(f => (f.Value, f.Origin)).Single());
        Assert.Contains("deemed", form.Fields.Single(f => f.Number == "intensity").Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_form_and_page_says_that_the_baseline_is_deemed()
    {
        var basis = FormBasis.Of(Deemed);
        FormDocument[] forms = [ComplianceForms.A(basis, Nothing), ComplianceForms.B(basis, Nothing), ComplianceForms.C(basis, Nothing), ComplianceForms.D(basis, Nothing)];
        Assert.All(forms, f => Assert.True(Assert.Single(f.Notices).IsGap));
        Assert.All(forms, f => Assert.Contains("the baseline intensity is deemed achieved. [", FormPage.Write(f), StringComparison.Ordinal));
        Assert.Contains("deemed, not measured", forms[0].Fields.Single(f => f.Number == "7").Remark, StringComparison.Ordinal);

        var position = PositionCalculator.Of(Deemed, Years.Ruleset().Assessment.Certificates);
        var account = new EntityAccount { Assessment = Deemed, Position = position, Performance = Performance.Of(Deemed) };
        var group = GroupAccount.Of("Group", [new GroupPlant(Deemed, position), new GroupPlant(Samples.Assess(Samples.Read("maihar-2025-26.json")), position)]);
        Assert.Null(group.Tonnes);
        string[] pages = [AssessmentPage.Write(Deemed), PositionPage.Write(position, Deemed, []), AccountPage.Write(account), GroupPage.Write(group)];
        Assert.All(pages, page =>
        {
            Assert.Contains("the baseline intensity is deemed achieved (GEI Rules r.4(5))", page, StringComparison.Ordinal);
            Assert.DoesNotContain(">0 tCO2e<", page, StringComparison.Ordinal);
            Assert.Contains(">not known<", page, StringComparison.Ordinal);
        });
        Assert.All(pages.Take(3), page => Assert.DoesNotContain("Achieved intensity", page, StringComparison.Ordinal));
        Assert.Contains("प्राप्त मानी जाती है", AssessmentPage.Write(Deemed, PageLanguage.Hindi), StringComparison.Ordinal);
        Assert.Equal((null, true), ((string?)EntityAccountJson.Write(account)["emissions"], (bool)EntityAccountJson.Write(account)["intensity"]!["deemed"]!));
        Assert.Null(account.Performance.AchievedCut);
    }

    /// <summary>A target of the caller's own changes what a figure means as well.</summary>
    [Fact]
    public void A_target_of_the_callers_own_stands_above_the_figures()
    {
        var own = Samples.Assess(Samples.Kotputli with { OwnTarget = new OwnTarget(Samples.Assessed.Intensity.Target, null, "made up") });
        Assert.Contains("the caller's own", Assert.Single(ComplianceForms.A(FormBasis.Of(own), Nothing).Notices).Text, StringComparison.Ordinal);
        Assert.Contains("class=\"notice\"", AssessmentPage.Write(own with { Illustrative = null }), StringComparison.Ordinal);
        Assert.Empty(ComplianceForms.A(FormBasis.Of(Samples.Assessed), Nothing).Notices);
    }
}
