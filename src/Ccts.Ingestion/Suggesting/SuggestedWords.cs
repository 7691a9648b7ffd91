using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Words of headers, cells and names of files.</summary>
internal static class SuggestedWords
{
    /// <summary>In small letters; whatever is no letter and no digit parts them, and the small digits of a formula are digits.</summary>
    internal static IReadOnlyList<string> Of(string text) =>
        new string([.. text.Select(c => c is >= '\u2080' and <= '\u2089' ? (char)('0' + (c - '\u2080')) : char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What stands in brackets at the end of a header: <c>kg</c> of <c>Net (kg)</c>.</summary>
    internal static string? InBrackets(string header)
    {
        var open = header.LastIndexOfAny(['(', '[']);
        return open >= 0 && header.Length > open + 2 && header[header.Length - 1] is ')' or ']' ? header.Substring(open + 1, header.Length - open - 2) : null;
    }

    private static readonly Dictionary<string, string> s_units = new(StringComparer.OrdinalIgnoreCase) { ["mt"] = "t", ["to"] = "t", ["ton"] = "t", ["kg"] = "kg", ["kl"] = "kl", ["kwh"] = "kWh", ["mwh"] = "MWh", ["gwh"] = "GWh" };

    /// <summary>What an ERP or a header most likely means by a unit; the unit itself where it is nothing that is known.</summary>
    internal static string UnitOf(string written) => s_units.TryGetValue(written, out var meant) ? meant : written;

    /// <summary>A name for a stream.</summary>
    internal static string Id(string text) => string.Join("-", Of(text).Select(w => new string([.. w.Where(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9'))])).Where(w => w.Length > 0)) is { Length: > 0 } id ? id : "stream";
}
