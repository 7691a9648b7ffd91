using Ccts.Compliance.Years;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Compliance.Deadlines;

/// <summary>Something that is due, its day, and whether it is done.</summary>
/// <param name="Deadline">The ruleset's row.</param>
/// <param name="Due">The last day on which it is in time, or null.</param>
/// <param name="Unknown">Why the day is not known, or null.</param>
/// <param name="DoneBy">The move that does it, or null where no move of the year does.</param>
/// <param name="Done">The day on which it was done, or null.</param>
/// <param name="IsWorkingDay">Whether the day is a working day; null where it is not known. No text read moves a due day that falls on a holiday, so it is not moved.</param>
/// <param name="Holiday">The holiday that the day is, or null.</param>
public sealed record DueDay(Deadline Deadline, LocalDate? Due, string? Unknown, YearMove? DoneBy, LocalDate? Done, bool? IsWorkingDay, string? Holiday)
{
    /// <summary>The earliest that the due day can be, where the day is unknown but part of its rule is known; otherwise null.</summary>
    public LocalDate? NotBefore { get; init; }

    /// <summary>The day on which BEE returned the plan; null where it did not, and for any other deadline.</summary>
    public LocalDate? Returned { get; init; }

    /// <summary>Whether the year is at a stage from which the move can no longer be made, e.g. complied, or BEE's issue of certificates in a year in which they are surrendered.</summary>
    public bool IsOver { get; init; }

    /// <summary>Whether the ruleset has no row for the entity, so that what it owes cannot be said.</summary>
    public bool IsWithoutTarget { get; init; }

    /// <summary>Its status on a day.</summary>
    public DueStatus On(LocalDate day) => (Due, Done) switch
    {
        ({ } due, { } done) => done <= due ? DueStatus.Done : DueStatus.DoneLate,
        (null, { }) => DueStatus.Done,
        (_, null) when IsOver && DoneBy is not (YearMove.NotifyCheck or YearMove.ReplyToCheck or YearMove.OrderCheck) => DueStatus.NotDue,
        ({ } due, null) when DoneBy is not (null or YearMove.NotifyCheck) && !IsOver => day > due ? DueStatus.Overdue : DueStatus.Upcoming,
        ({ } due, null) => day > due ? DueStatus.Past : DueStatus.Upcoming,
        _ => DueStatus.Unknown,
    };

    /// <summary>The consequence of lateness, where a text that was read states it; otherwise null.</summary>
    public string? IfLate => DoneBy switch
    {
        YearMove.FileFormA when IsWithoutTarget => "The shortfall is computed with the baseline intensity as the achieved one (GEI Rules r.4(5)); the ruleset has neither baseline nor target of this entity, so what it comes to is not known.",
        YearMove.FileFormA when Done is not null => "BEE may deem the baseline intensity achieved, and the shortfall is then computed with it (GEI Rules r.4(5)); whether documents that came late are documents not submitted no text read says.",
        YearMove.FileFormA => "The shortfall is computed with the baseline intensity as the achieved one (GEI Rules r.4(5)).",
        YearMove.SubmitPlan when Returned is { } back => $"BEE returned it on {NodaTime.Text.LocalDatePattern.Iso.Format(back)}; whether a plan that came in time and was returned is late when it comes again no text read says.",
        YearMove.CureLimitation => "The scope limitation stands (DPCM s.6(16)(v)).",
        _ => null,
    };
}

/// <summary>The status of a deadline.</summary>
public enum DueStatus
{
    /// <summary>Done in time, or its day is not known and it is done.</summary>
    Done,

    /// <summary>Done after its day.</summary>
    DoneLate,

    /// <summary>Its day is past, and it is not done.</summary>
    Overdue,

    /// <summary>Its day is still to come.</summary>
    Upcoming,

    /// <summary>Its day has passed, and it is not overdue: it is a window, or the year's record does not show whether it was done.</summary>
    Past,

    /// <summary>Its day is not known.</summary>
    Unknown,

    /// <summary>It can no longer be done, and need not be: the year has taken another way.</summary>
    NotDue,
}
