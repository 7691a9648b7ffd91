using System.Collections.Generic;
using Ccts.Rules.Conditions;
using Ccts.Rules.Rules;

namespace Ccts.Rules.Decisions;

/// <summary>What became of a rule in a case.</summary>
internal sealed class RuleTrace
{
    internal RuleTrace(Rule rule, Verdict verdict, ConditionTrace when, IReadOnlyList<RuleTrace> exceptions)
    {
        Rule = rule;
        Verdict = verdict;
        When = when;
        Exceptions = exceptions;
    }

    internal Rule Rule { get; }

    /// <summary>Pass when it fires: its condition holds and no exception sets it aside.</summary>
    internal Verdict Verdict { get; }

    internal ConditionTrace When { get; }

    /// <summary>The exceptions that set it aside, or of which it cannot be said whether they do.</summary>
    internal IReadOnlyList<RuleTrace> Exceptions { get; }

    internal IEnumerable<MissingInput> Missing()
    {
        foreach (var missing in When.Missing())
        {
            yield return missing;
        }

        foreach (var exception in Exceptions)
        {
            foreach (var missing in exception.Missing())
            {
                yield return missing;
            }
        }
    }
}
