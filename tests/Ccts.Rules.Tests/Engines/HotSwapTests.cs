using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using NodaTime;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Revisions come in while many threads decide: each answer is the interpreter's for the revision that the thread asked.</summary>
public sealed class HotSwapTests
{
    private const int Threads = 6;
    private const int Revisions = 12;
    private const int RoundsAfterTheLast = 300;
    private static readonly LocalDate Known = new(2026, 11, 28);

    public static TheoryData<EngineKind> Kinds => [.. Agreement.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Threads_with_frames_of_their_own_agree_with_the_interpreter_while_revisions_come_in(EngineKind kind)
    {
        var first = RulesetReader.Read(Revision(1));
        var requests = Enumerable.Range(1, Revisions).Select(i => TestRuleset.Request(first, $"\"a.count\": \"{i}\"")).Append(TestRuleset.Request(first, "")).ToList();
        var live = new LiveCatalog(RulesetCatalog.Of([first]));
        var engines = new DecisionEngines(live, kind);
        using var done = new CancellationTokenSource();
        using var ready = new CountdownEvent(Threads);
        var threads = Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => Decide(live, engines, requests, ready, done.Token), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
        ready.Wait(TestContext.Current.CancellationToken);

        foreach (var revision in Enumerable.Range(2, Revisions - 1).Select(Revision))
        {
            Assert.True(live.TryAdd(revision, out var problems), string.Join("\n", problems));
        }

        await done.CancelAsync();
        foreach (var (wrong, newest) in await Task.WhenAll(threads))
        {
            Assert.Empty(wrong);
            Assert.Equal(Revisions, newest);
        }
    }

    // Once before the first revision comes in, and many times more after the last. A thread that falls over says so; nobody waits for it.
    private static (IReadOnlyCollection<string> Wrong, int Newest) Decide(LiveCatalog live, DecisionEngines engines, List<DecisionRequest> requests, CountdownEvent ready, CancellationToken done)
    {
        var (wrong, seats, newest) = (new HashSet<string>(StringComparer.Ordinal), new Dictionary<DecisionEngine, Seat>(), 0);
        try
        {
            newest = Round(live, engines, requests, seats, wrong);
        }
        catch (Exception fault)
        {
            wrong.Add(fault.ToString());
        }
        finally
        {
            ready.Signal();
        }

        for (var left = RoundsAfterTheLast; left > 0 && wrong.Count == 0; left -= done.IsCancellationRequested ? 1 : 0)
        {
            try
            {
                newest = Round(live, engines, requests, seats, wrong);
            }
            catch (Exception fault)
            {
                wrong.Add(fault.ToString());
            }
        }

        return (wrong, newest);
    }

    // The interpreter is asked once a revision, so that the engines are busy at the same time nearly always.
    private static int Round(LiveCatalog live, DecisionEngines engines, List<DecisionRequest> requests, Dictionary<DecisionEngine, Seat> seats, HashSet<string> wrong)
    {
        var asked = live.Current.Resolve(requests[0].Year, Known).Identity.Revision;
        var engine = engines.Resolve(requests[0].Year, Known);
        var revision = engine.Ruleset.Identity.Revision;
        if (revision < asked)
        {
            wrong.Add($"revision {revision} was given when {asked} was in");
        }

        if (!seats.TryGetValue(engine, out var seat))
        {
            var reference = new RuleInterpreter(engine.Ruleset);
            seats.Add(engine, seat = new Seat(engine.NewFrame(), requests.Select(reference.Decide).ToList()));
        }

        for (var i = 0; i < requests.Count; i++)
        {
            seat.Frame.Fill(requests[i]);
            var (expected, decision) = (seat.Expected[i], engine.Decide(seat.Frame));
            if (decision.Outcome != expected.Outcome || decision.Ruleset.Revision != revision || decision.Findings[0] != expected.Rules[0].Verdict)
            {
                wrong.Add($"request {i} by revision {revision}: {decision.Outcome} and not {expected.Outcome}");
            }
        }

        return revision;
    }

    // Each revision draws the line elsewhere, so that the answer of another would be seen.
    private static RulesetFiles Revision(int revision)
    {
        var files = TestRuleset.Files(TestRuleset.Rule($$"""{ "fact": "a.count", "atLeast": "{{revision}}" }"""));
        var bytes = files.Paths.ToDictionary(p => p, p => files.Read(p)!, StringComparer.Ordinal);
        bytes["ruleset.json"] = Encoding.UTF8.GetBytes(Regex.Replace(Encoding.UTF8.GetString(bytes["ruleset.json"]), "\"revision\": [0-9]+,", $"\"revision\": {revision},"));
        return RulesetFiles.FromMemory("test", bytes);
    }

    /// <summary>What a thread has of its own for a revision: a frame, and what the interpreter says.</summary>
    private sealed record Seat(CaseFrame Frame, IReadOnlyList<ReasonedDecision> Expected);
}
