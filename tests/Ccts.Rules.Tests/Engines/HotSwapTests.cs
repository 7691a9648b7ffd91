using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;
using NodaTime;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Revisions come in while many threads decide: each answer is the interpreter's for the revision that the thread asked.</summary>
public sealed class HotSwapTests
{
    private const int Threads = 6;
    private const int Revisions = 12;
    private static readonly LocalDate Known = new(2026, 11, 22);

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
        var threads = Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => Decide(engines, requests, ready, done.Token), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)).ToList();
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

    // Once before the first revision comes in, and once more after the last.
    private static (List<string> Wrong, int Newest) Decide(DecisionEngines engines, List<DecisionRequest> requests, CountdownEvent ready, CancellationToken done)
    {
        var (wrong, frames, newest, isFirst) = (new List<string>(), new Dictionary<DecisionEngine, CaseFrame>(), 0, true);
        for (var isLast = false; !isLast;)
        {
            isLast = done.IsCancellationRequested;
            var engine = engines.Resolve(requests[0].Year, Known);
            newest = engine.Ruleset.Identity.Revision;
            if (!frames.TryGetValue(engine, out var frame))
            {
                frames.Add(engine, frame = engine.NewFrame());
            }

            var reference = new RuleInterpreter(engine.Ruleset);
            foreach (var request in requests)
            {
                frame.Fill(request);
                var (expected, decision) = (reference.Decide(request), engine.Decide(frame));
                if (decision.Outcome != expected.Outcome || decision.Ruleset.Revision != newest || decision.Findings[0] != expected.Rules[0].Verdict)
                {
                    wrong.Add($"{request.Id} by revision {newest}: {decision.Outcome} and not {expected.Outcome}");
                }
            }

            if (isFirst)
            {
                isFirst = false;
                ready.Signal();
            }
        }

        return (wrong, newest);
    }

    // Each revision draws the line elsewhere, so that the answer of another would be seen.
    private static RulesetFiles Revision(int revision)
    {
        var files = TestRuleset.Files(TestRuleset.Rule($$"""{ "fact": "a.count", "atLeast": "{{revision}}" }"""));
        var bytes = files.Paths.ToDictionary(p => p, p => files.Read(p)!, StringComparer.Ordinal);
        bytes["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes["ruleset.json"]).Replace("\"revision\": 1,", $"\"revision\": {revision},", StringComparison.Ordinal));
        return RulesetFiles.FromMemory("test", bytes);
    }
}
