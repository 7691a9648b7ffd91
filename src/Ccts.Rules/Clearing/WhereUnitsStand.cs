using System.Collections.Generic;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Clearing;

/// <summary>
/// Every unit of a session by its number: its holder, its place, and what is known about it. The ledger answers by account; this
/// answers by block, with a search for each, however many accounts and trades there are.
/// </summary>
internal sealed class WhereUnitsStand
{
    private readonly Dictionary<(string Registry, string Scope), ScopePieces> _scopes = [];

    /// <summary>Adds units of the opening, in order of blocks.</summary>
    internal void Add(SessionHolding holding)
    {
        var key = (holding.Units.Lot.Registry, holding.Units.Lot.Scope);
        if (!_scopes.TryGetValue(key, out var pieces))
        {
            _scopes.Add(key, pieces = new ScopePieces());
        }

        pieces.Append(holding);
    }

    /// <summary>Records that units have another holder or place from now on.</summary>
    internal void Move(Parcel units, string account, ShadowAccount status) => _scopes[(units.Lot.Registry, units.Lot.Scope)].Move(units.Range, account, status);

    /// <summary>The whole runs that share a number with the block, in order of numbers.</summary>
    internal IEnumerable<SessionHolding> Within(SerialBlock block) =>
        _scopes.TryGetValue((block.Registry, block.Scope), out var pieces) ? pieces.Within(block.Range) : [];
}
