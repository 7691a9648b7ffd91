using System;
using System.Threading;
using Ccts.Rules.Decisions;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Engines.Table;

namespace Ccts.Rules.Engines;

/// <summary>The evaluators of one kind for every purpose and era, made when they are first needed. Thread-safe.</summary>
internal sealed class EvaluatorSet<TEvaluator>(CompiledRules rules, Func<PurposeRules, TEvaluator> make)
    where TEvaluator : class
{
    private readonly Entry?[] _entries = new Entry?[rules.Count];

    internal Entry Get(Purpose purpose, int era)
    {
        ref var entry = ref _entries[rules.Index(purpose, era)];
        return Volatile.Read(ref entry) ?? Make(ref entry, purpose, era);
    }

    private Entry Make(ref Entry? entry, Purpose purpose, int era)
    {
        var compiled = rules.Get(purpose, era);
        return Interlocked.CompareExchange(ref entry, new Entry(compiled, make(compiled)), null) ?? entry;
    }

    internal sealed class Entry(PurposeRules rules, TEvaluator evaluator)
    {
        internal PurposeRules Rules { get; } = rules;

        internal TEvaluator Evaluator { get; } = evaluator;
    }
}
