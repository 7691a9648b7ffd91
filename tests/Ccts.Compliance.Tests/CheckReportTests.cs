using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Compliance.Years;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>The report of a check verification: by another agency, with what follows from a negative opinion in figures (DPCM s.7).</summary>
public sealed class CheckReportTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "verification", "kotputli-2025-26-check.json"));
    internal static readonly VerificationRecord Record = VerificationReader.Read(Encoding.UTF8.GetBytes(Text));

    private static MisstatementSum Sum(VerificationRecord record) => MisstatementSum.Of(record.Misstatements, Samples.Assessed.Emissions.Total, Years.Ruleset().Assessment.Monitoring.Materiality.Value);

    internal static FormDocument Make(VerificationRecord record) => CheckReport.Make(record, Samples.Assessed, Sum(record), Years.Ruleset().Assessment.Certificates);

    private static string? Field(FormDocument form, string number) => form.Fields.SingleOrDefault(f => f.Number == number)?.Value;

    [Fact]
    public void A_negative_check_says_the_advantage_in_certificates_and_who_is_liable()
    {
        var form = Make(Record);
        // 2964439.1868 t were certified, and 60000 t were missing; one tonne is one certificate.
        Assert.Equal(("3024439.1868", "-79797", "60000"), (Field(form, "checked-total"), Field(form, "checked-certificates"), Field(form, "advantage")));
        Assert.Equal(("material misstatement", Record.Check!.Liability, "Made-up Verification Agency", "2026-11-02"), (Field(form, "finding"), Field(form, "liability"), Field(form, "first-agency"), Field(form, "notified")));
        Assert.Equal("DPCM s.7(3)(iii)", form.Fields.Single(f => f.Number == "threshold").Remark);
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json")).Errors(FormJson.Write(form).ToJsonString()));
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "verification.schema.json")).Errors(Text));
        Assert.Empty(VerificationCheck.Gaps(Record, Sum(Record), 1));
    }

    [Fact]
    public void A_positive_check_has_no_part_of_advantage()
    {
        var upheld = Record with { Opinion = VerificationOpinion.Positive, Misstatements = [new("M1", "x", Co2e.FromTonnes(-1m))], Check = new CertificateCheck("First") };
        Assert.Empty(VerificationCheck.Gaps(upheld, Sum(upheld), 1));
        Assert.DoesNotContain(Make(upheld).Parts, p => p.Title.StartsWith("Negative", StringComparison.Ordinal));
        Assert.Null(Field(Make(upheld), "advantage"));
    }

    [Theory]
    [InlineData("same-agency", "own")]
    [InlineData("no-advantage", "advantage")]
    [InlineData("no-liability", "liability")]
    [InlineData("no-opinion", "opinion")]
    [InlineData("material", "positive")]
    [InlineData("no-lead", "nobody")]
    [InlineData("before-notice", "early")]
    [InlineData("before-notice", "talk")]
    [InlineData("notice-too-early", "year")]
    [InlineData("same-agency", "office")]
    [InlineData("advantage-differs", "nothing")]
    [InlineData("advantage-differs", "sign")]
    [InlineData("advantage-differs", "words")]
    public void A_check_that_cannot_stand_is_told(string code, string fault)
    {
        var check = Record.Check!;
        var record = fault switch
        {
            "own" => Record with { Check = check with { FirstAgency = " third  MADE-UP agency" } },
            "advantage" => Record with { Check = check with { Advantage = " " } },
            "liability" => Record with { Check = check with { Liability = null } },
            "opinion" => Record with { Opinion = null },
            "nobody" => Record with { Team = [] },
            "talk" => Record with { Interactions = [Record.Interactions[0] with { On = Years.Day("2026-11-01") }] },
            "year" => Record with { Check = check with { Notified = Years.Day("2025-11-02") } },
            "office" => Record with { Check = check with { FirstAgency = "Third Made-up Agency, Mumbai" } },
            "early" => Record with { Check = check with { Notified = Years.Day("2026-12-02") } },
            "nothing" => Record with { Misstatements = [], Reasoning = "made up" },
            "sign" => Record with { Misstatements = [Record.Misstatements[0] with { Effect = Co2e.FromTonnes(60000m) }] },
            "words" => Record with { Check = check with { Advantage = "large" } },
            _ => Record with { Opinion = VerificationOpinion.Positive },
        };
        var gap = Assert.Single(VerificationCheck.Gaps(record, Sum(record), 1, null, Samples.Assessed, Years.Ruleset().Assessment.Certificates));
        Assert.Equal((code, code is "before-notice" or "notice-too-early" ? "DPCM s.7(1)" : code == "material" ? "DPCM s.7(3)(iii)" : code == "no-opinion" ? null : "DPCM s.7"), (gap.Code, gap.Clause));
    }

    [Fact]
    public void A_check_is_held_against_the_journal()
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-20"), (ApprovePlan, "2025-07-01"), (SubmitReport, "2026-02-01"), (BeginVerification, "2026-02-10"));
        var verifier = Years.Actor(YearRole.Verifier);
        var fits = Record with { Check = Record.Check! with { FirstAgency = verifier.Organisation } };
        Assert.Empty(VerificationCheck.Contradictions(fits, year));
        Assert.Equal("other-first-agency", Assert.Single(VerificationCheck.Contradictions(Record, year)).Code);
        Assert.Equal("same-agency", Assert.Single(VerificationCheck.Contradictions(fits with { Agency = verifier.Organisation }, year)).Code);
        Assert.Equal("same-person", Assert.Single(VerificationCheck.Contradictions(fits with { Team = [new(verifier.Person, true)] }, year)).Code);
        var underCheck = Years.Reached()[YearStage.CheckVerification];
        var reached = fits with { Entity = underCheck.Entity, Check = fits.Check! with { FirstAgency = underCheck.Verifying!, Notified = underCheck.LastDayOf(NotifyCheck) } };
        Assert.Empty(VerificationCheck.Contradictions(reached, underCheck));
        var done = underCheck.Apply(new YearEvent(underCheck.Events[^1].On, UpholdCertificate, Years.Actor(YearRole.CheckVerifier)));
        Assert.Contains(VerificationCheck.Contradictions(reached, done), g => g.Code == "other-opinion");
        var upheld = reached with { Opinion = VerificationOpinion.Positive, Team = [new(Years.Actor(YearRole.CheckVerifier).Person, true)], SiteVisits = [], Interactions = [] };
        Assert.Equal("other-agency", Assert.Single(VerificationCheck.Contradictions(upheld, done)).Code);
        Assert.Empty(VerificationCheck.Contradictions(upheld with { Accreditation = Years.Actor(YearRole.CheckVerifier).Organisation }, done));
    }

    [Fact]
    public void A_first_verification_has_no_check_report_and_a_check_reads_as_it_is_written()
    {
        Assert.Throws<ArgumentException>(() => CheckReport.Make(Record with { Check = null }, Samples.Assessed, Sum(Record)));
        Assert.Throws<ArgumentException>(() => Make(Record with { Entity = "CMTOE001RJ" }));
        var text = JsonNode.Parse(Text)!;
        text["check"]!.AsObject().Remove("firstAgency");
        Assert.Throws<CctsDataException>(() => VerificationReader.Read(Encoding.UTF8.GetBytes(text.ToJsonString())));
        text["check"]!["firstAgency"] = "A";
        text["check"]!["unknown"] = "x";
        Assert.Throws<CctsDataException>(() => VerificationReader.Read(Encoding.UTF8.GetBytes(text.ToJsonString())));
    }
}
