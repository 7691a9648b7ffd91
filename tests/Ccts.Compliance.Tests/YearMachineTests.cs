using System;
using System.IO;
using System.Linq;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Tests;

/// <summary>The machine does what its table says and nothing else, and the page draws the same table.</summary>
public sealed class YearMachineTests
{
    [Fact]
    public void Every_stage_can_be_reached() =>
        Assert.Equal(Enum.GetValues<YearStage>().Order(), Years.Reached().Keys.Order());

    [Fact]
    public void A_move_is_made_from_its_stages_by_its_role_alone()
    {
        foreach (var (stage, year) in Years.Reached())
        {
            foreach (var move in Enum.GetValues<YearMove>())
            {
                foreach (var role in Enum.GetValues<YearRole>())
                {
                    // A check stops nothing: what the stage before its notice allows goes on.
                    var allowed = YearMachine.Transitions.Any(t => (t.From == stage || (t.From == year.BeforeCheck && move != YearMove.NotifyCheck)) && t.Move == move && t.Role == role)
                        && (move != YearMove.ConfirmPayment || year.Events.Any(e => e.Move == YearMove.ImposeCompensation));
                    var refusal = year.Misfit(new YearEvent(Years.Start, move, Years.Actor(role)));
                    Assert.True(allowed == refusal is null, $"{stage}, {move} by {role}: {refusal?.Message ?? "allowed"}");
                    Assert.True(allowed || refusal!.Code is "wrong-stage" or "wrong-role", refusal?.Code);
                }
            }
        }
    }

    [Fact]
    public void From_a_stage_a_move_leads_to_one_place() =>
        Assert.All(YearMachine.Transitions.GroupBy(t => (t.From, t.Move)), steps => Assert.Single(steps));

    [Fact]
    public void A_check_that_upholds_leaves_the_year_where_it_stood()
    {
        foreach (var stage in YearMachine.Transitions.Where(t => t.Move == YearMove.NotifyCheck).Select(t => t.From))
        {
            var year = Years.Reached()[stage];
            const string day = "2025-04-01";
            Assert.Equal(stage, year.Play((YearMove.NotifyCheck, day), (YearMove.ReplyToCheck, day), (YearMove.DropCheck, day)).Stage);
            var upheld = year.Play((YearMove.NotifyCheck, day), (YearMove.OrderCheck, day), (YearMove.UpholdCertificate, day));
            Assert.Equal(stage, upheld.Stage);
            Assert.Null(upheld.BeforeCheck);
        }
    }

    // The last session of trading, and Form D, do not wait for a check; whichever way it ends, the year stands where those steps brought it.
    [Fact]
    public void The_year_goes_on_beside_a_check()
    {
        const string day = "2025-04-01";
        var noticed = Years.Reached()[YearStage.Issued].Play((YearMove.NotifyCheck, day), (YearMove.CloseTrading, day));
        Assert.Equal((YearStage.CheckNotice, YearStage.Traded), (noticed.Stage, noticed.BeforeCheck));
        Assert.Equal("wrong-stage", noticed.Misfit(Years.Event(YearMove.CloseTrading, day))?.Code);
        var checkedYear = noticed.Play((YearMove.OrderCheck, day), (YearMove.FileFormD, day));
        Assert.Equal(YearStage.CheckVerification, checkedYear.Stage);
        Assert.Equal(YearStage.FormDFiled, checkedYear.Play((YearMove.UpholdCertificate, day)).Stage);
        Assert.Equal(YearStage.Revision, checkedYear.Play((YearMove.FindAgainstCertificate, day)).Stage);
    }

    // A committee that is late does not move the market's last session.
    [Fact]
    public void The_last_session_is_recorded_wherever_the_year_stands()
    {
        const string day = "2025-04-01";
        var closed = Years.Reached()[YearStage.Recommended].Play((YearMove.CloseTrading, day));
        Assert.Equal(YearStage.Recommended, closed.Stage);
        Assert.Equal("wrong-stage", closed.Misfit(Years.Event(YearMove.CloseTrading, day))?.Code);
        Assert.Equal((YearStage.Traded, YearStage.ShortAfterTrading), (closed.Play((YearMove.Issue, day)).Stage, closed.Play((YearMove.RequireSurrender, day)).Stage));
        Assert.Equal((YearStage.CheckNotice, YearStage.Traded), (closed.Play((YearMove.NotifyCheck, day), (YearMove.Issue, day)).Stage, closed.Play((YearMove.NotifyCheck, day), (YearMove.Issue, day)).BeforeCheck));
        Assert.Equal(YearStage.FormDFiledShort, Years.Reached()[YearStage.ShortAfterTrading].Play((YearMove.FileFormD, day)).Stage);
    }

    // A year that was paid for is checked like any other, and what was imposed is owed while a check begins the year's end anew.
    [Fact]
    public void A_compensation_ends_no_window_and_a_check_ends_no_compensation()
    {
        const string day = "2025-04-01";
        var due = Years.Reached()[YearStage.CompensationDue];
        Assert.Equal(YearStage.Compensated, due.Play((YearMove.NotifyCheck, day), (YearMove.ConfirmPayment, day), (YearMove.DropCheck, day)).Stage);
        Assert.Null(due.Play((YearMove.ConfirmPayment, day)).Misfit(Years.Event(YearMove.NotifyCheck, day)));
        var revised = due.Play((YearMove.NotifyCheck, day), (YearMove.OrderCheck, day), (YearMove.FindAgainstCertificate, day));
        Assert.Equal(YearStage.Revision, revised.Stage);
        Assert.Equal(DueStatus.Overdue, new DueCalendar(Years.Ruleset()).DaysOf(revised).Single(d => d.DoneBy == YearMove.ConfirmPayment).On(Years.Day("2025-07-01")));
        var paid = revised.Play((YearMove.ConfirmPayment, day));
        Assert.Equal(YearStage.Revision, paid.Stage);
        Assert.Equal("wrong-stage", paid.Misfit(Years.Event(YearMove.ConfirmPayment, day))?.Code);
    }

    // Neither revised forms that never come nor a shortfall at the end of trading leaves the year without a way on.
    [Fact]
    public void A_year_ends_only_where_it_is_over() =>
        Assert.All(Years.Reached().Where(r => r.Key != YearStage.Compensated), r => Assert.True(r.Value.Next.Select(t => t.Role).Distinct().Count() > (r.Key == YearStage.Revision ? 1 : 0), r.Key.ToString()));

    [Fact]
    public void A_refusal_says_what_can_follow_and_by_whom()
    {
        var year = Years.New().Play((YearMove.SubmitPlan, "2025-06-20"));
        Assert.All(
            [Years.Event(YearMove.FileFormD, "2025-07-01"), Years.Event(YearMove.ApprovePlan, "2025-07-01", YearRole.Entity), Years.Event(YearMove.ApprovePlan, "2025-06-01"), new YearEvent(Years.Day("2025-07-01"), YearMove.ApprovePlan, new YearActor(YearRole.Bee, "", ""))],
            asked => Assert.EndsWith("What can follow: return-plan by bee, approve-plan by bee, deem-baseline by bee.", year.Misfit(asked)!.Message, System.StringComparison.Ordinal));
        Assert.EndsWith("What can follow: submit-report by entity, deem-baseline by bee.", YearDecider.Refusal(year.Play((YearMove.ApprovePlan, "2025-07-01")), Years.Event(YearMove.SubmitReport, "2025-08-01"), new DueCalendar(Years.Ruleset()))!.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_draws_the_machine()
    {
        var page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "compliance-year.md"));
        var drawn = page.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).Select(l => l.TrimEnd()).ToList();
        var expected = YearMachine.Transitions.Select(t => $"| `{YearWords.Of(t.From)}` | `{YearWords.Of(t.Move)}` | {YearWords.Of(t.Role)} | {(t.To is { } to ? $"`{YearWords.Of(to)}`" : "where it stood before the notice")} | {t.Clause ?? "not read"} |");
        Assert.Equal(expected, drawn);
    }

    /// <summary>A year of a body that acts in the years of others, or of nobody, could take no step.</summary>
    [Theory]
    [InlineData("BEE")]
    [InlineData("CPCB, Delhi")]
    [InlineData("\u092C\u0940\u0908\u0908")]
    [InlineData("John Doe")]
    [InlineData("ABC Ltd")]
    [InlineData(" ")]
    public void No_year_begins_for(string entity) => Assert.NotNull(YearState.WhyNoEntity(entity));

    [Theory]
    [InlineData("CMTOE085RJ")]
    [InlineData("Beeline Cements Ltd")]
    [InlineData("Kotputli Cement Works")]
    public void A_year_begins_for(string entity) => Assert.Null(YearState.WhyNoEntity(entity));
}
