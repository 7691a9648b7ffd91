using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Rulesets;

public sealed class RulesetFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-rulesets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_named_pipe_among_the_files_is_not_waited_for()
    {
        var header = Path.Combine(_folder, RulesetFiles.RulesetFileName);
        if (OperatingSystem.IsWindows())
        {
            await File.WriteAllTextAsync(header, "", TestContext.Current.CancellationToken);
        }
        else
        {
            await Process.Start("mkfifo", [header]).WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var read = Task.Run(() => Assert.Throws<CctsDataException>(() => RulesetCatalog.FromDirectory(_folder)), TestContext.Current.CancellationToken);
        Assert.NotEmpty((await read.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken)).Problems);
    }

    [Theory]
    [InlineData("rules.json")]
    [InlineData("tests")]
    public void A_link_in_a_ruleset_is_refused_and_not_passed_over(string name)
    {
        var folder = Directory.CreateTempSubdirectory("ccts-link");
        try
        {
            foreach (var file in TestRuleset.Shipped())
            {
                var path = Path.Combine(folder.FullName, file.Key);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Value);
            }

            var linked = Path.Combine(folder.FullName, name);
            if (Directory.Exists(linked))
            {
                Directory.Delete(linked, recursive: true);
            }

            File.Delete(linked);
            File.CreateSymbolicLink(linked, Path.Combine(folder.FullName, "nowhere"));
            Assert.False(RulesetReader.TryRead(RulesetFiles.FromDirectory(folder.FullName), out _, out var problems));
            Assert.Contains(problems, p => p.Code == "ruleset-link" && p.Place.File!.EndsWith(name, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
