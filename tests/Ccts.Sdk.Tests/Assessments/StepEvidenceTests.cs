using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;

namespace Ccts.Sdk.Tests.Assessments;

/// <summary>A number of the report has the documents behind it in the step that uses it; a document that names no value is refused.</summary>
public sealed class StepEvidenceTests
{
    private static readonly AssessmentRules Rules = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "0.8086", "0.8032", 3_666_138m));

    [Fact]
    public void The_document_of_a_step_is_behind_the_very_number_that_the_step_uses()
    {
        var paths = new HashSet<string>();
        for (var seed = 0; seed < 30; seed++)
        {
            var json = MonitoringReportWriter.ToJson(Reports.Random(seed));
            var numbers = new Dictionary<string, decimal>();
            foreach (var stream in json.Select(l => l.Value).OfType<JsonArray>().SelectMany(l => l).Select(s => s!.AsObject()))
            {
                var leaves = Leaves(stream).ToList();
                var id = stream["id"]!.GetValue<string>();
                stream["evidence"] = new JsonArray([.. leaves.Select(l => (JsonNode)new JsonObject { ["document"] = id + ":" + l.Path, ["of"] = l.Path })]);
                foreach (var (path, number) in leaves)
                {
                    numbers.Add(id + ":" + path, number);
                }
            }

            var used = new HashSet<string>();
            foreach (var operand in Steps(Read(json)).SelectMany(s => s.Operands).Where(o => o.Evidence is not null))
            {
                Assert.Equal(operand.Value, operand.Evidence!.Sum(d => numbers[d.Document]));
                used.UnionWith(operand.Evidence!.Select(d => d.Document));
            }

            Assert.Empty(numbers.Keys.Where(k => k.Contains("/amounts/", System.StringComparison.Ordinal) || k.Contains(":amounts/", System.StringComparison.Ordinal)).Except(used));
            paths.UnionWith(used.Select(u => u[(u.IndexOf(':', System.StringComparison.Ordinal) + 1)..]));
        }

        Assert.Superset(new HashSet<string> { "ncv", "gcv", "factor", "carbonContent", "oxidationFactor", "conversionFactor", "equivalence", "cf4", "inputs/anode/carbonContent" }, paths);
    }

    [Fact]
    public void A_document_of_the_whole_stream_is_behind_what_no_other_names()
    {
        var json = MonitoringReportWriter.ToJson(Reports.Of("CMTOE085RJ", "2025-26", 10m, 10m));
        json["importedHeat"]![0]!["evidence"] = JsonNode.Parse("""[{"document":"bills"},{"document":"certificate","of":"factor"}]""");
        var operands = Steps(Read(json)).SelectMany(s => s.Operands).Where(o => o.Evidence is not null);
        Assert.Equal([("2025-26", "bills"), ("supplier's factor", "certificate")], operands.Select(o => (o.Name, Assert.Single(o.Evidence!).Document)));
        Assert.Contains("\"evidence\":[{\"document\":\"certificate\",\"of\":\"factor\"}]", AssessmentJson.Write(Assess(Read(json)))["steps"]!.ToJsonString(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amounts/2025-04")]
    [InlineData("amounts")]
    [InlineData("ncv")]
    [InlineData("factor/value")]
    [InlineData("/amounts/2025-26")]
    public void A_document_of_nothing_is_refused_with_its_place(string path)
    {
        var json = MonitoringReportWriter.ToJson(Reports.Of("CMTOE085RJ", "2025-26", 10m, 10m));
        json["importedHeat"]![0]!["evidence"] = new JsonArray(new JsonObject { ["document"] = "bills", ["of"] = path });
        Assert.False(Assessor.TryAssess(Read(json), Rules, null, out _, out var problems));
        var problem = Assert.Single(problems, p => p.Code == "evidence-of-nothing");
        Assert.Equal("/importedHeat/0/evidence/0/of", problem.Place.Pointer);
    }

    [Theory]
    [InlineData("\"firstRow\":0", "firstRow")]
    [InlineData("\"lastRow\":3", "lastRow")]
    [InlineData("\"firstRow\":4,\"lastRow\":3", "lastRow")]
    [InlineData("\"calibrated\":\"11.02.2025\"", "calibrated")]
    public void Rows_and_days_that_make_no_sense_are_refused(string members, string place)
    {
        var json = MonitoringReportWriter.ToJson(Reports.Of("CMTOE085RJ", "2025-26", 10m, 10m));
        json["importedHeat"]![0]!["evidence"] = JsonNode.Parse("[{\"document\":\"bills\"," + members + "}]");
        Assert.False(MonitoringReportReader.TryRead(Encoding.UTF8.GetBytes(json.ToJsonString()), "r.json", out _, out var problems));
        Assert.Equal(("bad-value", "/importedHeat/0/evidence/0/" + place), (Assert.Single(problems).Code, problems[0].Place.Pointer));
    }

    [Fact]
    public void What_a_document_says_is_written_as_it_was_read()
    {
        var json = MonitoringReportWriter.ToJson(Reports.Of("CMTOE085RJ", "2025-26", 10m, 10m));
        json["importedHeat"]![0]!["evidence"] = JsonNode.Parse("""[{"document":"a.csv","of":"amounts/2025-26","instrument":"M","calibrated":"2025-02-11","firstRow":2,"lastRow":9,"column":"c","by":"b","recordedAt":"2025-05-01","method":"previous (plan)"}]""");
        Assert.Equal(Sdk.Formats.Json.CanonicalJson.Text(json), Sdk.Formats.Json.CanonicalJson.Text(MonitoringReportWriter.ToJson(Read(json))));
    }

    private static Assessment Assess(MonitoringReport report) => Assessor.Assess(report, Rules, new AssessmentOptions { Steps = true, Validate = false });

    private static IReadOnlyList<Sdk.Assessments.Calculations.Step> Steps(MonitoringReport report) => Assess(report).Steps;

    private static MonitoringReport Read(JsonObject json) => MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "r.json");

    /// <summary>Every number of a stream by its path; an item of a list is known by what it is of.</summary>
    private static IEnumerable<(string Path, decimal Number)> Leaves(JsonNode? node, string path = "") => node switch
    {
        JsonObject members => members.SelectMany(m => Leaves(m.Value, path + (path.Length == 0 ? "" : "/") + m.Key.Replace("/", "~1", System.StringComparison.Ordinal))),
        JsonArray items => items.SelectMany(i => Leaves(i, path + "/" + (i!["material"] ?? i["period"] ?? i["component"] ?? i["unit"])!.GetValue<string>().Replace("/", "~1", System.StringComparison.Ordinal))),
        JsonValue value when decimal.TryParse(value.ToString().Split(' ')[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => [(path, number)],
        _ => [],
    };
}
