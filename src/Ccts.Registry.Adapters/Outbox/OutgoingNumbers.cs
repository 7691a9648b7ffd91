using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Numbers that left an account a short while ago. A request that arrives twice finds nothing to do while they are gone. If they were
/// back already, it would move them again. So an instruction that brings them back waits until no such request can still be on its way.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class OutgoingNumbers
{
    // Compared in any spelling: at worst an instruction waits without need.
    private readonly Dictionary<(string Registry, string Scope), Dictionary<string, NumberMap>> _left = new(Spelled.Scopes);

    internal void Add(IntentPlace place, UnitInstruction instruction)
    {
        var scope = (instruction.Units.Registry, instruction.Units.Scope);
        if (!_left.TryGetValue(scope, out var accounts))
        {
            _left.Add(scope, accounts = new Dictionary<string, NumberMap>(Spelled.Names));
        }

        if (!accounts.TryGetValue(instruction.FromAccount, out var map))
        {
            accounts.Add(instruction.FromAccount, map = new NumberMap());
        }

        map.Give(instruction.Units.Range, place);
    }

    internal void Remove(IntentPlace place, UnitInstruction instruction)
    {
        if (!_left.TryGetValue((instruction.Units.Registry, instruction.Units.Scope), out var accounts) || !accounts.TryGetValue(instruction.FromAccount, out var map))
        {
            return;
        }

        map.Taken(BlockSet.Of(instruction.Units.Range), place);
        _ = map.IsEmpty && accounts.Remove(instruction.FromAccount) && accounts.Count == 0 && _left.Remove((instruction.Units.Registry, instruction.Units.Scope));
    }

    /// <summary>The instructions that took numbers out of the account to which this one would return them.</summary>
    internal IEnumerable<IntentPlace> BroughtBackBy(UnitInstruction instruction) =>
        instruction.Kind == InstructionKind.Transfer && _left.TryGetValue((instruction.Units.Registry, instruction.Units.Scope), out var accounts) && accounts.TryGetValue(instruction.ToAccount!, out var map)
            ? map.Owners(instruction.Units.Range).Distinct()
            : [];
}
