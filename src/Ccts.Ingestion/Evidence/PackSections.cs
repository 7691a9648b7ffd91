using System;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Reports;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>Checks the sections of a pack beyond its files: what changed, what to sample, how laboratories differ.</summary>
internal static class PackSections
{
    internal static void HoldChanges(JsonObject content, MonitoringReport report, MonitoringReport? previous, SourcePlace place, ProblemList problems)
    {
        if (previous is not null)
        {
            var digest = CanonicalJson.Digest(MonitoringReportWriter.ToJson(previous));
            if (content["previous"] is { } named && named.ToString() != digest)
            {
                problems.Error("previous-differs", place, "The version given is not the one that the pack compares with.", named.ToString(), "Find the report as it was.");
            }
            else if (content["changes"] is null)
            {
                problems.Error("changes-missing", place, "The pack does not say what changed, and a version before it was given.", "a pack made with the version before");
            }
            else if (!Same(content["changes"]!, EvidencePack.Changes(previous, report)))
            {
                problems.Error("changes-differ", place, "The pack says other changes than the two versions have.", "what \"ccts report compare\" says");
            }
        }
        else if (content["changes"] is JsonArray changes)
        {
            var leaves = ReportComparison.Leaves(report);
            foreach (var change in changes.OfType<JsonObject>().Where(c => (c["after"]?.ToString()) != (leaves.TryGetValue(c["pointer"]?.ToString() ?? "", out var now) ? now : null)))
            {
                problems.Error("changes-differ", place, $"The pack says that {ShownText.Short(change["pointer"]?.ToString() ?? "a value")} changed to {ShownText.Short(change["after"]?.ToString() ?? "nothing")}, and the report has another value there.", "the values of the report");
            }
        }
    }

    internal static void HoldVerification(JsonObject content, MonitoringReport report, Func<MonitoringReport, JsonObject, JsonObject?>? verification, SourcePlace place, ProblemList problems)
    {
        if (verification is null)
        {
            return;
        }

        if (content["format"]!.ToString() == EvidencePack.First)
        {
            problems.Warn("pack-older", place, $"The pack says that it is of the format {EvidencePack.First}, which has no sampling plan and no comparisons of laboratories: none are held.", EvidencePack.Format, "Ask for a pack of today's format.");
            return;
        }

        if (content["verification"] is not JsonObject recorded)
        {
            problems.Error("verification-missing", place, "The pack has no sampling plan and no comparisons of laboratories.", "the sections that \"ccts evidence pack\" writes");
            return;
        }

        if (verification(report, recorded) is not { } today)
        {
            problems.Error("ruleset-missing", place, "The ruleset that sampling plan and comparisons of laboratories rest on is not known here.", recorded["ruleset"]?.ToJsonString());
        }
        else if (!Same(recorded, AsIn(content["format"]!.ToString(), recorded, today)))
        {
            problems.Error("verification-differs", place, "Sampling plan or comparisons of laboratories come out otherwise from the report and the ruleset.", "the sections as they come out", "Make the pack again; one of another version of this program may be worded otherwise.");
        }
    }

    /// <summary>A pack of an earlier format has fewer sections; missing ones are not errors.</summary>
    private static JsonObject AsIn(string format, JsonObject recorded, JsonObject today)
    {
        foreach (var later in format == EvidencePack.Format ? [] : today.Select(m => m.Key).Where(k => !recorded.ContainsKey(k)).ToList())
        {
            today.Remove(later);
        }

        return today;
    }

    private static bool Same(JsonNode one, JsonNode other) => CanonicalJson.Digest(one) == CanonicalJson.Digest(other);
}
