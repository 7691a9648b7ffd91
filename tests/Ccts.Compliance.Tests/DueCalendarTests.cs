using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;
using Ccts.Sdk.Problems;
using NodaTime;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>Days that are due: those that the rulesets state, those that an event starts, and those that nobody can know.</summary>
public sealed class DueCalendarTests
{
    private static readonly (YearMove Move, string Day)[] ToLimitation =
    [
        (SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (ReportLimitation, "2026-05-20"),
    ];

    private static readonly (YearMove Move, string Day)[] ToFiling =
    [
        (SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (FindPositive, "2026-07-01"), (ConfirmOpinion, "2026-07-05"), (FileFormA, "2026-07-20"),
    ];

    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    [Theory]
    [InlineData("2025-26")]
    [InlineData("2025-26-revision-1")]
    [InlineData("2026-27")]
    [InlineData("2026-27-revision-1")]
    public void Each_move_that_has_a_day_finds_it_in_every_shipped_year(string folder)
    {
        var days = new DueCalendar(Years.Ruleset(folder)).DaysOf(Years.New(folder.Substring(0, 7)));
        Assert.Equal([SubmitPlan, FileFormA, CureLimitation, SubmitToCommittee, Recommend, Issue, FileFormD, NotifyCheck, ReplyToCheck, OrderCheck, ConfirmPayment], days.Select(d => d.DoneBy).OfType<YearMove>());
        Assert.All(days, d => Assert.True(d.Due is null != d.Unknown is null, d.Deadline.Event));
    }

    // The dates that the calendar's source computed from the same rules.
    [Theory]
    [InlineData("Monitoring plan (annual)", "2026-06-30")]
    [InlineData("Annual planned activities", "2026-06-30")]
    [InlineData("Verified GHG report + pro forma + Form A + Form B", "2027-07-31")]
    [InlineData("BEE submits report to NSC-ICM", "2027-09-30")]
    public void A_day_that_the_year_itself_starts_is_computed(string what, string due) =>
        Assert.Equal(Years.Day(due), new DueCalendar(Years.Ruleset("2026-27-revision-1")).DaysOf(Years.New("2026-27")).Single(d => d.Deadline.Event == what).Due);

    [Fact]
    public void A_limitation_is_cured_in_the_days_the_law_gives_and_not_later()
    {
        var limited = Years.New().Play(ToLimitation);
        Assert.Equal(Years.Day("2026-06-04"), Of(limited, CureLimitation).Due);
        Assert.Null(YearDecider.Refusal(limited, Years.Event(CureLimitation, "2026-06-04"), Calendar));
        Assert.Equal("cure-lapsed", YearDecider.Refusal(limited, Years.Event(CureLimitation, "2026-06-05"), Calendar)?.Code);
        Assert.Equal("cure-running", YearDecider.Refusal(limited, Years.Event(FindAdverse, "2026-06-04"), Calendar)?.Code);
        Assert.Null(YearDecider.Refusal(limited, Years.Event(FindAdverse, "2026-06-05"), Calendar));
    }

    [Fact]
    public void A_second_limitation_has_days_of_its_own()
    {
        var second = Years.New().Play([.. ToLimitation, (CureLimitation, "2026-06-01"), (ReportLimitation, "2026-06-10")]);
        Assert.Equal(Years.Day("2026-06-25"), Of(second, CureLimitation).Due);
        Assert.Null(Of(second, CureLimitation).Done);
    }

    [Fact]
    public void The_baseline_is_deemed_only_after_the_last_day_of_the_forms()
    {
        var limited = Years.New().Play(ToLimitation);
        Assert.Equal("not-late", YearDecider.Refusal(limited, Years.Event(DeemBaseline, "2026-07-31"), Calendar)?.Code);
        Assert.Null(YearDecider.Refusal(limited, Years.Event(DeemBaseline, "2026-08-01"), Calendar));
        var due = Of(limited, FileFormA);
        Assert.Equal((DueStatus.Upcoming, DueStatus.Overdue), (due.On(Years.Day("2026-07-31")), due.On(Years.Day("2026-08-01"))));
        Assert.Contains("r.4(5)", due.IfLate);
        Assert.DoesNotContain("not known", due.IfLate);
    }

    [Fact]
    public void Steps_of_the_authorities_run_from_the_step_before()
    {
        var filed = Years.New().Play(ToFiling);
        Assert.Equal(Years.Day("2026-09-30"), Of(filed, SubmitToCommittee).Due);
        Assert.Null(Of(filed, Recommend).Due);
        var issued = filed.Play((SubmitToCommittee, "2026-09-15"), (Recommend, "2026-09-29"), (Issue, "2026-10-10"));
        Assert.Equal(Years.Day("2026-09-29"), Of(issued, Recommend).Due);
        Assert.Equal(Years.Day("2026-10-13"), Of(issued, Issue).Due);
        // One year from the verification report, or six months from issue: the later.
        Assert.Equal(Years.Day("2027-07-01"), Of(issued, NotifyCheck).Due);
        Assert.Equal(DueStatus.Past, Of(issued, NotifyCheck).On(Years.Day("2027-07-02")));
        Assert.Equal("window-closed", YearDecider.Refusal(issued, Years.Event(NotifyCheck, "2027-07-02"), Calendar)?.Code);
        var traded = issued.Play((CloseTrading, "2027-01-31"));
        Assert.Equal(Years.Day("2027-02-28"), Of(traded, FileFormD).Due);
    }

    [Fact]
    public void A_report_of_a_year_comes_after_the_year()
    {
        var collecting = Years.New().Play((SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"));
        Assert.Equal("year-running", YearDecider.Refusal(collecting, Years.Event(SubmitReport, "2026-03-31"), Calendar)?.Code);
        Assert.Null(YearDecider.Refusal(collecting, Years.Event(SubmitReport, "2026-04-01"), Calendar));
    }

    [Theory]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2028-02-29", "2028-03-29")]
    public void A_month_ends_on_its_last_day_in_leap_years_too(string session, string due)
    {
        var traded = Years.New().Play([.. ToFiling, (SubmitToCommittee, "2026-09-15"), (Recommend, "2026-09-29"), (Issue, "2026-10-10"), (CloseTrading, session)]);
        Assert.Equal(Years.Day(due), Of(traded, FileFormD).Due);
    }

    [Fact]
    public void Working_days_need_the_hosts_holidays()
    {
        var asked = Years.New().Play([.. ToFiling, (NotifyCheck, "2026-12-21")]);
        Assert.Null(Of(asked, ReplyToCheck).Due);
        Assert.Contains("holidays", Of(asked, ReplyToCheck).Unknown);

        var working = Read("day,name,source\nSaturday,weekend,host\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n2027-01-01,Made-up holiday,host\n");
        // 22 23 24 | 28 29 30 31 | 4 5 6
        Assert.Equal(Years.Day("2027-01-06"), new DueCalendar(Years.Ruleset(), working).DaysOf(asked).Single(d => d.DoneBy == ReplyToCheck).Due);
        // The second year is not stated.
        Assert.Null(new DueCalendar(Years.Ruleset(), Read("day,name,source\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n")).DaysOf(asked.Play((DropCheck, "2026-12-22"), (NotifyCheck, "2026-12-28"))).Single(d => d.DoneBy == ReplyToCheck).Due);
    }

    [Fact]
    public void A_day_on_a_holiday_stays_and_is_told()
    {
        var working = new WorkingDays([], new Dictionary<LocalDate, string> { [new(2026, 7, 31)] = "Made-up holiday" });
        var due = new DueCalendar(Years.Ruleset(), working).DaysOf(Years.New()).Single(d => d.DoneBy == FileFormA);
        Assert.Equal((new LocalDate(2026, 7, 31), false, "Made-up holiday"), (due.Due!.Value, due.IsWorkingDay, due.Holiday));
    }

    [Theory]
    [InlineData("day,name,source\n2026-02-29,None,host\n", "bad-value")]
    [InlineData("day,name,source\n2026-01-26,A,host\n2026-01-26,B,host\n", "duplicate-id")]
    [InlineData("day,name,source\nSunday,A,host\nsunday,B,host\n", "duplicate-id")]
    [InlineData("day,name,source\n0,A,host\n", "bad-value")]
    [InlineData("day,name,source\n2026-01-26,A,\n", "csv-empty-field")]
    [InlineData("day,name,source\nMonday,a,h\nTuesday,a,h\nWednesday,a,h\nThursday,a,h\nFriday,a,h\nSaturday,a,h\nSunday,a,h\n", "bad-value")]
    public void Holidays_that_cannot_be_meant_are_refused(string csv, string code)
    {
        var bad = Assert.Throws<CctsDataException>(() => Read(csv));
        Assert.Equal(code, Assert.Single(bad.Problems).Code);
    }

    private static WorkingDays Read(string csv) => WorkingDaysReader.Read(Encoding.UTF8.GetBytes(csv), "holidays.csv");

    private static DueDay Of(YearState year, YearMove move) => Calendar.DaysOf(year).Single(d => d.DoneBy == move);

    /// <summary>An entity of which the ruleset has no row: nobody here says that it is obligated, nor what it would owe.</summary>
    [Theory]
    [InlineData("CMTOE085RJ", true)]
    [InlineData(" cmtoe085rj", true)]
    [InlineData("CMTOE999XX", false)]
    [InlineData("A plant nobody knows", false)]
    public void An_entity_without_a_target_is_told(string entity, bool hasTarget)
    {
        var calendar = new DueCalendar(Years.Ruleset());
        var year = YearState.Begin(entity, Ccts.Sdk.Entities.ComplianceYear.Parse("2025-26"));
        Assert.Equal(hasTarget, calendar.HasTarget(year));
        var days = calendar.DaysOf(year);
        Assert.Equal(!hasTarget, days.Single(d => d.DoneBy == YearMove.FileFormA).IfLate!.Contains("what it comes to is not known", System.StringComparison.Ordinal));
        Assert.Equal(!hasTarget, Ccts.Compliance.Pages.YearPage.Write(year, days, Years.Day("2026-08-01"), "0").Contains("whether it is obligated, and what a shortfall would come to, is not known.", System.StringComparison.Ordinal));
        Assert.Equal(!hasTarget, Ccts.Compliance.Pages.YearPage.Write(year, days, Years.Day("2026-08-01"), "0", Ccts.Compliance.Pages.PageLanguage.Hindi).Contains("वह बाध्य है या नहीं", System.StringComparison.Ordinal));
    }

    /// <summary>The schedule's own name of the entity is as good as its number, in the journal or among the names under which it acts.</summary>
    [Fact]
    public void An_entity_has_its_target_by_name_too()
    {
        var calendar = new DueCalendar(Years.Ruleset());
        var name = Years.Ruleset().Assessment.Targets["CMTOE085RJ"].Entity;
        var year = YearState.Begin("KCW", Ccts.Sdk.Entities.ComplianceYear.Parse("2025-26"));
        Assert.False(calendar.HasTarget(year));
        Assert.True(calendar.HasTarget(year.Apply(new YearEvent(Years.Start, YearMove.SubmitPlan, new YearActor(YearRole.Entity, "A. Rao", name)))));
    }
}
