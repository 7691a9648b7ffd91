using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>The states as format files write them. What is not known is not written.</summary>
internal static class UnitStateWords
{
    internal static readonly Dictionary<string, UnitState> All = new(StringComparer.Ordinal)
    {
        ["issued"] = UnitState.Issued,
        ["held"] = UnitState.Held,
        ["buffer"] = UnitState.Buffer,
        ["retired"] = UnitState.Retired,
        ["cancelled"] = UnitState.Cancelled,
        ["retired-or-cancelled"] = UnitState.RetiredOrCancelled,
        ["converted"] = UnitState.Converted,
    };

    internal static string Of(UnitState state) => All.First(w => w.Value == state).Key;
}
