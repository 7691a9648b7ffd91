using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <summary>
/// Numbers that a look does not cover, by scope in any spelling: an instruction holds them, or the ledger has moved them since the registry's statement. They count on neither side, and
/// what was known of them before stays.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class UncomparedNumbers
{
    private readonly Dictionary<string, (List<BlockRange> Ranges, BlockSet? All)> _scopes = new(Spelled.Names);

    internal void Add(SerialBlock block)
    {
        var ranges = _scopes.TryGetValue(block.Scope, out var known) ? known.Ranges : [];
        ranges.Add(block.Range);
        _scopes[block.Scope] = (ranges, null);
    }

    internal BlockSet Of(string scope)
    {
        if (!_scopes.TryGetValue(scope, out var known))
        {
            return BlockSet.Empty;
        }

        var all = known.All ?? BlockSet.FromRanges(known.Ranges);
        _scopes[scope] = (known.Ranges, all);
        return all;
    }

    /// <summary>What of a block is in sight.</summary>
    internal IEnumerable<SerialBlock> Left(SerialBlock block) =>
        _scopes.ContainsKey(block.Scope) ? BlockSet.Of(block.Range).Subtract(Of(block.Scope)).Ranges.Select(block.With) : [block];
}
