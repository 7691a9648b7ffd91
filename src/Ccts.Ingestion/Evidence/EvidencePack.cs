using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Reports;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Evidence;

/// <summary>A verifier's package of a report: the report, the mapping, the digest of each file, each amount with its rows, what was found, what changed, what to sample, what laboratories differ by.</summary>
/// <remarks>Thread-safe. A pack is made only where the files give the report's amounts; amounts without a file are listed as stated.</remarks>
public static class EvidencePack
{
    internal const string Format = "ccts-evidence/3";

    /// <summary>The format without the accreditations of laboratories.</summary>
    internal const string Second = "ccts-evidence/2";

    /// <summary>The format without the verifier's sections and the digest of the previous version.</summary>
    internal const string First = "ccts-evidence/1";

    /// <summary>Makes the pack.</summary>
    /// <param name="report">The report.</param>
    /// <param name="mapping">The bytes of the mapping that it was made with.</param>
    /// <param name="files">The files.</param>
    /// <param name="previous">The version before it, or null.</param>
    /// <param name="verification">Sampling plan and comparisons of laboratories, as <c>VerifierSections</c> of <c>Ccts.Compliance</c> writes them; or null.</param>
    /// <exception cref="CctsDataException">Mapping or files cannot be understood, or an amount of the report differs from the files; every difference is listed.</exception>
    public static JsonObject Make(MonitoringReport report, byte[] mapping, IReadOnlyList<IngestionFile> files, MonitoringReport? previous = null, JsonObject? verification = null)
    {
        Require.NotNull(report);
        Require.NotNull(mapping);
        Require.NotNull(files);
        var read = IngestionMapping.Read(mapping, "mapping");
        var result = Ingestor.Run(read, files);
        var problems = new ProblemList();
        foreach (var error in result.Problems.Where(p => p.Severity == Severity.Error))
        {
            problems.Add(error);
        }

        if (!problems.HasErrors)
        {
            TellDifferences(report, result.Values, problems);
            TellSamples(report, result.Report, read.Report, problems);
            TellStated(report, result.Report, problems);
        }

        if (problems.HasErrors)
        {
            throw new CctsDataException(Cures.Of(problems.ToList()));
        }

        var account = IngestionJson.Write(result);
        var pack = new JsonObject
        {
            ["format"] = Format,
            ["report"] = MonitoringReportWriter.ToJson(report),
            ["mapping"] = Convert.ToBase64String(mapping),
            ["files"] = account["files"]!.DeepClone(),
            ["readiness"] = account["readiness"]!.DeepClone(),
            ["values"] = account["values"]!.DeepClone(),
            ["stated"] = Stated(report, result),
            ["findings"] = account["problems"]!.DeepClone(),
            ["previous"] = previous is null ? null : CanonicalJson.Digest(MonitoringReportWriter.ToJson(previous)),
            ["changes"] = previous is null ? null : Changes(previous, report),
            ["verification"] = verification?.DeepClone(),
        };
        pack["digest"] = CanonicalJson.Digest(pack);
        return pack;
    }

    /// <summary>The amounts of the report that no file is behind.</summary>
    internal static JsonArray Stated(MonitoringReport report, IngestionResult result)
    {
        var leaves = ReportComparison.Leaves(report);
        var traced = new HashSet<string>(result.Values.Where(v => v.Amount is not null).Select(v => ReportComparison.PointerOf(leaves, v)).OfType<string>(), StringComparer.Ordinal);
        return new JsonArray([.. leaves.Keys.Where(k => IsAmount(k) && !traced.Contains(k)).OrderBy(k => k, StringComparer.Ordinal).Select(k => (JsonNode)k)]);
    }

    internal static JsonArray Changes(MonitoringReport previous, MonitoringReport report) =>
        new([.. ReportComparison.Of(previous, report).Select(c => (JsonNode)new JsonObject { ["pointer"] = c.Pointer, ["before"] = c.Before, ["after"] = c.After })]);

    /// <summary>Reports every amount of the files that the report lacks or has differently.</summary>
    internal static void TellDifferences(MonitoringReport report, IReadOnlyList<ReportedValue> values, ProblemList problems)
    {
        var leaves = ReportComparison.Leaves(report);
        foreach (var value in values.Where(v => v.Amount is not null))
        {
            var pointer = ReportComparison.PointerOf(leaves, value);
            var stated = pointer is null ? null : leaves[pointer];
            if (stated != value.Amount)
            {
                problems.Error("value-differs", new SourcePlace("report", 0, 0, pointer ?? $"{value.Stream}/{value.Member}/{value.Period}"), $"The report has {stated ?? "no amount"}, and the files come to {value.Amount}.", value.Amount, "Take the files in again, or find out who changed the report.");
            }
        }

        // Without this, an amount for a month that the files withhold would pass as a stated one.
        foreach (var (pointer, stated) in values.Where(v => v.Amount is null).Select(v => ReportComparison.PointerOf(leaves, v)).OfType<string>().Select(p => (p, leaves[p])))
        {
            problems.Error("value-withheld", new SourcePlace("report", 0, 0, pointer), $"The report has {stated}, and the files withhold the amount.", "no amount", "Mend the files, or name in \"missing\" of the mapping the method of the monitoring plan, and take them in again.");
        }

        EvidenceOf.TellDifferences(report, values, problems);
    }

    /// <summary>Reports every number of samples that differs between report and files: a source's sampling is checked against s.5(13) with it. Numbers stated in the mapping itself are not checked.</summary>
    internal static void TellSamples(MonitoringReport report, MonitoringReport? filled, JsonObject stated, ProblemList problems)
    {
        if (filled is null)
        {
            return;
        }

        var (leaves, ids) = (ReportComparison.Leaves(report), new HashSet<string>(ReportFilling.Streams(stated).Where(s => s.ContainsKey("samples")).Select(s => s["id"]!.GetValue<string>()), StringComparer.Ordinal));
        foreach (var own in ReportComparison.Leaves(filled).Where(l => l.Key.EndsWith(Samples, StringComparison.Ordinal) && Find(leaves, l.Key) != l.Value && !ids.Contains(l.Key.Split('/')[2])))
        {
            problems.Error("value-differs", new SourcePlace("report", 0, 0, own.Key), $"The report has {Find(leaves, own.Key) ?? "no"} samples, and the files have {own.Value}.", own.Value, "Take the files in again, or find out who changed the report.");
        }
    }

    /// <summary>
    /// Reports where the report differs from the mapping on the plant or its streams: the fuel decides the factor and the product the intensity, so they matter as much as the amount's digits.
    /// </summary>
    internal static void TellStated(MonitoringReport report, MonitoringReport? filled, ProblemList problems)
    {
        if (filled is null)
        {
            return;
        }

        var leaves = ReportComparison.Leaves(report);
        foreach (var own in ReportComparison.Leaves(filled).Where(l => !IsAmount(l.Key) && l.Key.IndexOf("/evidence/", StringComparison.Ordinal) < 0 && !l.Key.EndsWith(Samples, StringComparison.Ordinal)))
        {
            if (!leaves.TryGetValue(own.Key, out var has) || has != own.Value)
            {
                problems.Error("stated-differs", new SourcePlace("report", 0, 0, own.Key), $"The report has {(has is null ? "nothing" : $"\"{ShownText.Short(has)}\"")} here, and the mapping and the files have \"{ShownText.Short(own.Value)}\".", ShownText.Short(own.Value), "Take the files in again by the mapping that the report was made with, or find out who changed the report.");
            }
        }
    }

    private static string? Find(Dictionary<string, string> leaves, string key) => leaves.TryGetValue(key, out var value) ? value : null;

    private const string Samples = "/samples";

    private static readonly HashSet<string> s_properties = new(StringComparer.Ordinal)
    {
        "ncv", "gcv", "carbonContent", "moisture", "externalNcv", "externalGcv", "externalCarbonContent", "value", "factor", "externalFactor", "conversionFactor", "oxidationFactor", "biogenicShare", "netOverGross", "enthalpy", "equivalence",
    };

    /// <summary>An amount, or a property that amounts are multiplied by.</summary>
    private static bool IsAmount(string pointer) =>
        pointer.IndexOf("/amounts/", StringComparison.Ordinal) > 0 || pointer.IndexOf("/stock/", StringComparison.Ordinal) > 0 || s_properties.Contains(pointer.Substring(pointer.LastIndexOf('/') + 1));
}
