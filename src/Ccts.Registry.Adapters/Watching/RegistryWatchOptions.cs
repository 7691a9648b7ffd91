using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>How a registry is watched.</summary>
public sealed record RegistryWatchOptions
{
    /// <summary>The ledger's accounts whose units are at the registry.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>
    /// For each of <see cref="Accounts"/>, the account at the registry that has its units; several may share one. Required with more than one account, so that
    /// each account is compared on its own. With one account and without this, everything that the channel shows counts as that account's.
    /// </summary>
    public IReadOnlyDictionary<string, string>? RegistryAccounts { get; init; }

    /// <summary>How often it is looked; a second to a day.</summary>
    public Duration Every { get; init; } = Duration.FromMinutes(5);

    /// <summary>
    /// In how many looks in a row a difference must appear before it is raised; 1 to 100. Ledger and registry are not read at the same
    /// moment, so a unit that moves between two reads differs once.
    /// </summary>
    public int Looks { get; init; } = 2;

    /// <summary>Whether to quarantine free units that the registry does not have.</summary>
    public bool QuarantinesGhosts { get; init; } = true;

    /// <summary>Rows of holdings that a look reads at most; with more it is not whole. 1 to 100,000,000.</summary>
    public int MostRows { get; init; } = 2_000_000;

    /// <summary>How long a look waits for the next row of holdings before it counts as not whole; a second to a day.</summary>
    public Duration LongestSilence { get; init; } = Duration.FromMinutes(15);

    /// <summary>Whether accounts are compared one by one.</summary>
    internal bool IsByAccount => RegistryAccounts is not null;

    /// <summary>The registry account with the units of a ledger account; null where accounts are not compared one by one.</summary>
    internal string? AtRegistry(string account) => RegistryAccounts is { } there && there.TryGetValue(account, out var found) ? found : null;

    internal string? Fault() =>
        Every < Duration.FromSeconds(1) || Every > Duration.FromDays(1) ? "Looking at a registry: every second to every day."
        : Looks is < 1 or > 100 ? "Looks before a difference is raised: 1 to 100."
        : MostRows is < 1 or > 100_000_000 ? "Rows of a look: 1 to 100,000,000."
        : LongestSilence < Duration.FromSeconds(1) || LongestSilence > Duration.FromDays(1) ? "Waiting for a row: a second to a day."
        : Accounts is null || Accounts.Count == 0 ? "A watch has accounts to watch."
        : Accounts.Count > 1 && !IsByAccount ? $"Of several accounts a watch is to know which account at the registry each is: {nameof(RegistryAccounts)}."
        : IsByAccount && Accounts.FirstOrDefault(a => string.IsNullOrEmpty(AtRegistry(a))) is { } nowhere ? $"Which account at the registry is {nowhere}? {nameof(RegistryAccounts)} does not say."
        : null;
}
