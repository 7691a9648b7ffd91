using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Ccts.Ingestion.Headers;

/// <summary>A unit written in a form that the product does not use: lakhs of a unit, a quintal, an amount per hour. Reading only the unit inside it would give another amount.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Symbol">The unit behind it; null where a word of scale stands alone, and empty where it is no amount of anything that counts.</param>
/// <param name="Times">How many of that unit one is.</param>
/// <param name="Hours">Of a rate: the hours that it is for; null of an amount.</param>
internal sealed record WrittenUnit(string Text, string? Symbol, decimal Times, int? Hours = null)
{
    /// <summary>Apparent and reactive power and energy, which grid factors do not apply to.</summary>
    internal static readonly string[] Apparent = ["kva", "mva", "kvah", "mvah", "kvahr", "kvar", "mvar", "kvarh", "mvarh", "rkva", "rkvah", "rkvarh"];

    private static readonly Dictionary<string, decimal> s_scales = new(StringComparer.Ordinal)
    {
        ["'000"] = 1_000m, ["'000s"] = 1_000m, ["'000's"] = 1_000m, ["000's"] = 1_000m, ["000s"] = 1_000m, ["000"] = 1_000m, ["thousand"] = 1_000m, ["thousands"] = 1_000m, ["lakh"] = 100_000m, ["lakhs"] = 100_000m, ["lac"] = 100_000m, ["lacs"] = 100_000m,
        ["लाख"] = 100_000m, ["हजार"] = 1_000m, ["हज़ार"] = 1_000m, ["करोड़"] = 10_000_000m, ["million"] = 1_000_000m, ["millions"] = 1_000_000m, ["mio"] = 1_000_000m, ["crore"] = 10_000_000m, ["crores"] = 10_000_000m, ["10^3"] = 1_000m, ["10^5"] = 100_000m, ["10^6"] = 1_000_000m, ["10^7"] = 10_000_000m, ["x10^3"] = 1_000m, ["x10^5"] = 100_000m, ["x10^6"] = 1_000_000m,
        ["x10"] = 10m, ["x100"] = 100m, ["x1000"] = 1_000m, ["x10000"] = 10_000m, ["x100000"] = 100_000m, ["x1000000"] = 1_000_000m,
    };

    /// <summary>Abbreviations of scales before a unit; alone, "L" is litres and "M" metric.</summary>
    private static readonly Dictionary<string, decimal> s_short = new(StringComparer.Ordinal)
    {
        ["th"] = 1_000m, ["thou"] = 1_000m, ["k"] = 1_000m, ["l"] = 100_000m, ["mn"] = 1_000_000m, ["mln"] = 1_000_000m, ["mega"] = 1_000_000m, ["cr"] = 10_000_000m,
    };

    private static readonly Dictionary<string, (string Symbol, decimal Times, int? Hours)> s_own = new(StringComparer.Ordinal)
    {
        ["quintal"] = ("kg", 100m, null), ["quintals"] = ("kg", 100m, null), ["qtl"] = ("kg", 100m, null), ["qtls"] = ("kg", 100m, null), ["qntl"] = ("kg", 100m, null), ["qntls"] = ("kg", 100m, null),
        ["क्विंटल"] = ("kg", 100m, null), ["कुंतल"] = ("kg", 100m, null), ["कुन्तल"] = ("kg", 100m, null), ["यूनिट"] = ("kWh", 1m, null), ["us ton"] = ("t", 0.90718474m, null), ["us tons"] = ("t", 0.90718474m, null), ["sh ton"] = ("t", 0.90718474m, null), ["sh tons"] = ("t", 0.90718474m, null),
        ["lbs"] = ("kg", 0.45359237m, null), ["pound"] = ("kg", 0.45359237m, null), ["pounds"] = ("kg", 0.45359237m, null),
        ["short ton"] = ("t", 0.90718474m, null), ["short tons"] = ("t", 0.90718474m, null), ["long ton"] = ("t", 1.0160469088m, null), ["long tons"] = ("t", 1.0160469088m, null),
        ["grams"] = ("kg", 0.001m, null),
        ["kmt"] = ("t", 1_000m, null), ["lmt"] = ("t", 100_000m, null), ["mmt"] = ("t", 1_000_000m, null), ["mnt"] = ("t", 1_000_000m, null), ["lu"] = ("kWh", 100_000m, null),
        ["kw"] = ("kWh", 1m, 1), ["mw"] = ("MWh", 1m, 1), ["tph"] = ("t", 1m, 1), ["mtph"] = ("t", 1m, 1), ["tpd"] = ("t", 1m, 24), ["mtpd"] = ("t", 1m, 24), ["kld"] = ("kl", 1m, 24), ["klpd"] = ("kl", 1m, 24), ["scmh"] = ("SCM", 1m, 1), ["scmd"] = ("SCM", 1m, 24), ["mmscmd"] = ("MMSCM", 1m, 24),
    };

    private static readonly Regex s_multiple = new(@"(?<![\p{L}\d])[xX] *1(?<rest>(,?0)+|0\^[1-9])\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static readonly Dictionary<string, int> s_spans = new(StringComparer.Ordinal) { ["h"] = 1, ["hr"] = 1, ["hour"] = 1, ["d"] = 24, ["day"] = 24 };

    // Words that are units only when alone in brackets; among other words they mean other things.
    private static readonly Dictionary<string, (string Symbol, decimal Times)> s_whole = new(StringComparer.Ordinal)
    {
        ["lb"] = ("kg", 0.45359237m), ["gm"] = ("kg", 0.001m), ["gms"] = ("kg", 0.001m), ["gram"] = ("kg", 0.001m), ["q"] = ("kg", 100m), ["st"] = ("t", 0.90718474m), ["sht"] = ("t", 0.90718474m), ["wh"] = ("kWh", 0.001m), ["unit"] = ("kWh", 1m), ["units"] = ("kWh", 1m),
    };

    private static readonly Regex s_rate = new(@" +per +(?=(h|hr|hour|d|day)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>A cell or bracketed text that is wholly such a unit; null where it is not.</summary>
    internal static WrittenUnit? Of(string text)
    {
        var words = Words(text.StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? text.Substring(3) : text);
        return (words.Count == 1 && s_whole.TryGetValue(words[0].Key, out var whole) ? new WrittenUnit(text, whole.Symbol, whole.Times) : At(words, 0, isWhole: true)) is { } found && words.Count <= 4 ? found with { Text = text } : null;
    }

    /// <summary>The first such unit among the words of a header or a title; null where there is none.</summary>
    internal static WrittenUnit? In(string text, Func<WrittenUnit, bool> isMeant)
    {
        var words = Words(text);
        for (var i = 0; i < words.Count; i++)
        {
            // "2 x 1000", "30 MW" and "1.2 million tonnes" describe a thing, not the unit of its numbers.
            if ((i == 0 || !char.IsDigit(words[i - 1].Key[0]) || s_scales.ContainsKey(words[i - 1].Key)) && At(words, i, isWhole: false) is { } found && isMeant(found) && (found.Symbol is not null || words[i].Key[0] == '\'' || (i > 0 && words[i - 1].Key == "in")))
            {
                return found;
            }
        }

        return null;
    }

    private static WrittenUnit? At(IReadOnlyList<(string Text, string Key)> words, int at, bool isWhole)
    {
        if (at >= words.Count)
        {
            return null;
        }

        var (text, key) = words[at];
        var two = at + 1 < words.Count ? key + " " + words[at + 1].Key : "";
        if (s_own.TryGetValue(two, out var own) || s_own.TryGetValue(key, out own))
        {
            return new WrittenUnit(s_own.ContainsKey(two) ? text + " " + words[at + 1].Text : text, own.Symbol, own.Times, own.Hours);
        }

        if (Array.IndexOf(Apparent, key) >= 0)
        {
            return new WrittenUnit(text, "", 1m);
        }

        var slash = key.IndexOf('/');
        if (slash > 0 && s_spans.TryGetValue(key.Substring(slash + 1), out var hours))
        {
            return new WrittenUnit(text, UnitOf(text.Substring(0, slash)), 1m, hours);
        }

        // "kWh/10" is divided by ten, however it came to be.
        if (slash > 0 && PowerOfTen(key.Substring(slash + 1)) is { } part && IsAmount((text.Substring(0, slash), key.Substring(0, slash))))
        {
            return new WrittenUnit(text, UnitOf(text.Substring(0, slash)), part);
        }

        // "Mn (t)" is manganese.
        var isShort = (isWhole || (at > 0 && words[at - 1].Key == "in")) && at + 1 < words.Count && IsAmount(words[at + 1]) && (s_short.ContainsKey(key) || (key == "m" && UnitOf(words[at + 1].Text).EndsWith("Wh", StringComparison.Ordinal)));
        if (!s_scales.TryGetValue(key, out var scale) && !(isShort && (scale = s_short.TryGetValue(key, out var said) ? said : 1_000_000m) > 0m) && !(isWhole && at == 0 && words.Count > 1 && PowerOfTen(key) is { } power && (scale = power) > 0m))
        {
            return Attached(text, key);
        }

        // A word of scale stands before its unit, or behind it as in "t x1000" and "t in lakhs".
        var next = at + 1 < words.Count && IsAmount(words[at + 1]) ? at + 1 : -1;
        var before = next < 0 ? at - 1 >= 0 && words[at - 1].Key == "in" ? at - 2 : at - 1 : -1;
        var unit = next >= 0 ? next : before >= 0 && IsAmount(words[before]) ? before : isWhole && words.Count == 2 ? 1 - at : -1;
        return unit < 0 || unit >= words.Count ? new WrittenUnit(text, null, scale)
            : At(words, unit, isWhole: false) is { Symbol.Length: > 0, Hours: null } inner && s_own.ContainsKey(words[unit].Key) ? inner with { Text = Both(), Times = inner.Times * scale }
            : new WrittenUnit(Both(), UnitOf(words[unit].Text), scale);

        string Both() => unit > at ? text + " " + words[unit].Text : words[unit].Text + " " + text;
    }

    /// <summary>10, 100, 1000 and so on; null of any other text.</summary>
    private static decimal? PowerOfTen(string text) => text.Length is > 1 and < 9 && text[0] == '1' && text.Skip(1).All(c => c == '0') ? decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    /// <summary>"'000MT" and "000T" are one word.</summary>
    private static WrittenUnit? Attached(string text, string key)
    {
        var unit = key.TrimStart('\'');
        return unit.Length > 3 && unit.StartsWith("000", StringComparison.Ordinal) && char.IsLetter(unit[3]) && text.Substring(text.Length - unit.Length + 3) is var rest && (IsAmount((rest, unit.Substring(3))) || unit.Length == 4) ? new WrittenUnit(text, UnitOf(rest), 1_000m) : null;
    }

    private static bool IsAmount((string Text, string Key) word) => word.Key is "t" or "l" or "unit" or "units" or "mu" || (s_own.TryGetValue(word.Key, out var own) ? own.Hours is null : HeaderWords.IsUnit(word.Text));

    private static string UnitOf(string written) => written.ToLowerInvariant() switch { "t" => "t", "l" => "l", "unit" or "units" => "kWh", "mu" or "mus" => "MU", _ => HeaderWords.UnitOf(written) };

    private static IReadOnlyList<(string Text, string Key)> Words(string text) =>
        [.. s_multiple.Replace(s_rate.Replace(text, "/").Replace('\u2018', '\'').Replace('\u2019', '\'').Replace('`', '\'').Replace('\u00D7', 'x').Replace('*', 'x'), m => "x1" + m.Groups["rest"].Value.Replace(",", "")).Split([' ', '_', ',', ';', ':', '=', '(', ')', '[', ']', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.TrimEnd('.')).Where(w => w.Length > 0).Select(w => (w, w.ToLowerInvariant()))];
}
