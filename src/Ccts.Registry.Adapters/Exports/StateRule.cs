using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>How the rows of a format say what became of their units: always the same, by whether there is a date, or by a status word; and by flags.</summary>
internal sealed record StateRule
{
    internal UnitState? Fixed { get; init; }

    internal UnitState? Dated { get; init; }

    internal UnitState? Undated { get; init; }

    /// <summary>Status text to state, in any case.</summary>
    internal IReadOnlyDictionary<string, UnitState> Words { get; init; } = new Dictionary<string, UnitState>(StringComparer.Ordinal);

    /// <summary>What an empty status means; null where it is a fault.</summary>
    internal UnitState? Blank { get; init; }

    /// <summary>What the units of a file without a status column are; null where that is a fault.</summary>
    internal UnitState? Absent { get; init; }

    /// <summary>Columns that hold yes or no, and the state that yes means.</summary>
    internal IReadOnlyDictionary<string, UnitState> Flags { get; init; } = new Dictionary<string, UnitState>(StringComparer.Ordinal);

    /// <summary>Columns that are filled in these states alone: in another, the row contradicts itself.</summary>
    internal IReadOnlyDictionary<string, UnitState[]> Only { get; init; } = new Dictionary<string, UnitState[]>(StringComparer.Ordinal);

    internal bool IsByDate => Fixed is null && Dated is not null;

    internal bool IsByWord => Fixed is null && Dated is null;
}
