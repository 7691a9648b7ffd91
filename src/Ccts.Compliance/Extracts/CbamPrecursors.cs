using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Compliance.Forms;

namespace Ccts.Compliance.Extracts;

/// <summary>Embedded emissions of a good with those of what was bought to make it: for each precursor its amount in a unit of the good, times its own specific embedded emissions.</summary>
/// <remarks>
/// The precursors of each category are those of the transitional template; columns of that sheet beyond those listed were not read. Adding embedded emissions of bought precursors is the rule for complex
/// goods of Regulation (EU) 2023/956, Annex IV, as summaries give it; the text itself was not read.
/// </remarks>
internal static class CbamPrecursors
{
    // Grinding cement loses no mass, so a tonne holds at most a tonne of clinker. Other goods lose mass in production and have no such limit.
    internal const string Blended = "Cement";

    private static readonly Dictionary<string, string[]> ByCategory = new(StringComparer.Ordinal)
    {
        ["Cement"] = ["Cement clinker", "Calcined clays"],
        ["Iron or steel products"] = ["Crude steel"],
        ["Crude steel"] = ["Pig iron", "Direct reduced iron", "Alloys (FeMn, FeCr, FeNi)"],
        ["Direct reduced iron"] = ["Sintered Ore", "Hydrogen"],
        ["Pig iron"] = ["Sintered Ore", "Alloys (FeMn, FeCr, FeNi)"],
        ["Alloys (FeMn, FeCr, FeNi)"] = ["Sintered Ore"],
        ["Aluminium products"] = ["Unwrought aluminium"],
        ["Ammonia"] = ["Hydrogen"],
        ["Nitric acid"] = ["Ammonia"],
        ["Urea"] = ["Ammonia"],
        ["Mixed fertilisers"] = ["Ammonia", "Nitric acid", "Urea"],
    };

    /// <summary>Every category that has precursors or is one.</summary>
    internal static IEnumerable<string> All => ByCategory.Keys.Concat(ByCategory.Values.SelectMany(p => p));

    internal static IReadOnlyList<string> Of(string category) => ByCategory.TryGetValue(category, out var precursors) ? precursors : [];

    /// <summary>Adds the fields, and gives the good's embedded emissions with its precursors; null while something of them is not stated.</summary>
    /// <param name="form">The form.</param>
    /// <param name="number">The good's number with its point, <c>G1.</c></param>
    /// <param name="category">The good's category.</param>
    /// <param name="unit">The unit of its specific emissions.</param>
    /// <param name="own">Its specific emissions without precursors; null where they are not known.</param>
    internal static decimal? Add(FormBuilder form, string number, string category, string unit, (decimal? Direct, decimal? Indirect) own)
    {
        var per = unit.Substring("tCO2e/".Length);
        decimal? direct = 0m, indirect = 0m;
        foreach (var precursor in Of(category))
        {
            var key = number + "precursor." + KeyOf(precursor);
            var used = form.Figure(key + ".used", $"{precursor} bought, in a unit of the good", "t/" + per, "what the plant makes itself is in its own emissions; 0 where none was bought", category == Blended && per == "t" ? 1m : null);
            var ofDirect = form.Figure(key + ".direct", $"{precursor}: its specific embedded emissions, direct", "tCO2e/t", "as its maker communicates them");
            var ofIndirect = form.Figure(key + ".indirect", $"{precursor}: its specific embedded emissions, indirect", "tCO2e/t", "as its maker communicates them");
            direct += used is 0m ? 0m : used * ofDirect;
            indirect += used is 0m ? 0m : used * ofIndirect;
        }

        var (why, total) = (direct + indirect is null ? "not known until every precursor of this category is stated: how much was bought, and with what emissions" : null, own.Direct + own.Indirect + direct + indirect);
        form.Known(number + "precursors", "Embedded emissions of bought precursors", direct + indirect, unit, why ?? (Of(category).Count == 0 ? "the template names no precursor of this category" : "amounts in a unit of the good, times their own emissions"))
            .Known(number + "embedded-direct", "Embedded emissions with precursors, direct", own.Direct + direct, unit, why)
            .Known(number + "embedded-indirect", "Embedded emissions with precursors, indirect", own.Indirect + indirect, unit, why)
            .Known(number + "embedded-total", "Embedded emissions with precursors, total", total, unit, why);
        return total;
    }

    // "Alloys (FeMn, FeCr, FeNi)" is "alloys".
    private static string KeyOf(string precursor) => string.Join("-", precursor.Split('(')[0].Trim().ToLowerInvariant().Split(' '));
}
