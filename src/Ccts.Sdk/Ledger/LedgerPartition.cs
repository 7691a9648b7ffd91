using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <summary>A share of the ledger that has its own lock in the engine: the keys, accounts and numbering scopes whose names hash to it.</summary>
internal sealed class LedgerPartition(bool isOnly)
{
    internal KeyBook Keys { get; } = new(isShare: !isOnly);

    internal Dictionary<string, AccountState> Accounts { get; } = new(StringComparer.Ordinal);

    // One command asks for its accounts, of which there are at most two, several times.
    private AccountState? _asked;
    private AccountState? _askedBefore;

    internal AccountState? Find(string account)
    {
        if (_asked is { } last && string.Equals(last.Id, account, StringComparison.Ordinal))
        {
            return last;
        }

        if (_askedBefore is not { } found || !string.Equals(found.Id, account, StringComparison.Ordinal))
        {
            if (!Accounts.TryGetValue(account, out found))
            {
                return null;
            }
        }

        (_asked, _askedBefore) = (found, _asked);
        return found;
    }

    internal Dictionary<(string Registry, string Scope), ScopeRegister> Scopes { get; } = [];

    /// <summary>The spellings of each registry that a scope here was entered under: <c>ICM</c> and <c>icm</c> number the same units.</summary>
    internal Dictionary<string, List<string>> Spellings { get; } = new(StringComparer.OrdinalIgnoreCase);

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
