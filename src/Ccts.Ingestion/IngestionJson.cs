using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Reports;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion;

/// <summary>The result of an ingestion as JSON.</summary>
public static class IngestionJson
{
    /// <summary>Everything but the report itself.</summary>
    public static JsonObject Write(IngestionResult result)
    {
        Require.NotNull(result);
        return new JsonObject
        {
            ["ok"] = !result.HasErrors,
            ["complete"] = result.IsComplete,
            ["readiness"] = new JsonObject
            {
                ["measured"] = result.Measured,
                ["substituted"] = result.Substituted,
                ["missing"] = result.Missing,
                ["measuredPercent"] = result.MeasuredPercent is { } percent ? QuantityText.Format(percent) : null,
                ["unwatched"] = new JsonArray([.. result.Unwatched.Select(s => (JsonNode)s)]),
            },
            ["files"] = new JsonArray([.. result.Files.Select(Write)]),
            ["values"] = new JsonArray([.. result.Values.Select(Write)]),
            ["problems"] = new JsonArray([.. result.Problems.Select(p => (JsonNode)ProblemJson.Write(p, withPosition: true))]),
        };
    }

    internal static JsonNode Write(FileRecord file) => new JsonObject { ["file"] = file.Name, ["sha256"] = file.Sha256, ["bytes"] = file.Bytes, ["rows"] = file.Rows, ["source"] = file.Source };

    internal static JsonNode Write(ReportedValue value) => new JsonObject
    {
        ["stream"] = value.Stream,
        ["member"] = value.Member,
        ["period"] = value.Period,
        ["amount"] = value.Amount,
        ["measured"] = value.Measured,
        ["substituted"] = value.Substituted,
        ["missing"] = value.Missing,
        ["sources"] = new JsonArray([.. value.Sources.Select(r => (JsonNode)new JsonObject
        {
            ["file"] = r.File,
            ["sha256"] = r.Sha256,
            ["firstRow"] = r.FirstRow,
            ["lastRow"] = r.LastRow,
            ["rows"] = r.Rows,
            ["column"] = r.Column,
            ["instrument"] = r.Instrument,
            ["calibrated"] = ValueEvidence.Text(r.Calibrated),
            ["calibratedUntil"] = ValueEvidence.Text(r.CalibratedUntil),
            ["accreditation"] = r.Accreditation,
            ["accreditedFrom"] = ValueEvidence.Text(r.AccreditedFrom),
            ["accreditedUntil"] = ValueEvidence.Text(r.AccreditedUntil),
            ["by"] = r.By,
            ["at"] = ValueEvidence.Text(r.At),
            ["method"] = r.Method,
        })]),
    };
}
