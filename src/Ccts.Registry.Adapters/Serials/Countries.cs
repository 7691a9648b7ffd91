using System;
using System.Collections.Generic;
using System.IO;
using System.Text;

namespace Ccts.Registry.Adapters.Serials;

/// <summary>ISO 3166-1: two-letter codes from the two- or three-letter code or the name that serials and exports write. <c>NA</c> is Namibia.</summary>
/// <remarks>Also knows <c>EU</c> (exceptionally reserved; Kyoto units) and <c>XK</c> (user-assigned; Kosovo).</remarks>
internal static class Countries
{
    private static readonly HashSet<string> s_codes = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> s_byAnyName = Load();

    /// <summary>Whether the text is a two-letter code of the standard, in upper case.</summary>
    internal static bool IsCode(string text) => s_codes.Contains(text);

    /// <summary>The two-letter code for a two- or three-letter code or a name, in any case; null when the standard has none.</summary>
    internal static string? CodeOf(string text) => s_byAnyName.TryGetValue(text.Trim(), out var code) ? code : null;

    private static Dictionary<string, string> Load()
    {
        var byAnyName = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        using var stream = typeof(Countries).Assembly.GetManifestResourceStream("Countries.csv")!;
        using var lines = new StreamReader(stream, Encoding.UTF8);
        lines.ReadLine();
        while (lines.ReadLine() is { } line)
        {
            var columns = line.Split(';');
            s_codes.Add(columns[0]);
            byAnyName[columns[0]] = columns[0];
            byAnyName[columns[1]] = columns[0];
            foreach (var name in columns[2].Split('|'))
            {
                byAnyName[name] = columns[0];
            }
        }

        return byAnyName;
    }
}
