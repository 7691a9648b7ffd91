using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Impact;

public sealed class OrderStudyTests
{
    [Fact]
    public void Requests_are_asked_of_both_and_counted()
    {
        var old = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.count", "moreThan": "10" }"""));
        var draft = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.count", "moreThan": "5" }"""));
        var study = new OrderStudy(old, draft, most: 2);
        for (var i = 1; i <= 12; i++)
        {
            study.Add(TestRuleset.Request(old, $"\"a.count\": \"{i}\""));
        }

        var report = study.Report();
        Assert.Equal((12L, 5L), (report.Orders, report.Changed));
        Assert.Equal(5, report.Moves[new OrderMove(Purpose.Trade, Outcome.Permit, Outcome.Deny)]);
        Assert.Equal(5, report.Differences["now: r (deny)"]);
        Assert.Equal(2, report.Examples.Count);
        Assert.Equal(5, (long)OrderReportJson.Write(report)["changed"]!);
    }

    [Fact]
    public void A_fact_the_draft_no_longer_knows_makes_the_request_unaskable()
    {
        var old = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }"""));
        var draft = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "b.flag", "is": true }"""), "\"b.flag\": { \"type\": \"flag\", \"description\": \"A flag.\" }");
        var impact = new OrderStudy(old, draft).Add(TestRuleset.Request(old, "\"a.flag\": true"));

        Assert.Null(impact.New);
        Assert.Equal(["the fact a.flag is no longer known"], impact.Differences);
    }

    /// <summary>A least, a whole number or a form that came: the second revisions that ship did so.</summary>
    [Theory]
    [InlineData("in-ccts/2025-26")]
    [InlineData("in-ccts/2026-27")]
    public void A_value_that_the_later_vocabulary_does_not_take_makes_a_case_unaskable(string id)
    {
        var (old, later) = (RulesetCatalog.Default.Find(id, 1)!, RulesetCatalog.Default.Find(id, 2)!);
        var changed = RulesetDiff.Between(old, later, old.Files).Cases.Where(c => c.Differences.Contains("the fact mint.quantity can no longer be 40.001 tCO2e")).ToList();

        Assert.NotEmpty(changed);
        Assert.All(changed, c => Assert.Null(c.New));
        var test = RulesetTester.Read(old, old.Files).First(c => c.Name == changed[0].Name);
        Assert.Null(new OrderStudy(old, later).Add(test.Request).New);
    }

    [Fact]
    public void Requests_move_with_the_year_and_another_year_is_refused()
    {
        var (old, later) = (RulesetCatalog.Default.Find("in-ccts/2025-26")!, RulesetCatalog.Default.Find("in-ccts/2026-27")!);
        var json = """{ "purpose": "surrender", "year": "2025-26", "date": "2026-11-23", "facts": { "unit.kind": "ccc", "unit.vintage": "2025-26" } }""";
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(json), null, old.Rules.Vocabulary, out var request, out _));

        Assert.False(new OrderStudy(old, later).Add(request!).IsDifferent);
        Assert.Equal("wrong-year", Assert.Throws<CctsDataException>(() => new OrderStudy(later, later).Add(request!)).Problems.Single().Code);
    }

    [Fact]
    public void A_fact_that_is_of_another_kind_in_the_draft_is_asked_all_the_same()
    {
        var old = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.word", "is": "one" }"""));
        var draft = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.word", "is": "two" }"""), "\"a.word\": { \"type\": \"text\", \"description\": \"A text.\" }");
        var impact = new OrderStudy(old, draft).Add(TestRuleset.Request(old, "\"a.word\": \"two\""));

        Assert.Equal((Outcome.Permit, Outcome.Deny), (impact.Old, impact.New));
        Assert.Equal(["now: r (deny)"], impact.Differences);
    }

    [Fact]
    public void Where_only_one_has_rules_about_the_purpose_that_is_a_difference()
    {
        var old = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }"""));
        var draft = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }""", applies: """{ "purposes": ["bank"] }"""));

        Assert.Equal(["now: no-rule-for-purpose (refer)"], new OrderStudy(old, draft).Add(TestRuleset.Request(old, "\"a.flag\": false")).Differences);
        Assert.False(new OrderStudy(draft, draft).Add(TestRuleset.Request(draft, "\"a.flag\": false")).IsDifferent);
    }

    [Fact]
    public void The_answers_are_those_of_the_reference_on_every_shipped_case_between_the_years()
    {
        var (old, later) = (RulesetCatalog.Default.Find("in-ccts/2025-26")!, RulesetCatalog.Default.Find("in-ccts/2026-27")!);
        var study = new OrderStudy(old, later);
        var cases = RulesetTester.Read(old, EmbeddedRulesets.All().Single(f => f.Name == "rulesets/in-ccts/2025-26"));
        Assert.True(cases.Count > 100);
        foreach (var request in cases.Select(c => c.Request))
        {
            var (was, isNow) = (new RuleInterpreter(old).Decide(request), new RuleInterpreter(later).Decide(LaterRequest.Of(request, later.Year)));
            var (had, has) = (Words(was), Words(isNow));
            var impact = study.Add(request);

            Assert.Equal((was.Outcome, isNow.Outcome), (impact.Old, impact.New));
            Assert.Equal(had.Except(has).Select(f => "no longer: " + f).Concat(has.Except(had).Select(f => "now: " + f)), impact.Differences);
        }
    }

    /// <summary>Orders to trade say nothing of a rule about banking, nor of a value that only that rule reads.</summary>
    [Fact]
    public void A_rule_about_a_purpose_that_was_not_asked_for_is_named()
    {
        static string Both(int trade, int bank) => TestRuleset.Rule($$"""{ "fact": "a.count", "moreThan": "{{trade}}" }""") + ","
            + TestRuleset.Rule($$"""{ "fact": "a.count", "moreThan": "{{bank}}" }""", id: "s", applies: """{ "purposes": ["bank"] }""");
        var (old, draft) = (TestRuleset.Read(Both(10, 10)), TestRuleset.Read(Both(5, 5)));
        List<string> Named(params string[] purposes)
        {
            var study = new OrderStudy(old, draft);
            foreach (var purpose in purposes)
            {
                study.Add(TestRuleset.Request(old, "\"a.count\": \"7\"", purpose: purpose));
            }

            return [.. study.Report().Unreached.Select(e => e.Entry.Split(", ")[1])];
        }

        Assert.Equal(["r", "s"], Named());
        Assert.Equal(["s"], Named("trade"));
        Assert.Empty(Named("trade", "bank"));
    }

    private static List<string> Words(ReasonedDecision decision) =>
        [.. decision.Findings.Select(f => $"{f.Rule ?? f.Code} ({f.Effect.ToString().ToLowerInvariant()}{(f.Certain ? "" : ", cannot say")})")];
}
