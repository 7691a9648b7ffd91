using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Watching;

/// <content>Reports ghosts and puts them into quarantine, and releases units that the registry has again.</content>
public sealed partial class RegistryWatch
{
    private async Task ResolveAsync(IReadOnlyList<RegistryDifference> over, RegistryWatchReport report, WatchComparison comparison, LedgerClaims claims, UncomparedNumbers hidden)
    {
        var freed = await FreeAsync(report, comparison, claims, hidden).ConfigureAwait(false);
        foreach (var gone in over)
        {
            _tell(new RegistryWatchEvent(gone, Now, IsRaised: false, [.. freed.Where(f => IsOf(gone, f.Account, f.Block)).Select(f => f.Block)]));
        }
    }

    // Units that the watch quarantined, that the registry now shows as held in its account, and that no difference concerns. Another watch may compare other accounts.
    private async Task<List<(string Account, SerialBlock Block)>> FreeAsync(RegistryWatchReport report, WatchComparison comparison, LedgerClaims claims, UncomparedNumbers hidden)
    {
        var freed = new List<(string Account, SerialBlock Block)>();
        var isPaused = _engine.Pauses.Any(p => p.Registry is null || Spelled.Same(p.Registry, Registry));
        var there = claims.Claimed.Where(c => c.Holding.Place == ShadowAccount.Quarantined).ToLookup(c => (c.Account, c.Holding.Units.Lot.Registry, c.Holding.Units.Lot.Scope), c => c.Holding.Units.Range);
        foreach (var (account, block) in _quarantine.All().Where(q => _options.Accounts.Contains(q.Account, StringComparer.Ordinal)))
        {
            // Somebody else has released the rest, or used it.
            var left = BlockSet.Of(block.Range).Intersect(BlockSet.FromRanges(there[(account, block.Registry, block.Scope)]));
            BlockSet.Of(block.Range).Subtract(left).Ranges.Select(block.With).ToList().ForEach(gone => _quarantine.Remove(account, gone));
            if (isPaused || claims.Frozen.Contains(account))
            {
                continue;
            }

            var differing = BlockSet.FromRanges(report.Differences.Where(d => IsOf(d, account, block)).Select(d => d.Range!.Value)).Union(hidden.Of(block.Scope));
            foreach (var part in comparison.Shows(account, block).Intersect(left).Subtract(differing).Ranges.Select(block.With))
            {
                if (await MoveAsync(account, part, ShadowAccount.Quarantined, ShadowAccount.Free, "the registry has it again").ConfigureAwait(false))
                {
                    freed.Add((account, part));
                    _quarantine.Remove(account, part);
                }
            }
        }

        return freed;
    }

    private bool IsOf(RegistryDifference difference, string account, SerialBlock block) =>
        difference.Range is { } range && range.Overlaps(block.Range) && difference.Account == _options.AtRegistry(account) && Spelled.Same(difference.Registry, block.Registry) && Spelled.Same(difference.Scope, block.Scope);

    // Also the units of an earlier ghost that are free only now: returned from a pledge, a bank or a reservation, or refused last time.
    private async Task RaiseAsync(IReadOnlyList<RegistryDifference> begun, UncomparedNumbers hidden)
    {
        if (_options.QuarantinesGhosts && _differences.Standing.Where(d => d is { IsGhost: true, Range: not null }).ToList() is { Count: > 0 } ghosts)
        {
            await QuarantineAsync(ghosts, hidden).ConfigureAwait(false);
        }

        foreach (var difference in begun)
        {
            _tell(new RegistryWatchEvent(difference, Now, IsRaised: true, difference.IsGhost ? [.. _quarantine.All().Where(q => IsOf(difference, q.Account, q.Block)).Select(q => q.Block)] : []));
        }
    }

    private async Task QuarantineAsync(List<RegistryDifference> ghosts, UncomparedNumbers hidden)
    {
        var claims = await LedgerClaims.ReadAsync(_engine, _channel.Registry, _options.Accounts, _journal.IsInstructed, new UncomparedNumbers(), CancellationToken.None).ConfigureAwait(false);
        foreach (var (account, holding) in claims.Claimed.Where(c => c.Holding.Place == ShadowAccount.Free))
        {
            var numbers = BlockSet.FromRanges(ghosts.Where(g => IsOf(g, account, holding.Units.Block)).Select(g => g.Range!.Value)).Intersect(BlockSet.Of(holding.Units.Range)).Subtract(hidden.Of(holding.Units.Lot.Scope));
            foreach (var block in numbers.Ranges.Select(holding.Units.Block.With))
            {
                if (await MoveAsync(account, block, ShadowAccount.Free, ShadowAccount.Quarantined, "the registry does not have it").ConfigureAwait(false))
                {
                    _quarantine.Add(account, block);
                }
            }
        }
    }

    private async Task<bool> MoveAsync(string account, SerialBlock block, ShadowAccount from, ShadowAccount to, string reason)
    {
        var key = $"{Keys}{Now.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)}/{(++_moves).ToString(CultureInfo.InvariantCulture)}";
        var answer = await _engine.ExecuteAsync(new AssignUnits(key, Now, account, new ChosenUnits(block) { From = from }, to, reason)).ConfigureAwait(false);
        return answer.IsAccepted;
    }
}
