using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Deadlines.Calendars;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Entities;
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
    private const string Within = " within ";
    private const string MadeAnew = "a check found against the certificate, so it is made anew, and no text read says by when.";

    private readonly IReadOnlyList<Deadline> _deadlines;
    private readonly WorkingDays _working;
    private readonly IReadOnlyDictionary<string, EntityTarget>? _targets;

    /// <summary>The calendar of a ruleset.</summary>
    /// <param name="ruleset">The ruleset of a compliance year.</param>
    /// <param name="working">Working days and holidays; null where the host states none.</param>
    /// <exception cref="InvalidOperationException">The ruleset is of a baseline year.</exception>
    public DueCalendar(Ruleset ruleset, WorkingDays? working = null)
        : this(Require.NotNull(ruleset).Assessment.Deadlines, working) => _targets = ruleset.Assessment.Targets;

    private DueCalendar(IReadOnlyList<Deadline> deadlines, WorkingDays? working) => (_deadlines, _working) = (deadlines, working ?? WorkingDays.Unknown);

    /// <summary>The due days of an assessment's year that follow from its ruleset alone; days that run from a step are unknown.</summary>
    internal static IReadOnlyList<DueDay> Of(Assessment assessment) =>
        [.. assessment.Deadlines.Select(d => new DueCalendar(assessment.Deadlines, null).DayOf(d, YearState.Begin(assessment.Entity.Name, assessment.Year)))];

    /// <summary>Every day of the calendar, in its order.</summary>
    public IReadOnlyList<DueDay> DaysOf(YearState year)
    {
        Require.NotNull(year);
        var isWithoutTarget = !HasTarget(year);
        return [.. _deadlines.SelectMany(Clauses).Select(d => DayOf(d, year) with { IsWithoutTarget = isWithoutTarget })];
    }

    /// <summary>Whether the ruleset has a row for the entity, by its number or by a name in its journal. Without a row, it is unknown whether the entity is obligated and what it owes.</summary>
    public bool HasTarget(YearState year)
    {
        Require.NotNull(year);
        return _targets is null || RowsOf(year).Any();
    }

    /// <summary>The names that the ruleset has for the entity, its number and its name; none where it has no row for it.</summary>
    internal IReadOnlyList<string> NamesOf(YearState year) => [.. RowsOf(year).SelectMany(t => new[] { t.Key, t.Value.Entity })];

    /// <summary>The sector of the entity's row in the ruleset; null where it has no row, or rows of several sectors.</summary>
    internal string? SectorOf(YearState year) => RowsOf(year).Select(t => t.Value.Sector).Distinct(StringComparer.OrdinalIgnoreCase).ToList() is [var sector] ? sector : null;

    private IEnumerable<KeyValuePair<string, EntityTarget>> RowsOf(YearState year) =>
        (_targets ?? new Dictionary<string, EntityTarget>(StringComparer.Ordinal)).Where(t => year.Names.Any(n => PlainName.Same(n, t.Key) || OrganisationName.Same(n, t.Value.Entity)));

    /// <summary>The last day on which a scope limitation reported on the given day can be cured (DPCM s.6(16)(v)); null where the calendar does not say.</summary>
    public LocalDate? LastDayToCure(LocalDate reported) =>
        _deadlines.FirstOrDefault(d => CalendarEvents.DoneBy.TryGetValue(d.Event, out var by) && by == YearMove.CureLimitation) is { } cure && DueSpan.TryRead(cure.Rule) is [{ } span] ? span.End(reported, dayCounts: false, _working) : null;

    // The first year's calendar has rules that run from the commencement of the trajectory period.
    private bool IsFirstYear => _deadlines.Any(d => System.MemoryExtensions.Contains(d.Rule.AsSpan(), "commencement of first trajectory period".AsSpan(), System.StringComparison.Ordinal));

    // A rule can hold several deadlines: "10 working days; BEE decides within 10 working days of comments". Each becomes its own.
    private static IEnumerable<Deadline> Clauses(Deadline deadline)
    {
        yield return deadline;
        foreach (var clause in deadline.Rule.Split(';').Skip(1).Select(c => c.Trim()))
        {
            if (clause.IndexOf(Within, StringComparison.Ordinal) is var at and > 0)
            {
                yield return deadline with { Event = deadline.Event + ": " + clause.Substring(0, at), Rule = clause.Substring(at + 1), Due = null };
            }
        }
    }

    private DueDay DayOf(Deadline deadline, YearState year)
    {
        // The plan of the first year is the first plan, with a day of its own (DPCM s.5(3)).
        var move = CalendarEvents.DoneBy.TryGetValue(deadline.Event, out var by) && !(IsFirstYear && deadline.Event == CalendarEvents.AnnualPlan) ? by : (YearMove?)null;
        var (due, unknown, notBefore) = move == YearMove.SubmitToCommittee && CalendarEvents.IsAnew(year, move) ? (null, MadeAnew, null) : deadline.Due is { } stated ? (stated, null, null) : Compute(deadline, year);
        return new DueDay(deadline, due, unknown, move, move is { } m ? CalendarEvents.Done(year, m) : null, due is { } day ? _working.IsWorking(day) : null, due is { } d ? _working.HolidayOn(d) : null) { NotBefore = notBefore, Returned = move == YearMove.SubmitPlan ? year.LastDayOf(YearMove.ReturnPlan) : null, IsOver = move is { } way && !year.CanStill(way) };
    }

    private (LocalDate? Due, string? Unknown, LocalDate? NotBefore) Compute(Deadline deadline, YearState year)
    {
        if (DueSpan.TryRead(deadline.Rule) is not { } spans)
        {
            return (null, $"the rule \"{deadline.Rule}\" gives no day.", null);
        }

        LocalDate? latest = null;
        string? unknown = null;
        foreach (var span in spans)
        {
            var (from, dayCounts, why) = Anchor(deadline.Event, span.Anchor, year);
            var end = from is { } start ? span.End(start, dayCounts, _working) : null;
            unknown ??= from is null ? why : end is null ? DueSpan.IsBeyond(from.Value) ? "it would end beyond the last day of every calendar." : "it counts working days, and the holidays of those years are not stated." : null;
            latest = latest is null || end > latest ? end ?? latest : latest;
        }

        return unknown is null ? (latest, null, null) : (null, unknown, latest);
    }

    private (LocalDate? From, bool DayCounts, string? Why) Anchor(string what, string anchor, YearState year)
    {
        switch (anchor)
        {
            case "compliance year end":
                return (year.Year.LastDay, false, null);
            case "start of compliance year" or "commencement of the compliance year" when IsFirstYear:
                return (null, false, "no day of it is stated for the first year, which had begun before the GEI Rules came.");
            case "start of compliance year" or "commencement of the compliance year":
                return (year.Year.FirstDay, true, null);
            case "last date of Form A" when _deadlines.FirstOrDefault(d => CalendarEvents.DoneBy.TryGetValue(d.Event, out var formBy) && formBy == YearMove.FileFormA && d.Event != what) is { } form:
                return DayOf(form, year) is { Due: { } due } ? (due, false, null) : (null, false, "the last day of Form A is not known.");
        }

        if (CalendarEvents.DoneBy.TryGetValue(what, out var by) && by == YearMove.CureLimitation)
        {
            return year.LastDayOf(YearMove.ReportLimitation) is { } reported ? (reported, false, null) : (null, false, "no scope limitation is reported.");
        }

        if (by is YearMove.ReplyToCheck)
        {
            return year.LastDayOf(YearMove.NotifyCheck) is { } notified ? (notified, false, null) : (null, false, "no check verification is notified.");
        }

        if (by is YearMove.OrderCheck)
        {
            return CalendarEvents.LastSince(year, YearMove.NotifyCheck, YearMove.ReplyToCheck) is { } comments ? (comments, false, null) : (null, false, "no comments on a notice have come.");
        }

        if (!CalendarEvents.Anchors.TryGetValue(anchor, out var moves))
        {
            return (null, false, anchor.Length == 0 ? "its rule does not say from what the days run." : $"the day of \"{anchor}\" is not known.");
        }

        return CalendarEvents.LastFor(year, by, moves) is { } day ? (day, false, null) : (null, false, moves.Contains(YearMove.CloseTrading) && year.LastDayOf(moves) is not null ? MadeAnew : $"it runs from {anchor}, which has not happened.");
    }
}
