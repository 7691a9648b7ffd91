using System;
using System.Collections.Generic;
using Ccts.Registry.Stub;

namespace ExchangeGate;

/// <summary>How the gate of this demonstration is set up. Members, units, prices and the registry are made up.</summary>
internal sealed record GateOptions
{
    /// <summary>The port on loopback; 0 for one that is free.</summary>
    internal int Port { get; init; }

    /// <summary>The folder of ledger and proof.</summary>
    internal required string Folder { get; init; }

    /// <summary>The members, with the units that the registry has issued to each.</summary>
    internal IReadOnlyDictionary<string, long> Members { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["cement-1"] = 400_000, ["steel-1"] = 300_000, ["paper-1"] = 200_000, ["aluminium-1"] = 100_000, ["textile-1"] = 0,
    };

    /// <summary>Of a thousand requests to the registry, so many go wrong.</summary>
    internal int FaultsInThousand { get; init; }

    /// <summary>How.</summary>
    internal IReadOnlyList<StubFault> Faults { get; init; } =
    [
        StubFault.Throttled, StubFault.ThrottledWithRetryAfter, StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.Html, StubFault.Truncated,
        StubFault.DroppedBeforeActing, StubFault.DroppedAfterActing, StubFault.LateEffect, StubFault.Doubled, StubFault.Slow,
    ];

    /// <summary>Requests in the breaker's window below which it never opens.</summary>
    internal int BreakAfter { get; init; } = 10;
}
