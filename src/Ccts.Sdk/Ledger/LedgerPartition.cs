using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <summary>A share of the ledger that has its own lock in the engine: the keys, accounts and numbering scopes whose names hash to it.</summary>
internal sealed class LedgerPartition
{
    internal KeyBook Keys { get; } = new();

    internal Dictionary<string, AccountState> Accounts { get; } = new(StringComparer.Ordinal);

    // One command asks for its account several times.
    private AccountState? _asked;

    internal AccountState? Find(string account)
    {
        if (_asked is { } last && string.Equals(last.Id, account, StringComparison.Ordinal))
        {
            return last;
        }

        if (Accounts.TryGetValue(account, out var found))
        {
            _asked = found;
        }

        return found;
    }

    internal Dictionary<(string Registry, string Scope), ScopeRegister> Scopes { get; } = [];

    /// <summary>How many entries whose key is here were applied.</summary>
    internal long Applied { get; set; }
}

/// <summary>Every number of a scope that ever entered the ledger. Numbers are never taken out: a tonne enters once.</summary>
internal sealed class ScopeRegister
{
    internal RangeShelf Numbers { get; } = new();

    /// <summary>How many runs have entered; what a journal is asked to expect.</summary>
    internal long Version { get; set; }
}
