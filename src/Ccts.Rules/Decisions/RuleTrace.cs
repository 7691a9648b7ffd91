using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Decisions;

/// <summary>What became of a rule in a case.</summary>
public sealed class RuleTrace
{
    internal RuleTrace(Rule rule, Verdict verdict, ConditionTrace when, IReadOnlyList<RuleTrace> exceptions)
    {
        Rule = rule;
        Verdict = verdict;
        When = when;
        Exceptions = exceptions;
    }

    /// <summary>The rule.</summary>
    public Rule Rule { get; }

    /// <summary>Pass when it fires: its condition holds and no exception sets it aside.</summary>
    public Verdict Verdict { get; }

    /// <summary>How its condition was answered.</summary>
    public ConditionTrace When { get; }

    /// <summary>The exceptions that set it aside or may do so.</summary>
    public IReadOnlyList<RuleTrace> Exceptions { get; }

    /// <summary>What was missing for it, including its exceptions, each once.</summary>
    internal IReadOnlyList<MissingInput> Missing()
    {
        var missing = new List<MissingInput>();
        Collect(missing, [], []);
        return missing;
    }

    // Exceptions may share exceptions of their own; each is visited once; otherwise a few dozen rules could take forever.
    private void Collect(List<MissingInput> missing, HashSet<MissingInput> known, HashSet<RuleTrace> seen)
    {
        if (!seen.Add(this))
        {
            return;
        }

        missing.AddRange(When.Missing().Where(known.Add));
        foreach (var exception in Exceptions)
        {
            exception.Collect(missing, known, seen);
        }
    }
}
