using System;
using System.Collections.Generic;
using Ccts.Registry.Stub;

namespace ExchangeGate;

/// <summary>The settings of this demonstration gateway. Members, units, prices and the registry are invented.</summary>
internal sealed record GateOptions
{
    /// <summary>The port on loopback; 0 for any free one.</summary>
    internal int Port { get; init; }

    /// <summary>The folder of ledger and proof.</summary>
    internal required string Folder { get; init; }

    /// <summary>The members, with the units that the registry issued to each.</summary>
    internal IReadOnlyDictionary<string, long> Members { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal)
    {
        ["cement-1"] = 400_000, ["steel-1"] = 300_000, ["paper-1"] = 200_000, ["aluminium-1"] = 100_000, ["textile-1"] = 0,
    };

    /// <summary>How many of a thousand requests to the registry fail.</summary>
    internal int FaultsInThousand { get; init; }

    /// <summary>How.</summary>
    internal IReadOnlyList<StubFault> Faults { get; init; } =
    [
        StubFault.Throttled, StubFault.ThrottledWithRetryAfter, StubFault.ServerError, StubFault.ServerErrorAfterActing, StubFault.Html, StubFault.Truncated,
        StubFault.DroppedBeforeActing, StubFault.DroppedAfterActing, StubFault.LateEffect, StubFault.Doubled, StubFault.Slow,
    ];

    /// <summary>The circuit breaker never opens below this number of requests in its window.</summary>
    internal int BreakAfter { get; init; } = 10;
}
