using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>The units a figure may be stated in besides that of its field, with exact factors.</summary>
internal sealed class ProFormaUnits(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Exact>> others)
{
    /// <summary>How many units of the field one stated unit is; false for a unit that measures something else.</summary>
    internal bool TryFactor(string field, string stated, out Exact factor)
    {
        factor = Exact.Of(1);
        return string.Equals(field, stated, StringComparison.Ordinal) || (others.TryGetValue(field, out var units) && units.TryGetValue(stated, out factor));
    }

    internal IEnumerable<string> Of(string field) => others.TryGetValue(field, out var units) ? units.Keys.Prepend(field) : [field];
}
