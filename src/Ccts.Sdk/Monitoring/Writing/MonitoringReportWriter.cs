using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Sdk.Monitoring.Writing;

/// <summary>Writes a monitoring report as the JSON that <see cref="MonitoringReportReader"/> reads.</summary>
/// <remarks>
/// Pure and thread-safe. Quantities are written exactly, in their canonical units; missing values, and lists without
/// items, are left out; places are not written. So two reports that differ only in units or in the way they were written
/// down give the same JSON.
/// </remarks>
public static class MonitoringReportWriter
{
    /// <summary>The report as JSON.</summary>
    /// <exception cref="ArgumentException">A stream has two amounts for the same period; <c>ReportValidator</c> reports that as an overlap.</exception>
    public static JsonObject ToJson(MonitoringReport report)
    {
        Require.NotNull(report);
        var json = new JsonObject { ["format"] = ReportReading.Format, ["complianceYear"] = report.Year.ToString(), ["entity"] = Entity(report.Entity) };
        json.AddText("illustrative", report.Illustrative);
        json.AddText("targetRow", report.TargetRow);
        json.AddText("whyUnusual", report.WhyUnusual);
        if (report.OwnTarget is { } own)
        {
            json["ownTarget"] = OwnTargetWriting.ToJson(own);
        }

        if (!report.DocumentsSubmitted)
        {
            json["documentsSubmitted"] = false;
        }

        Add(json, "fuels", report.Fuels, ProcessWriting.Fuel);
        Add(json, "processMaterials", report.ProcessMaterials, ProcessWriting.Material);
        Add(json, "massBalances", report.MassBalances, ProcessWriting.MassBalance);
        Add(json, "pfcs", report.Pfcs, ProcessWriting.Pfc);
        Add(json, "gases", report.Gases, ProcessWriting.Gas);
        Add(json, "importedIntermediates", report.ImportedIntermediates, ProcessWriting.Intermediate);
        Add(json, "electricity", report.Electricity, EnergyWriting.Electricity);
        Add(json, "importedHeat", report.ImportedHeat, EnergyWriting.ImportedHeat);
        Add(json, "exportedPower", report.ExportedPower, EnergyWriting.ExportedPower);
        Add(json, "exportedHeat", report.ExportedHeat, EnergyWriting.ExportedHeat);
        Add(json, "capturedCo2", report.CapturedCo2, EnergyWriting.CapturedCo2);
        Add(json, "memo", report.Memo, EnergyWriting.Memo);
        Add(json, "renewableCertificates", report.RenewableCertificates, EnergyWriting.Certificates);
        Add(json, "products", report.Products, EnergyWriting.Product);
        return json;
    }

    private static void Add<T>(JsonObject report, string key, IReadOnlyList<T> streams, Action<JsonObject, T> write)
        where T : MonitoredStream
    {
        if (streams.Count == 0)
        {
            return;
        }

        var list = new JsonArray();
        foreach (var stream in streams)
        {
            var json = new JsonObject { ["id"] = stream.Id };
            write(json, stream);
            json.AddText("whyGaps", stream.WhyGaps);
            json.AddText("whyUnusual", stream.WhyUnusual);
            json.AddEvidence(stream.Evidence);
            list.Add((JsonNode)json);
        }

        report[key] = list;
    }

    private static JsonObject Entity(ObligatedEntity entity)
    {
        var json = new JsonObject { ["name"] = entity.Name, ["sector"] = entity.Sector };
        json.AddText("registration", entity.Registration?.Text);
        json.AddText("subSector", entity.SubSector);
        json.AddText("state", entity.State);
        return json;
    }
}
