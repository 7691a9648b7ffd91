using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rules.Vocabulary;
using NodaTime;

namespace Ccts.Rules.NRules;

/// <summary>A request as a flat fact for NRules: it has everything that the rules need, so no rule has to join facts.</summary>
/// <remarks>
/// Made by <see cref="NRulesRuleset.Case"/> and bound to that ruleset version. Insert it into one session at a time; a session
/// of another version refuses it.
/// </remarks>
public sealed class DecisionCase
{
    private readonly FactValue?[] _facts;
    private readonly CaseFinding?[] _findings;
    private readonly Verdict?[] _exceptions;
    private ReasonedDecision? _reasons;

    internal DecisionCase(NRulesRuleset owner, DecisionRequest request, FactValue?[] facts)
    {
        Owner = owner;
        Request = request;
        _facts = facts;
        _findings = new CaseFinding?[owner.Positions];
        _exceptions = owner.HasExceptions ? new Verdict?[owner.Positions] : [];
    }

    /// <summary>The request.</summary>
    public DecisionRequest Request { get; }

    internal NRulesRuleset Owner { get; }

    internal LocalDate Date => Request.Date;

    internal int PurposeBit => 1 << (int)Request.Purpose;

    /// <summary>The answer, once the session has fired.</summary>
    internal CaseOutcome? Outcome { get; private set; }

    /// <summary>
    /// The decision with all its reasons, by the reference interpreter: made on first use, because most cases
    /// never are.
    /// </summary>
    public ReasonedDecision Explain() => _reasons ??= new RuleInterpreter(Owner.Ruleset).Decide(Request);

    /// <summary>The request's own id, or its purpose.</summary>
    public override string ToString() => Request.Id ?? Request.Purpose.ToString();

    internal FactValue? Fact(int index) => _facts[index];

    /// <summary>The result of a rule that is an exception to others, evaluated once per case.</summary>
    internal Verdict Exception(int position) => _exceptions[position] ??= Owner.VerdictOf(position, this);

    // A case moved to another session gives the same findings again, so nothing has to be undone.
    internal CaseFinding Found(CaseFinding finding) => _findings[finding.Position] = finding;

    internal CaseOutcome Close()
    {
        var findings = _findings.Where(f => f is not null).Select(f => f!).ToList();
        var denied = findings.Exists(f => f is { Effect: Rules.RuleEffect.Deny, Certain: true });
        var open = findings.Exists(f => f.Effect is Rules.RuleEffect.Deny or Rules.RuleEffect.Refer);
        return Outcome = new CaseOutcome(this, denied ? Decisions.Outcome.Deny : open ? Decisions.Outcome.Refer : Decisions.Outcome.Permit, findings);
    }
}
