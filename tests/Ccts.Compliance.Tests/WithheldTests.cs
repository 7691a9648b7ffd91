using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Pages;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Problems;

namespace Ccts.Compliance.Tests;

/// <summary>Figures that look like a slip are in no document that somebody signs as if they were none, and nobody is told that a target is missing.</summary>
public sealed class WithheldTests
{
    private const string Slip = "The coal of May is a thousand times April's.";
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly Assessment Doubted = Samples.Assessed with
    {
        Outcome = AssessmentOutcome.Implausible,
        Withheld = Samples.Assessed.Certificates,
        Certificates = CertificateResult.Withheld,
        OtherReadings = [],
        Range = null,
        Findings = [new Problem("unusual-amount", Severity.Warning, Slip, default) { NeedsReason = true }],
    };

    private static readonly YearPosition Position = PositionCalculator.Of(Doubted, Years.Ruleset().Assessment.Certificates);

    [Fact]
    public void No_form_and_no_extract_is_filled()
    {
        Action[] fills =
        [
            () => EnergyForm.Make(Samples.Kotputli, Doubted, Nothing),
            () => ComplianceForms.A(FormBasis.Of(Doubted), Nothing),
            () => EmissionReport.Make(Samples.Kotputli, Doubted, Nothing),
            () => BrsrExtract.Make(Samples.Kotputli, Doubted, BrsrExtract.Latest(Years.Ruleset().Factors.Grid)!, new BrsrFacts()),
            () => CbamExtract.Make(Samples.Kotputli, Doubted, [new CbamGood("2523 29 00")], null, Nothing),
        ];
        Assert.All(fills, fill => Assert.Equal((Severity.Error, Slip), (Assert.Single(Assert.Throws<CctsDataException>(fill).Problems).Severity, Assert.Throws<CctsDataException>(fill).Problems[0].Message)));
    }

    [Theory]
    [InlineData(PageLanguage.English)]
    [InlineData(PageLanguage.Hindi)]
    public void Pages_say_why_there_is_no_figure(PageLanguage language)
    {
        var account = new EntityAccount { Assessment = Doubted, Position = Position, Performance = Performance.Of(Doubted) };
        string[] pages =
        [
            AssessmentPage.Write(Doubted, language), PositionPage.Write(Position, Doubted, [], language), AccountPage.Write(account, language),
        ];
        var (missing, withheld) = language == PageLanguage.English ? ("no target at hand", "o figure until what looks like a slip") : ("कोई लक्ष्य उपलब्ध नहीं", "चूक जैसी");
        Assert.All([.. pages, GroupPage.Write(GroupAccount.Of("A group", [new GroupPlant(Doubted, Position)]), language)], page =>
        {
            Assert.DoesNotContain(missing, page, StringComparison.Ordinal);
            Assert.Contains(withheld, page, StringComparison.Ordinal);
        });
        Assert.All(pages, page => Assert.Contains("thousand times April&#39;s", page.Replace("'", "&#39;", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.All(pages, page => Assert.DoesNotContain("No other reading", page, StringComparison.Ordinal));
    }

    [Fact]
    public void A_verifier_reports_on_it_all_the_same()
    {
        var sum = MisstatementSum.Of([], Doubted.Emissions.Total, 0.02m);
        var record = VerificationReader.Read(System.IO.File.ReadAllBytes(System.IO.Path.Combine(AppContext.BaseDirectory, "samples", "verification", "kotputli-2025-26.json")));
        Assert.Contains(VerificationReport.Make(record, Doubted, sum, Array.Empty<SampledSource>()).Fields, f => f.Value == Slip);
    }

    [Fact]
    public void The_json_of_an_account_says_so() =>
        Assert.Equal("implausible", (string?)EntityAccountJson.Write(new EntityAccount { Assessment = Doubted, Position = Position, Performance = Performance.Of(Doubted) })["outcome"]);
}
