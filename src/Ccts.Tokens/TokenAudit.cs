using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tokens.Custody;
using Ccts.Tokens.Supply;

namespace Ccts.Tokens;

/// <summary>Compares supply with the ledger and the registry, block by block.</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class TokenAudit
{
    /// <summary>Every token without a unit behind it or with a later last day than its unit, one sentence each; empty when ledger and registry both cover every outstanding token.</summary>
    /// <param name="supply">What was minted and where it is.</param>
    /// <param name="backing">The ledger's account behind it, or null when there is none.</param>
    /// <param name="custody">The registry's statement of custody.</param>
    public static IReadOnlyList<string> Findings(TokenSupply supply, AccountView? backing, CustodyStatement custody)
    {
        Require.NotNull(custody);
        var findings = new List<string>();
        var live = (backing?.Holdings ?? []).Where(h => h.Place == ShadowAccount.Free).ToList();
        foreach (var block in Require.NotNull(supply).Outstanding())
        {
            var behind = BlockSet.FromRanges(live.Where(h => h.Units.Block.SharesScopeWith(block)).Select(h => h.Units.Range));
            if (BlockSet.Of(block.Range).Subtract(behind) is { IsEmpty: false } loose)
            {
                findings.Add($"Tokens of {block.Registry}:{block.Scope} {loose} have no free units behind them in the ledger.");
            }

            if (custody.Missing(block) is { IsEmpty: false } missing)
            {
                findings.Add($"Tokens of {block.Registry}:{block.Scope} {missing} have no units behind them in the registry's custody account.");
            }
        }

        foreach (var run in supply.Runs().Where(r => r.Place.Standing is TokenStanding.Live or TokenStanding.Staked or TokenStanding.ClawedBack))
        {
            if (custody.LastDay(run.Units) is { } last && !(run.Metadata.ExpiryDate <= last))
            {
                findings.Add($"Tokens of {run.Units} outlive their units: the registry states {last:uuuu-MM-dd} as their last day.");
            }
        }

        return findings;
    }
}
