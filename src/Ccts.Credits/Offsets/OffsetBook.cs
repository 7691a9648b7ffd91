using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Projects;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>An offset project as it stands. Issued = free + buffer + made good + ended, tonne for tonne.</summary>
/// <param name="Project">Its id.</param>
/// <param name="Methodology">Its methodology.</param>
/// <param name="CreditType">What its credits stand for.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="From">The first day of its crediting period.</param>
/// <param name="Until">The last day; null while nobody has said.</param>
/// <param name="Verified">Tonnes verified so far.</param>
/// <param name="Issued">Tonnes issued so far, the buffer's included.</param>
/// <param name="Free">Tonnes issued and neither kept in the buffer nor ended.</param>
/// <param name="Buffer">Tonnes in the buffer.</param>
/// <param name="Reversed">Tonnes reversed.</param>
/// <param name="MadeGood">Tonnes of the buffer cancelled for reversals.</param>
/// <param name="Ended">Tonnes retired or cancelled.</param>
public sealed record OffsetStanding(
    string Project, string Methodology, CreditType CreditType, ProjectStatus Status, LocalDate From, LocalDate? Until, long Verified, long Issued, long Free, long Buffer, long Reversed, long MadeGood, long Ended)
{
    /// <summary>Tonnes reversed that nothing has made good yet.</summary>
    public long Open => Reversed - MadeGood;
}

/// <summary>
/// The offset mechanism as a machine on a journal: registration, monitoring, verification, issuance with a buffer, reversal, retirement. What the ruleset
/// does not know, the host states (<see cref="OffsetProcedure.Unknowns"/>).
/// </summary>
/// <param name="lines">The journal.</param>
/// <remarks>Thread-safe, and safe with other processes on the same journal. The ledger's own commands for the same units are the host's.</remarks>
public sealed class OffsetBook(ILineJournal lines)
{
    private readonly JournalBook<OffsetState> _book = new(lines, new OffsetState());

    /// <summary>How far its journal has come. Kept elsewhere, it tells later whether lines were cut off the end: <see cref="Follows"/>.</summary>
    public JournalHead Head => _book.Head;

    /// <summary>Whether its journal is still the one that had come so far, or has gone on from there.</summary>
    public bool Follows(JournalHead earlier) => _book.Follows(earlier);

    /// <summary>Every project as it stands, in the order they were registered.</summary>
    public IReadOnlyList<OffsetStanding> Projects => _book.Ask(s => s.Projects.Select(Standing).ToList());

    /// <summary>A project as it stands, or null.</summary>
    public OffsetStanding? Find(string project) => _book.Ask(s => s.Find(Require.NotNull(project)) is { } life ? Standing(life) : null);

    /// <summary>Free tonnes by what they stand for.</summary>
    public IReadOnlyDictionary<CreditType, long> Available => Projects.GroupBy(p => p.CreditType).ToDictionary(g => g.Key, g => g.Sum(p => p.Free));

    /// <summary>Registers a project under a methodology that the procedure lists.</summary>
    /// <param name="key">The idempotency key.</param>
    /// <param name="at">When.</param>
    /// <param name="project">The project's id.</param>
    /// <param name="methodology">The methodology's code.</param>
    /// <param name="creditType">What its credits stand for.</param>
    /// <param name="from">The first day of the crediting period.</param>
    /// <param name="until">The last day; null for the longest that the procedure knows. Where it knows none either, nothing can be monitored.</param>
    /// <param name="procedure">The rules of the mechanism on the day: <see cref="OffsetProcedure.Of"/>.</param>
    public BookAnswer Register(string key, Instant at, string project, string methodology, CreditType creditType, LocalDate from, LocalDate? until, OffsetProcedure procedure)
    {
        var longest = Require.NotNull(procedure).CreditingPeriodMonths is { } months ? from.PlusMonths(months).PlusDays(-1) : (LocalDate?)null;
        var last = until ?? longest;
        var record = new JournalRecord(OffsetState.Register, key, at).With("project", Require.NotBlank(project)).With("methodology", Require.NotBlank(methodology))
            .With("creditType", CreditWords.Word(creditType)).With("from", (LocalDate?)from).With("until", last);
        return _book.Execute(record, _ => !procedure.Methodologies.Contains(methodology, StringComparer.Ordinal) ? new BookRefusal("methodology-not-listed", $"\"{methodology}\" is not on the list of methodologies, as far as it was read.")
            : last > longest ? new BookRefusal("crediting-period-too-long", $"A crediting period from {from:uuuu-MM-dd} ends on {longest:uuuu-MM-dd} at the latest.") : null);
    }

    /// <summary>Moves a project on, suspends it, takes it up again or gives it up.</summary>
    public BookAnswer Move(string key, Instant at, string project, ProjectStatus status, string reason) =>
        _book.Execute(Record(OffsetState.Status, key, at, project).With("status", status.ToString()).With("reason", Require.NotBlank(reason)));

    /// <summary>Files a monitoring report: within the crediting period, of days that no other report is of, in time where the procedure knows a time.</summary>
    public BookAnswer Monitor(string key, Instant at, string project, string report, LocalDate from, LocalDate until, long tonnes, OffsetProcedure procedure)
    {
        var due = Require.NotNull(procedure).MonitoringDueMonths is { } months ? until.PlusMonths(months) : (LocalDate?)null;
        return _book.Execute(
            Record(OffsetState.Monitor, key, at, project).With("report", Require.NotBlank(report)).With("from", (LocalDate?)from).With("until", (LocalDate?)until).With("tonnes", (long?)tonnes),
            _ => DayOf(at) > due ? new BookRefusal("report-late", $"The report was due by {due:uuuu-MM-dd}.") : null);
    }

    /// <summary>Takes in a verification of a report: no more than it claims.</summary>
    public BookAnswer Verify(string key, Instant at, string project, string report, long tonnes, string agency, Digest verification) => _book.Execute(
        Record(OffsetState.Verify, key, at, project).With("report", Require.NotBlank(report)).With("tonnes", (long?)tonnes).With("agency", Require.NotBlank(agency)).With("digest", Require.NotNull(verification).Text));

    /// <summary>Takes in an issuance: no more than is verified, no number twice, into the buffer as much as the procedure asks for, where it knows a share.</summary>
    public BookAnswer Issue(string key, Instant at, string project, string report, IReadOnlyList<SerialBlock> units, IReadOnlyList<SerialBlock> buffer, OffsetProcedure procedure)
    {
        Require.NotNull(procedure);
        return _book.Execute(
            Record(OffsetState.Issue, key, at, project).With("report", Require.NotBlank(report)).With("units", units).With("buffer", buffer),
            _ => OffsetState.BufferFault(units, buffer, procedure.BufferShare));
    }

    /// <summary>Takes in a reversal, and the units of the buffer that are cancelled for it.</summary>
    public BookAnswer Reverse(string key, Instant at, string project, long tonnes, IReadOnlyList<SerialBlock> buffer) =>
        _book.Execute(Record(OffsetState.Reverse, key, at, project).With("tonnes", (long?)tonnes).With("units", buffer));

    /// <summary>Takes in a retirement or cancellation of issued units.</summary>
    public BookAnswer End(string key, Instant at, string project, IReadOnlyList<SerialBlock> units, string reason) =>
        _book.Execute(Record(OffsetState.End, key, at, project).With("units", units).With("reason", Require.NotBlank(reason)));

    private static LocalDate DayOf(Instant at) => at.WithOffset(Sdk.Ledger.LedgerPolicy.Bare.CivilTime).Date;

    private static JournalRecord Record(string what, string key, Instant at, string project) => new JournalRecord(what, key, at).With("project", Require.NotBlank(project));

    private static OffsetStanding Standing(OffsetState.Life life) => new(
        life.Id, life.Methodology, life.Type, life.Status, life.From, life.Until, life.Reports.Sum(r => r.Verified ?? 0), life.Reports.Sum(r => r.Issued),
        OffsetState.Tonnes(life.Free), OffsetState.Tonnes(life.Buffer), life.Reversed, life.MadeGood, life.Ended);
}
