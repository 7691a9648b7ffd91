using System;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests;

/// <summary>A command line with a slip is answered with what was probably meant; an empty one with what can be asked.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("asess report.json", "There is no command \"ccts asess\". Did you mean \"assess\"?")]
    [InlineData("factors grid --version V20", "\"ccts factors\" has no option \"--version\". Did you mean \"--version-of-data\"?")]
    [InlineData("rulest show", "Did you mean \"ruleset\"?")]
    [InlineData("ruleset chek rulesets", "There is no command \"ccts ruleset chek\". Did you mean \"check\"?")]
    [InlineData("receipt verfiy r.json", "Did you mean \"verify\"?")]
    [InlineData("assess report.json --expalin", "\"ccts assess\" has no option \"--expalin\". Did you mean \"--explain\"?")]
    [InlineData("assess --jsno report.json", "\"ccts assess\" has no option \"--jsno\". Did you mean \"--json\"?")]
    [InlineData("--hlep", "Did you mean \"--help\"?")]
    [InlineData("assess report.json --target 0.8032 tCO2e/t", "A value with a blank needs double quotes: \"0.8032 tCO2e/t\".")]
    [InlineData("assess one.json two.json", "takes no further argument, and here is \"two.json\"")]
    [InlineData("frobnicate", "There is no command \"ccts frobnicate\".")]
    public async Task A_slip(string line, string answer)
    {
        var run = await CctsTool.RunAlone(null, line.Split(' '));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(answer, run.Error, StringComparison.Ordinal);
        Assert.Equal("", run.Output);
        Assert.True(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length <= 2, run.Error);
    }

    /// <summary>Who asks for help has not named the files yet that a command needs.</summary>
    [Theory]
    [InlineData("evidence pack --help")]
    [InlineData("ruleset pack --help")]
    [InlineData("ingest -?")]
    public async Task Help_needs_no_files(string line)
    {
        var run = await CctsTool.RunAlone(null, line.Split(' '));

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("Usage:", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "assess", "decide", "ruleset")]
    [InlineData("ruleset", "check", "diff", "export")]
    [InlineData("ledger", "import", "check", "show")]
    public async Task Nothing_asked(string line, params string[] commands)
    {
        var run = await CctsTool.RunAlone(null, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"Say what \"{("ccts " + line).Trim()}\" is to do:", run.Error, StringComparison.Ordinal);
        Assert.All(commands, command => Assert.Contains("  " + command, run.Output, StringComparison.Ordinal));
    }
}
