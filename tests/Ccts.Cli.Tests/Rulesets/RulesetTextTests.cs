using System;
using System.IO;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

/// <summary>
/// What the commands that read a ruleset back print, kept as files that a person read. CLI_ACCEPT with the folder of these files writes
/// them anew; read the difference before keeping it.
/// </summary>
public sealed class RulesetTextTests
{
    [Theory]
    [InlineData("show", "show in-ccts/2026-27")]
    [InlineData("unknowns", "unknowns in-ccts/2026-27")]
    [InlineData("explain", "explain in-ccts/2026-27")]
    [InlineData("explain-one", "explain in-ccts/2026-27 verify.materiality")]
    [InlineData("explain-overlay", "explain in-ccts/2026-27 --overlay overlays/ct02-token")]
    [InlineData("graph", "graph in-ccts/2026-27")]
    [InlineData("graph-dot", "graph in-ccts/2026-27 --dot")]
    [InlineData("diff-years", "diff in-ccts/2025-26 in-ccts/2026-27")]
    [InlineData("diff-overlay", "diff in-ccts/2026-27 in-ccts/2026-27 --overlay overlays/iron-steel-draft-2026")]
    [InlineData("test", "test in-ccts/2026-27")]
    public async Task The_text_is_the_reviewed_one(string name, string command)
    {
        var run = await CctsTool.Run(null, ["ruleset", .. command.Split(' ')]);

        Assert.Equal(name.StartsWith("diff", StringComparison.Ordinal) ? 1 : 0, run.ExitCode);
        Assert.Equal("", run.Error);
        var text = "$ ccts ruleset " + command + "\n" + run.Output.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("CLI_ACCEPT") is { Length: > 0 } folder)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, name + ".txt"), text, TestContext.Current.CancellationToken);
            return;
        }

        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(CctsTool.RepositoryRoot, "tests", "Ccts.Cli.Tests", "Rulesets", "Golden", name + ".txt"), TestContext.Current.CancellationToken), text);
    }
}
