using System;
using System.Linq;

namespace Ccts.Ingestion.Suggesting;

/// <summary>Headers of a laboratory's sheet: which result a column holds.</summary>
internal static class LabHeaders
{
    private static readonly (string[] Words, string Own, string External)[] s_results =
    [
        (["ncv", "net cal"], "ncv", "externalNcv"),
        (["gcv", "gross cal"], "gcv", "externalGcv"),
        (["carbon"], "carbonContent", "externalCarbonContent"),
        (["moist"], "moisture", ""),
    ];

    /// <summary>The result, as a mapping names it; null where the header names none.</summary>
    internal static string? ResultOf(string header)
    {
        var words = header.ToLowerInvariant();
        var found = s_results.FirstOrDefault(r => Array.Exists(r.Words, words.Contains));
        var isExternal = words.Contains("ext") || words.Contains("third party");
        return found.Words is null ? null : isExternal ? found.External.Length > 0 ? found.External : null : found.Own;
    }

    /// <summary>A sheet of results has a calorific value or the moisture; carbon alone may be anything.</summary>
    internal static bool AreOfASheet(string[] header) => Array.Exists(header, h => ResultOf(h) is not null and not "carbonContent" and not "externalCarbonContent");
}
