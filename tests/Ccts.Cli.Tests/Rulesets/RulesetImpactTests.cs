using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Ccts.Cli.Commands.Rulesets;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;

namespace Ccts.Cli.Tests.Rulesets;

public sealed class RulesetImpactTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-impact").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Entities => Path.Combine(CctsTool.Samples, "cement-at-baseline.csv");

    [Fact]
    public async Task Entities_are_held_side_by_side()
    {
        var each = Path.Combine(_folder, "each.csv");
        var run = await CctsTool.Run(null, "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27", "--entities", Entities, "--each", each, "--json");

        Assert.Equal(1, run.ExitCode);
        var cement = JsonNode.Parse(run.Output)!["sectors"]!.AsArray().Single()!;
        Assert.Equal((5, 4, 1), ((int)cement["entities"]!, (int)cement["old"]!["short"]!, (int)cement["old"]!["noTarget"]!));
        Assert.Equal(5, (int)cement["new"]!["short"]!);
        Assert.Contains("CMTOE085RJ,Kotputli Cement Works,Cement,,3666138 t,2964439.1868 t,short,0.8032 tCO2e/t,-19797,short,0.7891 tCO2e/t,-71490,-51693", await File.ReadAllLinesAsync(each, TestContext.Current.CancellationToken));

        var same = await CctsTool.Run(await File.ReadAllTextAsync(Entities, TestContext.Current.CancellationToken), "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2025-26", "--entities", "-");
        Assert.Equal(0, same.ExitCode);
        Assert.Contains("5 entities, 0 change side", same.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_bad_row_and_there_is_no_report()
    {
        var each = Path.Combine(_folder, "each.csv");
        var run = await CctsTool.Run("registration_no,output,gei,unit\nCMTOE085RJ,0,0.8,tCO2e/t\nCMTOE085RJ,5,0.8,tCO2e/MWh\n", "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27", "--entities", "-", "--each", each, "--json");

        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["no-production", "output-unit"], JsonNode.Parse(run.Output)!["problems"]!.AsArray().Select(p => (string)p!["code"]!));
        Assert.Empty(Directory.GetFiles(_folder));
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "impact", "in-ccts/2025-26", "in-ccts/2026-27")).ExitCode);
    }

    [Fact]
    public async Task Orders_are_asked_of_both()
    {
        const string Order = """{ "id": "o1", "purpose": "retire", "year": "2026-27", "date": "2026-11-23", "facts": { "unit.kind": "rec" } }""";
        var run = await CctsTool.Run(Order + "\n" + Order + "\n", "ruleset", "impact", "in-ccts/2026-27", "in-ccts/2026-27", "--orders", "-", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, (long)JsonNode.Parse(run.Output)!["orders"]!);

        run = await CctsTool.Run("id;purpose;year;date;unit.kind\no1;retire;2026-27;2026-11-23;rec\no2;retire;2026-27;2026-11-23;ccc\n", "ruleset", "impact", "in-ccts/2026-27", "in-ccts/2026-27", "--orders", "-", "--json");
        Assert.Equal((0, 2), (run.ExitCode, (long)JsonNode.Parse(run.Output)!["orders"]!));

        var bad = await CctsTool.Run(Order + "\n{ \"id\": 1 }\n", "ruleset", "impact", "in-ccts/2026-27", "in-ccts/2026-27", "--orders", "-", "--json");
        Assert.Equal(2, bad.ExitCode);
        Assert.Equal(2, (int)JsonNode.Parse(bad.Output)!["problems"]![0]!["line"]!);
    }

    [Fact]
    public void Orders_give_the_same_report_as_one_after_the_other()
    {
        var (old, later) = (RulesetCatalog.Default.Find("in-ccts/2025-26")!, Lenient());
        var lines = Enumerable.Range(0, 2_000).Select(i => $$"""{ "id": "o{{i}}", "purpose": "{{(i % 3 == 0 ? "trade" : "surrender")}}", "year": "2025-26", "date": "2026-{{6 + (i % 7):00}}-23", "facts": { "unit.kind": "{{(i % 5 == 0 ? "rec" : "ccc")}}", "unit.vintage": "202{{4 + (i % 3)}}-2{{5 + (i % 3)}}" } }""").ToList();
        var path = Path.Combine(_folder, "orders.jsonl");
        File.WriteAllLines(path, lines);
        var study = new OrderStudy(old, later, 50);
        foreach (var line in lines)
        {
            Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(line), null, old.Rules.Vocabulary, out var request, out var problems), string.Join("; ", problems));
            study.Add(request);
        }

        var expected = OrderReportJson.Write(study.Report()).ToJsonString();
        Assert.Contains("\"difference\"", expected, StringComparison.Ordinal);
        Assert.Equal(expected, OrderReportJson.Write(ImpactRun.Orders(old, later, path, 50)).ToJsonString());
    }

    // The shipped 2026-27 with a referral wherever it denies, so that many answers differ.
    private static Ruleset Lenient()
    {
        var shipped = RulesetFiles.FromDirectory(Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts", "2026-27"));
        var files = shipped.Paths.ToDictionary(p => p, p => shipped.Read(p)!, StringComparer.Ordinal);
        files["rules.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["rules.json"]).Replace("\"effect\": \"deny\"", "\"effect\": \"refer\"", StringComparison.Ordinal));
        return RulesetReader.Read(RulesetFiles.FromMemory("lenient", files));
    }
}
