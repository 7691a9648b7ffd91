using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using NodaTime;

namespace Ccts.Compliance.Tests;

/// <summary>Years as they come: anybody asks for anything on any day, and a model that knows only the table and who did what says what may be.</summary>
public sealed class RandomYearTests
{
    private static readonly YearMove[] Moves = Enum.GetValues<YearMove>();
    private static readonly YearRole[] Roles = Enum.GetValues<YearRole>();
    private static readonly string[] People = [.. Enumerable.Range(1, 12).Select(i => "person " + i)];
    private static readonly string[] Organisations = [.. Enumerable.Range(1, 9).Select(i => "organisation " + i), "CMTOE085RJ"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_machine_agrees_with_the_model_and_the_journal_with_the_machine(int seed)
    {
        var random = new Random(seed);
        var journal = YearJournal.Begin("CMTOE085RJ", ComplianceYear.Parse("2025-26"), out var header);
        var (lines, model, day) = (new List<string> { header }, new Model(), Years.Start);
        for (var i = 0; i < 400; i++)
        {
            // Half the time something that the table has, so that years come far.
            var steps = YearMachine.From(journal.State.Stage).ToList();
            var step = steps.Count > 0 && random.Next(2) == 0 ? steps[random.Next(steps.Count)] : null;
            var on = day.PlusDays(random.Next(-1, 3));
            var role = step?.Role ?? Any(Roles);
            var fits = random.Next(3) > 0;
            var next = new YearEvent(on, step?.Move ?? Any(Moves), new YearActor(role, fits ? People[(int)role] : Any(People), fits ? Organisations[(int)role] : Any(Organisations)));
            var before = journal.State;
            var refusal = before.Misfit(next);
            Assert.True(model.Allows(before, next, day) == refusal is null, $"{before.Stage}, {next}: {refusal?.Message ?? "allowed"}");
            if (refusal is null)
            {
                lines.Add(journal.Append(next));
                model.Take(next);
                day = on;
            }
        }

        var read = YearJournal.Read(lines);
        Assert.Equal((journal.Head, journal.State.Stage), (read.Head, read.State.Stage));
        Assert.Equal(lines.Count - 1, journal.State.Events.Count);

        T Any<T>(T[] of) => of[random.Next(of.Length)];
    }

    private sealed class Model
    {
        private readonly Dictionary<string, YearRole> _people = [];
        private readonly Dictionary<string, HashSet<YearRole>> _organisations = [];
        private bool _closed;
        private bool _unpaid;
        private string? _verifying;

        internal bool Allows(YearState at, YearEvent next, LocalDate last) =>
            YearMachine.Transitions.Any(t => (t.From == at.Stage || (t.From == at.BeforeCheck && t.Move != YearMove.NotifyCheck)) && t.Move == next.Move && t.Role == next.Actor.Role)
            && (next.Move != YearMove.CloseTrading || !_closed)
            && (next.Move != YearMove.ConfirmPayment || _unpaid)
            && (next.Actor.Role != YearRole.Verifier || next.Move == YearMove.BeginVerification || next.Actor.Organisation == _verifying)
            && (_people.Count == 0 || next.On >= last)
            && (next.Actor.Organisation != "CMTOE085RJ" || next.Actor.Role == YearRole.Entity)
            && (!_people.TryGetValue(next.Actor.Person, out var role) || role == next.Actor.Role)
            && (!_organisations.TryGetValue(next.Actor.Organisation, out var roles) || roles.All(r => r == next.Actor.Role || (IsFirst(r) && IsFirst(next.Actor.Role))));

        internal void Take(YearEvent next)
        {
            _verifying = next.Move == YearMove.BeginVerification ? next.Actor.Organisation : _verifying;
            _people[next.Actor.Person] = next.Actor.Role;
            _organisations.TryAdd(next.Actor.Organisation, []);
            _organisations[next.Actor.Organisation].Add(next.Actor.Role);
            _unpaid = next.Move == YearMove.ImposeCompensation || (_unpaid && next.Move != YearMove.ConfirmPayment);
            _closed = next.Move == YearMove.CloseTrading || (_closed && next.Move != YearMove.FindAgainstCertificate);
        }

        private static bool IsFirst(YearRole role) => role is YearRole.Verifier or YearRole.TechnicalReviewer;
    }
}
