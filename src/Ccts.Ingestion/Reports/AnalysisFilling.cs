using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Reports;

/// <summary>Writes laboratory results into a stream: the analyses of the months and the results of the year, each with its number of samples and its laboratory.</summary>
internal static class AnalysisFilling
{
    internal static void Write(JsonObject stream, IReadOnlyList<ReportedValue> results)
    {
        var byMonth = results.Where(r => r.Member.StartsWith(LabResult.Prefix, StringComparison.Ordinal)).GroupBy(r => r.Period, StringComparer.Ordinal).OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        if (byMonth.Count > 0)
        {
            stream["analyses"] = new JsonArray([.. byMonth.Select(m => (JsonNode)Analysis(m.Key, [.. m]))]);
        }

        // A flow of carbon is analysed separately from the stream, so its samples do not count for the stream.
        var ofYear = results.Where(r => r.Member == "carbonContent" || r.Member.StartsWith(LabResult.Composition + "/", StringComparison.Ordinal)).ToList();
        if (ofYear.Count > 0 && !stream.ContainsKey("analysisSource"))
        {
            stream["analysisSource"] = Laboratory(ofYear);
        }

        var samples = Math.Max(byMonth.Sum(m => Samples([.. m])), Samples(ofYear));
        if (samples > 0 && !stream.ContainsKey("samples"))
        {
            stream["samples"] = samples;
        }
    }

    private static JsonObject Analysis(string period, IReadOnlyList<ReportedValue> month)
    {
        var item = new JsonObject { ["period"] = period };
        foreach (var result in month)
        {
            item[NameOf(result)] = result.Amount;
        }

        if (month.Where(r => !LabResult.IsExternal(NameOf(r))).ToList() is { Count: > 0 } own)
        {
            item["samples"] = Samples(own);
            item["source"] = Laboratory(own);
        }

        if (month.Where(r => LabResult.IsExternal(NameOf(r))).ToList() is { Count: > 0 } external)
        {
            item["externalSource"] = Laboratory(external);
        }

        return item;
    }

    /// <summary>The samples that results rest on; a substituted result has none.</summary>
    private static int Samples(IReadOnlyList<ReportedValue> results) => results.Where(r => !LabResult.IsExternal(NameOf(r))).Select(r => r.Measured).DefaultIfEmpty(0).Max();

    private static string NameOf(ReportedValue result) => result.Member.StartsWith(LabResult.Prefix, StringComparison.Ordinal) ? result.Member.Substring(LabResult.Prefix.Length) : result.Member;

    // The laboratory where the mapping names it, else the sheet.
    private static string Laboratory(IEnumerable<ReportedValue> results)
    {
        var names = string.Join(", ", results.SelectMany(r => r.Sources).Select(s => s.Instrument ?? s.File).Distinct(StringComparer.Ordinal));
        return names.Length <= 200 ? names : names.Substring(0, 199) + "…";
    }
}
