using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Headers;

/// <summary>Words of headers, cells and names of files.</summary>
internal static class HeaderWords
{
    /// <summary>In lower case; every character that is no letter or digit separates words, and subscript digits of a formula become digits.</summary>
    internal static IReadOnlyList<string> Of(string text) =>
        new string([.. text.Select(c => c is >= '\u2080' and <= '\u2089' ? (char)('0' + (c - '\u2080')) : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words of a header whose writer left out the blanks: <c>GrossWeight</c>, <c>Weight1</c>, <c>Coal-kg</c>.</summary>
    internal static IReadOnlyList<string> OfHeader(string header) => Of(Spread(header));

    private static readonly Regex s_joints = new(@"(?<=\p{L}{3})[.\-](?=\p{L})|(?<=\p{L}{3})(?=\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Inserts blanks into a header: before a capital after lower-case letters, at a hyphen or point after a word, and before the unit after a slash. Units stay whole, and all brackets become round ones.</summary>
    internal static string Spread(string header)
    {
        var words = s_joints.Replace(header.Replace('{', '(').Replace('}', ')').Replace('<', '(').Replace('>', ')').Replace('|', ' '), " ").Split(' ');
        return string.Join(" ", words.Select(Parted));
    }

    private static string Parted(string word)
    {
        if (IsUnit(word))
        {
            return word;
        }

        // "MT/hr" is a rate and "kcal/kg" a unit; "Coal/kg" is neither.
        if (word.IndexOf('/') is > 0 and var slash && word.LastIndexOf('/') == slash && !IsUnit(word.Substring(0, slash).TrimStart('(', '[')) && IsUnit(word.Substring(slash + 1).TrimEnd(')', ']')))
        {
            return Parted(word.Substring(0, slash)) + " " + word.Substring(slash + 1);
        }

        for (var i = 2; i < word.Length; i++)
        {
            // The k of kWh is the unit's.
            var isOfUnit = char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && IsUnit(word.Substring(i - 1).TrimEnd(')', ']'));
            if (isOfUnit || (char.IsUpper(word[i]) && char.IsLower(word[i - 1]) && char.IsLower(word[i - 2])))
            {
                var at = isOfUnit ? i - 1 : i;
                return word.Substring(0, at) + " " + Parted(word.Substring(at));
            }
        }

        return word;
    }

    /// <summary>What stands in brackets at the end of a header: <c>kg</c> of <c>Net (kg)</c>.</summary>
    internal static string? InBrackets(string header)
    {
        var open = header.LastIndexOfAny(['(', '[']);
        return open >= 0 && header.Length > open + 2 && header[header.Length - 1] is ')' or ']' ? header.Substring(open + 1, header.Length - open - 2) : null;
    }

    /// <summary>A header without the unit in brackets behind it.</summary>
    internal static string WithoutUnit(string header) => InBrackets(header) is { } unit && header.Substring(0, header.Length - unit.Length - 2).Trim() is { Length: > 0 } name ? name : header;

    private static readonly Dictionary<string, string> s_units = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mt"] = "t", ["m.t"] = "t", ["kt"] = "kt", ["kgm"] = "kg", ["kilo"] = "kg", ["kilos"] = "kg", ["kilogram"] = "kg", ["kilograms"] = "kg", ["kilogramme"] = "kg", ["kilogrammes"] = "kg", ["mts"] = "t", ["to"] = "t", ["ton"] = "t", ["tons"] = "t", ["tonne"] = "t", ["tonnes"] = "t", ["kg"] = "kg", ["kgs"] = "kg",
        ["kl"] = "kl", ["kls"] = "kl", ["ltr"] = "l", ["ltrs"] = "l", ["litre"] = "l", ["litres"] = "l", ["liter"] = "l", ["liters"] = "l", ["lt"] = "l", ["lts"] = "l",
        ["kwh"] = "kWh", ["kwhr"] = "kWh", ["kwhrs"] = "kWh", ["kwhs"] = "kWh", ["kw-h"] = "kWh", ["kw-hr"] = "kWh", ["mwh"] = "MWh", ["mwhr"] = "MWh", ["mwhrs"] = "MWh", ["mw-h"] = "MWh", ["mw-hr"] = "MWh", ["gwh"] = "GWh", ["mu"] = "MU", ["mus"] = "MU", ["scm"] = "SCM",
        ["gj"] = "GJ", ["mj"] = "MJ", ["tj"] = "TJ", ["gcal"] = "Gcal", ["mcal"] = "Mcal", ["kcal"] = "kcal",
        ["टन"] = "t", ["मीट्रिक टन"] = "t", ["मी.टन"] = "t", ["मे.टन"] = "t", ["किग्रा"] = "kg", ["कि.ग्रा"] = "kg", ["किलो"] = "kg", ["किलोग्राम"] = "kg", ["लीटर"] = "l", ["ली"] = "l", ["किलोलीटर"] = "kl", ["किली"] = "kl", ["कि.ली"] = "kl",
        ["kcal/kg"] = "kcal/kg", ["kj/kg"] = "kJ/kg", ["mj/kg"] = "MJ/kg", ["gj/t"] = "GJ/t",
    };

    /// <summary>The likely meaning of a unit from an ERP or a header; the text itself where it is unknown.</summary>
    internal static string UnitOf(string written)
    {
        var unit = written.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? written.Substring(3).Trim() : written;
        return s_units.TryGetValue(unit.TrimEnd('.'), out var meant) ? meant : unit;
    }

    private static readonly string[] s_unitWords = ["uom", "um", "meins", "oun", "bun", "eun", "aun", "vrkme", "bstme", "erfme"];
    private static readonly string[] s_ofPrices = ["price", "rate", "value", "cost", "currency", "per"];

    /// <summary>Whether a column may hold units, possibly among other cells: "Qty Unit", "Base Unit", "U/M", "Unit of Measurement".</summary>
    internal static bool MayBeOfUnits(string header) =>
        OfHeader(header) is { Count: > 0 } words && !words.Any(w => s_ofPrices.Contains(w, StringComparer.Ordinal))
        && (IsOfUnits(header) || words.Any(w => s_unitWords.Contains(w, StringComparer.Ordinal)) || words[words.Count - 1] is "unit" or "units" || string.Join(" ", words) is var said && (said is "u m" or "u o m" || said.Contains("unit of meas") || said.Contains("units of meas")));

    private static readonly string[] s_unitColumns = ["unit", "uom", "units", "bun", "eun", "meins", "erfme", "unit of measure", "base unit of measure", "unit of entry"];

    /// <summary>Whether the cells of a column are units.</summary>
    internal static bool IsOfUnits(string header) => s_unitColumns.Contains(string.Join(" ", Of(header)), StringComparer.Ordinal);

    /// <summary>Whether such a column can be of nothing but units; "Unit" may name the units of a power plant.</summary>
    internal static bool IsOfNothingElse(string header) => IsOfUnits(header) && Of(header) is not ["unit"] and not ["units"];

    /// <summary>Whether a word of a header is a unit.</summary>
    internal static bool IsUnit(string word) => word == "t" || s_units.ContainsKey(word);

    /// <summary>The unit among the words of a header; null where none is one. "To" is a word of its own there, and so is a letter that does not stand last.</summary>
    internal static string? UnitAmong(string header)
    {
        var words = header.Split([' ', '_', ','], StringSplitOptions.RemoveEmptyEntries);
        return words.Select((w, i) => (Word: w, IsLast: i == words.Length - 1)).Reverse().Where(w => w.Word.Length > 1 ? !w.Word.Equals("to", StringComparison.OrdinalIgnoreCase) : w is { Word: "t", IsLast: true })
            .Select(w => UnitOf(w.Word)).FirstOrDefault(w => s_lists.Any(l => Measure.TryOf(l, w, out _, out _)));
    }

    /// <summary>The unit that a header says: in brackets behind it, or as one of its words.</summary>
    internal static string? UnitIn(string header) => InBrackets(header) is { } inBrackets && IsUnitOfAnything(inBrackets) ? UnitOf(inBrackets) : UnitAmong(header);

    /// <summary>Whether a text is a unit of anything that a report has; "(ARB)" and "(Import)" are none.</summary>
    internal static bool IsUnitOfAnything(string text) => s_all.Any(l => Measure.TryOf(l, UnitOf(text), out _, out _));

    private static readonly string[] s_lists = ["electricity", "fuels"];
    private static readonly string[] s_all = ["electricity", "fuels", "importedHeat", Measure.Net, Measure.Gross, Measure.Share, Measure.PerTonne];

    /// <summary>A name for a stream.</summary>
    internal static string Id(string text) => string.Join("-", Of(text).Select(w => new string([.. w.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))])).Where(w => w.Length > 0)) is { Length: > 0 } id ? id : "stream";
}
