using System;
using System.Linq;
using System.Threading;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Quantities;
using static Ccts.Rules.Tests.Engines.Orders;

namespace Ccts.Rules.Tests.Engines;

/// <summary>What a frame holds is what was last said to it, and a decision is explained by nothing else.</summary>
public sealed class FrameTests
{
    private readonly DecisionEngine _engine = Engine();

    public static TheoryData<EngineKind> Kinds => [.. Agreement.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_fact_that_is_set_after_a_request_counts_and_is_in_the_explanation(EngineKind kind)
    {
        var engine = _engine.Using(kind);
        var frame = engine.NewFrame();
        frame.Fill(Order().ToRequest(engine.Ruleset.Rules.Vocabulary));
        frame.Set(engine.Slot("order.quantity"), Co2e.FromTonnes(200m));
        var decision = engine.Decide(frame);

        Assert.Equal(Outcome.Deny, decision.Outcome);
        Assert.Equal("200 tCO2e", decision.Explain().Request.Facts.Find("order.quantity")!.ToString());
    }

    [Fact]
    public void Facts_that_change_without_changing_the_answer_still_end_the_explanation()
    {
        var frame = _engine.NewFrame();
        frame.Fill(Order());
        frame.Set(_engine.Slot("order.price"), Inr.FromRupees(1600m));
        var decision = _engine.Decide(frame);
        frame.Set(_engine.Slot("order.price"), Inr.FromRupees(1500m));

        Assert.Contains("filled anew", Assert.Throws<InvalidOperationException>(() => decision.Explain()).Message, StringComparison.Ordinal);
        Assert.Equal(decision.Outcome, _engine.Decide(frame).Outcome);
    }

    [Fact]
    public void A_request_of_another_vocabulary_leaves_no_case()
    {
        var engine = DecisionEngine.Of(TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.count", "atLeast": "1" }""")));
        var other = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.count", "is": "p" }"""), """ "a.count": { "type": "text", "description": "A text." } """);
        var frame = engine.NewFrame();
        Assert.Throws<ArgumentException>(() => frame.Fill(TestRuleset.Request(other, "\"a.count\": \"p\"")));
        Assert.Contains("No case was begun", Assert.Throws<InvalidOperationException>(() => engine.Decide(frame)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Begin((Purpose)(-1), Year, Day));
    }

    [Fact]
    public void Texts_and_sets_are_taken_up_to_their_bounds()
    {
        var engine = DecisionEngine.Of(TestRuleset.Read(TestRuleset.Rule("""{ "fact": "b.set", "contains": "p" }"""), GeneratedRuleset.Facts));
        var frame = engine.NewFrame();
        frame.Begin(Purpose.Trade, Year, Day);
        var (text, open, closed) = (engine.Slot("a.text"), engine.Slot("b.set"), engine.Slot("a.set"));
        frame.Set(text, new string('x', 500));
        frame.Set(open, [.. Enumerable.Range(0, 999).Select(i => "w" + i), new string('x', 500)]);
        frame.Set(closed, ["x"]);

        Assert.Throws<ArgumentException>(() => frame.Set(text, new string('x', 501)));
        Assert.Throws<ArgumentException>(() => frame.Set(engine.Slot("a.flag"), "true"));
        Assert.Throws<ArgumentException>(() => frame.Set(open, Enumerable.Range(0, 1001).Select(i => "w" + i).ToList()));
        Assert.Throws<ArgumentException>(() => frame.Set(open, [new string('x', 501)]));
        Assert.Throws<ArgumentException>(() => frame.Set(open, [null!]));
        Assert.Throws<ArgumentException>(() => frame.Set(closed, ["x", "z"]));
        Assert.Equal(Outcome.Permit, engine.Decide(frame).Outcome);
    }

    [Fact]
    public void A_frame_shows_that_it_is_being_decided()
    {
        var engine = _engine.Using(EngineKind.Interpreted);
        var frame = engine.NewFrame();
        frame.Fill(Order());
        var (seen, isOver) = (false, false);
        var watcher = new Thread(() =>
        {
            while (!seen && !Volatile.Read(ref isOver))
            {
                Interlocked.MemoryBarrier();
                Volatile.Write(ref seen, frame.Index == CaseFrame.Deciding);
            }
        });
        watcher.Start();
        for (var turn = 0; turn < 20_000 && !Volatile.Read(ref seen); turn++)
        {
            engine.Decide(frame);
        }

        Volatile.Write(ref isOver, true);
        watcher.Join();
        Assert.True(seen);
    }
}
