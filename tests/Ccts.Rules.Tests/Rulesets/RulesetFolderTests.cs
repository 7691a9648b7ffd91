using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Rulesets;

public sealed class RulesetFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-rulesets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_named_pipe_among_the_files_is_not_waited_for()
    {
        var header = Path.Combine(_folder, RulesetReader.HeaderFile);
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
}
