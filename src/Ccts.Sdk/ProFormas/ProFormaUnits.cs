using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>The units a figure may be stated in besides that of its field, with exact factors.</summary>
internal sealed class ProFormaUnits(IReadOnlyDictionary<string, IReadOnlyDictionary<string, Exact>> others)
{
    /// <summary>How many units of the field make one stated unit; false for a unit of another quantity.</summary>
    internal bool TryFactor(string field, string stated, out Exact factor)
    {
        factor = Exact.Of(1);
        var known = Of(field).FirstOrDefault(u => u == stated) ?? Of(field).FirstOrDefault(u => Plain(u) == Plain(stated));
        return known is not null && (known == field || others[field].TryGetValue(known, out factor));
    }

    /// <summary>Without blanks and in lower case, so that "Lakh Tonne" equals "lakh tonne". No form has two units that differ only in these.</summary>
    private static string Plain(string unit) => unit.Replace(" ", "").ToLowerInvariant();

    internal IEnumerable<string> Of(string field) => others.TryGetValue(field, out var units) ? units.Keys.Prepend(field) : [field];
}
