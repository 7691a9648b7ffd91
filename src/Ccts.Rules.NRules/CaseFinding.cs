using System;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Rules;

namespace Ccts.Rules.NRules;

/// <summary>A finding about a case, as a fact that further rules can build on. It is retracted with the case.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CaseFinding
{
    internal CaseFinding(DecisionCase about, Rule? rule, int position, bool certain)
    {
        Case = about;
        Rule = rule;
        Position = position;
        Certain = certain;
    }

    /// <summary>The case.</summary>
    public DecisionCase Case { get; }

    /// <summary>The rule; null when no rule covers the purpose.</summary>
    public Rule? Rule { get; }

    /// <summary>The rule's id, or null.</summary>
    public string? RuleId => Rule?.Id;

    /// <summary>What the rule does.</summary>
    public RuleEffect Effect => Rule?.Effect ?? RuleEffect.Refer;

    /// <summary>Stable code.</summary>
    public string Code => Rule?.Code ?? FindingWriter.NoRuleCode;

    /// <summary>True when the rule fires; false when that is unknown.</summary>
    public bool Certain { get; }

    internal int Position { get; }

    /// <summary>The finding in full: texts, clause, input, limit, what is missing.</summary>
    /// <exception cref="InvalidOperationException">The reference interpreter does not have this finding: a bug in this package.</exception>
    public Finding Explain() => Case.Explain().Findings.FirstOrDefault(f => f.Rule == RuleId && f.Certain == Certain)
        ?? throw new InvalidOperationException($"{this} is not a finding of the reference interpreter about {Case}; please report this.");

    /// <summary>The rule's id, and whether it fires.</summary>
    public override string ToString() => (RuleId ?? Code) + (Certain ? "" : ": cannot say");
}
