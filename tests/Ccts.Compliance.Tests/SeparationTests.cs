using System.Linq;
using Ccts.Compliance.Years;

namespace Ccts.Compliance.Tests;

/// <summary>Four eyes are two people: no flag, spelling or second hat makes one person two.</summary>
public sealed class SeparationTests
{
    private static readonly YearState Waiting = Years.Reached()[YearStage.PositiveUnderReview];

    private static readonly YearState Checked = new[]
    {
        YearMove.SubmitPlan, YearMove.ApprovePlan, YearMove.SubmitReport, YearMove.BeginVerification, YearMove.FindPositive, YearMove.ConfirmOpinion, YearMove.FileFormA, YearMove.NotifyCheck, YearMove.OrderCheck,
    }.Aggregate(Years.New(), (year, move) => year.Apply(Years.Event(move, "2025-04-01")));

    [Theory]
    [InlineData("person of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("PERSON of verifier", "organisation of Verifier", "same-person")]
    [InlineData("  person  of Verifier ", "organisation of Verifier", "same-person")]
    [InlineData("per\u200Bson of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("person of Entity", "organisation of Verifier", "same-person")]
    [InlineData("p\u0435rson of V\u0435rifi\u0435r", "organisation of Verifier", "same-person")]
    [InlineData("PERS\u039FN of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("\uFF50erson of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("p\u00E9rson of Verifi\u0117r", "organisation of Verifier", "same-person")]
    [InlineData("pe\u0301rson of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("person-of.Verifier", "organisation of Verifier", "same-person")]
    [InlineData("person of Verlfier", "organisation of Verifier", null)]
    [InlineData("p. of Verifier", "organisation of Verifier", "person-unclear")]
    [InlineData("p of verifier", "organisation of Verifier", "person-unclear")]
    [InlineData("p. o. V.", "organisation of Verifier", null)]
    [InlineData("pavan of Verifier", "organisation of Verifier", null)]
    [InlineData("p. of Verifier (auditor 7)", "organisation of Verifier", null)]
    [InlineData("another", "organis\u0430tion of Entity", "same-organisation")]
    [InlineData("another", "organisation of Entity", "same-organisation")]
    [InlineData("", "organisation of Verifier", "name-missing")]
    [InlineData("\u200B", "organisation of Verifier", "name-missing")]
    [InlineData("another", " ", "name-missing")]
    [InlineData("another", "cmtoe085rj ", "same-organisation")]
    [InlineData("CMTOE085RJ", "organisation of Verifier", "same-organisation")]
    [InlineData("another", "organisation of Verifier", null)]
    [InlineData("another", "a third agency", null)]
    public void The_reviewer_is_nobody_who_was_involved(string person, string organisation, string? code) =>
        Assert.Equal(code, Waiting.Misfit(new YearEvent(Years.Start, YearMove.ConfirmOpinion, new YearActor(YearRole.TechnicalReviewer, person, organisation)))?.Code);

    // As Indian names are written: posts and degrees behind a person, "M/s" and a legal form around a firm, the name that the gazette has.
    [Theory]
    [InlineData("person of Verifier, Lead Auditor", "organisation of Verifier", "same-person")]
    [InlineData("person of Verifier (Lead Auditor)", "organisation of Verifier", "same-person")]
    [InlineData("Col. person of Verifier", "organisation of Verifier", "same-person")]
    [InlineData("Shri person of Verifier B.E.", "organisation of Verifier", "person-unclear")]
    [InlineData("Shri person of Verifier, B.E.", "organisation of Verifier", "same-person")]
    [InlineData("person of Verifier ji", "organisation of Verifier", "person-unclear")]
    [InlineData("p. of Verifier (auditor 7)", "organisation of Verifier", null)]
    [InlineData("person of Verifier (auditor 7)", "organisation of Verifier", "same-person")]
    [InlineData("another", "organisation of Entity, Mumbai", "organisation-unclear")]
    [InlineData("another", "Kotputli Cement", "organisation-unclear")]
    [InlineData("another", "M/s Organisation of Entity", "same-organisation")]
    [InlineData("another", "M/s. organisation of Entity Pvt. Ltd.", "same-organisation")]
    [InlineData("another", "Organisation of Entity (P) Limited", "same-organisation")]
    [InlineData("another", "M/s Kotputli Cement Works Ltd", "same-organisation")]
    [InlineData("another", "M/s Organisation of Verifier Private Limited", null)]
    [InlineData("Lead Auditor", "organisation of Verifier", null)]
    [InlineData("another", "Limited", "name-missing")]
    public void A_title_or_a_legal_form_makes_nobody_another(string person, string organisation, string? code) =>
        Assert.Equal(code, Ccts.Compliance.Deadlines.YearDecider.Refusal(Waiting, new YearEvent(Years.Start, YearMove.ConfirmOpinion, new YearActor(YearRole.TechnicalReviewer, person, organisation)), new Ccts.Compliance.Deadlines.DueCalendar(Years.Ruleset()))?.Code);

    [Theory]
    [InlineData("organisation of Verifier", "same-organisation")]
    [InlineData("organisation of Entity", "same-organisation")]
    [InlineData("another agency", null)]
    public void A_check_is_made_by_another_agency(string organisation, string? code) =>
        Assert.Equal(code, Checked.Misfit(new YearEvent(Years.Start, YearMove.UpholdCertificate, new YearActor(YearRole.CheckVerifier, "another", organisation)))?.Code);

    // Two agencies do not share an opinion: another has to begin a verification of its own, and then the first has none to give.
    [Fact]
    public void The_agency_that_began_gives_the_opinion()
    {
        var begun = Years.Reached()[YearStage.UnderVerification];
        YearEvent By(YearMove move, string organisation) => new(Years.Start, move, new YearActor(YearRole.Verifier, "auditor of " + organisation, organisation));
        foreach (var move in new[] { YearMove.FindPositive, YearMove.FindAdverse, YearMove.ReportLimitation })
        {
            Assert.Equal("other-agency", begun.Misfit(By(move, "a second agency"))?.Code);
            Assert.Null(begun.Misfit(By(move, "ORGANISATION of  verifier")));
        }

        var anew = begun.Apply(By(YearMove.BeginVerification, "a second agency"));
        Assert.Equal(("a second agency", YearStage.UnderVerification), (anew.Verifying, anew.Stage));
        Assert.Null(anew.Misfit(By(YearMove.FindPositive, "a second agency")));
        Assert.Equal("other-agency", anew.Misfit(By(YearMove.FindPositive, "organisation of Verifier"))?.Code);
        Assert.Equal("same-organisation", anew.Apply(By(YearMove.FindPositive, "a second agency")).Play((YearMove.ConfirmOpinion, "2025-04-01"), (YearMove.FileFormA, "2025-04-01"), (YearMove.NotifyCheck, "2025-04-01"), (YearMove.OrderCheck, "2025-04-01"))
            .Misfit(new YearEvent(Years.Start, YearMove.UpholdCertificate, new YearActor(YearRole.CheckVerifier, "another", "organisation of Verifier")))?.Code);
    }

    [Fact]
    public void No_two_roles_but_verifier_and_reviewer_share_an_organisation()
    {
        foreach (var year in Years.Reached().Values.Where(y => y.Events.Count > 0))
        {
            foreach (var step in year.Next)
            {
                foreach (var past in year.Events.Where(e => e.Actor.Role != step.Role && !(step.Role == YearRole.TechnicalReviewer && e.Actor.Role == YearRole.Verifier) && !(step.Role == YearRole.Verifier && e.Actor.Role == YearRole.TechnicalReviewer)))
                {
                    var stranger = new YearActor(step.Role, "nobody else", past.Actor.Organisation);
                    Assert.Equal("same-organisation", year.Misfit(new YearEvent(Years.Start, step.Move, stranger))?.Code);
                }
            }
        }
    }

    [Fact]
    public void The_last_session_of_trading_is_recorded_once()
    {
        var debited = Years.Reached()[YearStage.Surrendered].Play((YearMove.CloseTrading, "2025-04-02"));
        Assert.DoesNotContain(debited.Next, t => t.Move == YearMove.CloseTrading);
        Assert.Equal("wrong-stage", debited.Misfit(Years.Event(YearMove.CloseTrading, "2025-04-03"))?.Code);
    }

    [Fact]
    public void Nothing_happens_before_the_last_event()
    {
        Assert.Equal("before-last-event", Waiting.Misfit(new YearEvent(Years.Start.PlusDays(-1), YearMove.ConfirmOpinion, Years.Actor(YearRole.TechnicalReviewer)))?.Code);
        var later = Waiting.Play((YearMove.ConfirmOpinion, "2025-04-11"));
        Assert.Equal("before-last-event", later.Misfit(Years.Event(YearMove.FileFormA, "2025-04-10"))?.Code);
        Assert.Null(later.Misfit(Years.Event(YearMove.FileFormA, "2025-04-11")));
    }
}
