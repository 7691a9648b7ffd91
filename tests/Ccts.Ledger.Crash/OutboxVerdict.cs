using System.Linq;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Stub;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Crash;

/// <summary>Holds a ledger and its outbox against what the registry really did.</summary>
internal static class OutboxVerdict
{
    /// <summary>As the killed process left it, before anything else is done: what is wrong, or null.</summary>
    internal static string? AsFound(OutboxHost host, StubRegistry registry, OutboxPlan plan)
    {
        foreach (var instruction in plan.All)
        {
            var record = host.Record(instruction.Key);
            var isDone = registry.Effects.Any(e => e.Key == instruction.Key);
            if (isDone && !host.Outbox.Moves(instruction.Key).Select(OutboxText.ReadMove).Any(m => m.To == InstructionState.Sending))
            {
                return $"{instruction.Key} took effect, and no attempt of it was written before.";
            }

            if ((isDone || record is not null) && record is not { IsSettled: true }
                && host.Engine.Execute(OutboxPlan.Reserve(instruction, "greedy-" + instruction.Key)).IsAccepted)
            {
                return $"the units of {instruction.Key} could be reserved again while nobody knew what became of it.";
            }
        }

        return host.Stored.Findings() is { Count: > 0 } findings ? "damaged: " + findings[0] : null;
    }

    /// <summary>When all is settled: what is wrong, or null.</summary>
    internal static string? AtTheEnd(OutboxHost host, StubRegistry registry, OutboxPlan plan)
    {
        foreach (var instruction in plan.All)
        {
            var record = host.Record(instruction.Key)!;
            var effects = registry.Effects.Where(e => e.Key == instruction.Key).Select(e => e.Range).ToList();
            if (effects.Count != 1 || effects[0] != instruction.Units.Range)
            {
                return $"{instruction.Key}, {record.State}, took effect {effects.Count} times at the registry: {string.Join(", ", effects)}.";
            }

            if (record.State != InstructionState.Confirmed)
            {
                return $"{instruction.Key} took effect, and the outbox says {record.State}.";
            }
        }

        foreach (var account in new[] { "mill", "buyer" })
        {
            foreach (var (place, state) in new[] { (ShadowAccount.Free, "ACTIVE"), (ShadowAccount.Retired, "RETIRED"), (ShadowAccount.Cancelled, "CANCELLED") })
            {
                var (ours, theirs) = (Numbers(host, account, place), BlockSet.FromRanges(registry.Units.Where(u => u.Account == "R-" + account && u.State == state).Select(u => u.Range)));
                if (!ours.Equals(theirs))
                {
                    return $"{account}, {place}: {ours} in the ledger, {theirs} at the registry.";
                }
            }
        }

        return host.Stored.Findings() is { Count: > 0 } findings ? "damaged: " + findings[0] : null;
    }

    private static BlockSet Numbers(OutboxHost host, string account, ShadowAccount place) =>
        BlockSet.FromRanges((host.Engine.Account(account)?.Holdings ?? []).Where(h => h.Place == place).Select(h => h.Units.Range));
}
