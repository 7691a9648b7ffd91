using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes what laboratories found.</summary>
internal static class AnalysisWriting
{
    internal static void AddAnalyses(JsonObject json, FuelStream stream)
    {
        var per = "GJ/" + MonitoredUnits.Of(stream.Measured);
        AddList(json, "analyses", stream.Analyses, (item, analysis) =>
        {
            item["period"] = analysis.Period.ToString();
            AddValue(item, "ncv", analysis.Net, per);
            AddValue(item, "externalNcv", analysis.ExternalNet, per);
            AddValue(item, "gcv", analysis.Gross, per);
            AddValue(item, "externalGcv", analysis.ExternalGross, per);
            item.AddNumber("carbonContent", analysis.CarbonContent);
            item.AddNumber("externalCarbonContent", analysis.ExternalCarbonContent);
            item.AddQuantity("factor", analysis.Factor);
            item.AddNumber("moisture", analysis.Moisture);
            item.AddSamples(analysis.Samples);
            item.AddText("source", analysis.Source);
            item.AddText("externalSource", analysis.ExternalSource);
        });
    }

    internal static void AddAnalyses(JsonObject json, ProcessMaterialStream stream) =>
        AddList(json, "analyses", stream.Analyses, (item, analysis) =>
        {
            item["period"] = analysis.Period.ToString();
            item.AddQuantity("factor", analysis.Factor);
            item.AddQuantity("externalFactor", analysis.ExternalFactor);
            item.AddNumber("conversionFactor", analysis.ConversionFactor);
            item.AddSamples(analysis.Samples);
            item.AddText("source", analysis.Source);
            item.AddText("externalSource", analysis.ExternalSource);
        });

    internal static void AddShares(JsonObject json, IReadOnlyList<ComponentShare> shares) =>
        AddList(json, "composition", shares, (item, share) =>
        {
            item["component"] = share.Component;
            item.AddNumber("share", share.Share);
        });

    internal static void AddFlows(JsonObject json, string key, IReadOnlyList<CarbonFlow> flows) =>
        AddList(json, key, flows, (item, flow) =>
        {
            item["material"] = flow.Material;
            item.AddAmounts(flow.Amounts);
            item.AddNumber("carbonContent", flow.CarbonContent);
        });

    internal static void AddList<T>(JsonObject json, string key, IReadOnlyList<T> items, System.Action<JsonObject, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        var list = new JsonArray();
        foreach (var item in items)
        {
            var written = new JsonObject();
            write(written, item);
            list.Add((JsonNode)written);
        }

        json[key] = list;
    }

    private static void AddValue(JsonObject json, string key, decimal? value, string unit) =>
        json.AddText(key, value is { } stated ? MonitoredUnits.Write(stated, unit) : null);
}
