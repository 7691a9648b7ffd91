using System;
using System.Linq;
using System.Text;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Deadlines.Calendars;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities.Calendars;
using NodaTime;
using static Ccts.Compliance.Years.YearMove;

namespace Ccts.Compliance.Tests;

/// <summary>The days of a check verification: until when it can be notified, who answers by when, and that what it changes is due anew.</summary>
public sealed class CheckDaysTests
{
    private static readonly (YearMove Move, string Day)[] ToFiling =
    [
        (SubmitPlan, "2025-06-30"), (ApprovePlan, "2025-07-10"), (SubmitReport, "2026-05-01"), (BeginVerification, "2026-05-02"), (FindPositive, "2026-07-01"), (ConfirmOpinion, "2026-07-05"), (FileFormA, "2026-07-20"),
    ];

    private static readonly DueCalendar Calendar = new(Years.Ruleset());

    // The later of two days cannot be earlier than the one that is known.
    [Fact]
    public void A_check_is_in_time_while_one_of_its_days_is_and_unknown_after()
    {
        var owing = Years.New().Play([.. ToFiling, (SubmitToCommittee, "2026-09-15"), (Recommend, "2026-09-29"), (RequireSurrender, "2026-10-10")]);
        var window = Of(owing, NotifyCheck);
        Assert.Equal((null, (LocalDate?)Years.Day("2027-07-01")), (window.Due, window.NotBefore));
        Assert.Null(YearDecider.Refusal(owing, Years.Event(NotifyCheck, "2027-07-01"), Calendar));
        Assert.Equal("day-unknown", YearDecider.Refusal(owing, Years.Event(NotifyCheck, "2027-07-02"), Calendar)?.Code);
    }

    [Fact]
    public void What_a_rule_says_further_is_due_by_itself()
    {
        var working = WorkingDaysReader.Read(Encoding.UTF8.GetBytes("day,name,source\nSunday,weekend,host\n2026-12-25,Made-up holiday,host\n2027-01-01,Made-up holiday,host\n"));
        var calendar = new DueCalendar(Years.Ruleset(), working);
        var notified = Years.New().Play([.. ToFiling, (NotifyCheck, "2026-12-21")]);
        Assert.Contains("no comments", Decides(notified).Unknown);
        var answered = notified.Play((ReplyToCheck, "2026-12-28"));
        // 29 30 31 | 2 | 4 5 6 7 8 9
        Assert.Equal((Years.Day("2027-01-09"), DueStatus.Overdue), (Decides(answered).Due!.Value, Decides(answered).On(Years.Day("2027-01-10"))));
        Assert.Equal(DueStatus.Done, Decides(answered.Play((DropCheck, "2027-01-05"))).On(Years.Day("2027-02-01")));
        // Another notice waits for comments of its own.
        Assert.Null(Decides(answered.Play((DropCheck, "2027-01-05"), (NotifyCheck, "2027-01-06"))).Due);
        Assert.Contains("does not say", calendar.DaysOf(answered).Single(d => d.Deadline.Event.EndsWith(": revised forms", StringComparison.Ordinal)).Unknown);

        DueDay Decides(YearState year) => calendar.DaysOf(year).Single(d => d.DoneBy == OrderCheck);
    }

    [Fact]
    public void A_check_that_changes_the_answer_begins_the_authorities_steps_anew()
    {
        var revised = Years.New().Play([.. ToFiling, (SubmitToCommittee, "2026-09-15"), (Recommend, "2026-09-29"), (Issue, "2026-10-10"), (NotifyCheck, "2027-01-10"), (OrderCheck, "2027-02-01"), (FindAgainstCertificate, "2027-03-01"), (FileFormA, "2027-03-08")]);
        Assert.Equal((DueStatus.Done, DueStatus.Unknown), (Of(revised, FileFormA).On(Years.Day("2027-04-01")), Of(revised, SubmitToCommittee).On(Years.Day("2027-04-01"))));
        Assert.Contains("no text read says by when", Of(revised, SubmitToCommittee).Unknown, StringComparison.Ordinal);
        Assert.All([Recommend, Issue], m => Assert.Equal((null, DueStatus.Unknown), (Of(revised, m).Done, Of(revised, m).On(Years.Day("2027-04-01")))));
        var again = revised.Play((SubmitToCommittee, "2027-03-20"));
        Assert.Equal((DueStatus.Done, DueStatus.Overdue), (Of(again, SubmitToCommittee).On(Years.Day("2027-04-04")), Of(again, Recommend).On(Years.Day("2027-04-04"))));
        var surrendering = again.Play((Recommend, "2027-04-01"), (RequireSurrender, "2027-04-10"), (CloseTrading, "2027-04-30"), (Debit, "2027-05-05"), (FileFormD, "2027-05-20"), (FindCompliance, "2027-06-01"));
        Assert.Equal(YearStage.Complied, surrendering.Stage);
    }

    // The forms can come late and BEE deem the baseline all the same; forms that came in time cannot be deemed away.
    [Fact]
    public void Forms_that_were_filed_late_can_be_deemed()
    {
        var verified = Years.New().Play([.. ToFiling[..^1]]);
        Assert.Null(YearDecider.Refusal(verified.Play((FileFormA, "2026-08-20")), Years.Event(DeemBaseline, "2026-08-21"), Calendar));
        Assert.Equal("not-late", YearDecider.Refusal(verified.Play((FileFormA, "2026-07-31")), Years.Event(DeemBaseline, "2026-08-21"), Calendar)?.Code);
    }

    [Fact]
    public void A_plan_that_was_returned_is_due_until_it_comes_again()
    {
        var returned = Years.New().Play((SubmitPlan, "2025-06-20"), (ReturnPlan, "2025-07-10"));
        Assert.Null(Of(returned, SubmitPlan).Done);
        Assert.Equal(Years.Day("2025-07-20"), Of(returned.Play((SubmitPlan, "2025-07-20")), SubmitPlan).Done);
        // What was overdue while it was back is not in time once it came again.
        var again = new DueCalendar(Years.Ruleset("2026-27-revision-1")).DaysOf(Years.New("2026-27").Play((SubmitPlan, "2026-06-20"), (ReturnPlan, "2026-07-10"), (SubmitPlan, "2026-08-20"))).Single(d => d.DoneBy == SubmitPlan);
        Assert.Equal((DueStatus.DoneLate, true), (again.On(Years.Day("2026-09-01")), again.IfLate!.Contains("returned it on 2026-07-10", StringComparison.Ordinal)));
    }

    // The agency whose verification another one took over has no opinion to review.
    [Fact]
    public void Nobody_of_an_agency_that_was_replaced_reviews()
    {
        var other = new YearActor(YearRole.Verifier, "second person", "Second Agency Pvt. Ltd.");
        var year = Years.New().Play(ToFiling[..4]).Apply(new YearEvent(Years.Day("2026-05-03"), BeginVerification, other)).Apply(new YearEvent(Years.Day("2026-06-01"), FindPositive, other));
        var reviewer = Years.Actor(YearRole.TechnicalReviewer);
        Assert.Equal("other-agency", YearDecider.Refusal(year, new YearEvent(Years.Day("2026-06-02"), ConfirmOpinion, reviewer), Calendar)?.Code);
        Assert.Null(YearDecider.Refusal(year, new YearEvent(Years.Day("2026-06-02"), ConfirmOpinion, reviewer with { Organisation = "M/s Second Agency" }), Calendar));
    }

    private static DueDay Of(YearState year, YearMove move) => Calendar.DaysOf(year).Single(d => d.DoneBy == move);
}
