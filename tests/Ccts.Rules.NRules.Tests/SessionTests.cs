using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Entities;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NRules;
using NRules.Fluent;
using NRules.Fluent.Dsl;
using NRules.RuleModel;

namespace Ccts.Rules.NRules.Tests;

/// <summary>How a host works with sessions, cases, findings and versions.</summary>
public static class SessionTests
{
    private static readonly Ruleset Shipped = ShippedCases.Newest.Ruleset;
    private static readonly IReadOnlyList<DecisionRequest> Requests = ShippedCases.Newest.Requests;
    private static readonly NRulesRuleset Compiled = NRulesRuleset.Compile(Shipped);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public static void Findings_and_outcomes_are_facts_and_go_with_their_case()
    {
        var session = Compiled.SessionFactory.CreateSession();
        var cases = Requests.Select(Compiled.Case).ToList();
        session.InsertAll(cases);
        session.Fire(Token);
        Assert.Equal(cases.Count, session.Query<CaseOutcome>().Count());
        Assert.Equal(session.Query<CaseFinding>().OrderBy(f => f.ToString(), StringComparer.Ordinal), session.Query<CaseOutcome>().SelectMany(o => o.Findings).OrderBy(f => f.ToString(), StringComparer.Ordinal), ReferenceEqualityComparer.Instance);

        session.RetractAll(cases);
        Assert.Empty(session.Query<object>());

        session.InsertAll(cases);
        session.Fire(Token);
        Assert.Equal(cases.Count, session.Query<CaseOutcome>().Count());
    }

    [Fact]
    public static void A_finding_explains_itself_as_the_interpreter_does()
    {
        var interpreter = new RuleInterpreter(Shipped);
        foreach (var outcome in Compiled.Decide(Requests, cancellation: Token))
        {
            var expected = interpreter.Decide(outcome.Case.Request).Findings;
            Assert.Equal(expected.Select(f => f.Message), outcome.Findings.Select(f => f.Explain().Message));
            Assert.Equal(expected.SelectMany(f => f.Missing), outcome.Findings.SelectMany(f => f.Explain().Missing));
        }
    }

    [Fact]
    public static void A_case_of_another_version_is_refused_when_it_is_inserted()
    {
        var other = NRulesRuleset.Compile(Shipped);
        var refused = Assert.ThrowsAny<Exception>(() => Compiled.SessionFactory.CreateSession().Insert(other.Case(Requests[0])));
        Assert.Contains("make it with the ruleset that the session was made with", refused.GetBaseException().Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void Every_rule_stands_in_the_canonical_model_by_its_id()
    {
        Assert.All(Shipped.Rules.Rules, rule => Assert.Contains(Compiled.Rules, r => r.Name == $"{Shipped.Identity.Id} {rule.Id}" && r.Description == rule.Title && r.Tags.Contains(rule.Effect.ToString())));
        Assert.All(Shipped.Rules.Rules, rule => Assert.Equal(rule.Effect != Rules.RuleEffect.Allow, Compiled.Rules.Any(r => r.Name == $"{Shipped.Identity.Id} {rule.Id}: cannot say")));
    }

    [Fact]
    public static void A_purpose_without_a_rule_is_referred()
    {
        var ruleset = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }"""));
        var outcome = NRulesRuleset.Compile(ruleset).Decide([TestRuleset.Request(ruleset, "", purpose: "bank")], cancellation: Token).Single();
        Assert.Equal((Outcome.Refer, "no-rule-for-purpose", true), (outcome.Outcome, outcome.Findings.Single().Code, outcome.Findings.Single().Certain));
        Assert.Equal("no-rule-for-purpose", outcome.Findings.Single().Explain().Code);
    }

    [Fact]
    public static void Rules_of_the_host_build_on_findings_and_on_outcomes()
    {
        var repository = new RuleRepository();
        repository.Load(x => x.PrivateTypes().NestedTypes().From(typeof(CountDenials)));
        var compiled = NRulesRuleset.Compile(Shipped, repository.GetRules());
        var session = compiled.SessionFactory.CreateSession();
        session.InsertAll(Requests.Select(compiled.Case));
        session.Fire(Token);
        Assert.Equal(Requests.Count(r => new RuleInterpreter(Shipped).Decide(r).Outcome == Outcome.Deny), session.Query<Denial>().Count());
    }

    [Fact]
    public static void A_new_revision_is_compiled_once_while_the_old_one_goes_on()
    {
        using var provider = new ServiceCollection().AddCctsNRules().BuildServiceProvider();
        var rulesets = provider.GetRequiredService<NRulesRulesets>();
        var (year, day) = (ComplianceYear.Parse("2025-26"), new LocalDate(2026, 11, 28));
        var before = rulesets.Resolve(year, day);
        Assert.Same(before, rulesets.Resolve(year, day));

        var files = TestRuleset.Shipped();
        files["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["ruleset.json"]).Replace($"\"revision\": {Shipped.Identity.Revision}", $"\"revision\": {Shipped.Identity.Revision + 1}", StringComparison.Ordinal));
        Assert.True(provider.GetRequiredService<LiveCatalog>().TryAdd(RulesetFiles.FromMemory("next", files), out var problems), string.Join("\n", problems));

        var after = rulesets.Resolve(year, day);
        Assert.Equal(before.Ruleset.Identity.Revision + 1, after.Ruleset.Identity.Revision);
        Assert.Null(Agreement.Difference(before, Requests));
        Assert.Null(Agreement.Difference(after, Requests));
    }

    [Fact]
    public static async Task Many_threads_share_one_compiled_ruleset()
    {
        var asked = 0;
        var rulesets = new NRulesRulesets(new LiveCatalog(RulesetCatalog.Default), _ => Count(ref asked));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rulesets.For(Shipped).Decide(Requests, cancellation: Token).Select(o => o.Outcome).ToList(), Token)));
        Assert.All(answers, a => Assert.Equal(answers[0], a));
        Assert.Equal(1, asked);
    }

    [Fact]
    public static void Misuse_is_answered()
    {
        Assert.Throws<ArgumentNullException>(() => NRulesRuleset.Compile(null!));
        Assert.Throws<ArgumentNullException>(() => Compiled.Case(null!));
        Assert.Throws<ArgumentNullException>(() => Compiled.Decide(null!, cancellation: Token));
        Assert.Throws<ArgumentNullException>(() => new NRulesRulesets(null!));
        Assert.Throws<ArgumentNullException>(() => new NRulesRulesets(new LiveCatalog(RulesetCatalog.Default)).For(null!));
        Assert.Throws<ArgumentNullException>(() => CctsNRulesServiceCollectionExtensions.AddCctsNRules(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compiled.Decide([], 0, Token));
        Assert.Throws<ArgumentOutOfRangeException>(() => Compiled.Decide([], NRulesRuleset.MaxCasesPerSession + 1, Token));
        Assert.Empty(Compiled.Decide([], cancellation: Token));
        var foreign = TestRuleset.Read(TestRuleset.Rule("""{ "fact": "a.flag", "is": true }"""));
        Assert.Contains("a.flag", Assert.Throws<ArgumentException>(() => Compiled.Case(TestRuleset.Request(foreign, "\"a.flag\": true"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public static void A_cancelled_or_halted_session_gives_no_answer()
    {
        Assert.ThrowsAny<OperationCanceledException>(() => Compiled.Decide(Requests, 500, new CancellationToken(canceled: true)).Count());

        var repository = new RuleRepository();
        repository.Load(x => x.PrivateTypes().NestedTypes().From(typeof(HaltAtOnce)));
        var halted = NRulesRuleset.Compile(Shipped, repository.GetRules());
        Assert.Contains("halted", Assert.Throws<InvalidOperationException>(() => halted.Decide(Requests, cancellation: Token).Count()).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<IRuleDefinition> Count(ref int asked)
    {
        Interlocked.Increment(ref asked);
        return [];
    }

    internal sealed record Denial(DecisionCase Case);

    internal sealed class CountDenials : Rule
    {
        public override void Define()
        {
            CaseOutcome outcome = null!;
            When().Match(() => outcome, o => o.Outcome == Outcome.Deny);
            Then().Do(context => context.Insert(new Denial(outcome.Case)));
        }
    }

    internal sealed class HaltAtOnce : Rule
    {
        public override void Define()
        {
            DecisionCase any = null!;
            Priority(int.MaxValue);
            When().Match(() => any);
            Then().Do(context => context.Halt());
        }
    }
}
