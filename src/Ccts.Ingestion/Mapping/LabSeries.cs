using System.Collections.Generic;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>Reads what a laboratory's series has and no other.</summary>
internal static class LabSeries
{
    private const int MostDecimals = 10;

    /// <summary>What the units of the series are; null where it cannot be read.</summary>
    internal static string? MeasureOf(LocatedNode node, string? stream, string? list, string? result, ProblemList problems)
    {
        if (list is not null and not "fuels")
        {
            problems.Error("stream-without-analyses", node.Member("stream")!.Place, $"\"{ShownText.Short(stream!)}\" is no fuel, and results of laboratories go into the analyses of fuels.", "a stream of \"fuels\"");
            return null;
        }

        return list is null || result is null ? null : LabResult.MeasureOf(result);
    }

    internal static MeanRule? Mean(ObjectReader series, List<string> columns)
    {
        if (series.OptionalObject("mean") is not { } fields)
        {
            return null;
        }

        var method = fields.Choice("method", LabResult.Means) ?? MeanMethod.Arithmetic;
        var weight = method == MeanMethod.Weighted ? SourceReading.Name(fields, "weight") : null;
        var decimals = fields.Integer("decimals") ?? 0;
        if (decimals is < 0 or > MostDecimals)
        {
            fields.Problems.Error("bad-value", fields.Node.Member("decimals")!.Place, $"A mean of {decimals} decimals is none.", "0 to 10");
        }

        var rule = new MeanRule(method, weight is null ? null : SourceReading.Place(columns, weight), decimals, SourceReading.Name(fields, "source"));
        fields.Done();
        return rule;
    }
}
