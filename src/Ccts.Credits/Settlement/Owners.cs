using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Credits.Settlement;

/// <summary>Finds the owner of each delivered number after all trades are settled: for a block that was sold on, the last buyer.</summary>
internal sealed class Owners
{
    private readonly List<(SettlementTrade Trade, SerialBlock Block, LocalDate? Day)> _last = [];
    private readonly List<(SettlementRow Row, string Code, string Message)> _faults = [];

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

    /// <summary>Numbers delivered by a party that no longer had them, or did not have them yet.</summary>
    internal IReadOnlyList<(SettlementRow Row, string Code, string Message)> Faults => _faults;

    /// <summary>Numbers that occur twice in the registry's statement, which therefore contradicts itself.</summary>
    internal IEnumerable<SettlementFinding> StatedTwice(IReadOnlyList<StatedHolding> registry)
    {
        StatedHolding? furthest = null;
        foreach (var stated in registry.OrderBy(s => s.Block))
        {
            if (furthest is { } before && before.Block.Overlaps(stated.Block))
            {
                var twice = stated.Block.With(stated.Block.Range.Intersect(before.Block.Range)!.Value);
                yield return new SettlementFinding(_last.Find(l => l.Block.Overlaps(twice)).Trade?.Id ?? "", "registry", "block-twice", $"{twice} is stated twice: {Described(before)}, and {Described(stated)}.", stated.Place);
            }

            furthest = furthest is { } far && far.Block.SharesScopeWith(stated.Block) && far.Block.End > stated.Block.End ? far : stated;
        }
    }

    /// <summary>Differences from the registry's statement afterwards.</summary>
    internal IEnumerable<SettlementFinding> NotAt(IReadOnlyList<StatedHolding> registry)
    {
        // A statement without accounts says nothing about holders. One with accounts must name one in each row.
        var hasAccounts = registry.Any(s => s.Account is not null);
        foreach (var group in _last.GroupBy(l => (l.Trade, l.Block.Registry, l.Block.Scope)))
        {
            var (trade, block, delivered) = (group.Key.Trade, group.First().Block, BlockSet.FromRanges(group.Select(l => l.Block.Range)));
            var stated = registry.Where(s => group.Any(l => l.Block.Overlaps(s.Block))).ToList();
            bool IsBorneOut(StatedHolding s) => s.Status == StatedStatus.Held && (s.Account is null || trade.Buyer is null || s.Account == trade.Buyer);
            if (hasAccounts && trade.Buyer is not null && stated.Find(s => s.Account is null) is { } unnamed)
            {
                yield return new SettlementFinding(trade.Id, "registry", "not-stated", $"The registry does not say in whose account {unnamed.Block} is.", unnamed.Place);
            }

            // A number counts as delivered only if all rows that contain it agree.
            var elsewhere = BlockSet.FromRanges(stated.Where(s => !IsBorneOut(s)).Select(s => s.Block.Range)).Intersect(delivered);
            var missing = delivered.Subtract(BlockSet.FromRanges(stated.Where(IsBorneOut).Select(s => s.Block.Range))).Union(elsewhere);
            if (!missing.IsEmpty)
            {
                var other = stated.Find(s => !IsBorneOut(s));
                yield return new SettlementFinding(trade.Id, "registry", "not-at-registry",
                    $"{trade.Buyer ?? "The buyer"} received {block.Registry}:{block.Scope} {missing}; the registry {(other is null ? "does not know them" : "has " + Described(other))}.",
                    other?.Place ?? default(SourcePlace));
            }
        }
    }

    private static string Described(StatedHolding s) => $"{s.Block} {s.Status.ToString().ToLowerInvariant()} in {s.Account ?? "an account that it does not name"}";

    private void Deliver(SettlementTrade trade, SettlementRow row, SerialBlock block)
    {
        foreach (var (before, earlier, since) in _last.Where(l => l.Block.Overlaps(block)).ToList())
        {
            var both = block.With(block.Range.Intersect(earlier.Range)!.Value);
            if (before.Buyer is null || before.Buyer != trade.Seller)
            {
                _faults.Add((row, "delivered-twice", $"{both} was delivered for {before.Id} too{(before.Buyer is null ? "" : $", to {before.Buyer}")}."));
            }
            else if (row.Day < since)
            {
                _faults.Add((row, "day-differs", FormattableString.Invariant($"{both} was delivered on {row.Day:uuuu-MM-dd}, and {trade.Seller} received it for {before.Id} on {since:uuuu-MM-dd}.")));
            }

            _last.Remove((before, earlier, since));
            _last.AddRange(BlockSet.Of(earlier.Range).Subtract(BlockSet.Of(block.Range)).Ranges.Select(r => (before, earlier.With(r), since)));
        }

        _last.Add((trade, block, row.Day));
    }
}
