using System;
using System.Collections.Generic;

namespace Ccts.Sdk.Ledger;

/// <summary>A share of the ledger that has its own lock in the engine: the keys, accounts and numbering scopes whose names hash to it.</summary>
internal sealed class LedgerPartition(bool isOnly)
{
    internal KeyBook Keys { get; } = new(isShare: !isOnly);

    internal Dictionary<string, AccountState> Accounts { get; } = new(StringComparer.Ordinal);

    // One command asks for its (at most two) accounts several times.
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

    /// <summary>By registry and scope in any spelling: <c>ICM</c> and <c>icm</c> number the same units. Units under a second spelling in journals of earlier versions follow the first.</summary>
    internal Dictionary<(string Registry, string Scope), ScopeRegister> Scopes { get; } = new(Spelled.Scopes);

    /// <summary>Every scope as it was entered.</summary>
    internal IEnumerable<ScopeRegister> Registers
    {
        get
        {
            foreach (var first in Scopes.Values)
            {
                for (var register = first; register is not null; register = register.OtherSpelling)
                {
                    yield return register;
                }
            }
        }
    }

    /// <summary>How many entries whose key is here were applied.</summary>
    internal long Applied { get; set; }
}

/// <summary>Every number of a scope that ever entered the ledger. Numbers are never taken out: a tonne enters once.</summary>
internal sealed class ScopeRegister(string registry, string scope)
{
    internal string Registry => registry;

    internal string Scope => scope;

    /// <summary>The same under another spelling, or null.</summary>
    internal ScopeRegister? OtherSpelling { get; set; }

    internal bool IsOf(string itsRegistry, string itsScope) => string.Equals(registry, itsRegistry, StringComparison.Ordinal) && string.Equals(scope, itsScope, StringComparison.Ordinal);

    internal RangeShelf Numbers { get; } = new();

    /// <summary>How many runs have entered; what a journal is asked to expect.</summary>
    internal long Version { get; set; }
}
