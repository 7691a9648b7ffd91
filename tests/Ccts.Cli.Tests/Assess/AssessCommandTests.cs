using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

public class AssessCommandTests
{
    [Theory]
    [InlineData("kotputli-2025-26.json", "CMTOE085RJ", "surrender", 19797, "19797.1452")]
    [InlineData("kotputli-2026-27.json", "CMTOE085RJ", "surrender", 71490, "71489.691")]
    public async Task The_measures(string sample, string entity, string kind, long quantity, string unrounded)
    {
        var json = await Json(sample);
        Assert.Equal(entity, json["entity"]!.GetValue<string>());
        Assert.Equal((kind, quantity, unrounded), (json["certificates"]!["kind"]!.GetValue<string>(), json["certificates"]!["quantity"]!.GetValue<long>(), json["certificates"]!["unrounded"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("assess", "")]
    [InlineData("assess", "kotputli-2025-26.json", "--streams", "")]
    [InlineData("assess", "kotputli-2025-26.json", "--receipt", "")]
    [InlineData("assess", "kotputli-2025-26.json", "--rules", "")]
    [InlineData("assess", "kotputli-2025-26.json", "--ruleset", "in-ccts/2023-24")]
    [InlineData("receipt", "verify", "")]
    public async Task An_empty_path_and_a_baseline_year_are_bad_usage(params string[] args)
    {
        var run = await CctsTool.Run(null, [.. args.Select(a => a.EndsWith(".json", StringComparison.Ordinal) ? Path.Combine(CctsTool.Samples, a) : a)]);
        Assert.True(run.ExitCode == 2, run.Error);
    }

    [Fact]
    public async Task The_json_contract_has_its_members_and_plain_quantities()
    {
        var json = await Json("kotputli-2025-26.json");
        Assert.Equal("2025-26", json["complianceYear"]!.GetValue<string>());
        Assert.Equal(["id", "revision", "digest"], json["ruleset"]!.AsObject().Select(m => m.Key));
        Assert.Equal(["total", "combustion", "process", "electricity", "heat", "adjustments", "memo"], json["emissions"]!.AsObject().Select(m => m.Key));
        Assert.Equal("2964439.1868 t", json["emissions"]!["total"]!.GetValue<string>());
        Assert.Equal("3666138 t", json["output"]!.GetValue<string>());
        Assert.Equal(("0.8086 tCO2e/t", "0.8086 tCO2e/t", "0.8032 tCO2e/t", "0.8086 tCO2e/t"), (Text(json["intensity"]!, "achieved"), Text(json["intensity"]!, "unrounded"), Text(json["intensity"]!, "target"), Text(json["intensity"]!, "baseline")));
        Assert.Contains(json["deadlines"]!.AsArray(), d => d!["due"]?.GetValue<string>() == "2026-07-31");
        Assert.All(json["assumptions"]!.AsArray(), a => Assert.False(a!["force"]!.GetValue<string>() == "in-force" && a["evidence"]!.GetValue<string>() == "verbatim"));
        Assert.NotNull(json["findings"]);
        Assert.Null(json["steps"]);
    }

    [Fact]
    public async Task The_other_reading_of_the_note_stands_with_its_assumption()
    {
        var json = await Json("kotputli-2025-26.json");
        var months = Assert.Single(json["assumptions"]!.AsArray(), a => a!["path"]!.GetValue<string>() == "certificates.output-months");
        var other = Assert.Single(months!["otherReadings"]!.AsArray());
        Assert.StartsWith("11548.33", other!["certificates"]!["unrounded"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_from_a_csv_file_come_to_the_same()
    {
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.header.json"), "--streams", Path.Combine(CctsTool.Samples, "kotputli-2025-26.streams.csv"), "--json");
        Assert.True(run.ExitCode == 0, run.Error + run.Output);
        var whole = await Json("kotputli-2025-26.json");
        Assert.Equal(whole["certificates"]!.ToJsonString(), JsonNode.Parse(run.Output)!["certificates"]!.ToJsonString());
    }

    [Fact]
    public async Task No_target_is_no_figure()
    {
        var certificates = (await Json("kundanganj-2025-26.json"))["certificates"]!;
        Assert.Equal("no-target", certificates["kind"]!.GetValue<string>());
        Assert.Null(certificates["quantity"]);
        Assert.Equal("no-target", certificates["reason"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_target_that_nobody_imported_has_a_reason_of_its_own()
    {
        var report = await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(report.Replace("CMTOE085RJ", "CMTOE999RJ", StringComparison.Ordinal), "assess", "-", "--json");
        var certificates = JsonNode.Parse(run.Output)!["certificates"]!;
        Assert.Equal(("no-target", "target-not-in-ruleset"), (Text(certificates, "kind"), Text(certificates, "reason")));
        Assert.Null((await Json("kotputli-2025-26.json"))["certificates"]!["reason"]);
    }

    [Fact]
    public async Task An_unknown_says_why_and_who_could_settle_it()
    {
        var frozen = Assert.Single((await Json("kotputli-2025-26.json"))["assumptions"]!.AsArray(), a => Text(a!, "path") == "electricity.grid.frozen-factor")!;
        Assert.Equal("unknown", Text(frozen, "value"));
        Assert.NotEmpty(Text(frozen, "reason")!);
        Assert.Equal("BEE", Text(frozen, "settledBy"));
    }

    [Fact]
    public async Task A_target_that_the_schedule_does_not_print_and_one_that_nobody_imported_are_told_apart()
    {
        var none = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kundanganj-2025-26.json"));
        Assert.Contains("No target for this year, so that nothing is issued and nothing is owed", none.Output, StringComparison.Ordinal);
        var report = await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken);
        var unknown = await CctsTool.Run(report.Replace("CMTOE085RJ", "CMTOE999RJ", StringComparison.Ordinal), "assess", "-");
        Assert.Equal(0, unknown.ExitCode);
        Assert.Contains("The target is not in this ruleset: what would be issued or owed is not known.", unknown.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing is owed", unknown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_said_in_the_form_that_was_asked_for()
    {
        var json = await CctsTool.Run(null, "assess", "no-such-file.json", "--json");
        Assert.Equal("file-not-readable", JsonNode.Parse(json.Output)!["problems"]![0]!["code"]!.GetValue<string>());
        var plain = await CctsTool.Run(null, "assess", "no-such-file.json");
        Assert.StartsWith("no-such-file.json: error file-not-readable: There is no such file.", plain.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("position")]
    public async Task A_baseline_year_is_refused_as_a_compliance_year(string command)
    {
        var run = await CctsTool.Run(null, command, Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--ruleset", "in-ccts/2023-24");
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("error bad-option: in-ccts/2023-24 is of a baseline year", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_row_is_used_only_when_named_and_then_flagged()
    {
        var json = await Json("hirakud-2025-26-draft.json");
        Assert.Contains(json["assumptions"]!.AsArray(), a => a!["force"]!.GetValue<string>() == "superseded" && a["path"]!.GetValue<string>() == "targets/draft-2025-04-hindalco-hirakud");
    }

    [Fact]
    public async Task People_get_an_account_that_is_plain_when_piped()
    {
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--explain");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("19,797 certificates to be surrendered", run.Output, StringComparison.Ordinal);
        Assert.Contains(run.Output.Split('\n'), line => line.StartsWith("3. kiln-petcoke: combustion CO2 = ", StringComparison.Ordinal) && line.TrimEnd().EndsWith("rounded to 9 decimals = 629404.0544 t", StringComparison.Ordinal));
        Assert.Contains("BEE has not been read to say which edition is frozen", string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Standard_input_will_do()
    {
        var report = await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(report, "assess", "-", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(19797, JsonNode.Parse(run.Output)!["certificates"]!["quantity"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_broken_report_lists_every_problem_with_its_place_and_ends_with_2()
    {
        var path = Path.Combine(CctsTool.Samples, "broken-report.json");
        var run = await CctsTool.Run(null, "assess", path, "--json");
        Assert.Equal(2, run.ExitCode);
        var problems = JsonNode.Parse(run.Output)!["problems"]!.AsArray();
        Assert.True(problems.Count >= 8, run.Output);
        Assert.All(problems, p => Assert.True(p!["line"]!.GetValue<int>() > 0));
        var plain = await CctsTool.Run(null, "assess", path);
        Assert.Equal((2, ""), (plain.ExitCode, plain.Output));
        Assert.Contains("broken-report.json(", plain.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess")]
    [InlineData("assess", "no-such-file.json")]
    [InlineData("assess", "-", "--no-such-option")]
    [InlineData("no-such-command")]
    [InlineData("assess", "-", "--as-of", "yesterday")]
    public async Task Bad_usage_ends_with_2_and_says_why(params string[] args)
    {
        var run = await CctsTool.Run("", args);
        Assert.Equal(2, run.ExitCode);
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_yet_known_is_refused()
    {
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--as-of", "2020-01-01");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("not-yet-known", run.Error, StringComparison.Ordinal);
    }

    private static async Task<JsonNode> Json(string sample)
    {
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, sample), "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return JsonNode.Parse(run.Output)!;
    }

    private static string Text(JsonNode node, string key) => node[key]!.GetValue<string>();
}
