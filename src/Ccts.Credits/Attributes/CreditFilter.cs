using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk;
using Ccts.Sdk.Ledger;

namespace Ccts.Credits.Attributes;

/// <summary>Criteria for selecting credits. A member that is null or empty sets no criterion.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record CreditFilter
{
    /// <summary>The type.</summary>
    public CreditType? CreditType { get; init; }

    /// <summary>How carbon was removed.</summary>
    public RemovalMethod? RemovalMethod { get; init; }

    /// <summary>The least quality score, 0 to 100.</summary>
    public decimal? MinQualityScore { get; init; }

    /// <summary>One of these vintages.</summary>
    public IReadOnlyList<int> Vintages { get; init; } = [];

    /// <summary>One of these standards.</summary>
    public IReadOnlyList<CreditStandard> Standards { get; init; } = [];

    /// <summary>One of these types of project.</summary>
    public IReadOnlyList<string> ProjectTypes { get; init; } = [];

    /// <summary>One of these methodologies.</summary>
    public IReadOnlyList<string> Methodologies { get; init; } = [];

    /// <summary>One of these countries.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>The least number of years for which storage is guaranteed.</summary>
    public int? MinPermanenceYears { get; init; }

    /// <summary>Whether a credit meets the criteria; null where a required attribute is not known. An unknown attribute never meets a criterion.</summary>
    /// <param name="lot">What the ledger knows.</param>
    /// <param name="attributes">What else is known, or null.</param>
    public bool? Admits(UnitLot lot, CreditAttributes? attributes)
    {
        Require.NotNull(lot);
        var answers = new[]
        {
            Vintages.Count == 0 ? true : Vintages.Contains(lot.Vintage),
            // An avoidance or a reduction has no removal method, so it matches none.
            Is(CreditType, attributes?.CreditType), Is(RemovalMethod, attributes?.CreditType is Attributes.CreditType.Avoidance or Attributes.CreditType.Reduction ? (RemovalMethod)(-1) : attributes?.RemovalMethod),
            AtLeast(MinQualityScore, attributes?.Quality?.Score), AtLeast(MinPermanenceYears, attributes?.PermanenceYears),
            OneOf(Standards, attributes?.Standard, EqualityComparer<CreditStandard>.Default), OneOf(ProjectTypes, attributes?.ProjectType), OneOf(Methodologies, attributes?.Methodology), OneOf(Countries, attributes?.Country),
        };
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    /// <summary>Reads a filter such as <c>type=removal score&gt;=80 vintage=2024 standard=VCS|GS</c>: blanks separate terms, <c>|</c> separates alternative values, and <c>_</c> stands for a blank within a value.</summary>
    /// <exception cref="FormatException">A term is not understood; the message says which.</exception>
    public static CreditFilter Parse(string text)
    {
        var filter = new CreditFilter();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in Require.NotNull(text).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries))
        {
            var at = term.IndexOf(">=", StringComparison.Ordinal);
            var isLeast = at > 0;
            at = isLeast ? at : term.IndexOf('=');
            var (name, value) = at > 0 ? (term.Substring(0, at), term.Substring(at + (isLeast ? 2 : 1))) : ("", "");
            var values = value.Split('|').Select(v => v.Replace('_', ' ')).ToList();
            if (value.Length == 0 || values.Any(string.IsNullOrWhiteSpace) || !seen.Add(name))
            {
                throw Bad(term);
            }

            filter = (name, isLeast) switch
            {
                ("type", false) => filter with { CreditType = CreditWords.TypeOf(value) },
                ("method", false) => filter with { RemovalMethod = CreditWords.MethodOf(value) },
                ("score", true) => filter with { MinQualityScore = Number(value, term) is var score and <= 100 ? score : throw Bad(term) },
                ("permanence", true) => filter with { MinPermanenceYears = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var years) ? years : throw Bad(term) },
                ("vintage", false) => filter with { Vintages = values.Select(v => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2998 ? year : throw Bad(term)).ToList() },
                ("standard", false) => filter with { Standards = values.ConvertAll(CreditStandard.Of) },
                ("project-type", false) => filter with { ProjectTypes = values },
                ("methodology", false) => filter with { Methodologies = values },
                ("country", false) => filter with { Countries = values },
                _ => throw Bad(term),
            };
        }

        return filter;
    }

    private static decimal Number(string value, string term) => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : throw Bad(term);

    private static FormatException Bad(string term) =>
        new($"\"{term}\" is no term of a filter: type=, method=, score>=, permanence>=, vintage=, standard=, project-type=, methodology= and country= are, each once; a score is at most 100, a vintage a year.");

    private static bool? Is<T>(T? wanted, T? known)
        where T : struct => wanted is null ? true : known is null ? null : EqualityComparer<T>.Default.Equals(wanted.Value, known.Value);

    private static bool? AtLeast(decimal? wanted, decimal? known) => wanted is null ? true : known is null ? null : known >= wanted;

    private static bool? OneOf(IReadOnlyList<string> wanted, string? known) => OneOf(wanted, known, StringComparer.OrdinalIgnoreCase);

    private static bool? OneOf<T>(IReadOnlyList<T> wanted, T? known, IEqualityComparer<T> by)
        where T : class => wanted.Count == 0 ? true : known is null ? null : wanted.Contains(known, by);
}
