using System;
using System.Collections.Generic;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>How a format gives the state of units: always the same, by the presence of a date, or by a status word; and by flags.</summary>
internal sealed record StateRule
{
    internal UnitState? Fixed { get; init; }

    internal UnitState? Dated { get; init; }

    internal UnitState? Undated { get; init; }

    /// <summary>Status text to state, in any case.</summary>
    internal IReadOnlyDictionary<string, UnitState> Words { get; init; } = new Dictionary<string, UnitState>(StringComparer.Ordinal);

    /// <summary>The meaning of an empty status; null if it is an error.</summary>
    internal UnitState? Blank { get; init; }

    /// <summary>The state in a file without a status column; null if that is an error.</summary>
    internal UnitState? Absent { get; init; }

    /// <summary>Columns that hold yes or no, and the state that yes means.</summary>
    internal IReadOnlyDictionary<string, UnitState> Flags { get; init; } = new Dictionary<string, UnitState>(StringComparer.Ordinal);

    /// <summary>Columns that are filled only in these states; in another, the row contradicts itself.</summary>
    internal IReadOnlyDictionary<string, UnitState[]> Only { get; init; } = new Dictionary<string, UnitState[]>(StringComparer.Ordinal);

    internal bool IsByDate => Fixed is null && Dated is not null;

    internal bool IsByWord => Fixed is null && Dated is null;
}
