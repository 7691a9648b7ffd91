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
}
