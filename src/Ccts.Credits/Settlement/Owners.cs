using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Credits.Settlement;

/// <summary>Who owns each delivered number once all trades are settled: of a block that was sold on, the last buyer.</summary>
internal sealed class Owners
{
    private readonly List<(SettlementTrade Trade, SerialBlock Block)> _last = [];
    private readonly List<(SettlementRow Row, string Message)> _twice = [];

    internal Owners(IReadOnlyList<SettlementTrade> trades, IReadOnlyList<SettlementRow> delivered)
    {
        var rows = delivered.ToLookup(d => d.Trade!, StringComparer.Ordinal);
        foreach (var trade in trades)
        {
            foreach (var row in rows[trade.Id])
            {
                Deliver(trade, row, row.Block!.Value);
            }
        }
    }

    /// <summary>Numbers that were delivered by somebody who did not have them any more.</summary>
    internal IReadOnlyList<(SettlementRow Row, string Message)> Twice => _twice;

    /// <summary>Where the registry's statement afterwards differs.</summary>
    internal IEnumerable<SettlementFinding> NotAt(IReadOnlyList<StatedHolding> registry)
    {
        foreach (var group in _last.GroupBy(l => (l.Trade, l.Block.Registry, l.Block.Scope)))
        {
            var (trade, block, delivered) = (group.Key.Trade, group.First().Block, BlockSet.FromRanges(group.Select(l => l.Block.Range)));
            var stated = registry.Where(s => group.Any(l => l.Block.Overlaps(s.Block))).ToList();
            bool IsBorneOut(StatedHolding s) => s.Status == StatedStatus.Held && (s.Account is null || trade.Buyer is null || s.Account == trade.Buyer);
            var missing = delivered.Subtract(BlockSet.FromRanges(stated.Where(IsBorneOut).Select(s => s.Block.Range)));
            if (!missing.IsEmpty)
            {
                var other = stated.Find(s => !IsBorneOut(s));
                yield return new SettlementFinding(trade.Id, "registry", "not-at-registry",
                    $"{trade.Buyer ?? "The buyer"} received {block.Registry}:{block.Scope} {missing}; the registry {(other is null ? "does not know them" : $"has {other.Block} {other.Status.ToString().ToLowerInvariant()} in {other.Account ?? "an account that it does not name"}")}.",
                    other?.Place ?? default(SourcePlace));
            }
        }
    }

    private void Deliver(SettlementTrade trade, SettlementRow row, SerialBlock block)
    {
        foreach (var (before, earlier) in _last.Where(l => l.Block.Overlaps(block)).ToList())
        {
            if (before.Buyer is null || before.Buyer != trade.Seller)
            {
                _twice.Add((row, $"{block.With(block.Range.Intersect(earlier.Range)!.Value)} was delivered for {before.Id} too{(before.Buyer is null ? "" : $", to {before.Buyer}")}."));
            }

            _last.Remove((before, earlier));
            _last.AddRange(BlockSet.Of(earlier.Range).Subtract(BlockSet.Of(block.Range)).Ranges.Select(r => (before, earlier.With(r))));
        }

        _last.Add((trade, block));
    }
}
