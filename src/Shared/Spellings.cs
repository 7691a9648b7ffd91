using System;
using System.Collections.Generic;

namespace Ccts;

/// <summary>
/// Finds names that may be one name in two spellings: taken for two, a seller would not be seen to buy from itself, and a tonne would stand twice. Each is held against
/// every name before it, as it is written and as it is drawn.
/// </summary>
/// <param name="keyOf">By what a name is told: two with one key may be one.</param>
internal sealed class Spellings(Func<string, string> keyOf)
{
    private readonly Dictionary<string, List<string>> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _drawn = new(StringComparer.Ordinal);

    /// <summary>An earlier name that this one may be; null where there is none. From here on it is an earlier name itself.</summary>
    internal string? OtherOf(string name)
    {
        var (written, drawn) = (First(_written, keyOf(name), name), First(_drawn, PlainName.DrawnKey(name, keyOf), name));
        return written ?? drawn;
    }

    private static string? First(Dictionary<string, List<string>> seen, string key, string name)
    {
        if (!seen.TryGetValue(key, out var names))
        {
            seen.Add(key, names = []);
        }

        var first = names.Find(n => !OrganisationName.AreTwo(n, name));
        if (!names.Contains(name))
        {
            names.Add(name);
        }

        return string.Equals(first, name, StringComparison.Ordinal) ? null : first;
    }
}
