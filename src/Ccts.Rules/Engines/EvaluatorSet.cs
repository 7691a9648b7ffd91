using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines;

/// <summary>The evaluators of one kind for every purpose and era, made when they are first needed. Thread-safe.</summary>
internal sealed class EvaluatorSet<TEvaluator>(CompiledRules rules, Func<PurposeRules, TEvaluator> make)
    where TEvaluator : class
{
    private readonly TEvaluator?[] _evaluators = new TEvaluator?[rules.Count];

    /// <param name="index">The <see cref="CompiledRules.Index"/> of the purpose and era.</param>
    internal TEvaluator Get(int index) => _evaluators[index] ?? Make(index);

    // Two threads may both make one; one of the two equal evaluators is kept. Evaluators are immutable.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private TEvaluator Make(int index) => Interlocked.CompareExchange(ref _evaluators[index], make(rules.Get(index)), null) ?? _evaluators[index]!;
}
