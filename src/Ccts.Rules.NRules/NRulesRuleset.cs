using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Threading;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using Ccts.Rules.Rulesets;
using NRules;
using NRules.RuleModel;

namespace Ccts.Rules.NRules;

/// <summary>
/// One ruleset version compiled for NRules, alone or with the host's own rules. It gives the same answers,
/// including unknown, as <see cref="RuleInterpreter"/>.
/// </summary>
/// <remarks>
/// Immutable and thread-safe; its sessions are not. Compiling takes as long as NRules needs to compile every condition, so
/// keep it as long as the ruleset: <see cref="NRulesRulesets"/> does.
/// <para>Sessions are cheap per case only when they hold many: insert 250 to 1,000 cases, fire once, drop the session.</para>
/// </remarks>
public sealed class NRulesRuleset
{
    /// <summary>The priority of rules that find something. Rules of the host, 0 unless they say otherwise, fire after them.</summary>
    public const int FindingPriority = 1_000_000;

    /// <summary>The priority of the rule that gives a case its outcome.</summary>
    public const int OutcomePriority = 900_000;

    /// <summary>The most cases that <see cref="Decide"/> puts into a session.</summary>
    public const int MaxCasesPerSession = 1_000;

    private readonly Dictionary<string, int> _facts;
    private readonly Func<DecisionCase, Verdict>?[] _exceptions;

    private NRulesRuleset(Ruleset ruleset, IEnumerable<IRuleDefinition> hostRules, ExpressionVisitor? seeded)
    {
        Ruleset = ruleset;
        _facts = ruleset.Rules.Vocabulary.Facts.Select((f, i) => (f.Name, i)).ToDictionary(f => f.Name, f => f.i, StringComparer.Ordinal);
        var mapping = new RuleMapping(this, _facts, seeded);
        _exceptions = ruleset.Rules.Rules.Select(r => r.Overrides.Count == 0 ? null : mapping.VerdictOf(r)).ToArray();
        HasExceptions = Array.Exists(_exceptions, e => e is not null);
        Rules = mapping.Map().ToList();
        SessionFactory = new RuleCompiler().Compile(Rules.Concat(hostRules));
    }

    /// <summary>The ruleset.</summary>
    public Ruleset Ruleset { get; }

    /// <summary>Its rules in NRules' canonical model; without the host's.</summary>
    public IReadOnlyList<IRuleDefinition> Rules { get; }

    /// <summary>Makes sessions that hold the rules of the ruleset and of the host.</summary>
    public ISessionFactory SessionFactory { get; }

    /// <summary>One entry for each rule, and one for the finding that no rule applies.</summary>
    internal int Positions => Ruleset.Rules.Rules.Count + 1;

    internal bool HasExceptions { get; }

    /// <summary>Compiles a ruleset.</summary>
    /// <param name="ruleset">The ruleset, alone or with overlays.</param>
    /// <param name="hostRules">Rules of the host, such as a <c>RuleRepository</c> of NRules.Fluent gives them, which may build on
    /// <see cref="CaseFinding"/> and <see cref="CaseOutcome"/>; none when left out.</param>
    public static NRulesRuleset Compile(Ruleset ruleset, IEnumerable<IRuleDefinition>? hostRules = null) =>
        Compile(ruleset, hostRules, seeded: null);

    internal static NRulesRuleset Compile(Ruleset ruleset, IEnumerable<IRuleDefinition>? hostRules, ExpressionVisitor? seeded) =>
        new(ruleset ?? throw new ArgumentNullException(nameof(ruleset)), Whole(hostRules ?? []), seeded);

    private static IEnumerable<IRuleDefinition> Whole(IEnumerable<IRuleDefinition> hostRules) =>
        hostRules.Select(r => r ?? throw new ArgumentException("An element of the list is null; leave it out.", nameof(hostRules)));

    /// <summary>A request as a fact for sessions of this ruleset version.</summary>
    /// <exception cref="ArgumentException">The request states a fact that this ruleset does not know, or an amount that its fact cannot have.</exception>
    public DecisionCase Case(DecisionRequest request)
    {
        if (request is null)
        {
            throw new ArgumentNullException(nameof(request));
        }

        request = request.ReadBy(Ruleset.Rules.Vocabulary);
        var facts = new FactValue?[_facts.Count];
        foreach (var fact in request.Facts.Values)
        {
            if (!_facts.TryGetValue(fact.Key, out var index))
            {
                throw new ArgumentException($"{Ruleset} does not know the fact {fact.Key}; read the request against its own vocabulary.", nameof(request));
            }

            facts[index] = fact.Value;
        }

        return new DecisionCase(this, request, facts);
    }

    /// <summary>Decides a stream of requests in order, in sessions of many cases.</summary>
    /// <param name="requests">The requests; read as the answers are taken.</param>
    /// <param name="casesPerSession">How many cases share a session, 1 to <see cref="MaxCasesPerSession"/>.</param>
    /// <param name="cancellation">Ends it between two rules.</param>
    /// <exception cref="ArgumentException">A request is null, or states a fact that this ruleset does not know.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are too few or too many cases per session.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; earlier answers remain valid.</exception>
    public IEnumerable<CaseOutcome> Decide(IEnumerable<DecisionRequest> requests, int casesPerSession = 500, CancellationToken cancellation = default)
    {
        if (requests is null)
        {
            throw new ArgumentNullException(nameof(requests));
        }

        return casesPerSession is < 1 or > MaxCasesPerSession
            ? throw new ArgumentOutOfRangeException(nameof(casesPerSession), casesPerSession, $"1 to {MaxCasesPerSession}")
            : DecideInSessions(requests, casesPerSession, cancellation);
    }

    internal Verdict VerdictOf(int position, DecisionCase about) => _exceptions[position]!(about);

    // A condition that throws stops the insert, so a case of another version is refused and not left without findings.
    internal static bool Owns(NRulesRuleset owner, DecisionCase about) => ReferenceEquals(about.Owner, owner)
        ? true
        : throw new InvalidOperationException($"A case made for {about.Owner.Ruleset} was put into a session of {owner.Ruleset}; make it with the ruleset that the session was made with.");

    private IEnumerable<CaseOutcome> DecideInSessions(IEnumerable<DecisionRequest> requests, int casesPerSession, CancellationToken cancellation)
    {
        var cases = new List<DecisionCase>(casesPerSession);
        foreach (var request in requests)
        {
            cases.Add(Case(request));
            if (cases.Count == casesPerSession)
            {
                foreach (var outcome in Fire(cases, cancellation))
                {
                    yield return outcome;
                }

                cases.Clear();
            }
        }

        foreach (var outcome in Fire(cases, cancellation))
        {
            yield return outcome;
        }
    }

    private List<CaseOutcome> Fire(List<DecisionCase> cases, CancellationToken cancellation)
    {
        if (cases.Count > 0)
        {
            var session = SessionFactory.CreateSession();
            session.InsertAll(cases);
            session.Fire(cancellation);
            cancellation.ThrowIfCancellationRequested();
        }

        return cases.ConvertAll(c => c.Outcome ?? throw new InvalidOperationException($"A rule of the host halted the session before {c} was closed."));
    }
}
