using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Validation;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Monitoring.Writing;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Reports;

/// <summary>The examples of docs/what-a-report-can-say.md come to what the page says, as JSON and as CSV, by steps that can be recomputed.</summary>
public sealed partial class WhatAReportCanSayTests
{
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment;
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "what-a-report-can-say.md"));
    private static readonly Dictionary<string, Match> Examples = Example().Matches(Page).ToDictionary(m => Title(m.Index), StringComparer.Ordinal);

    public static TheoryData<string> Titles => [.. Examples.Keys];

    /// <summary>Every example counts something: none stands on the page untried.</summary>
    [Fact]
    public void The_page_has_its_examples_and_says_what_each_comes_to()
    {
        Assert.True(Examples.Count >= 27, string.Join(", ", Examples.Keys));
        Assert.Equal(Regex.Count(Page, "^```json$", RegexOptions.Multiline), Examples.Count);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void An_example_comes_to_what_the_page_says(string title)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(Whole(title).ToJsonString()), title);
        Assert.DoesNotContain(ReportValidator.Validate(report, Rules), p => p.Severity == Severity.Error);
        Counts(title, report);

        // Written and read again it is the same.
        Counts(title, MonitoringReportReader.Read(Encoding.UTF8.GetBytes(MonitoringReportWriter.ToJson(report).ToJsonString()), title));
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public void As_rows_of_csv_it_comes_to_the_same(string title)
    {
        var whole = Whole(title);
        var header = new JsonObject { ["format"] = "ccts-monitoring-report/1", ["entity"] = whole["entity"]!.DeepClone(), ["complianceYear"] = "2025-26" };
        var bare = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(header.ToJsonString()), title);
        var report = StreamCsvReader.Add(bare, Encoding.UTF8.GetBytes(StreamRows.Of(whole)), title + ".csv");
        Assert.Equal(MonitoringReportWriter.ToJson(MonitoringReportReader.Read(Encoding.UTF8.GetBytes(whole.ToJsonString()), title)).ToJsonString(), MonitoringReportWriter.ToJson(report).ToJsonString());
        Counts(title, report);
    }

    private static void Counts(string title, MonitoringReport report)
    {
        var said = Examples[title].Groups;
        var calculated = GhgInventory.Calculate(report, Rules.Emissions);
        Assert.Equal((said["counts"].Value, said["memo"].Success ? said["memo"].Value : "0"), (Plain(calculated.Value.Total.Tonnes), Plain(calculated.Value.Memo.Tonnes)));
        Assert.All(calculated.Steps, step => Assert.Equal(step.Result, step.Recompute()));
        if (said["output"].Success)
        {
            Assert.Equal(said["output"].Value, Plain(Assessor.Assess(report, Rules, new AssessmentOptions { Validate = false }).Output.Value));
        }
    }

    private static JsonObject Whole(string title)
    {
        var whole = JsonNode.Parse(Examples[title].Groups["json"].Value)!.AsObject();
        whole["format"] = "ccts-monitoring-report/1";
        whole["entity"] = new JsonObject { ["name"] = "Example", ["sector"] = "Cement" };
        whole["complianceYear"] = "2025-26";
        whole["products"] ??= new JsonArray(new JsonObject { ["id"] = "product", ["product"] = "product", ["amount"] = "1000000 t" });
        return whole;
    }

    private static string Plain(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>The heading above an example; a second one below the same heading is named by its number.</summary>
    private static string Title(int at)
    {
        var heading = Page.LastIndexOf("\n## ", at, StringComparison.Ordinal) + "\n## ".Length;
        var before = Regex.Count(Page[heading..at], "^```json$", RegexOptions.Multiline);
        return Page[heading..Page.IndexOf('\n', heading)] + (before == 0 ? "" : FormattableString.Invariant($", {before + 1}"));
    }

    [GeneratedRegex("```json\n(?<json>.*?)\n```\n\nCounts `(?<counts>[-0-9.]+) t`\\.(?: Memo `(?<memo>[0-9.]+) t`\\.)?(?: Output `(?<output>[0-9.]+) [^`]+`\\.)?", RegexOptions.Singleline)]
    private static partial Regex Example();
}
