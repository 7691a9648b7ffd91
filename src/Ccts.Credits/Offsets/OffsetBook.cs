using System.Collections.Generic;
using System.Linq;
using System;
using Ccts.Credits.Attributes;
using Ccts.Credits.Claims;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Registry.Adapters.Exports;
using Ccts.Sdk;
using NodaTime.Text;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>
/// The offset mechanism as a state machine on a journal. The procedure says which move follows and who may make it. Projects are rebuilt from their
/// events. The host states what the ruleset does not know (<see cref="OffsetProcedure.Unknowns"/>).
/// </summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal. The host issues the ledger's own commands for the same units.</remarks>
public sealed class OffsetBook(ILineJournal lines)
{
    private readonly JournalBook<OffsetState> _book = new(lines, new OffsetState());

    /// <summary>The end of its journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal still contains that earlier end, unchanged.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>The current state of every project, in order of registration.</summary>
    public IReadOnlyList<OffsetStanding> Projects => _book.Ask(s => s.Projects.Select(Standing).ToList());

    /// <summary>The current state of a project, or null.</summary>
    public OffsetStanding? Find(string project) => _book.Ask(s => s.Find(Require.NotNull(project)) is { } life ? Standing(life) : null);

    /// <summary>Its claims on units: those retired, cancelled, or cancelled from a buffer. Who holds the others is for a registry to state.</summary>
    public IEnumerable<Claim> Claims => Projects.SelectMany(p => p.Events
        .SelectMany(e => e.Move.Word switch { OffsetMove.RetireWord or OffsetMove.CancelUnitsWord => e.Units, OffsetMove.ReverseWord => e.Buffer, _ => [] }, (e, units) => new Claim("offset projects", ClaimKind.Ended, units, $"{e.Move} of {p.Project.Id}")
        {
            End = e.Move == OffsetMove.Retire ? UnitState.Retired : UnitState.Cancelled, EndedOn = e.Day,
        }));

    /// <summary>Free tonnes by type of credit.</summary>
    public IReadOnlyDictionary<CreditType, long> Available => Projects.GroupBy(p => p.CreditType).ToDictionary(g => g.Key, g => g.Sum(p => p.Free));

    /// <summary>Free tonnes by type of project.</summary>
    public IReadOnlyDictionary<string, long> AvailableByProjectType => Projects.GroupBy(p => p.Project.Type, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(p => p.Free), StringComparer.Ordinal);

    /// <summary>Records an event, once for each key, if the procedure allows it to follow and the actor to make it.</summary>
    /// <param name="next">The event.</param>
    /// <param name="procedure">The rules of the mechanism on the day: <see cref="OffsetProcedure.Of"/>.</param>
    /// <returns>
    /// The record, or a refusal: <c>malformed</c>, <c>wrong-stage</c>, <c>step-unknown</c>, <c>wrong-role</c>, <c>same-person</c>, <c>same-organisation</c>, <c>organisation-unclear</c>, <c>name-missing</c>, <c>before-last-event</c>,
    /// <c>project-known</c>, <c>project-unknown</c>, <c>project-not-active</c>, <c>methodology-not-listed</c>, <c>methodology-changed</c>, <c>stated-by-events</c>,
    /// <c>crediting-period</c>, <c>crediting-period-too-long</c>, <c>crediting-period-unknown</c>, <c>outside-crediting-period</c>, <c>report-known</c>, <c>report-unknown</c>,
    /// <c>report-fault</c>, <c>report-late</c>, <c>report-open</c>, <c>period-reported</c>, <c>period-not-over</c>, <c>beyond-report</c>, <c>beyond-verified</c>, <c>issued-already</c>,
    /// <c>buffer-too-small</c>, <c>beyond-issued</c>, <c>beyond-reversal</c>, <c>not-in-buffer</c>, <c>not-issued</c>, <c>key-reused</c>.
    /// </returns>
    public BookAnswer Take(OffsetEvent next, OffsetProcedure procedure)
    {
        Require.NotNull(procedure);
        var asked = WithLongest(Require.NotNull(next), procedure);

        var steps = OffsetStepJson.Write(procedure.Steps);
        while (true)
        {
            // An earlier event under this key was judged by the steps of its own day.
            var earlier = _book.Find(asked.Key);
            var record = earlier is null ? _book.Ask(s => s.WithSteps(asked.ToRecord(), steps)) : WithSame(asked.ToRecord(), earlier);
            var answer = _book.Execute(record, state => state.Check(record) ?? state.InTwoSpellings(asked) ?? Demands(asked, procedure));
            if (earlier is not null || answer.Refusal?.Code != "key-reused")
            {
                return answer;
            }
        }
    }

    private static JournalRecord WithSame(JournalRecord asked, JournalRecord earlier)
    {
        asked = earlier.FindObject(OffsetState.Procedure) is { } said ? asked.With(OffsetState.Procedure, said) : asked;
        return asked.With(OffsetState.StepsMember, earlier.Find(OffsetState.StepsMember));
    }

    // A crediting period without a stated end has the longest duration that the procedure knows.
    private static OffsetEvent WithLongest(OffsetEvent next, OffsetProcedure procedure) =>
        next is { Until: null, From: { } from, Move.Word: OffsetMove.RegisterWord or OffsetMove.RenewWord } && procedure.CreditingPeriodMonths is { } months ? next with { Until = from.PlusMonths(months).PlusDays(-1) } : next;

    private static BookRefusal? Demands(OffsetEvent e, OffsetProcedure procedure) => e.Move.Word switch
    {
        OffsetMove.RegisterWord when !procedure.Methodologies.Contains(e.Description!.Methodology, StringComparer.Ordinal) =>
            new("methodology-not-listed", $"\"{e.Description.Methodology}\" is not on the list of methodologies, as far as it was read."),
        OffsetMove.RegisterWord or OffsetMove.RenewWord => TooLong(e.From!.Value, e.Until, procedure),
        OffsetMove.ReportWord when procedure.MonitoringDueMonths is { } months && e.Day > e.Until!.Value.PlusMonths(months) => new("report-late", $"The report was due by {Day(e.Until.Value.PlusMonths(months))}."),
        OffsetMove.IssueWord => IssuedUnits.BufferFault(e.Units, e.Buffer, procedure.BufferShare),
        _ => null,
    };

    private static BookRefusal? TooLong(LocalDate from, LocalDate? until, OffsetProcedure procedure) =>
        procedure.CreditingPeriodMonths is { } months && until > from.PlusMonths(months).PlusDays(-1)
            ? new("crediting-period-too-long", $"A crediting period from {Day(from)} ends on {Day(from.PlusMonths(months).PlusDays(-1))} at the latest.") : null;

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static OffsetStanding Standing(OffsetLife life) => new()
    {
        Project = life.Project, CreditType = life.Type, Status = life.Status, Periods = [.. life.Periods], Reports = [.. life.Reports], Events = [.. life.Events], Next = [.. OffsetNextMoves.Of(life, life.Steps)], Since = life.Since,
        FreeUnits = [.. life.Free], BufferUnits = [.. life.Buffer], Verified = life.Reports.Sum(r => r.Verified ?? 0), Issued = life.Issued, Free = IssuedUnits.Tonnes(life.Free), Buffer = IssuedUnits.Tonnes(life.Buffer),
        Reversed = life.Reversed, MadeGood = life.MadeGood, Retired = life.Retired, Cancelled = life.Cancelled,
    };
}
