using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

public sealed class RulesetPublishTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-publish").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_kit_is_written_whole()
    {
        var kit = Path.Combine(_folder, "kit");
        var run = await CctsTool.Run(null, "ruleset", "publish", "in-ccts/2026-27", "--against", "in-ccts/2025-26", "--out", kit, "--entities", Path.Combine(CctsTool.Samples, "cement-at-baseline.csv"), "--json");

        Assert.Equal(0, run.ExitCode);
        string[] pages = ["gazette.hi.html", "gazette.html", "index.hi.html", "index.html"];
        Assert.Equal(pages, JsonNode.Parse(run.Output)!["pages"]!.AsArray().Select(p => (string)p!).Order(StringComparer.Ordinal));
        Assert.Equal(pages, Directory.GetFiles(kit).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains("on 5 entities that the publisher gave", await File.ReadAllTextAsync(Path.Combine(kit, "index.html"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_bad_input_nothing_is_written()
    {
        var kit = Path.Combine(_folder, "kit");
        Assert.Equal(2, (await CctsTool.Run("registration_no\n", "ruleset", "publish", "in-ccts/2026-27", "--against", "in-ccts/2025-26", "--out", kit, "--entities", "-")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "publish", "in-ccts/2026-27", "--against", "in-ccts/2023-24", "--out", kit)).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "ruleset", "publish", "in-ccts/2026-27", "--out", kit)).ExitCode);
        Assert.False(Directory.Exists(kit));
    }
}
