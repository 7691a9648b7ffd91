using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Reports;

/// <summary>Writes the results of laboratories into the analyses of a stream: one a month, with how many samples it rests on and whose they are.</summary>
internal static class AnalysisFilling
{
    internal static void Write(JsonObject stream, IReadOnlyList<ReportedValue> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        var analyses = new JsonArray();
        foreach (var month in results.GroupBy(r => r.Period, System.StringComparer.Ordinal).OrderBy(m => m.Key, System.StringComparer.Ordinal))
        {
            var item = new JsonObject { ["period"] = month.Key };
            foreach (var result in month)
            {
                item[MemberOf(result)] = result.Amount;
            }

            var own = month.Where(r => !LabResult.IsExternal(MemberOf(r))).ToList();
            if (own.Count > 0)
            {
                item["samples"] = own.Max(r => r.Measured);
                item["source"] = Laboratory(own);
            }

            if (month.Where(r => LabResult.IsExternal(MemberOf(r))).ToList() is { Count: > 0 } external)
            {
                item["externalSource"] = Laboratory(external);
            }

            analyses.Add((JsonNode)item);
        }

        stream["analyses"] = analyses;
        if (!stream.ContainsKey("samples") && analyses.Sum(a => a!["samples"]?.GetValue<int>() ?? 0) is > 0 and var samples)
        {
            stream["samples"] = samples;
        }
    }

    private static string MemberOf(ReportedValue result) => result.Member.Substring(AnalysisBook.Prefix.Length);

    // The laboratory where the mapping names it, else the sheet.
    private static string Laboratory(IEnumerable<ReportedValue> results)
    {
        var names = string.Join(", ", results.SelectMany(r => r.Sources).Select(s => s.Instrument ?? s.File).Distinct(System.StringComparer.Ordinal));
        return names.Length <= 200 ? names : names.Substring(0, 199) + "…";
    }
}
