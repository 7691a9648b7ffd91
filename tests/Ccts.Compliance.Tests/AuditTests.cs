using System;
using System.IO;
using System.Linq;
using Ccts.Compliance.Plans.Audits;
using Ccts.Compliance.Forms;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;

namespace Ccts.Compliance.Tests;

/// <summary>An internal audit finds what is missing, estimated and late in its quarter, and nothing of another quarter.</summary>
public sealed class AuditTests
{
    private static readonly FuelStream Coal = Samples.Kotputli.Fuels.Single(f => f.Id == "kiln-coal");

    [Theory]
    [InlineData(1, "2025-04-01", "2025-06-30")]
    [InlineData(2, "2025-07-01", "2025-09-30")]
    [InlineData(3, "2025-10-01", "2025-12-31")]
    [InlineData(4, "2026-01-01", "2026-03-31")]
    public void Quarters_begin_in_April(int quarter, string first, string last) =>
        Assert.Equal((Years.Day(first), Years.Day(last)), QuarterlyAudit.DaysOf(Samples.Kotputli.Year, quarter));

    [Fact]
    public void The_last_quarter_of_a_leap_year_has_its_day_more() =>
        Assert.Equal(91, NodaTime.Period.DaysBetween(QuarterlyAudit.DaysOf(ComplianceYear.Parse("2027-28"), 4).First, QuarterlyAudit.DaysOf(ComplianceYear.Parse("2027-28"), 4).Last) + 1);

    [Fact]
    public void A_month_that_is_not_there_is_missing_in_its_quarter_and_in_no_other()
    {
        var gap = Samples.Kotputli with { Fuels = [Without(Coal, "2025-08")] };
        Assert.Equal("No amount from 2025-08-01 to 2025-08-31.", Assert.Single(QuarterlyAudit.Of(gap, 2), p => p is { Kind: AuditKind.Missing, Stream: "kiln-coal" }).Message);
        Assert.DoesNotContain(QuarterlyAudit.Of(gap, 1), p => p is { Kind: AuditKind.Missing, Stream: "kiln-coal" });
    }

    /// <summary>Amounts by fortnights: one day between two of them is a gap too.</summary>
    [Fact]
    public void A_single_day_without_an_amount_is_a_gap()
    {
        ReportingPeriod Days(string from, string to) => new(Years.Day(from), Years.Day(to));
        var coal = Coal with { Measured = ((WeighedFuel)Coal.Measured) with { Amounts = new Amounts<Mass>([new(Days("2025-07-01", "2025-08-14"), Mass.FromTonnes(1m)), new(Days("2025-08-16", "2025-09-30"), Mass.FromTonnes(1m))]) } };
        Assert.Equal("No amount from 2025-08-15 to 2025-08-15.", Assert.Single(QuarterlyAudit.Of(Samples.Kotputli with { Fuels = [coal] }, 2), p => p is { Kind: AuditKind.Missing, Stream: "kiln-coal" } && p.Message.StartsWith("No amount", StringComparison.Ordinal)).Message);
    }

    [Fact]
    public void Estimates_and_late_documents_are_told()
    {
        var late = Samples.Kotputli with { Fuels = [Coal with { Evidence = [new EvidenceDocument("Ticket", "KF-2", null, "2025-10-02T08:00:00+05:30")] }] };
        Assert.Contains("2025-10-02", Assert.Single(QuarterlyAudit.Of(late, 2), p => p.Kind == AuditKind.Late).Message, StringComparison.Ordinal);
        Assert.DoesNotContain(QuarterlyAudit.Of(late, 3), p => p.Kind == AuditKind.Late);
        var lastDay = Samples.Kotputli with { Fuels = [Coal with { Evidence = [new EvidenceDocument("Ticket", "KF-2", null, "2025-09-30T23:59:00+05:30")] }] };
        Assert.DoesNotContain(QuarterlyAudit.Of(lastDay, 2), p => p.Kind == AuditKind.Late);
        Assert.Contains(QuarterlyAudit.Of(Samples.Kotputli, 1), p => p is { Kind: AuditKind.Estimated, Stream: "colony-diesel" } && p.Message.Contains("One amount", StringComparison.Ordinal));
        Assert.Contains(QuarterlyAudit.Of(Samples.Kotputli, 1), p => p is { Kind: AuditKind.Estimated, Stream: "raw-meal-caco3" } && p.Message.Contains("Type I", StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => QuarterlyAudit.Of(Samples.Kotputli, 5));
    }

    [Fact]
    public void A_calibration_that_does_not_reach_the_quarter_is_told_with_instrument_and_days()
    {
        static string[] Told(int quarter, params EvidenceDocument[] evidence) =>
            [.. QuarterlyAudit.Of(Samples.Kotputli with { Fuels = [Coal with { Evidence = evidence }] }, quarter).Where(p => p is { Kind: AuditKind.Instrument, Stream: "kiln-coal" }).Select(p => p.Message)];
        var scale = new EvidenceDocument("tickets.csv", "Belt scale BS-1", null, null) { Of = "amounts/2025-08", Calibrated = "2024-08-16", CalibratedUntil = "2025-08-15" };
        Assert.Equal(["Belt scale BS-1: its calibration of 2024-08-16 holds until 2025-08-15, and it was used for values of 2025-08."], Told(2, scale));
        Assert.Empty(Told(1, scale));
        Assert.Empty(Told(2, scale with { Of = "amounts/2025-07" }, scale with { CalibratedUntil = "2025-08-31" }, scale with { CalibratedUntil = null }));
        Assert.Equal(["Belt scale BS-1: its calibration of 2024-08-16 holds until 2025-08-15, and it was used for values of 2025-07-01/2025-09-30."], Told(2, scale with { Of = null }));
        Assert.Equal(["Belt scale BS-1: it was calibrated on 2025-08-02, and was used for values of 2025-08 without the calibration before."], Told(2, scale with { Calibrated = "2025-08-02", CalibratedUntil = null }));
    }

    [Fact]
    public void An_own_laboratory_without_accreditation_is_told()
    {
        var analysed = Coal with { Analyses = [new FuelAnalysis(ReportingPeriod.Month(2025, 8)) { Net = 24m, ExternalNet = 24m, Source = "Plant laboratory", ExternalSource = "Laboratory E" }], Evidence = [] };
        static string[] Told(int quarter, FuelStream stream) => [.. QuarterlyAudit.Of(Samples.Kotputli with { Fuels = [stream] }, quarter).Where(p => p is { Kind: AuditKind.Instrument, Stream: "kiln-coal" }).Select(p => p.Message)];
        Assert.Equal(["Plant laboratory: no accreditation is stated for results of 2025-08 (asked for of the own laboratory, DPCM s.5(13)-(15))."], Told(2, analysed));
        Assert.Empty(Told(1, analysed));
        var document = new EvidenceDocument("lab.csv", "Plant laboratory", null, null) { Of = "analyses/2025-08/ncv", Accreditation = "NABL TC-0000", AccreditedUntil = "2025-08-31" };
        Assert.Empty(Told(2, analysed with { Evidence = [document] }));
        Assert.Equal(["Plant laboratory: its accreditation (NABL TC-0000, until 2025-08-30) does not reach all days of 2025-08 (asked for of the own laboratory, DPCM s.5(13)-(15))."], Told(2, analysed with { Evidence = [document with { AccreditedUntil = "2025-08-30" }] }));
        Assert.Equal(["Plant laboratory: it is stated to have no accreditation for results of 2025-08 (asked for of the own laboratory, DPCM s.5(13)-(15))."], Told(2, analysed with { Evidence = [document with { Accreditation = EvidenceDocument.NotAccredited, AccreditedUntil = null }] }));
    }

    [Fact]
    public void A_gas_let_off_is_audited_like_any_source()
    {
        var gas = new GasStream { Id = "sf6", Gas = "SF6", Amounts = new Amounts<Mass>([]), Source = "Cylinders" };
        Assert.Contains(QuarterlyAudit.Of(Samples.Kotputli with { Gases = [gas] }, 1), p => p is { Kind: AuditKind.Missing, Stream: "sf6" });
    }

    [Fact]
    public void Every_record_has_its_retention_and_the_form_is_as_its_schema_says()
    {
        var form = AuditForm.Make(Samples.Kotputli, 2, Years.Ruleset(), Years.Day("2025-10-10"));
        var records = form.Fields.Where(f => f.Number.StartsWith("record.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(records);
        // The longest claim of the ruleset is ten years from the year's last day, by a private standard.
        Assert.All(records, r => Assert.Equal("keep until 2036-03-31", r.Value));
        Assert.Contains("unknown", form.Fields.Single(f => f.Number == "claims").Value, StringComparison.Ordinal);
        Assert.Empty(SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json")).Errors(FormJson.Write(form).ToJsonString()));
    }

    [Theory]
    [InlineData("2025-08-10", true)]
    [InlineData("2025-09-29", true)]
    [InlineData("2025-09-30", false)]
    public void An_audit_before_the_quarters_end_says_so(string on, bool early) =>
        Assert.Equal(early, AuditForm.Make(Samples.Kotputli, 2, Years.Ruleset(), Years.Day(on)).Notices.Any(n => n.IsGap));

    /// <summary>While a claim is unknown nobody can say; where each is known and over, a record may go.</summary>
    [Fact]
    public void A_record_may_go_only_when_every_period_is_known_and_over()
    {
        static string Verdict(Ccts.Rules.Rulesets.Ruleset ruleset, string on) => AuditForm.Make(Samples.Kotputli, 2, ruleset, Years.Day(on)).Fields.First(f => f.Number.StartsWith("record.", StringComparison.Ordinal)).Value!;
        Assert.Equal("keep: it is unknown for how long", Verdict(Years.Ruleset(), "2036-04-01"));
        var folder = Directory.CreateTempSubdirectory("ccts-retention");
        try
        {
            foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rulesets", "in-ccts", "2025-26-revision-1")))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var path = Path.Combine(folder.FullName, "retention.json");
            var claims = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(path))!;
            claims["claims"] = new System.Text.Json.Nodes.JsonArray([.. claims["claims"]!.AsArray().Where(c => c!["years"] is not null).Select(c => c!.DeepClone())]);
            File.WriteAllText(path, claims.ToJsonString());
            var known = Ccts.Rules.Rulesets.RulesetReader.Read(Ccts.Rules.Files.RulesetFiles.FromDirectory(folder.FullName));
            Assert.Equal(("keep until 2036-03-31", "may go: every period is over"), (Verdict(known, "2036-03-31"), Verdict(known, "2036-04-01")));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static FuelStream Without(FuelStream stream, string month)
    {
        var weighed = (WeighedFuel)stream.Measured;
        return stream with { Measured = weighed with { Amounts = new Amounts<Mass>(weighed.Amounts.Where(a => a.Period.ToString() != month)) } };
    }
}
