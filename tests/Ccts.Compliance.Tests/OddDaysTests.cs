using System.Linq;
using System.Text;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Deadlines.Calendars;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities.Calendars;
using NodaTime;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>Days that are easily got wrong: the leap day, several steps on one day, a step before the one that stands, holidays of another year, an end that is a holiday.</summary>
public sealed class OddDaysTests
{
    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    // 15 days from 20 February: over the leap day they end a day earlier.
    [Theory]
    [InlineData("2028-02-20", "2028-03-06")]
    [InlineData("2027-02-20", "2027-03-07")]
    [InlineData("2028-02-14", "2028-02-29")]
    [InlineData("2028-02-29", "2028-03-15")]
    public void A_cure_counts_the_leap_day(string reported, string last) => Assert.Equal(Years.Day(last), Calendar.LastDayToCure(Years.Day(reported)));

    [Theory]
    [InlineData("within 1 year of x", "2028-02-29", false, "2029-02-28")]
    [InlineData("within 1 year of x", "2027-02-28", false, "2028-02-28")]
    [InlineData("within 3 months of x", "2027-11-29", false, "2028-02-29")]
    [InlineData("within 3 months of x", "2028-04-01", true, "2028-06-30")]
    [InlineData("within 2 weeks of x", "2028-02-15", false, "2028-02-29")]
    [InlineData("within 2 weeks of x", "2028-02-16", true, "2028-02-29")]
    [InlineData("within 10 days of x", "2028-02-20", true, "2028-02-29")]
    [InlineData("within 10 days of x", "2028-02-19", false, "2028-02-29")]
    public void A_span_ends_on_its_day(string rule, string from, bool dayCounts, string end) =>
        Assert.Equal(Years.Day(end), Assert.Single(DueSpan.TryRead(rule)!).End(Years.Day(from), dayCounts, WorkingDays.Unknown));

    [Fact]
    public void Working_days_go_over_the_leap_day_and_count_the_first_where_it_counts()
    {
        // 28 February 2028 is a Monday.
        var working = Read("day,name,source\nSunday,weekend,host\n2028-03-01,Made-up holiday,host\n");
        var span = Assert.Single(DueSpan.TryRead("within 3 working days of x")!);
        Assert.Equal(Years.Day("2028-03-03"), span.End(Years.Day("2028-02-28"), dayCounts: false, working));
        Assert.Equal(Years.Day("2028-03-02"), span.End(Years.Day("2028-02-28"), dayCounts: true, working));
    }

    /// <summary>Holidays that are stated for one year say nothing of another: no weekend is guessed.</summary>
    [Fact]
    public void Holidays_of_another_year_leave_a_day_unknown()
    {
        var notified = Years.New().Play((SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (FindPositive, "2026-07-01"), (ConfirmOpinion, "2026-07-05"), (FileFormA, "2026-07-20"), (NotifyCheck, "2026-12-21"));
        DueDay Reply(string csv) => new DueCalendar(Years.Ruleset(), Read(csv)).DaysOf(notified).Single(d => d.DoneBy == ReplyToCheck);
        var other = Reply("day,name,source\nSunday,weekend,host\n2025-12-25,Made-up holiday,host\n");
        Assert.Equal((null, true), ((LocalDate?)other.Due, other.Unknown!.Contains("working days", System.StringComparison.Ordinal)));
        // Ten working days from 21 December end in January: that year has to be stated too.
        Assert.Null(Reply("day,name,source\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n").Due);
        Assert.Equal(Years.Day("2027-01-02"), Reply("day,name,source\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n2027-01-26,Made-up holiday,host\n").Due);
    }

    [Fact]
    public void A_last_day_that_is_a_holiday_stays_the_last_day()
    {
        var calendar = new DueCalendar(Years.Ruleset(), Read("day,name,source\nSunday,weekend,host\n2026-07-31,Made-up holiday,host\n"));
        var form = calendar.DaysOf(Years.New()).Single(d => d.DoneBy == FileFormA);
        Assert.Equal((Years.Day("2026-07-31"), false, "Made-up holiday"), (form.Due!.Value, form.IsWorkingDay!.Value, form.Holiday));
        Assert.Equal(DueStatus.Overdue, form.On(Years.Day("2026-08-01")));
    }

    /// <summary>Several steps may fall on one day, in their order; none before the one that stands.</summary>
    [Fact]
    public void Steps_of_one_day_follow_each_other_and_none_goes_back()
    {
        foreach (var (stage, year) in Years.Reached())
        {
            foreach (var step in YearMachine.From(stage).Where(t => year.Next.Contains(t)))
            {
                Assert.Null(year.Misfit(new YearEvent(Years.Start, step.Move, Years.Actor(step.Role))));
                Assert.Equal(year.Events.Count == 0 ? null : "before-last-event", year.Misfit(new YearEvent(Years.Start.PlusDays(-1), step.Move, Years.Actor(step.Role)))?.Code);
            }
        }
    }

    [Theory]
    [InlineData("2026-07-31", DueStatus.Done)]
    [InlineData("2026-08-01", DueStatus.DoneLate)]
    public void What_is_done_on_its_last_day_is_in_time(string filed, DueStatus status)
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (FindPositive, "2026-07-01"), (ConfirmOpinion, "2026-07-05"), (FileFormA, filed));
        Assert.Equal(status, Calendar.DaysOf(year).Single(d => d.DoneBy == FileFormA).On(Years.Day("2026-09-01")));
    }

    /// <summary>A slip of the year, 9999 for 2026, leaves what runs from it unknown; no day is computed beyond every calendar, and nothing breaks.</summary>
    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-01-01")]
    [InlineData("9100-06-30")]
    public void A_day_beyond_every_calendar_is_not_computed(string found)
    {
        var year = Years.New().Play((SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (ReportLimitation, found));
        var due = Calendar.DaysOf(year).Where(d => d.DoneBy is CureLimitation or NotifyCheck).ToList();
        Assert.All(due, d => Assert.Equal(((LocalDate?)null, DueStatus.Unknown), (d.Due, d.On(LocalDate.MaxIsoValue))));
        Assert.Contains("beyond the last day of every calendar", due.Single(d => d.DoneBy == CureLimitation).Unknown, System.StringComparison.Ordinal);
        Assert.Null(Calendar.LastDayToCure(Years.Day(found)));
        Assert.Equal("day-unknown", YearDecider.Refusal(year, Years.Event(CureLimitation, "9999-12-31"), Calendar)?.Code);
    }

    [Fact]
    public void Working_days_end_with_the_calendar()
    {
        var last = Read("day,name,source\nSunday,weekend,host\n9999-12-31,Made-up holiday,host\n");
        Assert.Null(last.Add(LocalDate.MaxIsoValue, 1));
        Assert.Null(last.Add(LocalDate.MaxIsoValue.PlusDays(-1), 1));
        Assert.Null(last.OnOrAfter(LocalDate.MaxIsoValue));
        Assert.Equal(LocalDate.MaxIsoValue.PlusDays(-1), last.OnOrAfter(LocalDate.MaxIsoValue.PlusDays(-1)));
    }

    private static WorkingDays Read(string csv) => WorkingDaysReader.Read(Encoding.UTF8.GetBytes(csv));
}
