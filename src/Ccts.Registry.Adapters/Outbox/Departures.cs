using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;

namespace Ccts.Registry.Adapters.Outbox;

/// <summary>
/// Numbers that have left an account a short while ago. A request that arrives twice finds nothing to do while they are gone; were they
/// back already, it would move them again. So whatever brings them back waits until no such request can still be on its way.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class Departures
{
    private readonly Dictionary<(string Registry, string Scope, string Account), NumberMap> _left = [];

    internal void Add(IntentPlace place, UnitInstruction instruction)
    {
        var key = Left(instruction, instruction.FromAccount);
        if (!_left.TryGetValue(key, out var map))
        {
            _left.Add(key, map = new NumberMap());
        }

        map.Give(instruction.Units.Range, place);
    }

    internal void Remove(IntentPlace place, UnitInstruction instruction)
    {
        var key = Left(instruction, instruction.FromAccount);
        if (_left.TryGetValue(key, out var map))
        {
            map.Taken(BlockSet.Of(instruction.Units.Range), place);
            if (map.IsEmpty)
            {
                _left.Remove(key);
            }
        }
    }

    /// <summary>The instructions that took numbers out of the account to which this one would bring them back.</summary>
    internal IEnumerable<IntentPlace> BroughtBackBy(UnitInstruction instruction) =>
        instruction.Kind == InstructionKind.Transfer && _left.TryGetValue(Left(instruction, instruction.ToAccount!), out var map)
            ? map.Owners(instruction.Units.Range).Distinct()
            : [];

    private static (string, string, string) Left(UnitInstruction instruction, string account) => (instruction.Units.Registry, instruction.Units.Scope, account);
}
