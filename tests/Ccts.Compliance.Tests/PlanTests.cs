using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Sources;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;

namespace Ccts.Compliance.Tests;

/// <summary>A monitoring plan has thirteen parts, its versions differ where they differ, and a report follows it or is told where not.</summary>
public sealed class PlanTests
{
    private static readonly MonitoringPlan First = Plan("kotputli-v1.json");
    private static readonly MonitoringPlan Second = Plan("kotputli-v2.json");

    [Fact]
    public void The_sample_has_all_thirteen_parts_and_its_report_follows_it()
    {
        Assert.Empty(PlanCheck.Gaps(First));
        Assert.Empty(PlanCheck.Deviations(First, Samples.Kotputli));
        Assert.Equal(13, PlanForm.Make(First).Parts.Count - 1);
    }

    [Fact]
    public void A_plan_that_is_only_begun_lacks_each_part_once()
    {
        var begun = new MonitoringPlan { Entity = First.Entity, Registration = First.Registration, Year = First.Year, Version = 1, Effective = First.Effective };
        Assert.Equal(["(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)", "(xiii)"], PlanCheck.Gaps(begun).Select(g => g.Part));
    }

    [Fact]
    public void What_is_named_and_does_not_exist_is_told()
    {
        Assert.Equal("(xi)", Assert.Single(PlanCheck.Gaps(First with { Equipment = [.. First.Equipment, new PlannedMeter("X", "no-such-source", "r", "u", "l")] })).Part);
        Assert.Equal("(xiii)", Assert.Single(PlanCheck.Gaps(First with { Version = 3 })).Part);
        Assert.Equal("(iii)", Assert.Single(PlanCheck.Gaps(First with { Sources = [First.Sources[0] with { Methodology = null }, .. First.Sources.Skip(1)] })).Part);
        Assert.Equal(2, PlanCheck.Deviations(First with { Sources = [First.Sources[0] with { Id = "kiln-lignite" }, .. First.Sources.Skip(1)] }, Samples.Kotputli).Count);
        Assert.Null(Assert.Single(PlanCheck.Deviations(First with { Year = First.Year.Next }, Samples.Kotputli)).Part);
    }

    /// <summary>The type of factor and the meter that were approved are what a verifier looks for first.</summary>
    [Fact]
    public void Another_type_of_factor_and_another_meter_are_told()
    {
        Assert.Equal(("(iv)", true), Assert.Single(PlanCheck.Deviations(First with { Sources = [First.Sources[0] with { Factor = "Type I, Annexure IV" }, .. First.Sources.Skip(1)] }, Samples.Kotputli)) is var tier ? (tier.Part, tier.Message.Contains("Type II for \"kiln-petcoke\"", StringComparison.Ordinal)) : default);
        Assert.Empty(PlanCheck.Deviations(First with { Sources = [First.Sources[0] with { Factor = "as analysed" }, .. First.Sources.Skip(1)] }, Samples.Kotputli));
        Assert.Contains("the plan has no equipment for it", Assert.Single(PlanCheck.Deviations(First with { Equipment = [.. First.Equipment.Where(m => m.Id != "KF-2")] }, Samples.Kotputli)).Message, StringComparison.Ordinal);
        Assert.Contains("Feeder scale KF-1", Assert.Single(PlanCheck.Deviations(First with { Equipment = [First.Equipment[0] with { Id = "KF-7" }, .. First.Equipment.Skip(1)] }, Samples.Kotputli)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 2025-06-20", 0)]
    [InlineData("1 2025-06-20, 1 2025-06-20", 0)]
    [InlineData("1 2025-06-20, 2 2025-07-20", 1)]
    [InlineData("2 2025-06-20, 1 2025-07-20", 2)]
    [InlineData("1 2025-06-20, 1 2025-05-20", 1)]
    public void A_change_log_is_in_order_and_knows_of_no_version_to_come(string log, int gaps) =>
        Assert.Equal(gaps, PlanCheck.Gaps(First with { Changes = [.. log.Split(", ").Select(c => new PlanRevision(c[0] - '0', Years.Day(c[2..]), "a change"))] }).Count);

    [Theory]
    [InlineData("250 %", "2025-04-01", 1)]
    [InlineData("\u00B1 101 %", "2025-04-01", 1)]
    [InlineData("100 %", "2025-04-01", 0)]
    [InlineData("1.0 %", "2062-04-01", 1)]
    [InlineData("1.0 %", "2024-04-01", 1)]
    [InlineData("1.0 %", "2026-03-31", 0)]
    public void An_uncertainty_or_a_day_that_cannot_be_meant_is_told(string uncertainty, string effective, int gaps) =>
        Assert.Equal(gaps, PlanCheck.Gaps(First with { Equipment = [First.Equipment[0] with { Uncertainty = uncertainty }], Effective = Years.Day(effective) }).Count);

    /// <summary>Two plants of one name differ in their numbers, and the message shows them.</summary>
    [Fact]
    public void Another_number_is_told_with_both()
    {
        var other = Samples.Kotputli with { Entity = Samples.Kotputli.Entity with { Registration = Ccts.Sdk.Entities.RegistrationNumber.Parse("CMTOE001RJ") } };
        var message = PlanCheck.Deviations(First, other).First(g => g.Part is null).Message;
        Assert.Contains("CMTOE085RJ", message, StringComparison.Ordinal);
        Assert.Contains("CMTOE001RJ", message, StringComparison.Ordinal);
        var before = EnergyForm.Make(other, Samples.Assess(other) with { Entity = other.Entity }, new Dictionary<string, string>());
        var next = Samples.Read("kotputli-2026-27.json");
        var refused = Assert.Throws<CctsDataException>(() => EnergyForm.Make(next, Samples.Assess(next), new Dictionary<string, string>(), before)).Problems[0];
        Assert.Contains("CMTOE001RJ", refused.Message, StringComparison.Ordinal);
        Assert.Contains("CMTOE085RJ", refused.Expected, StringComparison.Ordinal);
    }

    /// <summary>A plan that began in the middle of the year says nothing of the days before it.</summary>
    [Fact]
    public void Days_before_the_plan_are_told()
    {
        var late = First with { Effective = new NodaTime.LocalDate(2026, 1, 15) };
        Assert.Contains("followed from 2026-01-15", Assert.Single(PlanCheck.Deviations(late, Samples.Kotputli)).Message, StringComparison.Ordinal);
        Assert.Contains(EmissionReport.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string>(), late).Notices, n => n.Text.Contains("2026-01-15", StringComparison.Ordinal));
        Assert.Empty(EmissionReport.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string>(), First).Notices);
    }

    /// <summary>A meter is the plan's whose id it has, however that is written, and measures what the plan says that it measures.</summary>
    [Theory]
    [InlineData("Feeder scale KF-1", true)]
    [InlineData("kf 1", true)]
    [InlineData("KF1, west", true)]
    [InlineData("Scale (KF_1)", true)]
    [InlineData("KF-01", true)]
    [InlineData("KF-\u0967", true)]
    [InlineData("\uFF2B\uFF26-1", true)]
    [InlineData("Feeder scales KF-1 and KF-2", false)]
    [InlineData("KF-1,5", false)]
    [InlineData("Feeder scale KF-11", false)]
    [InlineData("Feeder scale KF-1-2", false)]
    [InlineData("Feeder scale SKF-1", false)]
    [InlineData("Feeder scale KF-1A", false)]
    [InlineData("Feeder scale KF-2", false)]
    public void A_meter_is_known_by_its_id_and_by_what_it_measures(string instrument, bool isPlanned)
    {
        var fuel = Samples.Kotputli.Fuels[0];
        var report = Samples.Kotputli with { Fuels = [fuel with { Evidence = [fuel.Evidence[0] with { Instrument = instrument }] }, .. Samples.Kotputli.Fuels.Skip(1)] };
        Assert.Equal(isPlanned ? 0 : 1, PlanCheck.Deviations(First, report).Count);
    }

    /// <summary>A meter that is numbered 0 is not every meter of its name.</summary>
    [Theory]
    [InlineData("Feeder scale KF-0", true)]
    [InlineData("KF 00", true)]
    [InlineData("Feeder scale KF 7", false)]
    [InlineData("Feeder scale KF", false)]
    public void A_number_of_zero_is_a_number(string instrument, bool isNamed) => Assert.Equal(isNamed, InstrumentName.Names(instrument, "KF-0"));

    /// <summary>A longer name is no second meter, and a plan that says "n/a" says nothing.</summary>
    [Fact]
    public void A_part_that_says_nothing_is_not_written()
    {
        var inside = First with { Equipment = [.. First.Equipment, First.Equipment[1] with { Id = "Feeder scale" }] };
        Assert.Empty(PlanCheck.Deviations(inside with { Equipment = [.. inside.Equipment.Select(m => m.Id == "KF-1" ? m with { Id = "Feeder scale KF-1" } : m.Id == "KF-2" ? m with { Id = "Feeder scale KF-2" } : m)] }, Samples.Kotputli));
        Assert.All([First with { Testing = "n/a" }, First with { DataFlow = "TBD" }, First with { Staff = [First.Staff[0] with { Person = " " }] }, First with { Staff = [First.Staff[0] with { Person = "-" }] }, First with { Analyses = [First.Analyses[0] with { Method = "tbd" }] }], p => Assert.Single(PlanCheck.Gaps(p)));
        Assert.All(["To be reviewed each quarter", "Enter the readings into SAP daily", "Please see manual 3, chapter 2", "Not applicable to diesel; coal each month"], said => Assert.Empty(PlanCheck.Gaps(First with { Evaluation = said })));
    }

    [Fact]
    public void A_meter_of_another_source_needs_the_plan_to_say_so()
    {
        var one = First with { Equipment = [.. First.Equipment.Select(m => m with { AlsoFor = [] })] };
        Assert.Contains("\"alsoFor\"", Assert.Single(PlanCheck.Deviations(one, Samples.Kotputli)).Message, StringComparison.Ordinal);
        Assert.Equal("(xi)", Assert.Single(PlanCheck.Gaps(First with { Equipment = [First.Equipment[0] with { AlsoFor = ["no-such-source"] }] })).Part);
    }

    /// <summary>Two versions of one plan cover the year that each covers in part.</summary>
    [Fact]
    public void Versions_of_a_year_are_followed_together()
    {
        Assert.Single(PlanCheck.Deviations(Second, Samples.Kotputli));
        Assert.Empty(PlanCheck.Deviations([Second, First], Samples.Kotputli));
        Assert.Equal("(xiii)", Assert.Single(PlanCheck.Deviations([First, First], Samples.Kotputli)).Part);
        Assert.Equal("(xiii)", Assert.Single(PlanCheck.Deviations([First, Second with { Effective = First.Effective }], Samples.Kotputli)).Part);
        var form = EmissionReport.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string>(), Second, First);
        Assert.Equal(("1, 2", "2025-04-01, 2025-10-01"), (form.Fields.Single(f => f.Number == "plan").Value, form.Fields.Single(f => f.Number == "plan.effective").Value));
        Assert.Empty(form.Notices);
        Assert.Throws<ArgumentException>(() => PlanCheck.Deviations([], Samples.Kotputli));
    }

    [Fact]
    public void Versions_differ_in_what_was_changed_and_nothing_else()
    {
        var differences = PlanComparison.Of(First, Second);
        Assert.Equal(("KF-1", "Uncertainty", "1.0 %", "0.5 %"), (differences[0].Item, differences[0].Field, differences[0].Before, differences[0].After));
        Assert.All(differences.Skip(1), d => Assert.True(d.Item == "WB-2" || d.Part == "(xiii)"));
        Assert.Empty(PlanComparison.Of(First, First with { Version = 2 }));
        Assert.Equal(("Followed from", "2025-04-01", "2025-10-01"), differences.Single(d => d.Field == "Followed from") is var from ? (from.Field, from.Before, from.After) : default);
        Assert.Throws<ArgumentException>(() => PlanComparison.Of(Second, First));
        Assert.Throws<ArgumentException>(() => PlanComparison.Of(First, Second with { Entity = "Another" }));
    }

    [Fact]
    public void The_emission_report_is_the_assessment_source_by_source()
    {
        var (report, assessment) = (Samples.Kotputli, Samples.Assessed);
        var form = EmissionReport.Make(report, assessment, new Dictionary<string, string>(), First);
        var sources = SourceTonnes.Of(assessment);
        Assert.Equal(assessment.Emissions.Total.Tonnes, sources.Where(s => s.Part is not (SourcePart.Memo or SourcePart.Deducted)).Sum(s => s.Tonnes) + assessment.Emissions.Adjustments.Tonnes);
        Assert.Equal(assessment.Emissions.Memo.Tonnes, sources.Where(s => s.Part == SourcePart.Memo).Sum(s => s.Tonnes));
        Assert.All(sources, s => Assert.Equal(s.Tonnes.ToString("0.#########", System.Globalization.CultureInfo.InvariantCulture), form.Fields.Single(f => f.Number == s.Id).Value));
        Assert.Equal("1", form.Fields.Single(f => f.Number == "plan").Value);
        Assert.Equal("II", form.Fields.Single(f => f.Number == "kiln-coal.tier").Value);
        Assert.Equal("138.885", form.Fields.Single(f => f.Number == "kiln-biomass.energy").Value);
        Assert.Equal("other-report", Assert.Throws<CctsDataException>(() => EmissionReport.Make(report, assessment, new Dictionary<string, string>(), First with { Year = First.Year.Next })).Problems[0].Code);
        var schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "compliance-form.schema.json"));
        Assert.Empty(schema.Errors(FormJson.Write(form).ToJsonString()));
        Assert.Empty(schema.Errors(FormJson.Write(PlanForm.Make(First)).ToJsonString()));
    }

    [Theory]
    [InlineData("kundanganj-2025-26.json")]
    [InlineData("maihar-2025-26.json")]
    [InlineData("muddapur-2025-26.json")]
    public void Every_sample_makes_an_emission_report(string sample)
    {
        var report = MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", sample)), sample);
        var assessment = Assessor.Assess(report, Years.Ruleset().Assessment, new AssessmentOptions { Steps = true });
        Assert.NotEmpty(EmissionReport.Make(report, assessment, new Dictionary<string, string>()).Fields);
    }

    [Theory]
    [InlineData("\"version\": 1,", "\"version\": 0,", "bad-value")]
    [InlineData("\"version\": 1,", "\"version\": \"1\",", "wrong-type")]
    [InlineData("\"id\": \"kiln-coal\"", "\"id\": \"kiln-petcoke\"", "duplicate-id")]
    [InlineData("\"testing\"", "\"test\"", "unknown-key")]
    [InlineData("ccts-monitoring-plan/1", "ccts-monitoring-plan/2", "bad-value")]
    [InlineData("\"effective\": \"2025-04-01\"", "\"effective\": \"2025-02-29\"", "bad-value")]
    public void A_plan_that_cannot_be_meant_is_refused_with_its_place(string from, string to, string code)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "plans", "kotputli-v1.json"));
        Assert.Contains(from, text, StringComparison.Ordinal);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        var bad = Assert.Throws<CctsDataException>(() => MonitoringPlanReader.Read(Encoding.UTF8.GetBytes(text[..at] + to + text[(at + from.Length)..]), "plan.json"));
        Assert.Contains(bad.Problems, p => p.Code == code && p.Place.Line > 0);
    }

    private static MonitoringPlan Plan(string file) => MonitoringPlanReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "plans", file)), file);
}
