using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;

namespace Ccts.Rules.Engines.Compilation;

/// <summary>
/// A ruleset compiled once for every engine: slots, eras, and the rules of each purpose and era, which are compiled when
/// they are first asked for. Thread-safe.
/// </summary>
internal sealed class CompiledRules
{
    private const int Purposes = (int)Purpose.Verify + 1;
    private readonly PurposeRules?[] _rules;

    internal CompiledRules(Ruleset ruleset)
    {
        Ruleset = ruleset;
        var values = ruleset.Rules.Rules.SelectMany(r => RuleValues.Of(r, ruleset.Parameters)).ToList();
        Scales = new AmountScales(values);
        Layout = new FrameLayout(ruleset.Rules.Vocabulary, values.Where(v => v.IsText).Select(v => v.Value.Shown).Concat(RuleValues.Keys(ruleset)), Scales.Of);
        Eras = new Eras(RuleValues.Parameters(ruleset));
        MaxWords = Enumerable.Range(0, Purposes).Max(p => BitRows.WordsFor(ruleset.Rules.Rules.Count(r => r.Scope.Purposes.Contains((Purpose)p))));
        _rules = new PurposeRules?[Purposes * Eras.Count];
    }

    internal Ruleset Ruleset { get; }

    internal AmountScales Scales { get; }

    internal FrameLayout Layout { get; }

    internal Eras Eras { get; }

    /// <summary>The words of the longest mask.</summary>
    internal int MaxWords { get; }

    /// <summary>How many combinations of purpose and era there are.</summary>
    internal int Count => _rules.Length;

    internal int Index(Purpose purpose, int era) => ((int)purpose * Eras.Count) + era;

    internal PurposeRules Get(int index) => _rules[index] ?? Compile(index);

    // Two threads may both compile; one of the two equal results is kept. What is compiled is immutable.
    private PurposeRules Compile(int index)
    {
        var rules = RuleCompiler.Compile(this, (Purpose)(index / Eras.Count), Eras.Day(index % Eras.Count));
        return Interlocked.CompareExchange(ref _rules[index], rules, null) ?? rules;
    }
}
