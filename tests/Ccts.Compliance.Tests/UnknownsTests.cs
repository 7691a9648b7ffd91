using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Compliance.Accounts;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Extracts;
using Ccts.Compliance.Forms;
using Ccts.Compliance.Plans;
using Ccts.Compliance.Verification;
using Ccts.Compliance.Verification.Reporting;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Sdk.Problems;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>What was published nowhere that was read is said to be unknown, in the product and in its page, and a host that has it gives it as data.</summary>
public sealed class UnknownsTests
{
    private static readonly Dictionary<string, string> Nothing = [];
    private static readonly string Docs = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "compliance-year.md")).ReplaceLineEndings("\n");

    [Theory]
    [InlineData("the account says that no scale is published")]
    [InlineData("Part E is for power plants and\nis stated; its numbers and units were not seen")]
    [InlineData("For imports from 1 January 2026 IR (EU) 2025/2547 governs, and its template was not seen")]
    [InlineData("(`schemas/monitoring-plan.schema.json`, a sample in `samples/data/plans/`) with the thirteen parts of DPCM s.5(6). No official template was found")]
    [InlineData("Opinions are `positive`, `adverse` and `scope-limited`. No official template was found")]
    [InlineData("since no list of them is built in")]
    public void The_page_says_so(string sentence) => Assert.Contains(sentence, Docs, StringComparison.Ordinal);

    [Fact]
    public void A_rating_is_somebodys_scale()
    {
        Assert.Null(Performance.Of(Samples.Assessed).Rating);
        Assert.Equal(new ClaimedRating("met", "a host"), Performance.Of(Samples.Assessed, new RatingScale("a host", [("met", -1m)])).Rating);
    }

    [Fact]
    public void Part_E_says_that_its_numbers_were_not_seen_and_takes_what_is_stated()
    {
        var form = EnergyForm.Make(Samples.Kotputli, Samples.Assessed, new Dictionary<string, string> { ["E.capacity"] = "30 MW" });
        var part = form.Parts.Single(p => p.Title.StartsWith("E ", StringComparison.Ordinal));
        Assert.Contains("were not seen", part.Title, StringComparison.Ordinal);
        Assert.Equal(("30 MW", FormOrigin.Stated), (part.Fields[0].Value, part.Fields[0].Origin));
    }

    [Fact]
    public void Documents_without_an_official_template_say_so()
    {
        var plan = PlanForm.Make(MonitoringPlanReader.Read(Sample("plans", "kotputli-v1.json")));
        var record = VerificationReader.Read(Sample("verification", "kotputli-2025-26.json"));
        var report = VerificationReport.Make(record, Samples.Assessed, MisstatementSum.Of(record.Misstatements, Samples.Assessed.Emissions.Total, Years.Ruleset().Assessment.Monitoring.Materiality.Value), []);
        Assert.All(new[] { plan, report }, d => Assert.Contains("No official template was found", FormPage.Write(d), StringComparison.Ordinal));
        Assert.Contains("its template was not seen", FormPage.Write(Cbam()), StringComparison.Ordinal);
    }

    // What a schedule prints is known, also where it is a dash: nothing is owed, and an importer has paid nothing.
    [Fact]
    public void A_dash_of_the_schedule_owes_nothing()
    {
        var report = Samples.Read("kundanganj-2025-26.json");
        var grinding = Samples.Assess(report);
        var form = ComplianceForms.A(FormBasis.Of(grinding), Nothing);
        Assert.Equal("none", form.Fields.Single(f => f.Number == "9").Value);
        Assert.Contains("prints no target", Assert.Single(form.Notices, n => n.IsGap).Text, StringComparison.Ordinal);
        Assert.Equal("0", CbamExtract.Make(report, grinding, [new CbamGood("2523 29 00")], null, Nothing).Fields.Single(f => f.Number == "G1.price-effective").Value);
    }

    // A host that has the template says where its cells are.
    [Fact]
    public void A_template_that_a_host_has_is_filled_by_its_map()
    {
        var plan = PlanForm.Make(MonitoringPlanReader.Read(Sample("plans", "kotputli-v1.json")));
        Assert.Equal([new FormCell("Cover", "B4", "1", false)], FormCells.Of(plan, Map("version,Cover,b4\n")));
        Assert.Equal(
            [new FormCell("A", "C7", "Kotputli Cement Works", false), new FormCell("A", "C9", Cbam().Fields.Single(f => f.Number == "G1.see-direct").Value!, true)],
            FormCells.Of(Cbam(), Map("installation,A,C7\naddress,A,C8\nG1.see-direct,A,C9\n")));
        var two = EnergyForm.Make(Samples.Read("kotputli-2026-27.json"), Samples.Assess(Samples.Read("kotputli-2026-27.json")), Nothing, EnergyForm.Make(Samples.Kotputli, Samples.Assessed, Nothing));
        Assert.Equal("2964439.1868", FormCells.Of(two, Map("B2(xiv).previous,E2,D30\n")).Single().Value);
    }

    [Theory]
    [InlineData("G9.see-direct,A,C7\n", "unknown-field")]
    [InlineData("installation,A,7C\n", "bad-value")]
    [InlineData("installation,A,XFE1\n", "bad-value")]
    [InlineData("installation,A,A1048577\n", "bad-value")]
    [InlineData("installation,A,A0\n", "bad-value")]
    [InlineData("installation,A/B,A1\n", "bad-value")]
    [InlineData("installation,A,C7\ncountry,A,c7\n", "duplicate-id")]
    [InlineData("installation,,C7\n", "csv-empty-field")]
    public void A_map_that_cannot_be_meant_is_refused_with_its_place(string rows, string code)
    {
        var problem = Assert.Single(Assert.Throws<CctsDataException>(() => FormCells.Of(Cbam(), Map(rows), "map.csv")).Problems);
        Assert.Equal((code, "map.csv"), (problem.Code, problem.Place.File));
    }

    [Fact]
    public void Working_days_are_unknown_until_a_host_states_its_holidays()
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (FindPositive, "2026-07-01"), (ConfirmOpinion, "2026-07-05"), (FileFormA, "2026-07-20"), (NotifyCheck, "2028-02-21"));
        DueDay Reply(WorkingDays? working) => new DueCalendar(Years.Ruleset(), working).DaysOf(year).Single(d => d.DoneBy == ReplyToCheck);
        Assert.Contains("holidays of those years are not stated", Reply(null).Unknown, StringComparison.Ordinal);
        // 22 23 24 25 | 28 | 1 2 3 4 | 6: this host works on Saturdays but for one, and not on the leap day.
        var holidays = WorkingDaysReader.Read(Encoding.UTF8.GetBytes("day,name,source\nSunday,weekend,host\n2028-02-26,Made-up holiday,host\n2028-02-29,Made-up holiday,host\n"));
        Assert.Equal(Years.Day("2028-03-06"), Reply(holidays).Due);
    }

    private static FormDocument Cbam() => CbamExtract.Make(Samples.Kotputli, Samples.Assessed, [new CbamGood("2523 29 00")], null, Nothing);

    private static byte[] Map(string rows) => Encoding.UTF8.GetBytes("field,sheet,cell\n" + rows);

    private static byte[] Sample(string folder, string file) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", folder, file));
}
