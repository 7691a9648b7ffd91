using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Authoring.Testing;

/// <summary>Which parts of the rules no case reaches; of a ruleset with overlays, the rules of the last overlay.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Coverage
{
    private Coverage(int rules, int branches, int rows, IReadOnlyList<string> neverFired, IReadOnlyList<string> neverSilent, IReadOnlyList<string> oneSided, IReadOnlyList<string> rowsNotLookedUp, IReadOnlyList<string> dormant)
    {
        Rules = rules;
        Branches = branches;
        Rows = rows;
        RulesThatNeverFired = neverFired;
        RulesThatAlwaysFired = neverSilent;
        BranchesNotReached = oneSided;
        RowsNotLookedUp = rowsNotLookedUp;
        DormantRules = dormant;
    }

    /// <summary>How many rules there are that are not dormant.</summary>
    public int Rules { get; }

    /// <summary>The number of sides of their conditions: each test true and false.</summary>
    public int Branches { get; }

    /// <summary>The number of rows in the tables that rules use.</summary>
    public int Rows { get; }

    /// <summary>Rules that fired in no case.</summary>
    public IReadOnlyList<string> RulesThatNeverFired { get; }

    /// <summary>Rules that were evaluated and fired in every case.</summary>
    public IReadOnlyList<string> RulesThatAlwaysFired { get; }

    /// <summary>Tests that never held, or always did: <c>rule: test: never yes</c>.</summary>
    public IReadOnlyList<string> BranchesNotReached { get; }

    /// <summary>Rows of tables that no case looked up.</summary>
    public IReadOnlyList<string> RowsNotLookedUp { get; }

    /// <summary>Rules that cannot fire with the present parameters: they wait for a value of the law and are not counted.</summary>
    public IReadOnlyList<string> DormantRules { get; }

    /// <summary>Whether cases reach everything.</summary>
    public bool IsComplete => RulesThatNeverFired.Count + RulesThatAlwaysFired.Count + BranchesNotReached.Count + RowsNotLookedUp.Count == 0;

    internal static Coverage Of(Ruleset ruleset, IReadOnlyList<ReasonedDecision> decisions)
    {
        var traces = decisions.SelectMany(d => d.Rules).ToLookup(t => t.Rule.Id, StringComparer.Ordinal);
        var dormant = ruleset.Rules.OwnRules.Where(r => IsDormant(r, traces[r.Id])).ToList();
        var counted = ruleset.Rules.OwnRules.Except(dormant).ToList();
        var sides = counted.SelectMany(r => Sides(r, traces[r.Id].ToList())).ToList();
        var rows = TableRows(counted, decisions).ToList();
        return new Coverage(
            counted.Count,
            sides.Count,
            rows.Count,
            counted.Where(r => traces[r.Id].All(t => t.Verdict != Verdict.Pass)).Select(r => r.Id).ToList(),
            counted.Where(r => DependsOnFacts(r.When) && traces[r.Id].Any() && traces[r.Id].All(t => t.Verdict == Verdict.Pass)).Select(r => r.Id).ToList(),
            sides.Where(s => !s.Reached).Select(s => s.Name).ToList(),
            rows.Where(r => !r.Reached).Select(r => r.Name).ToList(),
            dormant.Select(r => r.Id).ToList());
    }

    // A test of parameters alone has one answer for the whole year; if it must hold and does not, the rule is dormant.
    private static bool IsDormant(Rule rule, IEnumerable<RuleTrace> traces)
    {
        var fixedTests = RuleConditions.Necessary(rule.When).Where(c => !DependsOnFacts(c)).ToList();
        return fixedTests.Count > 0 && traces.Any() && traces.All(t => t.When.All().Any(c => fixedTests.Contains(c.Condition) && c.Verdict != Verdict.Pass));
    }

    private static bool DependsOnFacts(Condition condition) => RuleConditions.Operands(condition).OfType<FactOperand>().Any();

    private static IEnumerable<(string Name, bool Reached)> Sides(Rule rule, IReadOnlyList<RuleTrace> traces)
    {
        var seen = traces.SelectMany(t => t.When.All()).ToLookup(t => t.Condition, Side);
        foreach (var test in RuleConditions.Tests(rule.When).Where(DependsOnFacts))
        {
            yield return ($"{rule.Id}: {ConditionWords.Of(test)}: never yes", seen[test].Contains(Verdict.Pass));
            yield return ($"{rule.Id}: {ConditionWords.Of(test)}: never no", seen[test].Contains(Verdict.Fail));
        }
    }

    // A row without a value was found all the same, so that side of the test is reached.
    private static Verdict Side(ConditionTrace trace) => trace.Condition is Listing listing && trace.Verdict == Verdict.CannotSay && trace.Inputs[0].Value is not null
        ? listing.Negated ? Verdict.Fail : Verdict.Pass
        : trace.Verdict;

    private static IEnumerable<(string Name, bool Reached)> TableRows(IReadOnlyList<Rule> rules, IReadOnlyList<ReasonedDecision> decisions)
    {
        var looked = new HashSet<string>(
            decisions.SelectMany(d => d.Rules).SelectMany(r => r.When.All()).SelectMany(t => t.Inputs).SelectMany(i => i.Uses.Select(u => u.Path).Concat(i.Missing.Select(m => m.Name))),
            StringComparer.Ordinal);
        return RowsThatCanBe(rules).Distinct(StringComparer.Ordinal).Select(name => (name, looked.Contains(name)));
    }

    // If a condition looks up a fixed word in a table, only that row.
    private static IEnumerable<string> RowsThatCanBe(IReadOnlyList<Rule> rules)
    {
        var listed = rules.SelectMany(r => RuleConditions.Tests(r.When)).OfType<Listing>().SelectMany(l => RowsOf(l.Table));
        var keyed = rules.SelectMany(r => RuleConditions.Operands(r.When)).OfType<ParameterOperand>().Where(p => p.Key is not null);
        return listed.Concat(keyed.SelectMany(p => p.Key is Literal word ? [p.Parameter.Path + "[" + word.Value.Shown + "]"] : RowsOf(p.Parameter)));
    }

    private static IEnumerable<string> RowsOf(Parameter table) => table.Rows.Select(r => table.Path + "[" + r.Key + "]");
}
