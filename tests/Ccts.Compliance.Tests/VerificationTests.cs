using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Years.Agencies;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Planning;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Compliance.Years;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>Who may verify, what is planned, and which opinions can stand.</summary>
public sealed class VerificationTests
{
    private static readonly VerificationRecord Record = VerificationReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "verification", "kotputli-2025-26.json")));
    private static readonly AgencyRegister Register = new(
        AgencyRegisterReader.ReadAccreditations(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "verification", "accreditations.csv"))),
        AgencyRegisterReader.ReadEngagements(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "verification", "engagements.csv"))));

    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    [Theory]
    [InlineData("Made-up Verification Agency", "Cement", "2026-05-02", null)]
    [InlineData(" made-up  VERIFICATION agency", "cement", "2027-12-31", null)]
    [InlineData("Made-up Verification Agency", "Cement", "2028-01-01", "accreditation-not-valid")]
    [InlineData("Made-up Verification Agency", "Refinery", "2026-05-02", "sector-not-in-scope")]
    [InlineData("Another Made-up Agency", "Cement", "2026-03-31", "own-work")]
    [InlineData("Another Made-up Agency", "Cement", "2025-04-09", null)]
    [InlineData("Another Made-up Agency", "Cement", "2026-04-01", "accreditation-not-valid")]
    [InlineData("Nobody", "Cement", "2026-05-02", "not-accredited")]
    public void An_agency_verifies_only_while_accredited_for_the_sector_and_never_its_own_work(string agency, string sector, string on, string? code) =>
        Assert.Equal(code, Register.Misfit(agency, "CMTOE085RJ", sector, Samples.Kotputli.Year, Years.Day(on))?.Code);

    [Fact]
    public void The_machine_itself_asks_the_register_of_every_verifying_role()
    {
        var submitted = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-02-01"));
        YearRefusal? Begin(string agency) => YearDecider.Refusal(submitted, new YearEvent(Years.Day("2026-02-10"), BeginVerification, new YearActor(YearRole.Verifier, "R", agency)), Calendar, Register, "Cement");
        Assert.Null(Begin("Made-up Verification Agency"));
        Assert.Equal(("own-work", "DPCM s.6"), (Begin("Another Made-up Agency")!.Code, Begin("Another Made-up Agency")!.Clause));

        foreach (var (stage, year) in Years.Reached())
        {
            foreach (var step in YearMachine.From(stage).Where(t => t.Role is YearRole.Verifier or YearRole.TechnicalReviewer or YearRole.CheckVerifier))
            {
                Assert.Contains(YearDecider.Refusal(year, new YearEvent(Years.Start, step.Move, Years.Actor(step.Role)), Calendar, Register)?.Code, new[] { "not-accredited" });
            }
        }
    }

    [Theory]
    [InlineData("agency,number,sectors,from,until,source\nA,1,Cement,2026-01-01,2025-01-01,x\n")]
    [InlineData("agency,number,sectors,from,until,source\nA,1,Cement,2026-02-30,2027-01-01,x\n")]
    [InlineData("agency,number,sectors,from,until,source\nA,1,,2026-02-01,2027-01-01,x\n")]
    public void A_register_that_cannot_be_meant_is_refused(string csv) => Assert.Throws<CctsDataException>(() => AgencyRegisterReader.ReadAccreditations(Encoding.UTF8.GetBytes(csv)));

    [Fact]
    public void Risk_is_what_could_be_material_and_what_stands_out()
    {
        var risks = Risks();
        Assert.Equal(("raw-meal-caco3", RiskLevel.High), (risks[0].Id, risks[0].Level));
        // 59288.783736 t of materiality in 374802.4 t of coal.
        Assert.Equal(0.158187m, decimal.Round(risks.Single(r => r.Id == "kiln-coal").MaterialError!.Value, 6));
        Assert.Equal(RiskLevel.Low, risks.Single(r => r.Id == "kiln-diesel").Level);
        Assert.Null(risks.Single(r => r.Id == "solar-on-site").MaterialError);
    }

    /// <summary>A source that is exactly 2 % of the total is looked at as if it could be material alone, and the plan says that this is a reading; a tonne less is not.</summary>
    [Fact]
    public void A_source_exactly_at_materiality_is_a_reading_that_is_flagged()
    {
        // One of 98 and one of 2 tonnes: 2 % of 100.
        SourceRisk Small(decimal tonnes)
        {
            var fuel = Samples.Kotputli.Fuels[0];
            // 10 GJ/t and 100 t/TJ: a tonne of CO2 a tonne of coal.
            FuelStream Burnt(string id, decimal t) => fuel with
            {
                Id = id,
                Measured = new WeighedFuel(new Amounts<Mass>(new ReportingPeriod(Samples.Kotputli.Year.FirstDay, Samples.Kotputli.Year.LastDay), Mass.FromTonnes(t)), NetCalorificValue.FromGigajoulesPerTonne(10m)),
                Factor = fuel.Factor with { Value = EnergyEmissionFactor.Parse("100 tCO2/TJ") },
                Stock = null,
            };
            var report = Samples.Kotputli with { Fuels = [Burnt("large", 98m), Burnt("small", tonnes)], ProcessMaterials = [], Electricity = [] };
            return StrategicAnalysis.Of(report, Samples.Assess(report), Years.Ruleset().Assessment.Monitoring).Single(r => r.Id == "small");
        }

        var (at, below, above) = (Small(2m), Small(1.9m), Small(2.1m));
        Assert.Equal(1m, at.MaterialError);
        Assert.Equal("an error of all of it would be exactly at materiality, and whether that is material the text does not say", at.Reasons[0]);
        Assert.True(below.MaterialError > 1m && !below.Reasons.Any(r => r.Contains("material", StringComparison.Ordinal)));
        Assert.Contains("would be material alone", above.Reasons[0], StringComparison.Ordinal);
        Assert.Equal((at.Level, above.Level - 1), (above.Level, below.Level));
    }

    [Fact]
    public void Samples_grow_with_risk_and_never_fall_below_one_nor_ignore_the_minima()
    {
        var rules = Years.Ruleset().Assessment.Monitoring;
        var plan = SamplingPlan.Of(Samples.Kotputli, Risks(), rules);
        // 4097395.767 t of carbonate, a sample for every 50000 t: 82, more than 12 months.
        Assert.Equal((82, 96, 96), Of("raw-meal-caco3"));
        Assert.Equal((12, 24, 12), Of("kiln-coal"));
        // Fewer were taken than the law asks for: then those that it asks for are looked for.
        var few = Samples.Kotputli with { ProcessMaterials = [.. Samples.Kotputli.ProcessMaterials.Select(m => m with { Samples = 10 })] };
        Assert.Equal((82, 10, 82), SamplingPlan.Of(few, Risks(), rules).Where(s => s.Id == "raw-meal-caco3").Select(s => (s.LeastAnalyses!.Value, s.Analyses!.Value, s.AnalysesToCheck)).Single());
        Assert.All(plan.Where(s => s.Records > 0), s => Assert.InRange(s.RecordsToCheck, 1, s.Records));
        var all = SamplingPlan.Of(Samples.Kotputli, Risks(), rules, new SampleShares(1m, 1m, 1m));
        Assert.All(plan.Zip(all), p => Assert.True(p.First.RecordsToCheck <= p.Second.RecordsToCheck && p.Second.RecordsToCheck == p.Second.Records));
        // 0.3 of 12 records is 3.6: a share is never rounded down.
        Assert.Equal((12, 4), SamplingPlan.Of(Samples.Kotputli, Risks(), rules, new SampleShares(0.3m, 0.5m, 1m)).Where(s => s.Id == "kiln-diesel").Select(s => (s.Records, s.RecordsToCheck)).Single());
        Assert.Throws<ArgumentOutOfRangeException>(() => SamplingPlan.Of(Samples.Kotputli, Risks(), rules, new SampleShares(0.5m, 0.25m, 1m)));

        (int, int, int) Of(string id)
        {
            var s = plan.Single(p => p.Id == id);
            return (s.LeastAnalyses!.Value, s.Analyses!.Value, s.AnalysesToCheck);
        }
    }

    [Fact]
    public void Uncertainty_is_the_root_of_the_squares_and_the_drawing_agrees()
    {
        // 3 and 4 make 5.
        var sources = new[] { new UncertainSource("a", 50m, 0.06m), new UncertainSource("b", 50m, 0.08m), new UncertainSource("c", 0m, 0.5m) };
        var once = Uncertainty.Combine(sources, seed: 7);
        Assert.Equal(0.05m, once.Quadrature);
        Assert.InRange(once.Simulated, 0.0485m, 0.0515m);
        Assert.Equal(once, Uncertainty.Combine(sources, seed: 7));
        Assert.NotEqual(once.Simulated, Uncertainty.Combine(sources, seed: 8).Simulated);
        Assert.Equal(0m, Uncertainty.Combine([new UncertainSource("a", 5m, 0m)], 1).Simulated);
        // What nobody states is not certain.
        var half = Uncertainty.Combine([sources[0], sources[1] with { Share = null }], 7);
        Assert.Equal("b (50 % of the emissions)", half.Without!.Replace('\u00A0', ' '));
        Assert.Null(once.Without);
        var total = Uncertainty.Combine([.. sources.Take(2)], 7);
        var forms = new[] { half, total }.Select(u => VerificationReport.Make(Record, Samples.Assessed, Sum(Record), [], u).Fields.Single(f => f.Number == "quadrature").Value);
        Assert.Equal([null, "5"], forms.Select(v => v?.TrimEnd('0').TrimEnd('.')));
        Assert.Throws<ArgumentOutOfRangeException>(() => Uncertainty.Combine([new UncertainSource("a", 0m, 1m)], 1));
    }

    [Fact]
    public void The_sample_stands_and_its_report_is_as_its_schema_says()
    {
        Assert.Empty(VerificationCheck.Gaps(Record, Sum(Record), 1));
        var form = VerificationReport.Make(Record, Samples.Assessed, Sum(Record), SamplingPlan.Of(Samples.Kotputli, Risks(), Years.Ruleset().Assessment.Monitoring));
        Assert.Equal("satisfactory", form.Fields.Single(f => f.Number == "finding").Value);
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json")).Errors(FormJson.Write(form).ToJsonString()));
        Assert.Throws<ArgumentException>(() => VerificationReport.Make(Record with { Entity = "CMTOE001RJ" }, Samples.Assessed, Sum(Record), []));
    }

    public static TheoryData<string, string> WhatCannotStand => new()
    {
        { "no-opinion", "opinion" }, { "no-lead", "lead" }, { "no-reviewer", "reviewer" }, { "reviewer-in-team", "inside" }, { "person-unclear", "initial" }, { "reviewer-in-team", "visitor" }, { "too-few-visits", "visits" },
        { "material", "material" }, { "reading-open", "exactly" }, { "non-conformity", "standing" }, { "scope-limited", "uncured" }, { "nothing-limited", "limited" }, { "cured-late", "late" }, { "nothing-adverse", "adverse" }, { "person-twice", "twice" }, { "visitor-not-in-team", "stranger" },
        { "own-report", "own" }, { "own-report", "own number" }, { "own-report", "own misspelt" }, { "no-conclusion", "conclusion" }, { "no-interactions", "talk" }, { "no-contract-review", "contract" }, { "no-contract-review", "contract n/a" }, { "no-conclusion", "conclusion -" }, { "no-interactions", "talk of nothing" }, { "no-reviewer", "reviewer TBD" }, { "name-missing", "auditor TBD" }, { "name-missing", "agency n/a" }, { "nothing-said", "finding n/a" }, { "nothing-said", "place -" }, { "visit-out-of-time", "early visit" }, { "interaction-out-of-time", "early talk" }, { "person-unclear", "order" },
    };

    [Theory]
    [MemberData(nameof(WhatCannotStand))]
    public void An_opinion_that_cannot_stand_is_told(string code, string fault)
    {
        var threshold = Sum(Record).Threshold.Tonnes;
        var record = fault switch
        {
            "opinion" => Record with { Opinion = null },
            "lead" => Record with { Team = [.. Record.Team.Select(m => m with { IsLead = false })] },
            "reviewer" => Record with { Reviewer = " \u200B" },
            "inside" => Record with { Reviewer = Record.Team[1].Person.ToUpperInvariant() },
            "initial" => Record with { Reviewer = "Sunita Das (made up)" },
            "visitor" => Record with { SiteVisits = [Record.SiteVisits[0] with { By = Record.Reviewer! }] },
            "visits" => Record with { SiteVisits = [] },
            "material" => Record with { Misstatements = [new("M", "x", Co2e.FromTonnes(threshold + 1m))] },
            "exactly" => Record with { Misstatements = [new("M", "x", Co2e.FromTonnes(-threshold))] },
            "standing" => Record with { NonConformities = [Record.NonConformities[0] with { IsCorrected = false }] },
            "uncured" => Record with { Limitations = [Record.Limitations[0] with { Cured = null }] },
            "late" => Record with { Limitations = [Record.Limitations[0] with { Cured = Record.Limitations[0].Reported.PlusDays(16) }] },
            "adverse" => Record with { Opinion = VerificationOpinion.Adverse },
            "twice" => Record with { Team = [.. Record.Team, new TeamMember("R Iyer (made up)", false)] },
            "own" => Record with { Agency = "M/s Kotputli Cement Works" },
            "own number" => Record with { Agency = "cmtoe085rj" },
            "own misspelt" => Record with { Agency = "Kotputly Cement Wroks" },
            "conclusion" => Record with { Conclusion = " " },
            "talk" => Record with { Interactions = [] },
            "reviewer TBD" => Record with { Reviewer = "TBD" },
            "auditor TBD" => Record with { Team = [.. Record.Team, new TeamMember("TBD", false)] },
            "finding n/a" => Record with { NonConformities = [Record.NonConformities[0] with { Text = "n/a" }] },
            "place -" => Record with { SiteVisits = [Record.SiteVisits[0] with { Place = "-" }] },
            "early visit" => Record with { SiteVisits = [Record.SiteVisits[0] with { On = Record.Year.FirstDay.PlusDays(-1) }] },
            "early talk" => Record with { Interactions = [Record.Interactions[0] with { On = Record.Year.FirstDay.PlusDays(-1) }] },
            "agency n/a" => Record with { Agency = "n/a" },
            "contract n/a" => Record with { PreContractReview = "n/a" },
            "conclusion -" => Record with { Conclusion = "-" },
            "talk of nothing" => Record with { Interactions = [Record.Interactions[0] with { About = "none" }] },
            "contract" => Record with { PreContractReview = " " },
            "order" => Record with { Team = [.. Record.Team, new TeamMember("Iyer, R.", false)] },
            "stranger" => Record with { SiteVisits = [Record.SiteVisits[0] with { By = "N. Body (made up)" }] },
            _ => Record with { Opinion = VerificationOpinion.ScopeLimited },
        };
        Assert.Equal(code, Assert.Single(VerificationCheck.Gaps(record, Sum(record), 1, Calendar, Samples.Assessed)).Code);
    }

    /// <summary>Two visitors are named with any sign between them, and on a target that binds nobody no positive opinion stands.</summary>
    [Fact]
    public void Visitors_are_read_apart_and_a_draft_binds_nobody()
    {
        Assert.All(["R. Iyer (made up) / S. Das (made up)", "R. Iyer with S. Das", "R. Iyer + S. Das", "R. Iyer, Lead Auditor"], by => Assert.Empty(VerificationCheck.Gaps(Record with { SiteVisits = [Record.SiteVisits[0] with { By = by }] }, Sum(Record), 1)));
        var draft = Samples.Assess(Samples.Read("hirakud-2025-26-draft.json") with { Illustrative = null });
        Assert.Equal("not-in-force", Assert.Single(VerificationCheck.Gaps(Record, Sum(Record), 1, null, draft)).Code);
    }

    [Fact]
    public void A_limitation_that_is_cured_on_its_last_day_is_cured_in_time() =>
        Assert.Empty(VerificationCheck.Gaps(Record with { Limitations = [Record.Limitations[0] with { Cured = Record.Limitations[0].Reported.PlusDays(15) }] }, Sum(Record), 1, Calendar));

    [Fact]
    public void An_open_reading_can_be_reasoned_and_an_adverse_opinion_needs_no_excuse()
    {
        var exactly = Record with { Misstatements = [new("M", "x", Sum(Record).Threshold)] };
        Assert.Empty(VerificationCheck.Gaps(exactly with { Reasoning = "\"2 %\" is read as still below (made up)" }, Sum(exactly), 1));
        var material = Record with { Misstatements = [new("M", "x", Co2e.FromTonnes(1e6m))], Opinion = VerificationOpinion.Adverse };
        Assert.Empty(VerificationCheck.Gaps(material, Sum(material), 1));
    }

    /// <summary>Certificates are withheld from a report with slips, so no positive opinion stands on it.</summary>
    [Fact]
    public void A_positive_opinion_over_slips_cannot_stand()
    {
        var withheld = Samples.Assessed with { Withheld = Samples.Assessed.Certificates, Certificates = Ccts.Sdk.Assessments.Certificates.CertificateResult.Withheld, Findings = [new Problem("unusual-amount", Severity.Warning, "The coal of May is a thousand times April's.", default) { NeedsReason = true }] };
        Assert.Equal("withheld", Assert.Single(VerificationCheck.Gaps(Record, Sum(Record), 1, null, withheld)).Code);
        Assert.Empty(VerificationCheck.Gaps(Record, Sum(Record), 1, Calendar, Samples.Assessed, Years.Ruleset().Assessment.Certificates));
        Assert.Empty(VerificationCheck.Gaps(Record with { Opinion = VerificationOpinion.Adverse, Reasoning = "the report looks like a slip" }, Sum(Record), 1, null, withheld));
    }

    /// <summary>An adverse opinion stands on what was found, or on a reasoning.</summary>
    [Fact]
    public void An_adverse_opinion_has_a_ground()
    {
        var adverse = Record with { Opinion = VerificationOpinion.Adverse };
        Assert.Empty(VerificationCheck.Gaps(adverse with { NonConformities = [Record.NonConformities[0] with { IsCorrected = false }] }, Sum(Record), 1));
        Assert.Empty(VerificationCheck.Gaps(adverse with { Limitations = [Record.Limitations[0] with { Cured = null }] }, Sum(Record), 1));
        Assert.Empty(VerificationCheck.Gaps(adverse with { Reasoning = "made up" }, Sum(Record), 1));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("other-opinion", "opinion")]
    [InlineData("other-reviewer", "reviewer")]
    [InlineData("not-of-team", "team")]
    [InlineData("visit-out-of-time", "after")]
    [InlineData("visit-out-of-time", "before")]
    [InlineData("interaction-out-of-time", "later talk")]
    [InlineData("other-limitation", "early limitation")]
    [InlineData("other-limitation", "late cure")]
    [InlineData("", "by its name")]
    public void A_record_that_says_another_thing_than_the_journal_is_told(string code, string fault)
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"), (SubmitReport, "2026-05-30"), (FindPositive, "2026-06-20"), (ConfirmOpinion, "2026-06-25"));
        var verifier = Years.Actor(YearRole.Verifier);
        var record = Record with { Agency = verifier.Organisation, Team = [new TeamMember(verifier.Person, true)], Reviewer = Years.Actor(YearRole.TechnicalReviewer).Person, SiteVisits = [Record.SiteVisits[0] with { By = verifier.Person }] };
        record = fault switch
        {
            "opinion" => record with { Opinion = VerificationOpinion.Adverse },
            "reviewer" => record with { Reviewer = "Somebody Else" },
            "team" => record with { Team = [new TeamMember("Somebody Else", true)] },
            "after" => record with { SiteVisits = [record.SiteVisits[0] with { On = Years.Day("2026-06-21") }] },
            "late cure" => record with { Limitations = [record.Limitations[0] with { Cured = Years.Day("2026-06-21") }] },
            "by its name" => record with { Entity = "M/s Kotputli Cement Works" },
            "later talk" => record with { Interactions = [record.Interactions[0] with { On = Years.Day("2029-05-19") }] },
            "early limitation" => record with { Limitations = [record.Limitations[0] with { Reported = Years.Day("2026-04-01") }] },
            "before" => record with { SiteVisits = [record.SiteVisits[0] with { On = record.Year.FirstDay }] },
            _ => record,
        };
        Assert.Equal(code.Length == 0 ? [] : [code], VerificationCheck.Contradictions(record, year, Calendar).Select(g => g.Code));
        // An opinion that was returned is nobody's any more.
        var returned = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"), (SubmitReport, "2026-05-30"), (FindAdverse, "2026-06-20"), (ReturnOpinion, "2026-06-21"));
        Assert.DoesNotContain(VerificationCheck.Contradictions(record, returned), g => g.Code is "other-opinion" or "not-of-team");
    }

    /// <summary>What was verified is what was submitted, and what is said to be corrected was submitted again.</summary>
    [Fact]
    public void Another_report_than_the_one_submitted_and_a_correction_in_none_are_told()
    {
        var submitted = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01")).Apply(Years.Event(SubmitReport, "2026-05-02") with { Document = "sha256:1" }).Play((BeginVerification, "2026-05-10"));
        var record = Record with { Agency = Years.Actor(YearRole.Verifier).Organisation };
        Assert.Equal(["other-report", "correction-not-submitted"], VerificationCheck.Contradictions(record, submitted, report: "sha256:2").Select(g => g.Code));
        Assert.Equal("correction-not-submitted", Assert.Single(VerificationCheck.Contradictions(record, submitted, report: "sha256:1")).Code);
        Assert.Empty(VerificationCheck.Contradictions(record with { Misstatements = [Record.Misstatements[0]] }, submitted));
        var again = submitted.Apply(Years.Event(SubmitReport, "2026-05-30") with { Document = "sha256:2" });
        Assert.Empty(VerificationCheck.Contradictions(record, again, report: "sha256:2"));
        Assert.Equal("other-report", Assert.Single(VerificationCheck.Contradictions(record, again, report: "sha256:1")).Code);
    }

    /// <summary>The days from which a cure is counted, and the notice of a check, are the journal's.</summary>
    [Fact]
    public void Days_of_a_limitation_and_of_a_notice_are_the_journals()
    {
        var limited = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-05-02"), (BeginVerification, "2026-05-10"), (SubmitReport, "2026-05-30"), (ReportLimitation, "2026-06-01"), (CureLimitation, "2026-06-12"), (FindPositive, "2026-06-20"), (ConfirmOpinion, "2026-06-25"));
        var record = Record with { Agency = "M/s organisation of Verifier", Team = [new TeamMember(Years.Actor(YearRole.Verifier).Person, true)], Reviewer = Years.Actor(YearRole.TechnicalReviewer).Person, SiteVisits = [] };
        Assert.Empty(VerificationCheck.Contradictions(record, limited));
        Assert.Equal(["other-limitation", "other-limitation"], VerificationCheck.Contradictions(record with { Limitations = [] }, limited).Select(g => g.Code));
        Assert.Equal("other-limitation", Assert.Single(VerificationCheck.Contradictions(record with { Limitations = [record.Limitations[0] with { Cured = Years.Day("2026-06-11") }] }, limited)).Code);
        var check = record with { Agency = "another", Check = new CertificateCheck("organisation of Verifier", Years.Day("2026-07-02")), Team = [], Reviewer = null, Limitations = [] };
        var notified = limited.Play((FileFormA, "2026-07-01"), (NotifyCheck, "2026-07-02"));
        Assert.Empty(VerificationCheck.Contradictions(check, notified));
        Assert.All([Years.Day("2026-11-02"), (NodaTime.LocalDate?)null], day => Assert.Equal("other-notice", Assert.Single(VerificationCheck.Contradictions(check with { Check = check.Check! with { Notified = day } }, notified)).Code));
        // A check that was ordered begins then.
        var ordered = notified.Play((OrderCheck, "2026-07-20"));
        Assert.Equal("visit-out-of-time", Assert.Single(VerificationCheck.Contradictions(check with { SiteVisits = [Record.SiteVisits[0] with { On = Years.Day("2026-07-19"), By = "another" }] }, ordered)).Code);
    }

    /// <summary>Of a year whose documents were not submitted nothing was measured, so nothing positive can be said of it; and an agency in the dress of a firm is still the one that is checked.</summary>
    [Fact]
    public void A_deemed_year_has_no_positive_opinion_and_nobody_checks_itself()
    {
        var deemed = Samples.Assess(Samples.Kotputli with { DocumentsSubmitted = false });
        Assert.Equal("deemed", Assert.Single(VerificationCheck.Gaps(Record, Sum(Record), 1, null, deemed)).Code);
        var check = Record with { Check = new CertificateCheck("M/s " + Record.Agency + " Pvt. Ltd.") };
        Assert.Contains(VerificationCheck.Gaps(check, Sum(check), 1), g => g.Code == "same-agency");
    }

    [Fact]
    public void A_record_that_is_not_of_the_journals_people_is_told()
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-02-01"), (BeginVerification, "2026-02-10"), (SubmitReport, "2026-02-20"));
        Assert.Equal("other-agency", Assert.Single(VerificationCheck.Contradictions(Record, year)).Code);
        var same = Record with { Agency = Years.Actor(YearRole.Verifier).Organisation };
        Assert.Empty(VerificationCheck.Contradictions(same, year));
        Assert.Equal("same-person", Assert.Single(VerificationCheck.Contradictions(same with { Reviewer = Years.Actor(YearRole.Entity).Person }, year)).Code);
        Assert.Equal("same-person", Assert.Single(VerificationCheck.Contradictions(same with { Reviewer = Years.Actor(YearRole.Verifier).Person }, year)).Code);
        Assert.Contains(VerificationCheck.Contradictions(same with { Entity = "X", Year = same.Year.Next }, year), g => g.Code == "other-entity");
    }

    private static IReadOnlyList<SourceRisk> Risks() => StrategicAnalysis.Of(Samples.Kotputli, Samples.Assessed, Years.Ruleset().Assessment.Monitoring);

    private static MisstatementSum Sum(VerificationRecord record) => MisstatementSum.Of(record.Misstatements, Samples.Assessed.Emissions.Total, Years.Ruleset().Assessment.Monitoring.Materiality.Value);
}
