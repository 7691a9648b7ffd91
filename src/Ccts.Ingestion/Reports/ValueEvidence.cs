using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Ingestion.Reports;

/// <summary>The rows behind an amount as the evidence of its stream in the report: one document for each file, which names the value.</summary>
internal static class ValueEvidence
{
    internal static IEnumerable<EvidenceDocument> Documents(ReportedValue value) => value.Sources.Select(rows => new EvidenceDocument(rows.File, rows.Instrument, rows.Sha256, Text(rows.At))
    {
        Of = ValuePlace.PathOf(value),
        FirstRow = rows.FirstRow,
        LastRow = rows.LastRow,
        Column = rows.Column,
        Calibrated = Text(rows.Calibrated),
        CalibratedUntil = Text(rows.CalibratedUntil),
        Accreditation = rows.Accreditation,
        AccreditedFrom = Text(rows.AccreditedFrom),
        AccreditedUntil = Text(rows.AccreditedUntil),
        By = rows.By,
        Method = rows.Method,
    });

    internal static IEnumerable<JsonObject> Json(ReportedValue value) => Documents(value).Select(document =>
    {
        var json = new JsonObject { ["document"] = document.Document, ["of"] = document.Of };
        Add(json, "instrument", document.Instrument);
        Add(json, "calibrated", document.Calibrated);
        Add(json, "calibratedUntil", document.CalibratedUntil);
        Add(json, "accreditation", document.Accreditation);
        Add(json, "accreditedFrom", document.AccreditedFrom);
        Add(json, "accreditedUntil", document.AccreditedUntil);
        json["sha256"] = document.Sha256;
        json["firstRow"] = document.FirstRow;
        json["lastRow"] = document.LastRow;
        json["column"] = document.Column;
        Add(json, "by", document.By);
        Add(json, "recordedAt", document.RecordedAt);
        Add(json, "method", document.Method);
        return json;
    });

    internal static string? Text(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static void Add(JsonObject json, string key, string? text)
    {
        if (text is not null)
        {
            json[key] = text;
        }
    }
}
