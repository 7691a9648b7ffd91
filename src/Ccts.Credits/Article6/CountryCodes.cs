using System;
using System.Collections.Generic;
using System.IO;

namespace Ccts.Credits.Article6;

/// <summary>The three-letter country codes of ISO 3166-1, from <c>countries.csv</c>. The agreed electronic format names Parties by them.</summary>
internal static class CountryCodes
{
    private static readonly Lazy<HashSet<string>> Known = new(() =>
    {
        using var reader = new StreamReader(typeof(CountryCodes).Assembly.GetManifestResourceStream("countries.csv")!);
        return new HashSet<string>(reader.ReadToEnd().Split(['\r', '\n', ' '], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
    });

    internal static bool Has(string party) => Article6Formats.IsParty(party) && Known.Value.Contains(party);
}
