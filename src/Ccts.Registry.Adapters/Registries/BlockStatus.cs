using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Adapters.Registries;

/// <summary>The state of a part of the numbers asked about.</summary>
/// <param name="Range">The numbers.</param>
/// <param name="State">Their state; null where the registry's statements do not know them.</param>
/// <param name="Source">The row that says so, or null.</param>
public sealed record BlockPart(BlockRange Range, UnitState? State, EntryPlace? Source);

/// <summary>The states of the numbers asked about; each number is in exactly one part.</summary>
/// <param name="Block">The numbers asked about.</param>
/// <param name="Parts">The parts in order, without gaps.</param>
public sealed record BlockStatus(SerialBlock Block, IReadOnlyList<BlockPart> Parts)
{
    /// <summary>Whether the statements know every number.</summary>
    public bool IsComplete => Parts.All(p => p.State is not null);
}
