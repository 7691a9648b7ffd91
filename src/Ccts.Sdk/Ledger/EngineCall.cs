using System;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// One call of a thread into an engine. The journal works under the engine's locks. A journal that called the engine back would wait for locks
/// that its own caller holds, so it gets an exception instead.
/// </summary>
internal readonly ref struct EngineCall
{
    [ThreadStatic]
    private static LedgerEngine? _current;

    private readonly LedgerEngine? _outer;

    private EngineCall(LedgerEngine? outer) => _outer = outer;

    internal static EngineCall Begin(LedgerEngine engine)
    {
        var outer = _current;
        if (ReferenceEquals(outer, engine))
        {
            throw new InvalidOperationException("A journal must not call the engine that is writing to it.");
        }

        _current = engine;
        return new EngineCall(outer);
    }

    public void Dispose() => _current = _outer;
}
