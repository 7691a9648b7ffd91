using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Article6;

/// <summary>India's authority for Article 6. Each replaced the one before it; their dates are in <c>authorities.csv</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Id">The id of its instrument in the rulesets, e.g. <c>NDA-ART6-2025</c>.</param>
/// <param name="Title">Its name.</param>
/// <param name="Reference">The notification, e.g. <c>G.S.R. 569(E)</c>.</param>
/// <param name="From">The first day on which it authorises.</param>
public sealed record NationalAuthority(string Id, string Title, string Reference, LocalDate From)
{
    private static readonly Lazy<IReadOnlyList<NationalAuthority>> Read = new(() =>
    {
        using var reader = new StreamReader(typeof(NationalAuthority).Assembly.GetManifestResourceStream("authorities.csv")!);
        return reader.ReadToEnd().Replace("\r", "").Split('\n').Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','))
            .Select(c => new NationalAuthority(c[0], c[1], c[2], LocalDatePattern.Iso.Parse(c[3]).Value)).ToList();
    });

    /// <summary>All of them, in their order.</summary>
    public static IReadOnlyList<NationalAuthority> All => Read.Value;

    /// <summary>The one that authorises on a day; null before the first.</summary>
    public static NationalAuthority? On(LocalDate day) => All.LastOrDefault(a => a.From <= day);
}
