using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

public sealed class RulesetCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-rulesets").FullName;

    private static string Shipped => Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts", "2025-26");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Targets_that_a_copy_brought_along_are_counted_and_a_folder_is_told_from_an_id()
    {
        var (last, next) = (Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts", "2026-27"), Directory.CreateTempSubdirectory("ccts-next"));
        try
        {
            foreach (var file in Directory.GetFiles(last))
            {
                File.Copy(file, Path.Combine(next.FullName, Path.GetFileName(file)));
            }

            var header = Path.Combine(next.FullName, "ruleset.json");
            var text = await File.ReadAllTextAsync(header, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(header, text.Replace("\"id\": \"in-ccts/2026-27\"", "\"id\": \"in-ccts/2027-28\"", StringComparison.Ordinal).Replace("\"year\": \"2026-27\"", "\"year\": \"2027-28\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);

            Assert.Contains("5 targets in force of 2027-28 are those of 2026-27", (await CctsTool.Run(null, "ruleset", "diff", last, next.FullName)).Output, StringComparison.Ordinal);
            Assert.DoesNotContain("are those of", (await CctsTool.Run(null, "ruleset", "diff", "in-ccts/2025-26", "in-ccts/2026-27")).Output, StringComparison.Ordinal);
            Assert.Contains("This is a folder", (await CctsTool.Run(null, "ruleset", "unknowns", next.FullName)).Error, StringComparison.Ordinal);
        }
        finally
        {
            next.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Show_lists_the_rulesets_and_the_parameters_of_one()
    {
        var all = await CctsTool.Run(null, "ruleset", "show", "--json");
        Assert.Equal(0, all.ExitCode);
        Assert.Contains("in-ccts/2025-26", JsonNode.Parse(all.Output)!.AsArray().Select(r => (string)r!["id"]!));

        var one = JsonNode.Parse((await CctsTool.Run(null, "ruleset", "show", "in-ccts/2025-26", "--json")).Output)!;
        var materiality = one["parameters"]!.AsArray().Single(p => (string)p!["path"]! == "verification.materiality")!["values"]![0]!;
        Assert.Equal(("0.02", "BEE-DPCM", "s.6(12)", "in-force", "verbatim"), ((string)materiality["value"]!, (string)materiality["instrument"]!, (string)materiality["clause"]!, (string)materiality["force"]!, (string)materiality["evidence"]!));

        Assert.Contains("verification.materiality", (await CctsTool.Run(null, "ruleset", "show", "in-ccts/2025-26")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "show", "in-ccts/1999-00")).ExitCode);
    }

    [Fact]
    public async Task Unknowns_come_first_with_who_can_settle_them()
    {
        var run = await CctsTool.Run(null, "ruleset", "unknowns", "in-ccts/2025-26", "--json");

        var register = JsonNode.Parse(run.Output)!.AsArray();
        Assert.Null(register[0]!["value"]);
        Assert.Equal("BEE", (string?)register.Single(v => (string)v!["path"]! == "electricity.grid.frozen-factor")!["settledBy"]);
        Assert.DoesNotContain("verification.materiality", register.Select(v => (string)v!["path"]!));
        Assert.Contains("targets.CMTOE085RJ", register.Select(v => (string)v!["path"]!));
    }

    [Fact]
    public async Task Unknowns_say_what_they_touch_and_how_many_tonnes_hang_on_them()
    {
        var reports = new[] { "kotputli-2025-26.json", "maihar-2025-26.json" }.Select(r => Path.Combine(CctsTool.Samples, r)).ToArray();
        var run = await CctsTool.Run(null, ["ruleset", "unknowns", "in-ccts/2025-26", "--json", "--reports", .. reports]);
        var register = JsonNode.Parse(run.Output)!.AsArray().GroupBy(v => (string)v!["path"]!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First()!, StringComparer.Ordinal);

        Assert.Equal(["trade.price-not-below-floor"], register["market.price.floor"]["touches"]!.AsArray().Select(t => (string)t!));
        Assert.Equal("""{"entities":0,"tonnes":"0 t","certificates":null}""", register["market.price.floor"]["affected"]!.ToJsonString());
        Assert.Equal("""{"entities":1,"tonnes":"2964439.1868 t","certificates":null}""", register["targets.CMTOE085RJ"]["affected"]!.ToJsonString());
        Assert.Equal("6116079.4086 t", (string?)register["certificates.output-months"]["affected"]!["tonnes"]);

        // 19,797.1452 to 11,548.33 certificates for the one plant, by the two readings of the note.
        var one = await CctsTool.Run(null, "ruleset", "unknowns", "in-ccts/2025-26", "--json", "--reports", reports[0]);
        Assert.Equal(19797 - 11548, (long)JsonNode.Parse(one.Output)!.AsArray().Single(v => (string)v!["path"]! == "certificates.output-months")!["affected"]!["certificates"]!);
    }

    [Fact]
    public async Task Check_says_every_mistake_with_its_place()
    {
        foreach (var file in Directory.GetFiles(Shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "check", _folder)).ExitCode);

        await Damage("sectors.csv", "Cement,tCO2e/t", "Cement,t/t");
        await Damage("calendar.csv", "2026-07-31", "31 July 2026");
        var run = await CctsTool.Run(null, "ruleset", "check", _folder, "--json");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(["bad-value", "wrong-unit"], JsonNode.Parse(run.Output)!["problems"]!.AsArray().Select(p => (string)p!["code"]!));
    }

    private async Task Damage(string file, string good, string bad)
    {
        var path = Path.Combine(_folder, file);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Replace(good, bad, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }
}
