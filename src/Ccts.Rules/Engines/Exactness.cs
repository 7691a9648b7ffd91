using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines;

/// <summary>How the compiler holds amounts, and why: 64-bit numbers only where they are exact, decimals everywhere else.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Exactness
{
    internal Exactness(CompiledRules rules)
    {
        Facts = [.. rules.Layout.Facts.Where(f => f.Type.IsAmount).Select(f => new FactExactness(f.Name, rules.Scales.Of(f.Type) is >= 0 and var scale ? scale : null, rules.Scales.Why(f.Type)))];
        var tests = new TestCompiler(rules.Layout, new OperandCompiler(rules.Layout, rules.Ruleset.Effective, rules.Ruleset.Parameters));
        Conditions = [.. rules.Ruleset.Rules.Rules.SelectMany(r => ConditionExactness.Of(r, rules, tests))];
    }

    /// <summary>Every fact that is an amount.</summary>
    public IReadOnlyList<FactExactness> Facts { get; }

    /// <summary>Every condition that compares amounts, with the parameters of the ruleset's first day.</summary>
    public IReadOnlyList<ConditionExactness> Conditions { get; }
}

/// <summary>How a fact that is an amount is held.</summary>
/// <param name="Fact">Its name.</param>
/// <param name="Decimals">
/// The decimals of its 64-bit number; null if it is held only as a decimal. A value with more decimals, or too large,
/// keeps its order against every limit; compared with another fact, its decimal is used.
/// </param>
/// <param name="Why">Why so.</param>
public sealed record FactExactness(string Fact, int? Decimals, string Why);
