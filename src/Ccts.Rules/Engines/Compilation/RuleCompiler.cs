using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Rules;
using Ccts.Rules.Rules.Conditions;
using NodaTime;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// Compiles the rules about a purpose for an era. A test is made once, however many rules use it. What the era's
/// parameters decide is inserted, so that rules waiting for a value of the law cost nothing.
/// </summary>
internal sealed class RuleCompiler
{
    private readonly RuleBook _book;
    private readonly Purpose _purpose;
    private readonly CompiledRules _owner;
    private readonly TestCompiler _tests;
    private readonly Dictionary<string, RuleNode> _rules = new(StringComparer.Ordinal);

    private RuleCompiler(CompiledRules owner, Purpose purpose, LocalDate day)
    {
        _book = owner.Ruleset.Rules;
        _purpose = purpose;
        _owner = owner;
        _tests = new TestCompiler(owner.Layout, new OperandCompiler(owner.Layout, day, owner.Ruleset.Parameters));
    }

    /// <param name="owner">The ruleset and its slots.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="day">Any day of the era.</param>
    internal static PurposeRules Compile(CompiledRules owner, Purpose purpose, LocalDate day) =>
        new RuleCompiler(owner, purpose, day).Compile();

    private PurposeRules Compile()
    {
        var rules = _book.Rules.Where(r => r.Scope.Purposes.Contains(_purpose)).ToList();
        var roots = rules.Select(Root).ToList();
        var numbering = new NodeNumbering();
        var numbers = numbering.Number(roots);
        return new PurposeRules(_owner, _purpose, numbering.Tests, numbering.Gates, rules.Select((r, i) => new CompiledRule(r, numbers[i])).ToList());
    }

    // A rule fires when its condition holds and no exception to it does.
    private RuleNode Root(Rule rule)
    {
        if (_rules.TryGetValue(rule.Id, out var known))
        {
            return known;
        }

        var exceptions = _book.ExceptionsTo(rule).Where(e => e.Scope.Purposes.Contains(_purpose)).Select(Root).ToList();
        var when = Compile(rule.When);
        return _rules[rule.Id] = exceptions.Count == 0 ? when : RuleNode.Combine(CombinationKind.All, [when, RuleNode.Combine(CombinationKind.None, exceptions)]);
    }

    private RuleNode Compile(Condition condition) => condition is Combination combination
        ? RuleNode.Combine(combination.Kind, combination.Parts.Select(Compile).ToList())
        : RuleNode.Of(_tests.Compile(condition));
}
