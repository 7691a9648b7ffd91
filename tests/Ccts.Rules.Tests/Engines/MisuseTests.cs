using System;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Cases;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Quantities;
using NodaTime;
using static Ccts.Rules.Tests.Engines.Orders;

namespace Ccts.Rules.Tests.Engines;

/// <summary>What is done wrong gets the exception that is documented, and nothing is half done.</summary>
public sealed class MisuseTests
{
    private readonly DecisionEngine _engine = Engine();

    [Fact]
    public void Null_is_refused_everywhere()
    {
        var frame = _engine.NewFrame();
        frame.Fill(Order());
        var batch = _engine.NewBatch(Purpose.Trade, 1);
        Assert.Throws<ArgumentNullException>(() => DecisionEngine.Of(null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Slot(null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Decide((CaseFrame)null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Decide((CaseBatch)null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Decide((DecisionRequest)null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Decide((EligibilityRequest)null!));
        Assert.Throws<ArgumentNullException>(() => _engine.Decide(new CaseFrame[1], new Decision[1]));
        Assert.Throws<ArgumentNullException>(() => _engine.DecideAsync((System.Collections.Generic.IAsyncEnumerable<DecisionRequest>)null!, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() => frame.Fill((DecisionRequest)null!));
        Assert.Throws<ArgumentNullException>(() => frame.Fill((EligibilityRequest)null!));
        Assert.Throws<ArgumentNullException>(() => frame.Set(_engine.Slot("unit.owner"), (string)null!));
        Assert.Throws<ArgumentNullException>(() => batch.Add((DecisionRequest)null!));
        Assert.Throws<ArgumentNullException>(() => batch.Add((EligibilityRequest)null!));
        Assert.Throws<ArgumentNullException>(() => batch.Add((CaseFrame)null!));
        Assert.Throws<ArgumentNullException>(() => batch.Add<TradeRequest>(new TradeRequest[1]));
        Assert.Throws<ArgumentNullException>(() => Order().ToRequest(null!));
        Assert.Throws<ArgumentNullException>(() => new DecisionRequestBuilder(null!, Purpose.Trade, Year, Day));
        Assert.Throws<ArgumentNullException>(() => new DecisionRequestBuilder(_engine.Ruleset.Rules.Vocabulary, null!));
        Assert.Throws<ArgumentNullException>(() => Builder().Set(null!, true));
        Assert.Throws<ArgumentNullException>(() => Builder().Set("unit.owner", (string)null!));
    }

    [Fact]
    public void Defaults_are_refused_or_say_nothing()
    {
        Assert.Equal((Outcome.Refer, 0, 0), (default(Decision).Outcome, default(Decision).Findings.Length, default(Decision).Findings.Count));
        Assert.Throws<InvalidOperationException>(() => default(Decision).Explain());
        Assert.Throws<InvalidOperationException>(() => default(Decision).Ruleset);
        Assert.Throws<ArgumentOutOfRangeException>(() => default(FindingMask)[0]);
        var frame = _engine.NewFrame();
        frame.Fill(Order());
        Assert.Throws<ArgumentException>(() => frame.Set(default(FactSlot), true));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("unit.vintage"), default(ComplianceYear)));
        Assert.Throws<ArgumentException>(() => frame.Begin(Purpose.Trade, default, Day));
        Assert.Equal("", default(FactSlot).ToString());
    }

    [Fact]
    public void Frames_and_batches_of_another_ruleset_are_refused()
    {
        var other = DecisionEngine.Of(RulesetCatalog.Default.Find("in-ccts/2026-27")!);
        var frame = other.NewFrame();
        frame.Begin(Purpose.Trade, new ComplianceYear(2026), Day);
        Assert.Throws<ArgumentException>(() => _engine.Decide(frame));
        Assert.Throws<ArgumentException>(() => _engine.Decide(other.NewBatch(Purpose.Trade, 1)));
        Assert.Throws<ArgumentException>(() => _engine.NewBatch(Purpose.Trade, 1).Add(frame));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("unit.status"), "active"));
        Assert.Equal(Outcome.Permit, Decide(_engine.Using(EngineKind.Table), _engine));

        static Outcome Decide(DecisionEngine engine, DecisionEngine maker)
        {
            var frame = maker.NewFrame();
            frame.Fill(Order());
            return engine.Decide(frame).Outcome;
        }
    }

    [Fact]
    public void Another_year_another_purpose_another_calendar_are_refused()
    {
        var frame = _engine.NewFrame();
        Assert.Throws<ArgumentException>(() => frame.Begin(Purpose.Trade, new ComplianceYear(2026), Day));
        Assert.Throws<ArgumentException>(() => frame.Begin(Purpose.Trade, Year, Day.WithCalendar(CalendarSystem.Julian)));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Begin((Purpose)8, Year, Day));
        Assert.Throws<ArgumentOutOfRangeException>(() => _engine.NewBatch((Purpose)(-1), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _engine.NewBatch(Purpose.Trade, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => _engine.NewBatch(Purpose.Trade, int.MaxValue));
        Assert.Throws<ArgumentException>(() => _engine.NewBatch(Purpose.Bank, 1).Add(Order()));
        Assert.Throws<ArgumentOutOfRangeException>(() => DecisionEngine.Of(_engine.Ruleset, (EngineKind)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => _engine.Decide(Order()).Explain((Language)9));
        Assert.Throws<InvalidOperationException>(() => _engine.Decide(frame));
        var next = Order().ToRequest(_engine.Ruleset.Rules.Vocabulary);
        Assert.Contains("2026-27", Assert.Throws<ArgumentException>(() => new RuleInterpreter(RulesetCatalog.Default.Find("in-ccts/2026-27")!).Decide(next)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecisionEngines(new LiveCatalog(RulesetCatalog.Default), (EngineKind)9));
    }

    [Fact]
    public void After_a_refused_request_the_case_before_it_is_not_decided_in_its_place()
    {
        foreach (var refused in new Action<CaseFrame>[]
        {
            f => f.Begin(Purpose.Trade, new ComplianceYear(2026), Day), f => f.Begin(Purpose.Trade, Year, Day.WithCalendar(CalendarSystem.Julian)),
            f => f.Begin((Purpose)8, Year, Day), f => f.Fill(new TradeRequest { Year = new ComplianceYear(2026), Date = Day }),
        })
        {
            var frame = _engine.NewFrame();
            frame.Fill(Order());
            Assert.ThrowsAny<ArgumentException>(() => refused(frame));
            Assert.Throws<InvalidOperationException>(() => _engine.Decide(frame));
        }
    }

    [Fact]
    public void A_frame_that_is_being_decided_is_left_alone()
    {
        var frame = _engine.NewFrame();
        frame.Fill(Order());
        var index = frame.Index;
        frame.Index = CaseFrame.Deciding;
        foreach (var misuse in new Action[] { () => _engine.Decide(frame), () => frame.Fill(Order()), () => frame.Begin(Purpose.Trade, Year, Day), () => frame.Set(_engine.Slot("unit.status"), "active"), () => frame.Unset(_engine.Slot("unit.status")) })
        {
            Assert.Contains("one frame a thread", Assert.Throws<InvalidOperationException>(misuse).Message, StringComparison.Ordinal);
        }

        frame.Index = index;
        Assert.Equal(Outcome.Permit, _engine.Decide(frame).Outcome);
        Assert.Equal(index, frame.Index);
    }

    [Fact]
    public void A_refused_value_leaves_the_other_facts_and_a_refused_request_no_case()
    {
        var frame = _engine.NewFrame();
        Assert.Throws<InvalidOperationException>(() => frame.Set(_engine.Slot("unit.status"), "active"));
        frame.Fill(Order());
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("unit.status"), "actve"));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("unit.status"), true));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("unit.owner"), new string('x', 501)));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("order.price"), 5m));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("order.price"), Co2e.FromTonnes(1m)));
        Assert.Throws<ArgumentException>(() => frame.Set(_engine.Slot("request.date"), Day));
        Assert.Throws<ArgumentException>(() => frame.Unset(_engine.Slot("request.year")));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Set(_engine.Slot("order.price"), Inr.FromRupees(decimal.MaxValue)));
        Assert.Throws<ArgumentOutOfRangeException>(() => frame.Set(_engine.Slot("order.price"), Inr.FromRupees(0.0000000000001m)));
        frame.Set(_engine.Slot("order.price"), Inr.FromRupees(1500.2500000000000000m));
        Assert.Equal(Outcome.Permit, _engine.Decide(frame).Outcome);
        Assert.Throws<ArgumentException>(() => frame.Fill(new TradeRequest { Year = Year, Date = Day, UnitKind = "nothing" }));
        Assert.Throws<InvalidOperationException>(() => _engine.Decide(frame));
    }

    [Fact]
    public void A_fact_that_the_vocabulary_lacks_is_never_dropped()
    {
        var bare = DecisionEngine.Of(TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }""")));
        Assert.Contains("unit.kind", Assert.Throws<ArgumentException>(() => bare.Decide(Order())).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => bare.Decide(Order().ToRequest(_engine.Ruleset.Rules.Vocabulary)));
        Assert.Contains("order.price", Assert.Throws<ArgumentException>(() => _engine.Slot("order.prise")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Builder().Set("order.prise", "1 INR"));
        Assert.Throws<ArgumentException>(() => Builder().Set("order.price", "1 t"));
        Assert.Throws<ArgumentException>(() => Builder().Set("order.price", Co2e.FromTonnes(1m)));
    }

    [Fact]
    public void An_old_decision_is_never_explained_by_new_facts()
    {
        var frame = _engine.NewFrame();
        frame.Begin(Purpose.Trade, Year, Day);
        frame.Set(_engine.Slot("unit.status"), "retired");
        var old = _engine.Decide(frame);
        Assert.Equal(Outcome.Deny, old.Explain().Outcome);
        frame.Set(_engine.Slot("unit.status"), "active");
        Assert.Equal(Outcome.Deny, old.Outcome);
        Assert.Throws<InvalidOperationException>(() => old.Explain());
        frame.Fill(Order(200m));
        var kept = _engine.Decide(frame);
        frame.Fill(Order());
        Assert.Equal(Outcome.Deny, kept.Explain().Outcome);
    }

    [Fact]
    public void A_batch_is_read_after_it_was_decided_and_holds_what_it_has_room_for()
    {
        var batch = _engine.NewBatch(Purpose.Trade, 2);
        batch.Add(Order());
        Assert.Throws<InvalidOperationException>(() => batch[0]);
        _engine.Decide(batch);
        var first = batch[0];
        Assert.Throws<ArgumentOutOfRangeException>(() => batch[1]);
        Assert.Throws<ArgumentException>(() => batch.Add(new TradeRequest { Year = Year, Date = Day, UnitKind = "nothing" }));
        Assert.Equal(1, batch.Count);
        batch.Add(Order(200m));
        Assert.Throws<InvalidOperationException>(() => batch.Add(Order()));
        Assert.Throws<InvalidOperationException>(() => batch[0]);
        _engine.Decide(batch);
        Assert.Equal((Outcome.Permit, Outcome.Deny), (batch[0].Outcome, batch[1].Outcome));
        batch.Clear();
        Assert.Equal(Outcome.Permit, first.Explain().Outcome);
        Assert.Throws<ArgumentException>(() => _engine.Decide([_engine.NewFrame()], []));
    }

    [Fact]
    public void A_builder_states_what_a_file_states()
    {
        var request = Builder().Set("order.price", "1 lakh").Set("order.quantity", Co2e.FromTonnes(5m)).Set("session.open", true).Set("unit.issued-on", Day)
            .Set("unit.vintage", Year).Set("seller.breaches-in-quarter", 2m).Set("unit.kind", "ccc").Build();

        Assert.Equal("100000 INR|5 tCO2e|true|2026-11-23|2025-26|2|ccc", string.Join("|", new[] { "order.price", "order.quantity", "session.open", "unit.issued-on", "unit.vintage", "seller.breaches-in-quarter", "unit.kind" }.Select(n => request.Facts.Find(n)!.ToString())));
        Assert.Equal(Order().ToRequest(_engine.Ruleset.Rules.Vocabulary).Facts.Values, new DecisionRequestBuilder(_engine.Ruleset.Rules.Vocabulary, Order()).Build().Facts.Values);
    }

    private DecisionRequestBuilder Builder() => new(_engine.Ruleset.Rules.Vocabulary, Purpose.Trade, Year, Day);
}
