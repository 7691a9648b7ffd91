using System;
using System.Collections.Generic;

namespace Ccts.Registry.Stub;

/// <summary>How a stub registry behaves when no script says otherwise.</summary>
public sealed record StubOptions
{
    /// <summary>The port on loopback; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The client it gives tokens to.</summary>
    public string ClientId { get; init; } = "host";

    /// <summary>That client's secret.</summary>
    public string ClientSecret { get; init; } = "stub-secret";

    /// <summary>How long tokens last.</summary>
    public TimeSpan TokenLasts { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a slow answer takes.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after its answer a late effect comes, by <see cref="Time"/>: at the first request from then on.</summary>
    public TimeSpan LateBy { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many of a thousand requests go wrong; 0 to 1,000.</summary>
    public int FaultsInThousand { get; init; }

    /// <summary>Which faults happen then, with equal probability.</summary>
    public IReadOnlyList<StubFault> Faults { get; init; } = [];

    /// <summary>Decides which requests go wrong: the same seed and the same order of requests, the same faults.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The registry's clock; null for the system's.</summary>
    public TimeProvider? Time { get; init; }
}
