using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Ccts.Credits.Projects;

/// <summary>A project as JSON, for the journal and for files; <see cref="CarbonProjectFile"/> reads it.</summary>
internal static class CarbonProjectJson
{
    internal static JsonObject Write(CarbonProject project)
    {
        var json = new JsonObject();
        Put(json, "format", CarbonProjectFile.Format);
        Put(json, "id", project.Id);
        Put(json, "name", project.Name);
        Put(json, "description", project.Description);
        Put(json, "type", project.Type);
        Put(json, "subType", project.SubType);
        Put(json, "sector", KebabWords.Of(project.Sector.ToString()));
        json["location"] = Of(("country", project.Location.Country), ("region", project.Location.Region), ("coordinates", project.Location.Coordinates), ("boundary", project.Location.Boundary));
        json["developer"] = Of(project.Developer);
        Put(json, "verifier", project.Verifier is { } verifier ? Of(verifier) : null);
        List(json, "financiers", project.Financiers.Select(Of));
        Put(json, "standard", project.Standard);
        Put(json, "methodology", project.Methodology);
        Put(json, "baselineScenario", project.BaselineScenario);
        Put(json, "monitoringPlan", project.MonitoringPlan);
        List(json, "sensors", project.Sensors.Select(s => Of(("type", s.Type), ("count", s.Count.ToString(CultureInfo.InvariantCulture)), ("dataFrequency", s.DataFrequency), ("endpoint", s.Endpoint))));
        Put(json, "estimatedAnnualReduction", project.EstimatedAnnualReduction?.ToString());
        Put(json, "startDate", project.StartDate is { } start ? LocalDatePattern.Iso.Format(start) : null);
        Put(json, "validationDate", project.ValidationDate is { } validated ? LocalDatePattern.Iso.Format(validated) : null);
        List(json, "verificationDates", project.VerificationDates.Select(d => (JsonNode)JsonValue.Create(LocalDatePattern.Iso.Format(d))));
        Put(json, "qualityIndicators", project.QualityIndicators.Count == 0 ? null
            : Of([.. project.QualityIndicators.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => (m.Key, (string?)m.Value.ToString(CultureInfo.InvariantCulture)))]));
        List(json, "coBenefits", project.CoBenefits.Select(b => (JsonNode)JsonValue.Create(b)));
        Put(json, "budget", project.Budget?.ToString());
        Put(json, "carbonRevenue", project.CarbonRevenue?.ToString());
        if (project.AiInsights is { } insights)
        {
            var said = Of(("by", insights.By), ("performancePrediction", insights.PerformancePrediction?.ToString(CultureInfo.InvariantCulture)), ("riskAssessment", insights.RiskAssessment));
            List(said, "recommendations", insights.Recommendations.Select(r => (JsonNode)JsonValue.Create(r)));
            json["aiInsights"] = said;
        }

        return json;
    }

    /// <exception cref="FormatException">It is no project.</exception>
    internal static CarbonProject Read(JsonObject json) => CarbonProjectFile.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), null, out var project, out var problems)
        ? project : throw new FormatException("The description of the project: " + problems[0].Message);

    private static JsonObject Of(Organization party) => Of(("id", party.Id), ("name", party.Name), ("country", party.Country));

    private static JsonObject Of(params (string Name, string? Value)[] members)
    {
        var json = new JsonObject();
        foreach (var (name, value) in members)
        {
            Put(json, name, value);
        }

        return json;
    }

    private static void Put(JsonObject json, string name, string? value) => Put(json, name, value is null ? null : JsonValue.Create(value));

    private static void Put(JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }

    private static void List(JsonObject json, string name, IEnumerable<JsonNode> items)
    {
        var list = new JsonArray([.. items]);
        Put(json, name, list.Count == 0 ? null : list);
    }
}
