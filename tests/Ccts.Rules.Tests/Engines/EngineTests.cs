using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Tests.Rules;
using Ccts.Tests.Shared;
using static Ccts.Rules.Tests.Engines.Orders;

namespace Ccts.Rules.Tests.Engines;

/// <summary>What hosts do with engines: frames, batches, streams, many threads; and that it costs no memory.</summary>
public sealed class EngineTests
{
    public static TheoryData<EngineKind> Kinds => [.. Agreement.Kinds];

    public static TheoryData<EngineKind> FastKinds => [.. Agreement.Kinds.Where(k => k != EngineKind.Interpreted)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_order_is_permitted_denied_or_referred_with_its_reasons(EngineKind kind)
    {
        var engine = Engine(kind);

        Assert.Equal(Outcome.Permit, engine.Decide(Order()).Outcome);
        var denied = engine.Decide(Order(200m));
        Assert.Equal(Outcome.Deny, denied.Outcome);
        Assert.Equal(denied.Explain().Findings.Select(f => f.Message), denied.Explain().Messages);
        Assert.Equal(denied.Explain().Findings.Select(f => f.MessageInHindi), denied.Explain(Language.Hindi).Messages);
        Assert.Equal(("order 7", Purpose.Trade), (denied.Explain().Request.Id, denied.Purpose));
        Assert.Equal("in-ccts/2025-26", denied.Ruleset.Id);
        Assert.Equal(Outcome.Refer, engine.Decide(Order(paused: null)).Outcome);
    }

    [Theory]
    [MemberData(nameof(FastKinds))]
    public void Once_warm_filling_and_deciding_allocate_nothing(EngineKind kind)
    {
        var engine = Engine(kind);
        var frame = engine.NewFrame();
        var batch = engine.NewBatch(Purpose.Trade, 100);
        TradeRequest[] orders = [Order(), Order(200m), Order(paused: null), Order() with { SellerRegistryBalance = Ccts.Sdk.Quantities.Co2e.FromTonnes(0.123456789012m) }];
        var price = engine.Slot("order.price");
        var outcomes = new int[3];

        void Once()
        {
            foreach (var order in orders)
            {
                frame.Fill(order);
                frame.Set(price, Ccts.Sdk.Quantities.Inr.FromRupees(1499.5m));
                var decision = engine.Decide(frame);
                outcomes[(int)decision.Outcome]++;
                foreach (var finding in decision.Findings)
                {
                    outcomes[0] += finding.Certain ? 1 : 0;
                }
            }

            batch.Clear();
            batch.Add<TradeRequest>(orders);
            batch.Add(frame);
            engine.Decide(batch);
            for (var i = 0; i < batch.Count; i++)
            {
                outcomes[(int)batch[i].Outcome]++;
            }
        }

        for (var i = 0; i < 200; i++)
        {
            Once();
        }

        Assert.Equal(0, Allocations.Of(() =>
        {
            for (var i = 0; i < 1000; i++)
            {
                Once();
            }
        }));
        Assert.True(outcomes.All(o => o > 0));
    }

    [Fact]
    public void A_mask_is_as_long_as_there_are_rules()
    {
        var rules = string.Join(",", Enumerable.Range(0, 200).Select(i => TestRuleset.Rule($$"""{ "fact": "a.count", "atLeast": "{{i}}" }""", "r" + i)));
        var ruleset = TestRuleset.Read(rules);
        foreach (var kind in Agreement.Kinds)
        {
            var engine = DecisionEngine.Of(ruleset, kind);
            var frame = engine.NewFrame();
            frame.Fill(TestRuleset.Request(ruleset, "\"a.count\": \"130\""));
            var decision = engine.Decide(frame);

            Assert.Equal((200, 131), (decision.Findings.Length, decision.Findings.Count));
            Assert.Equal((Verdict.Pass, Verdict.Fail), (decision.Findings[130], decision.Findings[131]));
            frame.Fill(TestRuleset.Request(ruleset, ""));
            Assert.Equal(Verdict.CannotSay, engine.Decide(frame).Findings[199]);
            Assert.Throws<InvalidOperationException>(() => decision.Findings[199]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Many_threads_share_an_engine_each_with_a_frame(EngineKind kind)
    {
        var engine = Engine(kind);
        TradeRequest[] orders = [Order(), Order(200m), Order(paused: null)];
        Outcome[] expected = [Outcome.Permit, Outcome.Deny, Outcome.Refer];
        var wrong = 0;
        var threads = Enumerable.Range(0, 8).Select(t => new Thread(() =>
        {
            var frame = engine.NewFrame();
            for (var i = 0; i < 300; i++)
            {
                frame.Fill(orders[(i + t) % 3]);
                var decision = engine.Decide(frame);
                if (decision.Outcome != expected[(i + t) % 3] || (i % 50 == 0 && decision.Explain().Outcome != decision.Outcome))
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(0, wrong);
    }

    [Fact]
    public async Task A_stream_is_decided_in_its_order_and_its_decisions_can_be_kept()
    {
        var decisions = new List<Decision>();
        await foreach (var decision in Engine().DecideAsync(Stream(Order(), Order(200m), Order(paused: null)), TestContext.Current.CancellationToken))
        {
            decisions.Add(decision);
        }

        Assert.Equal([Outcome.Permit, Outcome.Deny, Outcome.Refer], decisions.Select(d => d.Outcome));
        Assert.All(decisions, d => Assert.Equal(d.Outcome, d.Explain().Outcome));
    }

    [Fact]
    public async Task A_cancelled_stream_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in Engine().DecideAsync(Stream(Order()), cancelled.Token))
            {
                Assert.Fail("nothing is decided after cancellation");
            }
        });
    }

    [Fact]
    public void Frames_of_a_span_are_decided_in_their_order_and_slots_fill_what_types_do()
    {
        var engine = Engine();
        var frames = new[] { engine.NewFrame(), engine.NewFrame() };
        frames[0].Fill(Order(200m));
        frames[1].Fill(Order(200m).ToRequest(engine.Ruleset.Rules.Vocabulary));
        var decisions = new Decision[2];
        engine.Decide(frames, decisions);

        Assert.Equal(DecisionJson.Write(decisions[0].Explain()).ToJsonString(), DecisionJson.Write(decisions[1].Explain()).ToJsonString());
        frames[0].Unset(engine.Slot("order.quantity"));
        Assert.Equal(Outcome.Refer, engine.Decide(frames[0]).Outcome);
        Assert.Equal("order 7", engine.Decide(frames[0]).Explain().Request.Id);
    }

    [Fact]
    public void A_batch_over_two_eras_takes_each_case_by_its_day()
    {
        var files = Ccts.Rules.Rulesets.Catalogs.EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2025-26");
        var engine = Engine();
        var requests = Ccts.Rules.Authoring.Testing.RulesetTester.Read(engine.Ruleset, files).Select(c => c.Request).Where(r => r.Purpose == Purpose.Export).ToList();
        var moved = requests.Select(r => new DecisionRequest(r.Id, r.Purpose, r.Year, new NodaTime.LocalDate(2025, 5, 1), r.Facts)).ToList();

        Assert.Contains(requests.Zip(moved), pair => engine.Decide(pair.First).Findings.Count != engine.Decide(pair.Second).Findings.Count);
        Agreement.Check(engine, [.. requests.Zip(moved).SelectMany(pair => new[] { pair.First, pair.Second })]);
    }

    [Fact]
    public void The_compiler_says_which_amounts_are_scaled_and_why()
    {
        var facts = TestRuleset.Facts + """, "b.price": { "type": "quantity", "unit": "INR", "description": "A price." }""";
        var exactness = DecisionEngine.Of(TestRuleset.Read(
            string.Join(
                ",",
                TestRuleset.Rule("""{ "fact": "a.price", "lessThan": "10.1234 INR" }""", "limit"),
                TestRuleset.Rule("""{ "fact": "a.price", "plus": { "fact": "b.price" }, "moreThan": "1 lakh" }""", "sum"),
                TestRuleset.Rule("""{ "fact": "a.price", "times": "0.02", "moreThan": { "fact": "b.price" } }""", "product"),
                TestRuleset.Rule("""{ "fact": "a.mass", "in": ["0.000000000001 t", "999999999999999 t"] }""", "wide")),
            facts)).Exactness;

        Assert.Equal((int?)4, exactness.Facts.Single(f => f.Fact == "a.price").Decimals);
        Assert.Null(exactness.Facts.Single(f => f.Fact == "a.mass").Decimals);
        Assert.Contains("does not fit 64 bits", exactness.Facts.Single(f => f.Fact == "a.mass").Why, StringComparison.Ordinal);
        Assert.Equal([("limit", true), ("sum", true), ("product", false), ("wide", false)], exactness.Conditions.Select(c => (c.Rule, c.IsScaled)));
        Assert.Contains("product", exactness.Conditions.Single(c => c.Rule == "product").Why, StringComparison.Ordinal);
    }

    private static async IAsyncEnumerable<EligibilityRequest> Stream(params EligibilityRequest[] requests)
    {
        foreach (var request in requests)
        {
            await Task.Yield();
            yield return request;
        }
    }
}
