using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>Other names of the gases that a ruleset may count: a gas under another name would be a memo item, and its emissions would be missing without a sign.</summary>
internal static class GasNames
{
    private const char FirstSubscript = '\u2080';
    private const char LastSubscript = '\u2089';

    private static readonly Dictionary<string, string> Formulas = new(StringComparer.Ordinal)
    {
        ["CARBONDIOXIDE"] = "CO2", ["R744"] = "CO2",
        ["TETRAFLUOROMETHANE"] = "CF4", ["CARBONTETRAFLUORIDE"] = "CF4", ["PERFLUOROMETHANE"] = "CF4", ["14"] = "CF4",
        ["HEXAFLUOROETHANE"] = "C2F6", ["PERFLUOROETHANE"] = "C2F6", ["116"] = "C2F6",
        ["OCTAFLUOROPROPANE"] = "C3F8", ["PERFLUOROPROPANE"] = "C3F8", ["218"] = "C3F8",
        ["DECAFLUOROBUTANE"] = "C4F10", ["PERFLUOROBUTANE"] = "C4F10", ["3110"] = "C4F10",
        ["TETRADECAFLUOROHEXANE"] = "C6F14", ["PERFLUOROHEXANE"] = "C6F14", ["5114"] = "C6F14",
        ["METHANE"] = "CH4", ["NITROUSOXIDE"] = "N2O", ["DINITROGENMONOXIDE"] = "N2O", ["NITROGENTRIFLUORIDE"] = "NF3",
        ["SULPHURHEXAFLUORIDE"] = "SF6", ["SULFURHEXAFLUORIDE"] = "SF6",
    };

    // PFC-14, FC-14, R-14 and Freon 14 are one number.
    private static readonly string[] Numbered = ["PFC", "FC", "R", "FREON", "HALON"];

    /// <summary>The gas of the list that a name means where it is not written as the list has it; null if it means none.</summary>
    internal static string? Meant(string name, IEnumerable<string> listed)
    {
        var formula = Formula(name);
        return listed.FirstOrDefault(g => g != name && Formula(g) == formula);
    }

    /// <summary>Whether a name is that of a family of gases, of which each has a potential of its own.</summary>
    internal static bool IsFamily(string name) => Plain(name) is "PFC" or "PFCS" or "PERFLUOROCARBON" or "PERFLUOROCARBONS" or "HFC" or "HFCS" or "HYDROFLUOROCARBON" or "HYDROFLUOROCARBONS" or "FGAS" or "FGASES" or "GHG" or "GHGS";

    private static string Formula(string name)
    {
        var plain = Plain(name);
        var number = Numbered.Where(n => plain.StartsWith(n, StringComparison.Ordinal)).Select(n => plain.Substring(n.Length)).FirstOrDefault(rest => rest.Length > 0 && rest.All(c => c is >= '0' and <= '9'));
        return Formulas.TryGetValue(plain, out var formula) || (number is not null && Formulas.TryGetValue(number, out formula)) ? formula : plain;
    }

    private static string Plain(string name) =>
        string.Concat(name.Select(c => c is >= FirstSubscript and <= LastSubscript ? (char)(c - FirstSubscript + '0') : c).Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
