using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines.Calendars;
using Ccts.Sdk.Entities.Calendars;
using Ccts.Compliance.Years;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Compliance.Deadlines;

/// <summary>The days that are due in a compliance year: the ruleset's calendar, with what has happened filled in.</summary>
/// <remarks>Immutable and thread-safe. A day that cannot be known says why; none is guessed.</remarks>
public sealed class DueCalendar
{
    // What an event of the calendar waits for. The words are those of the calendar's data; a test holds every shipped year to them.
    private static readonly Dictionary<string, YearMove> DoneBy = new(StringComparer.Ordinal)
    {
        ["Monitoring plan (annual)"] = YearMove.SubmitPlan,
        ["Verified GHG report + pro forma + Form A + Form B"] = YearMove.FileFormA,
        ["Entity cures scope limitation"] = YearMove.CureLimitation,
        ["BEE submits report to NSC-ICM"] = YearMove.SubmitToCommittee,
        ["NSC-ICM recommends"] = YearMove.Recommend,
        ["BEE issues CCCs in ICM registry"] = YearMove.Issue,
        ["Form D compliance assessment"] = YearMove.FileFormD,
        ["Check verification window"] = YearMove.NotifyCheck,
        ["Reply to check-verification notice"] = YearMove.ReplyToCheck,
        ["Environmental compensation payment"] = YearMove.ConfirmPayment,
    };

    private static readonly Dictionary<string, YearMove[]> Anchors = new(StringComparer.Ordinal)
    {
        ["submission of verification report"] = [YearMove.ReportLimitation, YearMove.FindPositive, YearMove.FindAdverse],
        ["receipt"] = [YearMove.SubmitToCommittee],
        ["recommendation"] = [YearMove.Recommend],
        ["CCC issue"] = [YearMove.Issue],
        ["last trading session of the compliance year"] = [YearMove.CloseTrading],
        ["imposition by CPCB"] = [YearMove.ImposeCompensation],
        [""] = [YearMove.NotifyCheck],
    };

    private readonly IReadOnlyList<Deadline> _deadlines;
    private readonly WorkingDays _working;

    /// <summary>The calendar of a ruleset.</summary>
    /// <param name="ruleset">The ruleset of a compliance year.</param>
    /// <param name="working">Working days and holidays; null where the host states none.</param>
    /// <exception cref="InvalidOperationException">The ruleset is of a baseline year.</exception>
    public DueCalendar(Ruleset ruleset, WorkingDays? working = null)
    {
        _deadlines = Require.NotNull(ruleset).Assessment.Deadlines;
        _working = working ?? WorkingDays.Unknown;
    }

    /// <summary>Every day of the calendar, in its order.</summary>
    public IReadOnlyList<DueDay> DaysOf(YearState year)
    {
        Require.NotNull(year);
        return [.. _deadlines.Select(d => DayOf(d, year))];
    }

    private DueDay DayOf(Deadline deadline, YearState year)
    {
        var move = DoneBy.TryGetValue(deadline.Event, out var by) ? by : (YearMove?)null;
        var (due, unknown) = deadline.Due is { } stated ? (stated, null) : Compute(deadline, year);
        return new DueDay(deadline, due, unknown, move, move is { } m ? Done(year, m) : null, due is { } day ? _working.IsWorking(day) : null, due is { } d ? _working.HolidayOn(d) : null);
    }

    private static LocalDate? Done(YearState year, YearMove move) => move switch
    {
        // Revised forms after a check do not make the first ones late.
        YearMove.FileFormA => year.Events.FirstOrDefault(e => e.Move == move)?.On,
        YearMove.Issue => year.LastDayOf(YearMove.Issue, YearMove.RequireSurrender),
        YearMove.CureLimitation => DoneAfter(year, YearMove.ReportLimitation, move),
        YearMove.ReplyToCheck => DoneAfter(year, YearMove.NotifyCheck, move),
        _ => year.LastDayOf(move),
    };

    // A second limitation or notice is not answered by what answered the first.
    private static LocalDate? DoneAfter(YearState year, YearMove cause, YearMove move) =>
        year.Events.Reverse().TakeWhile(e => e.Move != cause).LastOrDefault(e => e.Move == move)?.On;

    private (LocalDate? Due, string? Unknown) Compute(Deadline deadline, YearState year)
    {
        if (DueSpan.TryRead(deadline.Rule) is not { } spans)
        {
            return (null, $"the rule \"{deadline.Rule}\" gives no day.");
        }

        LocalDate? latest = null;
        foreach (var span in spans)
        {
            var (from, dayCounts, why) = Anchor(deadline.Event, span.Anchor, year);
            if (from is not { } start)
            {
                return (null, why);
            }

            if (span.End(start, dayCounts, _working) is not { } end)
            {
                return (null, "it counts working days, and the holidays of those years are not stated.");
            }

            latest = latest is { } known && known > end ? known : end;
        }

        return (latest, null);
    }

    private (LocalDate? From, bool DayCounts, string? Why) Anchor(string what, string anchor, YearState year)
    {
        switch (anchor)
        {
            case "compliance year end":
                return (year.Year.LastDay, false, null);
            case "start of compliance year" or "commencement of the compliance year":
                return (year.Year.FirstDay, true, null);
            case "last date of Form A" when _deadlines.FirstOrDefault(d => DoneBy.TryGetValue(d.Event, out var formBy) && formBy == YearMove.FileFormA && d.Event != what) is { } form:
                return DayOf(form, year) is { Due: { } due } ? (due, false, null) : (null, false, "the last day of Form A is not known.");
        }

        if (DoneBy.TryGetValue(what, out var by) && by == YearMove.CureLimitation)
        {
            return year.LastDayOf(YearMove.ReportLimitation) is { } reported ? (reported, false, null) : (null, false, "no scope limitation is reported.");
        }

        if (!Anchors.TryGetValue(anchor, out var moves))
        {
            return (null, false, $"the day of \"{anchor}\" is not known.");
        }

        return year.LastDayOf(moves) is { } day ? (day, false, null) : (null, false, anchor.Length == 0 ? "what it runs from has not happened." : $"it runs from {anchor}, which has not happened.");
    }
}
