using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Rulesets;

/// <summary>The shipped rulesets written out, changed, and given back with <c>--rules</c>.</summary>
public sealed class RulesetExportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-export").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Out => Path.Combine(_folder, "rulesets");

    [Fact]
    public async Task Every_file_comes_out_byte_for_byte()
    {
        var run = await CctsTool.Run(null, "ruleset", "export", Out, "--json");

        Assert.Equal(0, run.ExitCode);
        var shipped = Path.Combine(CctsTool.RepositoryRoot, "rulesets");
        var files = Directory.GetFiles(shipped, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(shipped, f)).Where(f => !f.EndsWith("README.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(files, Directory.GetFiles(Out, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Out, f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(shipped, f)), File.ReadAllBytes(Path.Combine(Out, f))));
        Assert.Equal(9, JsonNode.Parse(run.Output)!["written"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_plant_of_ones_own_is_put_in_and_assessed()
    {
        Assert.Equal(0, (await CctsTool.Run(null, "ruleset", "export", Out)).ExitCode);
        await File.AppendAllTextAsync(Path.Combine(Out, "in-ccts", "2025-26", "targets.csv"), "CMTOE099RJ,My Own Works,Cement,,RJ,2023-24,1000000,0.8000,0.7900,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n", TestContext.Current.CancellationToken);
        var report = (await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken)).Replace("CMTOE085RJ", "CMTOE099RJ", StringComparison.Ordinal)
            .Replace("Kotputli Cement Works", "My Own Works", StringComparison.Ordinal);

        var run = await CctsTool.Run(report, "assess", "-", "--json", "--rules", Out);

        Assert.Equal((0, "0.79 tCO2e/t"), (run.ExitCode, (string)JsonNode.Parse(run.Output)!["intensity"]!["target"]!));
    }

    [Fact]
    public async Task What_is_there_is_never_written_over()
    {
        Directory.CreateDirectory(Out);
        await File.WriteAllTextAsync(Path.Combine(Out, "thesis.txt"), "years of work", TestContext.Current.CancellationToken);

        var run = await CctsTool.Run(null, "ruleset", "export", Out);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("folder-not-empty", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Out));
    }

    [Theory]
    [InlineData("no-such-folder", "neither a folder nor an archive", "ccts ruleset export FOLDER")]
    [InlineData("in-ccts/2025-26", "neither a folder nor an archive", "give it with --ruleset")]
    [InlineData("targets.csv", "is a file, and no archive", "Give the folder it lies in")]
    [InlineData("", "neither a folder nor an archive", "ccts ruleset export FOLDER")]
    public async Task Rules_that_are_none_are_told_with_their_cure(string path, string said, string cure)
    {
        var given = path == "targets.csv" ? Path.Combine(CctsTool.RepositoryRoot, "rulesets", "in-ccts", "2025-26", path) : path;
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--rules", given);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Contains(cure, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("in-ccts/2025-62", "Did you mean \"in-ccts/2025-26\"?")]
    [InlineData("rulesets", "one of in-ccts/2023-24, in-ccts/2025-26, in-ccts/2026-27")]
    public async Task A_ruleset_that_is_none_is_told_with_its_cure(string id, string cure)
    {
        var run = await CctsTool.Run(null, "assess", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "--ruleset", id);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(cure, run.Error, StringComparison.Ordinal);
    }
}
