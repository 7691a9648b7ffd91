using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Headers;

/// <summary>Headers of a laboratory's sheet: which result a column holds.</summary>
internal static class LabHeaders
{
    private const string Carbon = "carbonContent";
    private const string Carbons = "carbon";

    // Fixed carbon is only part of a coal's carbon, and carbon dioxide is a gas; the moisture left in a dried sample is not that of the lot.
    // Useful heat is neither net nor gross.
    private static readonly string[] s_others = ["uhv", "useful", "fixed", "fc", "dioxide", "monoxide", "inherent", "equilibrated", "free"];

    private static readonly (string[] Words, string Own, string External)[] s_results =
    [
        (["ncv", "lhv", "lcv", "nar", "net cal", "net heat", "lower heat", "lower cal"], "ncv", "externalNcv"),
        (["gcv", "hhv", "hcv", "gar", "gad", "gross cal", "gross heat", "higher heat", "higher cal"], "gcv", "externalGcv"),
        ([Carbons, "toc"], Carbon, "externalCarbonContent"),
        (["moist", "tm"], "moisture", ""),
        (["emission factor", "ef"], "factor", "externalFactor"),
        (["conversion", "calcin"], "conversionFactor", ""),
    ];

    /// <summary>The result of a column, as a mapping names it, and its unit; null where the header names none, or no unit of it.</summary>
    /// <param name="header">The header.</param>
    /// <param name="components">Materials of the ruleset that a composition may name.</param>
    internal static LabColumn? Of(string header, IReadOnlyCollection<string> components)
    {
        var words = HeaderWords.Of(header);
        var (result, component) = components.FirstOrDefault(c => words.Contains(c.ToLowerInvariant(), StringComparer.Ordinal)) is { } found ? (LabResult.Composition, found) : (ResultOf(words), null);
        if (result is null)
        {
            return null;
        }

        var measure = LabResult.MeasureOf(result);
        var inside = HeaderWords.InBrackets(header);
        var unit = inside is not null && (Measure.TryOf(measure, inside, out _, out _) || HeaderWords.IsUnitOfAnything(inside)) ? inside : (measure == Measure.Share ? "%" : header.Split(' ', ',').FirstOrDefault(w => w.IndexOf('/') > 0)?.Trim('(', ')', '[', ']') ?? "");
        return Measure.TryOf(measure, unit, out _, out _) ? new LabColumn(result, component, unit) : null;
    }

    private static readonly string[] s_heats = [" calorific value ", " heat value ", " heating value ", " cv ", " calorific "];
    private static readonly string[] s_promised = ["guaranteed", "guarantee", "contract", "contracted", "declared", "supplier", "vendor", "party", "loading", "seller"];
    private static readonly string[] s_dried = ["adb", "dry", "dried", "db", "daf", "dmmf", "gad"];

    private const string OfDried = "is of a dried sample, and the amounts are of the fuel as it is burnt";

    /// <summary>Why the header of a result speaks against it: it says neither net nor gross, or is of a dried sample, or of what was promised; null where it does not.</summary>
    /// <param name="words">The words of the header.</param>
    /// <param name="result">The result that the mapping takes the column for.</param>
    /// <param name="hasBasis">Whether the report states the basis of its analyses.</param>
    internal static string? AgainstOf(IReadOnlyList<string> words, string result, bool hasBasis)
    {
        bool Has(string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
        return Has(s_promised) && !LabResult.IsExternal(result) ? "is what was promised or what the seller found, not what the plant's laboratory did"
            : !hasBasis && Has(s_dried) && ResultOf(words) is not null and not ("factor" or "externalFactor" or "conversionFactor") ? OfDried
            : LabResult.MeasureOf(result) is not (Measure.Net or Measure.Gross) ? null
            : ResultOf(words) is null && Array.Exists(s_heats, (" " + string.Join(" ", words) + " ").Contains) ? "says neither net nor gross"
            : null;
    }

    /// <summary>Why what another column says of a row speaks against its result: it is of a dried sample, or of another test; null where it does not.</summary>
    /// <param name="words">The words of the cell.</param>
    /// <param name="result">The result that the mapping takes the row for.</param>
    /// <param name="hasBasis">Whether the report states the basis of its analyses.</param>
    internal static string? AgainstRow(IReadOnlyList<string> words, string result, bool hasBasis)
    {
        bool Has(string[] any) => words.Any(w => any.Contains(w, StringComparer.Ordinal));
        var named = ResultOf(words) ?? (Has(s_gross) ? "gcv" : Has(s_net) ? "ncv" : null);
        var isHeat = LabResult.MeasureOf(result) is Measure.Net or Measure.Gross;
        return !hasBasis && Has(s_dried) && (isHeat || ResultOf(words) is null) ? OfDried
            : named is not null && Own(named) != Own(result) && (isHeat || ResultOf(words) is not null) ? $"is {named}"
            : named is null && IsOfAnother(words) ? "is another test" : null;
    }

    /// <summary>A result without saying whose laboratory found it.</summary>
    internal static string Own(string result) => LabResult.IsExternal(result) ? char.ToLowerInvariant(result[8]) + result.Substring(9) : result;

    private static readonly string[] s_gross = ["gross"];
    private static readonly string[] s_net = ["net"];

    /// <summary>Whether a header names a laboratory finding that reports do not use: ash, volatile matter, fixed carbon, the moisture of a dried sample.</summary>
    internal static bool IsOfAnother(IReadOnlyList<string> words) => words.Any(w => s_others.Contains(w, StringComparer.Ordinal) || s_beside.Contains(w, StringComparer.Ordinal));

    private static readonly string[] s_beside = ["ash", "vm", "volatile", "volatiles", "im", "sulphur", "sulfur", "hgi"];

    /// <summary>The result that the words of a header name; null where they name none.</summary>
    internal static string? ResultOf(IReadOnlyList<string> words)
    {
        var text = " " + string.Join(" ", words);
        var found = words.Any(w => s_others.Contains(w, StringComparer.Ordinal)) ? default : s_results.FirstOrDefault(r => Array.Exists(r.Words, w => w.Length < 4 || w == Carbons ? words.Contains(w, StringComparer.Ordinal) : text.Contains(" " + w)));
        var isExternal = words.Any(w => w.StartsWith("ext", StringComparison.Ordinal)) || text.Contains(" third party");
        return found.Words is null ? null : isExternal ? found.External.Length > 0 ? found.External : null : found.Own;
    }
}

/// <summary>What a column of a laboratory's sheet holds.</summary>
/// <param name="Result">The result, as a mapping names it.</param>
/// <param name="Component">Of a composition: the material that it is the share of.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record LabColumn(string Result, string? Component, string Unit)
{
    private static readonly string[] s_ofFuels = ["ncv", "externalNcv", "gcv", "externalGcv", "moisture"];
    private static readonly string[] s_ofEither = ["carbonContent", "externalCarbonContent"];

    /// <summary>A calorific value or the moisture is of a fuel, and of nothing else.</summary>
    internal bool IsOfFuels => Array.IndexOf(s_ofFuels, Result) >= 0;

    /// <summary>A composition, a factor or a conversion factor is of a process material.</summary>
    internal bool IsOfMaterials => !IsOfFuels && Array.IndexOf(s_ofEither, Result) < 0;
}
