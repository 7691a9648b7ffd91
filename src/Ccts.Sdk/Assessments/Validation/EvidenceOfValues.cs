using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Writing;

namespace Ccts.Sdk.Assessments.Validation;

/// <summary>A document that names a value must name one that the stream has; otherwise it would be evidence of nothing, unnoticed.</summary>
internal static class EvidenceOfValues
{
    private static readonly string[] Names = ["period", "material", "component", "unit"];

    internal static void Check(ReportCheck check)
    {
        // Only a report without errors so far can be written, and few reports name values.
        if (check.Problems.HasErrors || !check.EvidenceNamesValues)
        {
            return;
        }

        var written = MonitoringReportWriter.ToJson(check.Report);
        foreach (var (list, at, stream) in ReportStreams(check.Report))
        {
            check.TurnTo(stream, list, at);
            for (var i = 0; i < stream.Evidence.Count; i++)
            {
                if (stream.Evidence[i].Of is { } path && !Has(written[list]![at], path.Split('/')))
                {
                    check.Error("evidence-of-nothing", FormattableString.Invariant($"evidence/{i}/of"), $"\"{stream.Id}\" has no value \"{ShownText.Short(path)}\" that the document \"{ShownText.Short(stream.Evidence[i].Document)}\" could be behind.", "a value of the stream, such as amounts/2025-04, ncv or analyses/2025-04/ncv");
                }
            }
        }
    }

    private static bool Has(JsonNode? node, IEnumerable<string> path)
    {
        foreach (var step in path.Select(s => s.Replace("~1", "/").Replace("~0", "~")))
        {
            node = node switch
            {
                JsonObject members => members[step],
                JsonArray items => items.FirstOrDefault(i => i is JsonObject item && Names.Any(n => item[n] is JsonValue name && name.ToString() == step)),
                _ => null,
            };
        }

        return node is JsonValue;
    }

    private static IEnumerable<(string List, int At, MonitoredStream Stream)> ReportStreams(MonitoringReport report)
    {
        static IEnumerable<(string, int, MonitoredStream)> Of(string list, IEnumerable<MonitoredStream> streams) => streams.Select((s, i) => (list, i, s));

        return [
            .. Of("fuels", report.Fuels), .. Of("processMaterials", report.ProcessMaterials), .. Of("massBalances", report.MassBalances), .. Of("pfcs", report.Pfcs),
            .. Of("gases", report.Gases), .. Of("importedIntermediates", report.ImportedIntermediates), .. Of("electricity", report.Electricity), .. Of("importedHeat", report.ImportedHeat),
            .. Of("exportedPower", report.ExportedPower), .. Of("exportedHeat", report.ExportedHeat), .. Of("capturedCo2", report.CapturedCo2), .. Of("memo", report.Memo),
            .. Of("renewableCertificates", report.RenewableCertificates), .. Of("products", report.Products),
        ];
    }
}
