using System;
using System.Collections.Generic;

namespace Ccts.Ingestion.Mapping;

/// <summary>The result that a laboratory's series gives, and its place in the stream.</summary>
/// <param name="Name">The mapping's name for it.</param>
/// <param name="Member">The member of the stream: <c>analyses.ncv</c> of each month, <c>carbonContent</c>, <c>composition/CaCO3/share</c> or <c>unburnt/ash/carbonContent</c> of the year.</param>
/// <param name="IsOfYear">Whether the report has one for the year, and not one a month.</param>
internal sealed record LabResult(string Name, string Member, bool IsOfYear)
{
    internal const string Prefix = "analyses.";
    internal const string Composition = "composition";
    private const string Carbon = "carbonContent";
    private static readonly string[] s_ofFuels = ["ncv", "gcv", Carbon, "moisture", "externalNcv", "externalGcv", "externalCarbonContent"];
    private static readonly string[] s_ofMaterials = ["factor", "externalFactor", "conversionFactor", Carbon, Composition];
    private static readonly string[] s_ofFlows = [Carbon];

    internal static readonly IReadOnlyDictionary<string, LabWord> Words = Of([.. s_ofFuels, "factor", "externalFactor", "conversionFactor", Composition]);

    internal static readonly IReadOnlyDictionary<string, MeanMethod> Means = new Dictionary<string, MeanMethod>(StringComparer.Ordinal) { ["arithmetic"] = MeanMethod.Arithmetic, ["weighted"] = MeanMethod.Weighted };

    /// <summary>The results that a stream of a list, or a flow of carbon in it, can have.</summary>
    internal static IReadOnlyList<string> Of(string list, string? flow) => flow is not null ? s_ofFlows : list switch { "fuels" => s_ofFuels, "processMaterials" => s_ofMaterials, _ => [] };

    /// <summary>A result of a stream.</summary>
    internal static LabResult Of(string name, string list, string? flow, string? component) =>
        flow is not null ? new LabResult(name, flow + "/" + name, true)
        : name == Composition ? new LabResult(name, string.Join("/", Composition, ReportStreams.Escaped(component ?? ""), "share"), true)
        : name == Carbon && list != "fuels" ? new LabResult(name, name, true)
        : new LabResult(name, Prefix + name, false);

    /// <summary>The measure of a result: of heat, of emissions, or a share.</summary>
    internal static string MeasureOf(string name) => name switch
    {
        "ncv" or "externalNcv" => Measure.Net,
        "gcv" or "externalGcv" => Measure.Gross,
        "factor" or "externalFactor" => Measure.PerTonne,
        _ => Measure.Share,
    };

    internal static bool IsExternal(string name) => name.StartsWith("external", StringComparison.Ordinal);

    private static Dictionary<string, LabWord> Of(string[] names)
    {
        var words = new Dictionary<string, LabWord>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            words.Add(name, new LabWord(name));
        }

        return words;
    }
}

/// <param name="Name">A result as the mapping calls it.</param>
internal readonly record struct LabWord(string Name);
