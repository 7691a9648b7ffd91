using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Ccts.Compliance.Extracts;

/// <summary>CN codes and the aggregated goods categories that the Commission's template of the transitional period gives them.</summary>
public static class CbamGoods
{
    private static readonly Lazy<Dictionary<string, string>> Categories = new(Read);

    /// <summary>The category of a CN code, or null: then the good is not one of them.</summary>
    /// <param name="code">Eight digits, or four or six that begin one category; blanks do not count.</param>
    public static string? CategoryOf(string code)
    {
        var digits = string.Concat(Require.NotNull(code).Where(c => c != ' '));
        if (digits.Length is not (4 or 6 or 8) || !digits.All(c => c is >= '0' and <= '9'))
        {
            return null;
        }

        var found = Categories.Value.Where(c => c.Key.StartsWith(digits, StringComparison.Ordinal)).Select(c => c.Value).Distinct(StringComparer.Ordinal).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Whether a plant of a sector of the scheme can make goods of a category; true for a sector that the scheme does not name.</summary>
    internal static bool CanMake(string sector, string category) => !BySector.TryGetValue(sector, out var made) || Array.IndexOf(made, category) >= 0;

    /// <summary>The category of the sector after which a product is called: "Portland clinker" is Cement clinker, "white cement" Cement; null where none or several could be meant.</summary>
    internal static string? Named(string sector, string product)
    {
        var made = BySector.TryGetValue(sector, out var categories) ? categories : [];
        var words = WordsOf(product);
        var own = Array.FindAll(made, c => WordsOf(c).Any(w => words.Contains(w) && made.Count(m => WordsOf(m).Contains(w)) == 1));
        return own.Length > 0 ? (own.Length == 1 ? own[0] : null) : Array.FindAll(made, c => WordsOf(c).All(words.Contains)) is [var one] ? one : null;
    }

    private static HashSet<string> WordsOf(string name) => new(name.Split([' ', '-', '(', ')', ',', '/'], StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] OfAluminium = ["Unwrought aluminium", "Aluminium products"];

    // The categories by sector of the schedules; several sectors make hydrogen.
    private static readonly Dictionary<string, string[]> BySector = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Cement"] = ["Cement clinker", "Cement", "Calcined clays", "Aluminous cement"],
        ["Aluminium"] = OfAluminium,
        ["Secondary aluminium"] = OfAluminium,
        ["Iron & Steel"] = ["Sintered Ore", "Pig iron", "Direct reduced iron", "Crude steel", "Iron or steel products", "Alloys (FeMn, FeCr, FeNi)"],
        ["Fertiliser"] = ["Ammonia", "Nitric acid", "Urea", "Mixed fertilisers", "Hydrogen"],
        ["Chlor-alkali"] = ["Hydrogen"],
        ["Petroleum refinery"] = ["Hydrogen"],
        ["Petrochemicals"] = ["Hydrogen", "Ammonia"],
        ["Pulp & paper"] = [],
        ["Textile"] = [],
        ["Thermal power"] = [],
    };

    /// <summary>Every category once.</summary>
    internal static IReadOnlyCollection<string> All => [.. Categories.Value.Values.Distinct(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(CbamGoods).Assembly.GetManifestResourceStream("cbam_cn_goods.csv")!;
        using var reader = new StreamReader(stream);
        var categories = new Dictionary<string, string>(StringComparer.Ordinal);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            var comma = line.IndexOf(',');
            categories[line.Substring(0, comma).Replace(" ", "")] = line.Substring(comma + 1).Trim('"');
        }

        return categories;
    }
}
