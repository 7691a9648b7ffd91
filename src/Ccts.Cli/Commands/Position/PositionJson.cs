using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Position;

/// <summary>A position for programs. Tonnes are signed: negative is owed.</summary>
internal static class PositionJson
{
    internal static JsonObject Write(YearPosition position, Assessment assessment, IReadOnlyList<ScenarioCost> costs, IReadOnlyList<DocumentWorth> documents, OversellAlert? alert) => new()
    {
        ["ruleset"] = new JsonObject { ["id"] = assessment.Ruleset.Id, ["revision"] = assessment.Ruleset.Revision, ["digest"] = assessment.Ruleset.Digest },
        ["entity"] = position.Entity.Registration?.ToString() ?? position.Entity.Name,
        ["complianceYear"] = position.Year.ToString(),
        ["provisional"] = true,
        ["outcome"] = assessment.Outcome == AssessmentOutcome.Implausible ? "implausible" : "assessed",
        ["implausible"] = new JsonArray([.. assessment.Findings.Where(f => f.NeedsReason).Select(f => (JsonNode)new JsonObject { ["code"] = f.Code, ["pointer"] = f.Place.Pointer ?? "", ["message"] = f.Message })]),
        ["yearToDate"] = position.YearToDate,
        ["projected"] = position.Projected,
        ["low"] = position.Low,
        ["high"] = position.High,
        ["held"] = position.Held,
        ["onSale"] = position.OnSale,
        ["notUsable"] = position.NotUsable,
        ["issued"] = position.Settled.Issued,
        ["surrendered"] = position.Settled.Surrendered,
        ["stillToIssue"] = position.StillToIssue,
        ["stillToSurrender"] = position.StillToSurrender,
        ["issuedTooMany"] = position.IssuedTooMany,
        ["surrenderedTooMany"] = position.SurrenderedTooMany,
        ["net"] = position.Net,
        ["netLow"] = position.NetLow,
        ["netHigh"] = position.NetHigh,
        ["readings"] = new JsonArray([.. position.Readings.Select(r => (JsonNode)new JsonObject
        {
            ["path"] = r.Path, ["reading"] = r.Reading, ["projected"] = r.Projected, ["difference"] = r.Difference,
        })]),
        ["costs"] = new JsonArray([.. costs.Select(c => (JsonNode)new JsonObject
        {
            ["price"] = c.Price.ToString(), ["bought"] = c.Bought, ["purchase"] = c.Purchase.ToString(),
            ["compensation"] = c.Compensation.Amount?.ToString(), ["total"] = c.Total.ToString(),
        })]),
        ["oversellAlert"] = alert is null ? null : new JsonObject
        {
            ["level"] = PositionText.Word(alert.Level), ["registryBalance"] = alert.RegistryBalance, ["onSale"] = alert.OnSale, ["left"] = alert.Left,
            ["breachesLeft"] = alert.BreachesLeft, ["barredUntil"] = alert.BarredUntil?.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        },
        ["missingDocuments"] = new JsonArray([.. documents.Select(d => (JsonNode)new JsonObject
        {
            ["document"] = d.Document, ["tonnes"] = d.Tonnes, ["atMost"] = d.IsAtMost, ["clause"] = d.Clause,
        })]),
        ["findings"] = new JsonArray([.. assessment.Findings.Select(f => (JsonNode)ProblemJson.Write(f, withPosition: true))]),
    };
}
