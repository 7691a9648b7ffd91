using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Compliance.Extracts;

/// <summary>The seven gases, or families of gases, by which BRSR divides emissions: a report may name a gas by its formula, its name or its number.</summary>
internal static class KyotoGas
{
    internal const string Co2 = "CO2";
    internal const string Pfcs = "PFCs";

    /// <summary>The seven, in SEBI's order.</summary>
    internal static readonly string[] All = [Co2, "CH4", "N2O", "HFCs", Pfcs, "SF6", "NF3"];

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["CARBONDIOXIDE"] = Co2, ["METHANE"] = "CH4", ["NITROUSOXIDE"] = "N2O", ["SULPHURHEXAFLUORIDE"] = "SF6", ["SULFURHEXAFLUORIDE"] = "SF6", ["NITROGENTRIFLUORIDE"] = "NF3",
    };

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>The family of a gas; a gas of none of them is its own.</summary>
    internal static string Of(string gas)
    {
        // CF\u2084 is CF4, and "methane (fossil)" is methane.
        var plain = Regex.Replace(gas, @"[(\[]?\bfossil\b[)\]]?", "", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Limit);
        var key = string.Concat(plain.Select(c => c is >= '\u2080' and <= '\u2089' ? (char)(c - '\u2080' + '0') : c).Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return Names.TryGetValue(key, out var family) ? family
            : Array.Find(All, g => string.Equals(g, key, StringComparison.OrdinalIgnoreCase)) is { } own ? own
            : key.StartsWith("HFC", StringComparison.Ordinal) || Regex.IsMatch(key, "^C[0-9]*H[0-9]*F[0-9]*$", RegexOptions.CultureInvariant, Limit) ? "HFCs"
            : key.StartsWith("PFC", StringComparison.Ordinal) || key.StartsWith("PERFLUORO", StringComparison.Ordinal) || Regex.IsMatch(key, "^C[0-9]*F[0-9]+$", RegexOptions.CultureInvariant, Limit) ? Pfcs
            : gas.Trim();
    }
}
