using System.Collections.Generic;

namespace Ccts.Ingestion.Mapping;

/// <summary>How several results of a month become one.</summary>
internal enum MeanMethod
{
    /// <summary>The sum over how many there are.</summary>
    Arithmetic,

    /// <summary>Each by what its lot weighs.</summary>
    Weighted,
}

/// <summary>The plant's own rule for a month with several results; no law read states one.</summary>
/// <param name="Method">The method.</param>
/// <param name="WeightColumn">The column with the weight of the lot; null for the arithmetic mean.</param>
/// <param name="Decimals">Decimals that the mean is rounded to, halves away from zero.</param>
/// <param name="Source">Where the plant has it from.</param>
internal sealed record MeanRule(MeanMethod Method, int? WeightColumn, int Decimals, string? Source);

/// <param name="Name">The member of an analysis, as the report writes it.</param>
internal readonly record struct LabMember(string Name);

/// <summary>What a laboratory's series is a result of: a member of an analysis in the report.</summary>
internal static class LabResult
{
    internal static readonly IReadOnlyDictionary<string, LabMember> Members = Of("ncv", "gcv", "carbonContent", "moisture", "externalNcv", "externalGcv", "externalCarbonContent");

    internal static readonly IReadOnlyDictionary<string, MeanMethod> Means = new Dictionary<string, MeanMethod>(System.StringComparer.Ordinal) { ["arithmetic"] = MeanMethod.Arithmetic, ["weighted"] = MeanMethod.Weighted };

    /// <summary>The measure of a result: of heat, or a share.</summary>
    internal static string MeasureOf(string member) => member switch
    {
        "ncv" or "externalNcv" => Measure.Net,
        "gcv" or "externalGcv" => Measure.Gross,
        _ => Measure.Share,
    };

    internal static bool IsExternal(string member) => member.StartsWith("external", System.StringComparison.Ordinal);

    private static Dictionary<string, LabMember> Of(params string[] members)
    {
        var words = new Dictionary<string, LabMember>(System.StringComparer.Ordinal);
        foreach (var member in members)
        {
            words.Add(member, new LabMember(member));
        }

        return words;
    }
}
