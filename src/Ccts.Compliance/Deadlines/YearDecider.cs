using System.Linq;
using Ccts.Compliance.Deadlines.Calendars;
using Ccts.Compliance.Sources;
using Ccts.Compliance.Years.Agencies;
using Ccts.Compliance.Years;
using NodaTime;

namespace Ccts.Compliance.Deadlines;

/// <summary>Decides whether a move may be made: stage, role, people, and the days that the ruleset's calendar gives.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class YearDecider
{
    /// <summary>Why a move is refused, with what can follow and by whom, or null when it may be made.</summary>
    /// <param name="year">The year so far.</param>
    /// <param name="next">The move asked for.</param>
    /// <param name="calendar">The days that are due by the year's ruleset.</param>
    /// <param name="agencies">Accreditations and other work of agencies; null where the host keeps no register, and then accreditation is not checked.</param>
    /// <param name="sector">The entity's sector, for the scope of an accreditation; null takes the sector of its row in the ruleset. Without either the scope is not checked.</param>
    public static YearRefusal? Refusal(YearState year, YearEvent next, DueCalendar calendar, AgencyRegister? agencies = null, string? sector = null)
    {
        Require.NotNull(year);
        Require.NotNull(next);
        Require.NotNull(calendar);
        return year.Misfit(next) ?? (Unfit(year, next, calendar, agencies, sector) is { } no ? year.WithWayOn(no) : null);
    }

    private static YearRefusal? Unfit(YearState year, YearEvent next, DueCalendar calendar, AgencyRegister? agencies, string? sector)
    {
        if (OneLine.HasControl(next.Actor.Person) || OneLine.HasControl(next.Actor.Organisation) || OneLine.HasControl(next.Note ?? ""))
        {
            return new("control-character", "A name or note holds a control character, such as a line's end.");
        }

        if (new[] { next.Actor.Person, next.Actor.Organisation }.FirstOrDefault(SaidText.IsSilent) is { } silent)
        {
            return new("name-missing", $"\"{ShownText.Short(silent)}\" is nobody's name: a person and an organisation are needed.");
        }

        if (next.On < year.Year.Previous.FirstDay)
        {
            return new("before-year", $"{Day(next.On)} lies before the year {year.Year.Previous}: no step of {year.Year} was made then. {OtherYear}");
        }

        var last = LocalDate.Max(year.Year.LastDay, year.Events.Count > 0 ? year.Events[year.Events.Count - 1].On : year.Year.LastDay);
        if (SaidText.IsSilentSentence(next.Note) && !DueSpan.IsBeyond(last) && next.On > last.PlusYears(1))
        {
            return new("far-day", $"{Day(next.On)} is more than a year after {Day(last)}, the year's end or its last step, and no step before it could be made afterwards. If it is no slip, say in a note why.");
        }

        var names = calendar.NamesOf(year);
        if (Separation.Misfit(year, next.Move, next.Actor, Organisations, PersonName.Is, names) is { } again)
        {
            return again;
        }

        if (Authority.RoleOf(next.Actor.Organisation) is { } own && own != next.Actor.Role)
        {
            return new("other-role", $"{next.Actor.Organisation.Trim()} acts as {YearWords.Of(own)} and in no other role, and the step is asked for as {YearWords.Of(next.Actor.Role)}.");
        }

        // A reviewer may not belong to an agency whose verification another agency has taken over: the opinion is not that agency's (DPCM s.6(15), s.6(16)).
        if (next.Actor.Role == YearRole.TechnicalReviewer && year.Verifying is { } begun && Is(begun) == false && year.Events.Any(e => e.Move == YearMove.BeginVerification && Is(e.Actor.Organisation) == true))
        {
            return new("other-agency", $"{next.Actor.Organisation.Trim()} began a verification that {begun.Trim()} has taken over, and does not review its opinion.", "DPCM s.6(15)");
        }

        if (next.Actor.Role is YearRole.Verifier or YearRole.TechnicalReviewer or YearRole.CheckVerifier && agencies?.Misfit(next.Actor.Organisation, [.. year.Names, .. names], sector ?? calendar.SectorOf(year), year.Year, next.On) is { } unfit)
        {
            return new(unfit.Code, unfit.Message, next.Actor.Role == YearRole.CheckVerifier ? "DPCM s.7" : "DPCM s.6");
        }

        return next.Move switch
        {
            YearMove.SubmitReport when next.On <= year.Year.LastDay => new("year-running", $"The year runs until {Day(year.Year.LastDay)}; a report of the whole of it comes after. {OtherYear}"),
            YearMove.CureLimitation => Until(Due(YearMove.CureLimitation), "cure-lapsed", "The scope limitation could be cured until"),
            YearMove.FindAdverse when year.Stage == YearStage.ScopeLimited => After(Due(YearMove.CureLimitation), "cure-running", "The entity may cure the scope limitation until"),
            YearMove.DeemBaseline when CalendarEvents.Done(year, YearMove.FileFormA) is { } filed => Filed(Due(YearMove.FileFormA), filed),
            YearMove.DeemBaseline => After(Due(YearMove.FileFormA), "not-late", "The documents are due on"),
            YearMove.CloseTrading when Due(YearMove.FileFormA)?.Due is { } forms && next.On <= forms => new("trading-running", $"Documents may come until {Day(forms)}, and no certificate of the year is issued before them: its last session of trading cannot be over on {Day(next.On)}.", "DPCM s.8"),
            YearMove.ImposeCompensation when (year.BeforeCheck ?? year.Stage) == YearStage.ShortAfterTrading => After(Due(YearMove.FileFormD), "form-d-running", "Form D, by which compliance is assessed, may come until"),
            YearMove.OrderCheck when CalendarEvents.LastSince(year, YearMove.NotifyCheck, YearMove.ReplyToCheck) is null => After(Due(YearMove.ReplyToCheck), "reply-running", "The entity may reply to the notice until"),
            YearMove.NotifyCheck when Due(YearMove.NotifyCheck) is { NotBefore: { } open } && next.On <= open => null,
            YearMove.NotifyCheck => Until(Due(YearMove.NotifyCheck), "window-closed", "Check verification was possible until"),
            _ => null,
        };

        DueDay? Due(YearMove move) => calendar.DaysOf(year).FirstOrDefault(d => d.DoneBy == move);

        YearRefusal? Until(DueDay? due, string code, string until) =>
            due?.Due is not { } day ? Unknown(due) : next.On <= day ? null : new(code, $"{until} {Day(day)}; {Day(next.On)} is later.", due.Deadline.Standing.Source.ToString());

        YearRefusal? After(DueDay? due, string code, string until) =>
            due?.Due is not { } day ? Unknown(due) : next.On > day ? null : new(code, $"{until} {Day(day)}; {Day(next.On)} is not later.", due.Deadline.Standing.Source.ToString());

        YearRefusal? Filed(DueDay? due, LocalDate filed) =>
            due?.Due is not { } day ? Unknown(due) : filed > day ? null : new("not-late", $"The documents were due on {Day(day)} and were filed on {Day(filed)}.", due.Deadline.Standing.Source.ToString());

        bool? Is(string organisation) => Organisations(organisation, next.Actor.Organisation);

        // A name and a number of one agency are the same agency; two that the register lists under different numbers are two.
        bool? Organisations(string one, string other) =>
            OrganisationName.Same(one, other) || OrganisationName.Same(NameOf(one), NameOf(other)) ? true
            : agencies?.Knows(one) == true && agencies.Knows(other) ? false
            : MayBe(one, other) || MayBe(NameOf(one), NameOf(other)) ? null
            : false;

        bool MayBe(string one, string other) => OrganisationName.MayBeOne(one, other) || SpokenName.IsOfAnotherScript(one, other);

        string NameOf(string organisation) => agencies?.NameOf(organisation) ?? organisation;

        YearRefusal Unknown(DueDay? due) =>
            new("day-unknown", $"Whether {YearWords.Of(next.Move)} is in time is not known: {due?.Unknown ?? "the ruleset has no such day."}");
    }

    /// <summary>The actor with its organisation as the year's journal already writes it, where the register shows both to be one agency: a journal is read without the register.</summary>
    /// <param name="year">The year so far.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="agencies">The register.</param>
    public static YearActor AsWritten(YearState year, YearActor actor, AgencyRegister agencies)
    {
        var name = Require.NotNull(agencies).NameOf(Require.NotNull(actor).Organisation);
        return Require.NotNull(year).Events.LastOrDefault(e => agencies.Knows(e.Actor.Organisation) && OrganisationName.Same(agencies.NameOf(e.Actor.Organisation), name)) is { } before ? actor with { Organisation = before.Actor.Organisation } : actor;
    }

    private const string OtherYear = "If another year was meant, begin its journal: the year of a journal does not change.";

    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);
}
