using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using NodaTime.Text;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>Why an event cannot follow the events of a project, regardless of who acts.</summary>
internal static class OffsetCheck
{
    internal static BookRefusal? Registration(OffsetEvent e, OffsetSteps steps) => Begins(steps.Of((ProjectStatus?)null, e.Move), e) ?? Described(e) ?? Period(e.From, e.Until);

    /// <summary>Whether the state of project, report and units allows the move.</summary>
    internal static BookRefusal? Step(OffsetLife life, OffsetEvent e, OffsetSteps steps)
    {
        if (e.At < life.Events[life.Events.Count - 1].At)
        {
            return new("before-last-event", $"{Day(e.Day)} is before the project's last event, of {Day(life.Events[life.Events.Count - 1].Day)}.");
        }

        if (steps.IsOfProject(e.Move))
        {
            return !string.IsNullOrWhiteSpace(e.Report) ? new("malformed", $"{e.Move} is a move of the project, and takes no report.") : steps.Of(life.Status, e.Move) is { } step ? Unknown(step.Unknown, e) : WrongStage($"The project is {life.Status}", life, e, steps);
        }

        if (!steps.IsOfReport(e.Move))
        {
            return OffsetSteps.IsOfUnits(e.Move) ? null : new("step-unknown", $"The ruleset has no step \"{e.Move}\".");
        }

        return life.Status != ProjectStatus.Operational ? new("project-not-active", $"The project \"{e.Project}\" is {life.Status}, and not operational.")
            : e.Move == OffsetMove.Report ? life.Report(e.Report) is null ? Begins(steps.Of((ReportStage?)null, e.Move), e) : new("report-known", $"There is a report \"{e.Report}\" already.")
            : string.IsNullOrWhiteSpace(e.Report) ? new("malformed", $"{e.Move} is a move of a report, and names none.")
            : life.Report(e.Report) is not { } report ? new("report-unknown", $"There is no report \"{e.Report}\".")
            : steps.Of(report.Stage, e.Move) is { } known ? Unknown(known.Unknown, e) : WrongStage($"The report \"{report.Id}\" is {report.Stage}", life, e, steps);
    }

    /// <summary>Whether the event's statements are possible.</summary>
    internal static BookRefusal? Content(OffsetLife life, OffsetEvent e) => e.Move.Word switch
    {
        OffsetMove.AmendWord => Described(e) ?? (e.Description!.Methodology == life.Project.Methodology ? null : new("methodology-changed", $"The project is registered under \"{life.Project.Methodology}\"; under another it is another project.")),
        OffsetMove.RenewWord => life.Periods[life.Periods.Count - 1].Until is not { } last ? new("crediting-period-unknown", "The end of the last crediting period is not stated, so no other can follow it.")
            : e.From <= last ? new("crediting-period", $"The last crediting period ends on {Day(last)}; the next begins after it.") : Period(e.From, e.Until),
        OffsetMove.CompleteWord => life.OpenReport is { } open ? new("report-open", $"The report \"{open.Id}\" is {open.Stage}; its tonnes are not all issued.") : null,
        OffsetMove.ReportWord => Monitored(life, e),
        OffsetMove.VerifyWord => e.Tonnes is var verified && verified < 0 || verified > life.Report(e.Report)!.Claimed ? new("beyond-report", $"{e.Tonnes} tonnes are verified of {life.Report(e.Report)!.Claimed} that the report claims.") : null,
        OffsetMove.IssueWord => Issued(life, e),
        OffsetMove.ReverseWord => Reversed(life, e),
        OffsetMove.RetireWord or OffsetMove.CancelUnitsWord => IssuedUnits.HasOverlap(e.Units) ? new("malformed", "Each unit is named once.")
            : IssuedUnits.Has(life.Free, e.Units) ? null : new("not-issued", "A unit named was not issued to the project, is in its buffer, or has ended already."),
        _ => null,
    };

    private static BookRefusal? Described(OffsetEvent e) =>
        string.IsNullOrWhiteSpace(e.Project) ? new("malformed", "The project has no id.")
        : e.Description!.Id != e.Project ? new("malformed", $"The description is of \"{e.Description.Id}\", and the event is of \"{e.Project}\".")
        : e.Description.ValidationDate is not null || e.Description.VerificationDates.Count > 0 ? new("stated-by-events", "When the project was validated and verified is said by events, and not by its description.")
        : null;

    private static BookRefusal? Period(LocalDate? from, LocalDate? until) => until < from ? new("crediting-period", "The crediting period ends before it begins.") : null;

    private static BookRefusal? Monitored(OffsetLife life, OffsetEvent e)
    {
        var (from, until) = (e.From!.Value, e.Until!.Value);
        return until < from || e.Tonnes < 0 ? new("report-fault", "A report is of a period, and of 0 tonnes or more.")
            : until >= e.Day ? new("period-not-over", $"The report is of days up to {Day(until)}, which were not over on {Day(e.Day)}.")
            : life.Periods.Find(p => p.From <= from && (p.Until is null || from <= p.Until)) is not { } period || until > period.Until ? new("outside-crediting-period", $"A report lies within one crediting period: {string.Join("; ", life.Periods.Select(p => $"{Day(p.From)} to {(p.Until is { } last ? Day(last) : "a day that is not known")}"))}.")
            : period.Until is null ? new("crediting-period-unknown", "The end of the crediting period is not stated, so it is not known whether the report lies within it.")
            : life.Reports.Find(r => r.Stage != ReportStage.Refused && r.From <= until && from <= r.Until) is { } other ? new("period-reported", $"The report \"{other.Id}\" is of {Day(other.From)} to {Day(other.Until)}: a day is monitored once.") : null;
    }

    private static BookRefusal? Issued(OffsetLife life, OffsetEvent e)
    {
        var (report, blocks) = (life.Report(e.Report)!, e.Units.Concat(e.Buffer).ToList());
        return IssuedUnits.HasOverlap(blocks) ? new("malformed", "An issuance names units, each once.")
            : report.Issued + IssuedUnits.Tonnes(blocks) > (report.Verified ?? 0) ? new("beyond-verified", $"{IssuedUnits.Tonnes(blocks)} are to be issued and {report.Issued} were, of {report.Verified ?? 0} verified tonnes.") : null;
    }

    // Tonnes that the buffer could not make good stay open. When the buffer has grown, an event with 0 further tonnes makes them good.
    private static BookRefusal? Reversed(OffsetLife life, OffsetEvent e) =>
        e.Tonnes < 0 || (e.Tonnes == 0 && e.Buffer.Count == 0) || IssuedUnits.HasOverlap(e.Buffer) ? new("malformed", "A reversal is of tonnes, or makes earlier ones good out of the buffer; it names each unit of the buffer once.")
        : life.Reversed + e.Tonnes > life.Issued ? new("beyond-issued", "More is reversed than was issued.")
        : !IssuedUnits.Has(life.Buffer, e.Buffer) ? new("not-in-buffer", "A unit named is not in the project's buffer.")
        : life.MadeGood + IssuedUnits.Tonnes(e.Buffer) > life.Reversed + e.Tonnes ? new("beyond-reversal", "More of the buffer is cancelled than was reversed.") : null;

    private static BookRefusal? Begins<T>(OffsetTransition<T>? step, OffsetEvent e)
        where T : class => step is null ? new("step-unknown", $"The ruleset has no step \"{e.Move}\".") : Unknown(step.Unknown, e);

    private static BookRefusal? Unknown(string? reason, OffsetEvent e) => reason is null ? null : new("step-unknown", $"Where {e.Move} leads is not known: {reason}");

    private static BookRefusal WrongStage(string standing, OffsetLife life, OffsetEvent e, OffsetSteps steps)
    {
        var next = OffsetNextMoves.Of(life, steps).Select(n => $"{n.Move} by {n.Role}").Distinct(System.StringComparer.Ordinal).ToList();
        return new("wrong-stage", $"{standing}; {e.Move} does not follow. {(next.Count == 0 ? "Nothing follows." : "What can follow: " + string.Join(", ", next) + ".")}");
    }

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
