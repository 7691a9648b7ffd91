using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

public sealed class RulesetLintTests
{
    [Fact]
    public async Task Lint_points_at_what_is_probably_not_meant()
    {
        var run = await CctsTool.Run(null, "ruleset", "lint", "in-ccts/2026-27", "--json");

        Assert.Equal(0, run.ExitCode);
        var report = JsonNode.Parse(run.Output)!["reports"]![0]!;
        Assert.Equal(("in-ccts/2026-27", true), ((string)report["ruleset"]!["id"]!, (bool)report["clean"]!));
        Assert.Contains(report["findings"]!.AsArray(), f => (string)f!["code"]! == "waits-for-law" && (int)f["line"]! > 0);
        Assert.Contains(report["evidence"]!.AsArray(), e => (string)e!["what"]! == "targets" && (string)e["evidence"]! == "transcribed" && (int)e["count"]! == 5);

        var text = await CctsTool.Run(null, "ruleset", "lint", "in-ccts/2026-27");
        Assert.Contains("info informational-parameter", text.Output, StringComparison.Ordinal);
        Assert.Contains("targets: 1 none secondary, 5 in-force transcribed", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clean_ruleset_a_folder_of_them_and_bad_input_have_their_exit_codes()
    {
        Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "lint", "in-ccts/2023-24")).ExitCode);

        var all = await CctsTool.Run(null, "ruleset", "lint", Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts"), "--json");
        Assert.Equal(0, all.ExitCode);
        Assert.Equal(
            ["in-ccts/2023-24 1", "in-ccts/2023-24 2", "in-ccts/2025-26 1", "in-ccts/2025-26 2", "in-ccts/2026-27 1", "in-ccts/2026-27 2"],
            JsonNode.Parse(all.Output)!["reports"]!.AsArray().Select(r => r!["ruleset"]!).Select(r => $"{r["id"]} {r["revision"]}").Order(StringComparer.Ordinal));

        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "lint", "no-such-folder")).ExitCode);
    }

    /// <summary>The revision before lies beside or is shipped: what slipped since is told, and a folder whose cases are gone has passed nothing.</summary>
    [Fact]
    public async Task A_revision_is_held_against_the_one_before()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-revision");
        try
        {
            var law = Path.Combine(folder.FullName, "law", "in-ccts", "2026-27");
            Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "export", Path.Combine(folder.FullName, "law"))).ExitCode);
            Change(Path.Combine(law, "ruleset.json"), "\"revision\": 2", "\"revision\": 3");
            Change(Path.Combine(law, "factors.json"), "\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true");

            var lint = await CctsTool.Run(null, "ruleset", "lint", law);
            Assert.Equal(1, lint.ExitCode);
            Assert.Contains("than in revision 2: fuels, petroleum-coke was false, is true", lint.Output, StringComparison.Ordinal);
            Assert.Contains("compared with in-ccts/2026-27 revision 2", lint.Output, StringComparison.Ordinal);

            Change(Path.Combine(law, "ruleset.json"), "\"published\": \"2026-11-28\"", "\"published\": \"2026-11-27\"");
            Assert.Contains("published-off", (await CctsTool.Run(null, "ruleset", "check", law, "--json")).Output, StringComparison.Ordinal);

            Directory.Delete(Path.Combine(law, "tests"), recursive: true);
            Assert.Equal(1, (await CctsTool.Run(null, "ruleset", "test", law)).ExitCode);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>An overlay is compared with the one it was copied from, and its next revision can be consulted on.</summary>
    [Fact]
    public async Task A_revision_of_an_overlay_is_held_against_the_one_before_and_published()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-overlay");
        try
        {
            Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "export", Path.Combine(folder.FullName, "law"))).ExitCode);
            var overlay = Path.Combine(folder.FullName, "draft");
            Directory.Move(Path.Combine(folder.FullName, "law", "overlays", "ct02-token"), overlay);
            Change(Path.Combine(overlay, "parameters.json"), "\"value\": \"36\"", "\"value\": \"48\"");

            var lint = await CctsTool.Run(null, "ruleset", "lint", overlay);
            Assert.Equal(1, lint.ExitCode);
            Assert.Contains("revision-off", lint.Output, StringComparison.Ordinal);
            Assert.Contains("certificates.validity was 36 months, is 48 months", lint.Output, StringComparison.Ordinal);
            Assert.Contains("compared with ct02-token revision 2", lint.Output, StringComparison.Ordinal);

            var kit = Path.Combine(folder.FullName, "kit");
            Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "publish", overlay, "--against", "overlays/ct02-token", "--out", kit)).ExitCode);
            Assert.Contains("48 months", await File.ReadAllTextAsync(Path.Combine(kit, "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
            var impact = await CctsTool.Run(null, "ruleset", "impact", "overlays/ct02-token", overlay, "--entities", Path.Combine(CctsTool.Samples, "cement-at-baseline.csv"));
            Assert.Equal(1, impact.ExitCode);
            Assert.Contains("certificates.validity", impact.Output, StringComparison.Ordinal);
            Change(Path.Combine(overlay, "overlay.json"), "\"revision\": 2", "\"revision\": 3");
            impact = await CctsTool.Run(null, "ruleset", "impact", "overlays/ct02-token", overlay, "--entities", Path.Combine(CctsTool.Samples, "cement-at-baseline.csv"));
            Assert.Contains("(ct02-token revision 2) to in-ccts/2026-27+ct02-token revision 2 (ct02-token revision 3): ", impact.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A draft that lies beside is no law before, whatever its revision; a revision that was not raised is told beside the one that ships.</summary>
    [Fact]
    public async Task A_draft_beside_is_no_law_before()
    {
        var folder = Directory.CreateTempSubdirectory("ccts-draft");
        try
        {
            var laws = Path.Combine(folder.FullName, "law", "in-ccts");
            var (law, draft) = (Path.Combine(laws, "2026-27"), Path.Combine(laws, "2025-26"));
            Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "export", Path.Combine(folder.FullName, "law"))).ExitCode);
            Directory.Delete(Path.Combine(laws, "2026-27-revision-1"), recursive: true);
            foreach (var copy in new[] { law, draft })
            {
                Change(Path.Combine(copy, "factors.json"), "\"value\": \"97.50\"", "\"value\": \"9.750\"");
            }

            Change(Path.Combine(draft, "ruleset.json"), "\"id\": \"in-ccts/2025-26\"", "\"id\": \"in-ccts/2025-26-draft\"");
            Change(Path.Combine(draft, "ruleset.json"), "\"kind\": \"compliance-year\",\n  \"force\": \"in-force\"", "\"kind\": \"compliance-year\",\n  \"force\": \"draft\"");
            Change(Path.Combine(draft, "ruleset.json"), "\"revision\": 2", "\"revision\": 9");
            Assert.Contains("revision-off", (await CctsTool.Run(null, "ruleset", "check", law, "--json")).Output, StringComparison.Ordinal);

            Change(Path.Combine(law, "ruleset.json"), "in-ccts/2026-27", "in-ccts/2026-27-corrected");
            var lint = await CctsTool.Run(null, "ruleset", "lint", law);
            Assert.Contains("petroleum-coke was 97.50, is 9.750", lint.Output, StringComparison.Ordinal);
            Assert.Contains("compared with in-ccts/2025-26 revision 2", lint.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Change(string file, string stands, string instead)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(stands, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(stands, instead, StringComparison.Ordinal));
    }
}
