using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Further units in which a figure may be stated, with exact factors.</summary>
internal sealed class ProFormaUnits(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Exact>> others)
{
    /// <summary>How many units of the field a stated unit is; false for a unit of another kind.</summary>
    internal bool TryFactor(string field, string stated, out Exact factor)
    {
        factor = Exact.Of(1);
        return string.Equals(field, stated, StringComparison.Ordinal) || (others.TryGetValue(field, out var units) && units.TryGetValue(stated, out factor));
    }

    internal IEnumerable<string> Of(string field) => others.TryGetValue(field, out var units) ? units.Keys.Prepend(field) : [field];
}
