using System;
using System.Collections.Generic;

namespace Ccts.Rules.Authoring.Publishing.Wording;

/// <summary>
/// The units that are words. Symbols such as <c>tCO2/MWh</c> are the same in every language; "months" on a Hindi page is not.
/// </summary>
internal static class UnitPhrases
{
    internal static readonly IReadOnlyDictionary<string, Phrase> ByUnit = new Dictionary<string, Phrase>(StringComparer.Ordinal)
    {
        ["ratio"] = new("ratio", "अनुपात"),
        ["multiple"] = new("multiple", "गुना"),
        ["decimals"] = new("decimals", "दशमलव स्थान"),
        ["months"] = new("months", "महीने"),
        ["days"] = new("days", "दिन"),
        ["samples"] = new("samples", "नमूने"),
        ["count"] = new("count", "संख्या"),
    };

    /// <summary>A value with its unit, as <c>7 months</c>, in the page's language; other units are unchanged.</summary>
    internal static string Of(Language language, string value)
    {
        var blank = value.LastIndexOf(' ');
        return blank > 0 && ByUnit.TryGetValue(value.Substring(blank + 1), out var unit) ? value.Substring(0, blank + 1) + unit.In(language) : value;
    }
}
