using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Mapping;

/// <summary>Reads the members that only a laboratory's series has.</summary>
internal static class LabSeries
{
    private const int MostDecimals = 10;

    /// <summary>The series' result; null where it cannot be read, or its stream has no such result.</summary>
    internal static LabResult? Result(ObjectReader series, string? list, string? flow)
    {
        var name = series.Choice("result", LabResult.Words)?.Name;
        var component = name == LabResult.Composition ? SourceReading.Name(series, "component") : null;
        if (list is null || name is null)
        {
            return null;
        }

        var possible = LabResult.Of(list, flow);
        if (possible.Contains(name, StringComparer.Ordinal))
        {
            return LabResult.Of(name, list, flow, component);
        }

        series.Problems.Error("stream-without-analyses", series.Node.Member(possible.Count == 0 ? "stream" : "result")!.Place, $"\"{ShownText.Short(series.Node.Member("stream")!.Value!)}\" {(flow is not null ? "has a flow of carbon here, whose" : possible.Count == 0 ? "is no fuel and no process material, and takes no" : list == "fuels" ? "is a fuel, whose" : "is a process material, whose")} result{(possible.Count == 0 ? "" : $" is no \"{name}\"")}.", possible.Count == 0 ? "a stream of \"fuels\" or \"processMaterials\"" : string.Join(", ", possible));
        return null;
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
