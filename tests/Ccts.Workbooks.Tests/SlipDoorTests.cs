using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Workbooks.Reports;

namespace Ccts.Workbooks.Tests;

/// <summary>
/// The same slips through every door by which a report comes in, for plants of every sector: JSON, CSV, a sheet of a workbook, files of meters and receipts
/// through a mapping, and the position of the year. A slip withholds whichever door it takes, and is told in the same words.
/// </summary>
public sealed class SlipDoorTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plants");
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;

    private static readonly string[] Plants = ["aluminium-smelter", "cement-integrated", "chlor-alkali-captive", "fertiliser", "paper-integrated", "petrochemical-naphtha", "refinery", "steel-bf-bof", "textile-processing"];

    public static TheoryData<string, string> Cases => new(
        from plant in Plants
        from slip in BlunderedReport.Slips.Keys
        where slip != "no process" || plant == "cement-integrated"
        where slip is not ("output gross for net" or "side stream in kg" or "side stream in kt")
        select (plant, slip));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_slip_withholds_through_every_door(string plant, string slip)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;
        BlunderedReport.Slips[slip](json);
        var told = Told(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "report"));

        AssertSameThroughEveryDoor(told, json);
        Assert.True(told[0] is "Withheld" or "refused" || IsNothingToEarn(json, slip), string.Join("\n", told));
    }

    /// <summary>A fuel at the side of the plant a thousand times too large or too small: told at least, for to withhold it would hold up every canteen; where it weighs, it withholds.</summary>
    [Theory]
    [MemberData(nameof(SideStreams))]
    public void A_side_stream_in_another_unit_is_told_through_every_door(string plant, string slip, string file)
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;
        BlunderedReport.Side(json, file, slip == "kg" ? 1000m : 0.001m);
        var told = Told(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "report"));

        AssertSameThroughEveryDoor(told, json);
        Assert.True(told[0] is "Withheld" or "refused" || told.Count > 1, plant + " " + file);
    }

    /// <summary>Fuels that are even from month to month; those to light up with say nothing by themselves.</summary>
    public static TheoryData<string, string, string> SideStreams => new(
        from plant in Plants
        let fuels = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!["fuels"]!.AsArray()
        where fuels.Count > 1
        from fuel in fuels.Skip(1)
        let id = (string)fuel!["id"]!
        where id is not ("hsd" or "ldo" or "husk" or "black-liquor" or "bark" or "wood")
        from slip in new[] { "kg", "kt" }
        select (plant, slip, id));

    /// <summary>Gross output where net is asked is some hundredths too much, as a good year is: nothing tells it, whichever the door, and the page says so.</summary>
    [Fact]
    public void Output_gross_for_net_comes_through_every_door_alike()
    {
        var json = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "cement-integrated.json")))!;
        BlunderedReport.Slips["output gross for net"](json);
        var told = Told(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "report"));

        AssertSameThroughEveryDoor(told, json);
        Assert.NotEqual("Withheld", told[0]);
        Assert.Contains("output gross for net", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "monitoring-report.md")), StringComparison.OrdinalIgnoreCase);
    }

    private static void AssertSameThroughEveryDoor(List<string> told, JsonNode json)
    {
        Assert.Equal(told, Told(ThroughCsv(json)));
        Assert.Equal(told, Told(ThroughSheet(json)));

        // A receipt of more than 10^12 of anything is refused at the door.
        var refused = ThroughFiles(json, out var report);
        Assert.True(refused.TrueForAll(p => p.Code == "implausible-value") && (refused.Count == 0 || told[0] is "Withheld" or "refused"), string.Join("\n", refused));
        Assert.Equal(told, report is null ? told : Told(report));
    }

    /// <summary>Electricity that a plant makes of its own fuel gives off nothing of its own, and a plant above its target earns nothing by leaving it out: it is told.</summary>
    private static bool IsNothingToEarn(JsonNode json, string slip) => slip == "no electricity"
        && Assessor.Assess(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "report"), Rules) is var made
        && ((string)json["entity"]!["sector"]! == "Fertiliser" || made.Findings.Any(f => f.Code == "no-electricity"));

    /// <summary>The outcome, every finding that asks for a reason, and that the position of the year says nothing else.</summary>
    private static List<string> Told(MonitoringReport report)
    {
        if (!Assessor.TryAssess(report, Rules, null, out var assessment, out var problems))
        {
            return ["refused", .. problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal)];
        }

        var position = PositionCalculator.Of(assessment, Rules.Certificates);
        Assert.Equal(assessment.Certificates.Kind == CertificateKind.Withheld, position.Projected is null);
        return [assessment.Certificates.Kind.ToString(), .. assessment.Findings.Where(f => f.NeedsReason || f.Clause?.Contains("plausibility", StringComparison.Ordinal) == true).Select(f => f.Code + " " + f.Message).Order(StringComparer.Ordinal)];
    }

    private static MonitoringReport ThroughCsv(JsonNode json)
    {
        var (head, rows) = Split(json);
        var columns = rows.SelectMany(r => r.Keys).Distinct().ToList();
        var csv = string.Join("\n", rows.Select(r => string.Join(",", columns.Select(c => r.TryGetValue(c, out var text) ? Quoted(text) : ""))).Prepend(string.Join(",", columns)));
        return StreamCsvReader.Add(head, Encoding.UTF8.GetBytes(csv), "streams.csv");
    }

    private static MonitoringReport ThroughSheet(JsonNode json)
    {
        var (head, rows) = Split(json);
        var columns = rows.SelectMany(r => r.Keys).Distinct().ToList();
        var sheets = new Sheets();
        for (var column = 0; column < columns.Count; column++)
        {
            sheets.Set("Streams", 1, column + 1, "'" + columns[column]);
            for (var row = 0; row < rows.Count; row++)
            {
                _ = rows[row].TryGetValue(columns[column], out var text) ? sheets.Set("Streams", row + 2, column + 1, "'" + text) : sheets;
            }
        }

        var workbook = sheets.ToWorkbook();
        Assert.True(StreamSheet.TryAdd(head, workbook, workbook.Sheets[0], out var report, out var problems), string.Join("\n", problems));
        return report;
    }

    /// <summary>Each stream's amounts in a file of its own, one dated row a month, as receipts are.</summary>
    private static List<Problem> ThroughFiles(JsonNode json, out MonitoringReport? made)
    {
        var report = json.DeepClone().AsObject();
        var (sources, files) = (new JsonArray(), new List<IngestionFile>());
        foreach (var stream in report.Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).Select(s => s!.AsObject()).Where(s => s["amounts"] is not null).ToList())
        {
            var name = FormattableString.Invariant($"stream-{files.Count}.csv");
            var rows = stream["amounts"]!.AsObject().Select(a => $"{a.Key}-15,{((string)a.Value!).Replace(' ', ',')}");
            files.Add(IngestionFile.Of(name, Encoding.UTF8.GetBytes("day,quantity,unit\n" + string.Join("\n", rows) + "\n")));
            sources.Add((JsonNode)new JsonObject
            {
                ["id"] = name,
                ["kind"] = "movements",
                ["files"] = name,
                ["time"] = new JsonObject { ["column"] = "day" },
                ["series"] = new JsonArray(new JsonObject { ["stream"] = (string)stream["id"]!, ["column"] = "quantity", ["unitColumn"] = "unit" }),
            });
            stream.Remove("amounts");
        }

        var mapping = new JsonObject { ["format"] = "ccts-ingestion-mapping/1", ["report"] = report, ["sources"] = sources };
        var result = Ingestor.Run(IngestionMapping.Read(Encoding.UTF8.GetBytes(mapping.ToJsonString()), "mapping.json"), files);
        made = result.Report;
        return [.. result.Problems.Where(p => p.Severity == Severity.Error)];
    }

    /// <summary>Streams as rows, one for each period; those with lists of their own stay in the JSON that rows are added to.</summary>
    private static (MonitoringReport Head, List<Dictionary<string, string>> Rows) Split(JsonNode json)
    {
        var (head, rows) = (json.DeepClone().AsObject(), new List<Dictionary<string, string>>());
        foreach (var (list, streams) in json.AsObject().Where(m => m.Value is JsonArray).Select(m => (m.Key, m.Value!.AsArray())))
        {
            var flat = streams.Where(s => s!.AsObject().All(m => m.Value is not JsonArray)).Select(s => s!.AsObject()).ToList();
            head[list] = new JsonArray([.. streams.Where(s => !flat.Contains(s!.AsObject())).Select(s => s!.DeepClone())]);
            rows.AddRange(flat.SelectMany(s => Rows(list, s)));
            if (head[list]!.AsArray().Count == 0)
            {
                head.Remove(list);
            }
        }

        return (MonitoringReportReader.Read(Encoding.UTF8.GetBytes(head.ToJsonString()), "report"), rows);
    }

    private static IEnumerable<Dictionary<string, string>> Rows(string list, JsonObject stream)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal) { ["list"] = list };
        Flatten("", stream, first);
        var amounts = stream["amounts"]?.AsObject().Select(a => (a.Key, (string)a.Value!)).ToList() ?? [];
        for (var i = 0; i < Math.Max(1, amounts.Count); i++)
        {
            var row = i == 0 ? first : new Dictionary<string, string>(StringComparer.Ordinal) { ["list"] = list, ["id"] = (string)stream["id"]! };
            if (amounts.Count > 0)
            {
                (row["period"], row["amount"]) = amounts[i];
            }

            yield return row;
        }
    }

    private static void Flatten(string prefix, JsonObject of, Dictionary<string, string> into)
    {
        foreach (var (key, value) in of.Where(m => m.Key != "amounts"))
        {
            if (value is JsonObject inner)
            {
                Flatten(prefix + key + ".", inner, into);
            }
            else
            {
                into[prefix + key] = value!.ToString();
            }
        }
    }

    private static string Quoted(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
