using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ccts.Rules.Tests.Reports;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Workbooks.Reports;

namespace Ccts.Workbooks.Tests;

/// <summary>The examples of docs/what-a-report-can-say.md say the same as lines of a sheet as they do in JSON.</summary>
public sealed partial class ReportExampleTests
{
    private static readonly List<string> s_examples = [.. Example().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "what-a-report-can-say.md"))).Select(m => m.Groups["json"].Value)];

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, s_examples.Count)];

    [Fact]
    public void The_page_has_its_examples() => Assert.True(s_examples.Count >= 27);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void As_lines_of_a_sheet_an_example_is_the_same_report(int number)
    {
        var whole = JsonNode.Parse(s_examples[number])!.AsObject();
        var head = new JsonObject { ["format"] = "ccts-monitoring-report/1", ["entity"] = new JsonObject { ["name"] = "Example", ["sector"] = "Cement" }, ["complianceYear"] = "2025-26" };
        var sheets = new Sheets();
        foreach (var (line, row) in Lines(StreamRows.Of(whole)).Select((l, i) => (l, i + 1)))
        {
            for (var column = 0; column < line.Count; column++)
            {
                _ = line[column].Length > 0 ? sheets.Set("Streams", row, column + 1, "'" + line[column]) : sheets;
            }
        }

        var workbook = sheets.ToWorkbook();
        Assert.True(StreamSheet.TryAdd(MonitoringReportReader.Read(Bytes(head), "head"), workbook, workbook.Sheets[0], out var report, out var problems), string.Join("\n", problems));
        foreach (var (list, streams) in whole)
        {
            head[list] = streams!.DeepClone();
        }

        Assert.Equal(MonitoringReportWriter.ToJson(MonitoringReportReader.Read(Bytes(head), "whole")).ToJsonString(), MonitoringReportWriter.ToJson(report).ToJsonString());
    }

    /// <summary>The rows, whose cells all stand in quotes but those of the header.</summary>
    private static IEnumerable<List<string>> Lines(string csv) =>
        csv.Split('\n').Select((line, i) => i == 0 ? line.Split(',').ToList() : Cell().Matches(line).Select(m => m.Groups["text"].Value.Replace("\"\"", "\"", StringComparison.Ordinal)).ToList());

    private static byte[] Bytes(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString());

    [GeneratedRegex("```json\n(?<json>.*?)\n```\n\nCounts ", RegexOptions.Singleline)]
    private static partial Regex Example();

    [GeneratedRegex("\"(?<text>(?:[^\"]|\"\")*)\"")]
    private static partial Regex Cell();
}
