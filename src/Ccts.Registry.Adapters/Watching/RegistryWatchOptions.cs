using System;
using System.Collections.Generic;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>How a registry is watched.</summary>
public sealed record RegistryWatchOptions
{
    /// <summary>The ledger's accounts whose units are at the registry.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>How often it is looked; a second to a day.</summary>
    public Duration Every { get; init; } = Duration.FromMinutes(5);

    /// <summary>
    /// In how many looks, one after the other, a difference is seen before it is raised; 1 to 100. Ledger and registry are not read in the same
    /// moment, so what moves between two readings differs once.
    /// </summary>
    public int Looks { get; init; } = 2;

    /// <summary>Whether free units that the registry does not have are put into quarantine.</summary>
    public bool QuarantinesGhosts { get; init; } = true;

    internal string? Fault() =>
        Every < Duration.FromSeconds(1) || Every > Duration.FromDays(1) ? "Looking at a registry: every second to every day."
        : Looks is < 1 or > 100 ? "Looks before a difference is raised: 1 to 100."
        : Accounts is null || Accounts.Count == 0 ? "A watch has accounts to watch."
        : null;
}
