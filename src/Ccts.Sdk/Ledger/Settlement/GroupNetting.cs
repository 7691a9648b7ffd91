using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Ledger.Settlement;

/// <summary>What one entity of a group has over or lacks.</summary>
/// <param name="Entity">The entity; unique in the group.</param>
/// <param name="Tonnes">Above zero: units beyond what its own target needs. Below zero: units it still needs. Targets belong to entities; a group has none.</param>
public sealed record EntityBalance(string Entity, long Tonnes);

/// <summary>Units that one entity of the group should give another before either goes to market.</summary>
/// <param name="From">Who gives.</param>
/// <param name="To">Who receives.</param>
/// <param name="Tonnes">How many; above zero.</param>
/// <param name="Amount">The internal price of them, when a price per tonne was given.</param>
public sealed record InternalTransfer(string From, string To, long Tonnes, Inr? Amount);

/// <summary>The group before the market.</summary>
/// <param name="Transfers">What to move inside the group.</param>
/// <param name="ForMarket">What is left for each entity to sell (above zero) or buy (below zero), in ordinal order of entity; zeros left out.</param>
/// <param name="NettedTonnes">The tonnes that need not go through the market.</param>
public sealed record GroupNet(IReadOnlyList<InternalTransfer> Transfers, IReadOnlyList<EntityBalance> ForMarket, long NettedTonnes);

/// <summary>Offsets the surpluses of a group against its needs. Arithmetic only: whether certificates may change hands outside an exchange is for the law to say (CERC regulations, Reg 9(1)).</summary>
public static class GroupNetting
{
    /// <summary>
    /// Nets in ordinal order of entity, so that the same group always gives the same answer; at most one transfer fewer than there are entities.
    /// </summary>
    /// <param name="group">Each entity once.</param>
    /// <param name="pricePerTonne">The internal price, or null.</param>
    /// <exception cref="ArgumentException">An entity is listed twice.</exception>
    public static GroupNet Net(IEnumerable<EntityBalance> group, Inr? pricePerTonne = null)
    {
        var entities = Require.Each(group).OrderBy(e => e.Entity, StringComparer.Ordinal).ToList();
        if (entities.Select(e => e.Entity).Distinct(StringComparer.Ordinal).Count() != entities.Count)
        {
            throw new ArgumentException("Each entity occurs once in a group.", nameof(group));
        }

        var left = entities.ToDictionary(e => e.Entity, e => e.Tonnes, StringComparer.Ordinal);
        var givers = new Queue<string>(entities.Where(e => e.Tonnes > 0).Select(e => e.Entity));
        var transfers = new List<InternalTransfer>();
        foreach (var taker in entities.Where(e => e.Tonnes < 0).Select(e => e.Entity))
        {
            while (left[taker] < 0 && givers.Count > 0)
            {
                var giver = givers.Peek();
                var tonnes = Math.Min(left[giver], -left[taker]);
                transfers.Add(new InternalTransfer(giver, taker, tonnes, pricePerTonne * tonnes));
                left[giver] -= tonnes;
                left[taker] += tonnes;
                if (left[giver] == 0)
                {
                    givers.Dequeue();
                }
            }
        }

        var market = entities.Select(e => new EntityBalance(e.Entity, left[e.Entity])).Where(e => e.Tonnes != 0).ToList();
        return new GroupNet(transfers, market, transfers.Sum(t => t.Tonnes));
    }
}
