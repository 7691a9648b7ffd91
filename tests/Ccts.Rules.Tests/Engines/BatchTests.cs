using System;
using System.Linq;
using System.Threading;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Rules;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Entities;
using NodaTime;
using static Ccts.Rules.Tests.Engines.Orders;

namespace Ccts.Rules.Tests.Engines;

/// <summary>What a batch takes in, what it refuses, and that nothing of the cases before stays in it.</summary>
public sealed class BatchTests
{
    private readonly DecisionEngine _engine = Engine();

    public static TheoryData<EngineKind> Kinds => [.. Agreement.Kinds];

    [Fact]
    public void What_is_refused_is_not_added()
    {
        var batch = _engine.NewBatch(Purpose.Trade, 1);
        var bank = _engine.NewFrame();
        bank.Begin(Purpose.Bank, Year, Day);
        Assert.Throws<InvalidOperationException>(() => batch.Add(_engine.NewFrame()));
        Assert.Throws<ArgumentException>(() => batch.Add(bank));
        Assert.Throws<ArgumentException>(() => batch.Add(new TradeRequest { Year = new ComplianceYear(2026), Date = Day }));
        Assert.Equal(0, batch.Count);

        var frame = _engine.NewFrame();
        frame.Fill(Order());
        batch.Add(frame);
        Assert.Throws<InvalidOperationException>(() => batch.Add(frame));
        _engine.Decide(batch);
        Assert.Throws<ArgumentOutOfRangeException>(() => batch[-1]);
        Assert.Equal((1, Outcome.Permit), (batch.Count, batch[0].Outcome));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_case_of_a_frame_keeps_its_day_its_purpose_and_its_request(EngineKind kind)
    {
        var engine = _engine.Using(kind);
        var batch = engine.NewBatch(Purpose.Export, 3);
        var (frame, request) = (engine.NewFrame(), new DecisionRequestBuilder(engine.Ruleset.Rules.Vocabulary, Purpose.Export, Year, Day, "e 1").Build());
        frame.Fill(request);
        batch.Add(frame);
        foreach (var day in new[] { new LocalDate(2025, 5, 1), Day })
        {
            frame.Begin(Purpose.Export, Year, day, "e 2");
            batch.Add(frame);
        }

        engine.Decide(batch);
        Assert.Same(request, batch[0].Explain().Request);
        for (var i = 0; i < batch.Count; i++)
        {
            var reasoned = batch[i].Explain();
            Assert.Equal(batch[i].Outcome, reasoned.Outcome);
            Assert.Equal((Purpose.Export, i == 1 ? new LocalDate(2025, 5, 1) : Day), (reasoned.Request.Purpose, reasoned.Request.Date));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_batch_that_is_filled_anew_has_forgotten_every_fact(EngineKind kind)
    {
        var names = new[] { "flag", "word", "text", "count", "price", "mass", "day", "year", "set" };
        var ruleset = TestRuleset.Read(string.Join(",", names.Select(n => TestRuleset.Rule($$"""{ "fact": "a.{{n}}", "exists": true }""", n))));
        var engine = DecisionEngine.Of(ruleset, kind);
        var batch = engine.NewBatch(Purpose.Trade, 2);
        const string all = "\"a.flag\": true, \"a.word\": \"one\", \"a.text\": \"t\", \"a.count\": \"1\", \"a.price\": \"1 INR\", \"a.mass\": \"1 t\", \"a.day\": \"2026-11-23\", \"a.year\": \"2025-26\", \"a.set\": [\"x\"]";
        foreach (var (facts, found) in new[] { (all, names.Length), ("", 0) })
        {
            batch.Clear();
            batch.Add(TestRuleset.Request(ruleset, facts));
            batch.Add(TestRuleset.Request(ruleset, facts));
            engine.Decide(batch);
            Assert.Equal((found, found), (batch[0].Findings.Count, batch[1].Findings.Count));
        }
    }

    [Fact]
    public void Two_threads_that_decide_one_batch_are_told()
    {
        var engine = _engine.Using(EngineKind.Interpreted);
        var batch = engine.NewBatch(Purpose.Trade, 100);
        for (var i = 0; i < batch.Capacity; i++)
        {
            batch.Add(Order());
        }

        var told = 0;
        var threads = Enumerable.Range(0, 2).Select(_ => new Thread(() =>
        {
            for (var turn = 0; turn < 200 && Volatile.Read(ref told) == 0; turn++)
            {
                try
                {
                    engine.Decide(batch);
                }
                catch (InvalidOperationException refusal) when (refusal.Message.Contains("one batch a thread", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref told);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.NotEqual(0, told);
        engine.Decide(batch);
        Assert.Equal(Outcome.Permit, batch[99].Outcome);
    }
}
