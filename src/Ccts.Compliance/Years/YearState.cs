using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Texts;
using NodaTime;

namespace Ccts.Compliance.Years;

/// <summary>A compliance year of an entity: its events and the resulting stage.</summary>
/// <remarks>Immutable and thread-safe. The state is nothing but its events, applied in order.</remarks>
public sealed class YearState
{
    private YearState(string entity, ComplianceYear year, YearStage stage, YearStage? before, IReadOnlyList<YearEvent> events)
    {
        (Entity, Year, Stage, BeforeCheck, Events) = (entity, year, stage, before, events);
    }

    /// <summary>The entity, by its registration number or name.</summary>
    public string Entity { get; }

    /// <summary>The year.</summary>
    public ComplianceYear Year { get; }

    /// <summary>Its stage.</summary>
    public YearStage Stage { get; }

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<YearEvent> Events { get; }

    /// <summary>The stage without the running check verification; steps beside the check move it on. Null when no check runs.</summary>
    public YearStage? BeforeCheck { get; }

    /// <summary>The agency that last began a verification; null before.</summary>
    public string? Verifying => Events.LastOrDefault(e => e.Move == YearMove.BeginVerification)?.Actor.Organisation;

    // The entity's name or number in the journal, and the names under which it has acted: a company can be renamed in the middle of a year.
    internal IReadOnlyList<string> Names => [Entity, .. Events.Where(e => e.Actor.Role == YearRole.Entity).Select(e => e.Actor.Organisation).Distinct(StringComparer.Ordinal)];

    /// <summary>What may happen next; while a check verification runs, from the stage before its notice too.</summary>
    public IEnumerable<YearTransition> Next => YearMachine.From(Stage).Concat(BeforeCheck is { } before ? YearMachine.Beside(before) : []).Where(t => (t.Move != YearMove.CloseTrading || !IsTradingClosed) && (t.Move != YearMove.ConfirmPayment || IsUnpaid));

    // Trading closes once, so days that run from it stay fixed, unless a check reopens the year's end.
    private bool IsTradingClosed => Events.Reverse().TakeWhile(e => e.Move != YearMove.FindAgainstCertificate).Any(e => e.Move == YearMove.CloseTrading);

    // What CPCB imposed is owed until it is paid.
    private bool IsUnpaid => Events.LastOrDefault(e => e.Move is YearMove.ImposeCompensation or YearMove.ConfirmPayment)?.Move == YearMove.ImposeCompensation;

    // A decision after the last session leads to a stage with trading closed.
    private YearStage Closed(YearStage to) => (IsTradingClosed, to) switch { (true, YearStage.Issued) => YearStage.Traded, (true, YearStage.SurrenderDue) => YearStage.ShortAfterTrading, _ => to };

    /// <summary>Whether a move can still be made, now or after other moves; a check verification without a notice is not considered.</summary>
    internal bool CanStill(YearMove move)
    {
        YearStage[] here = BeforeCheck is { } before ? [Stage, before] : [Stage];
        var (seen, next) = (new HashSet<YearStage>(here), new Queue<YearStage>(here));
        while (next.Count > 0)
        {
            foreach (var step in YearMachine.From(next.Dequeue()).Where(t => t.Move != YearMove.NotifyCheck))
            {
                if (step.Move == move)
                {
                    return true;
                }

                if ((step.To ?? BeforeCheck) is { } to && seen.Add(to))
                {
                    next.Enqueue(to);
                }
            }
        }

        return move == YearMove.NotifyCheck && YearMachine.From(Stage).Any(t => t.Move == move);
    }

    /// <summary>The year as it stood at the end of a day, without what happened later.</summary>
    public YearState AsOf(LocalDate day) => Events.TakeWhile(e => e.On <= day).Aggregate(Begin(Entity, Year), (year, e) => year.Apply(e));

    /// <summary>A year in which nothing has happened.</summary>
    /// <exception cref="ArgumentException">The entity is blank.</exception>
    public static YearState Begin(string entity, ComplianceYear year) => new(Require.NotBlank(entity), year, YearStage.Open, null, []);

    /// <summary>Why no year can begin for a name: it is nobody's, holds a control character, or is that of a body that acts in the years of others; null where one can.</summary>
    /// <param name="entity">The entity, by its registration number or name.</param>
    public static string? WhyNoEntity(string entity) =>
        NotStated.OfNames.Read(Require.NotNull(entity)) is null ? "it is nobody's name"
        : OneLine.HasControl(entity) ? "it holds a control character"
        : Authority.RoleOf(entity) is not null ? "it is a body of the scheme, which acts in the years of others"
        : null;

    /// <summary>The day on which something last happened, or null.</summary>
    public LocalDate? LastDayOf(params YearMove[] moves) => Events.LastOrDefault(e => moves.Contains(e.Move))?.On;

    /// <summary>Why an event cannot follow, with what can and by whom; null when it can. Checks stages, roles and people; <c>YearDecider</c> checks due days.</summary>
    public YearRefusal? Misfit(YearEvent next) => Unfit(Require.NotNull(next)) is { } no ? WithWayOn(no) : null;

    /// <summary>A refusal with what can follow, and by whom.</summary>
    internal YearRefusal WithWayOn(YearRefusal no) => no with { Message = no.Message + " " + Possible() };

    private YearRefusal? Unfit(YearEvent next)
    {
        var steps = Next.Where(t => t.Move == next.Move).ToList();
        if (steps.Count == 0)
        {
            return new("wrong-stage", $"The year stands at {YearWords.Of(Stage)}; {YearWords.Of(next.Move)} does not follow from it.");
        }

        if (steps.All(t => t.Role != next.Actor.Role))
        {
            return new("wrong-role", $"{YearWords.Of(next.Move)} is for {YearWords.Of(steps[0].Role)}, not for {YearWords.Of(next.Actor.Role)}.", steps[0].Clause);
        }

        return Events.Count > 0 && next.On < Events[Events.Count - 1].On
            ? new("before-last-event", $"{Day(next.On)} is before {Day(Events[Events.Count - 1].On)}, the day of the last event.")
            : Separation.Misfit(this, next.Move, next.Actor);
    }

    /// <summary>The year after an event.</summary>
    /// <exception cref="InvalidOperationException">The event does not fit; ask <see cref="Misfit"/> first.</exception>
    public YearState Apply(YearEvent next)
    {
        if (Misfit(next) is { } no)
        {
            throw new InvalidOperationException(no.Message);
        }

        var step = Next.First(t => t.Move == next.Move);
        if (step.From != Stage)
        {
            return new YearState(Entity, Year, Stage, step.To is { } beside ? Closed(beside) : BeforeCheck, [.. Events, next]);
        }

        var to = Closed(step.To ?? BeforeCheck ?? Stage);
        var before = next.Move == YearMove.NotifyCheck ? Stage : to is YearStage.CheckNotice or YearStage.CheckVerification ? BeforeCheck : null;
        return new YearState(Entity, Year, to, before, [.. Events, next]);
    }

    private static string Day(LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private string Possible()
    {
        var next = Next.Select(t => $"{YearWords.Of(t.Move)} by {YearWords.Of(t.Role)}").Distinct(StringComparer.Ordinal).ToList();
        return next.Count == 0 ? "Nothing follows: the year is closed." : "What can follow: " + string.Join(", ", next) + ".";
    }
}
