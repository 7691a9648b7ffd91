using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Output;

/// <summary>A file that a command reads is never one that it writes, whatever path leads to it.</summary>
public sealed class OutputFileTests : IDisposable
{
    private const string Mapping = """
        {"format":"ccts-ingestion-mapping/1","report":{"format":"ccts-monitoring-report/1","entity":{"name":"Example","sector":"Cement"},"complianceYear":"2025-26","products":[{"id":"cement","product":"cement"}]},
         "sources":[{"id":"log","kind":"movements","files":"*.csv","time":{"column":"day"},"series":[{"stream":"cement","column":"made","unit":"t","number":"no"}]}]}
        """;

    private const string Log = "no,day,made\n1,2025-04-01,10\n2,2025-05-01,11\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-output").FullName;

    public OutputFileTests()
    {
        File.WriteAllText(At("m.json"), Mapping);
        File.WriteAllText(At("f.csv"), Log);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string At(string name) => Path.Combine(_folder, name);

    private void AreWhole() => Assert.Equal((Mapping, Log), (File.ReadAllText(At("m.json")), File.ReadAllText(At("f.csv"))));

    [Theory]
    [InlineData("f.csv")]
    [InlineData("m.json")]
    [InlineData("./sub/../f.csv")]
    public async Task Ingest_leaves_its_inputs_alone(string to)
    {
        var run = await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At(to));
        Assert.Equal(ExitCode.BadInput, run.ExitCode);
        Assert.Contains("output-is-input", run.Error, StringComparison.Ordinal);
        AreWhole();
    }

    [Fact]
    public async Task A_link_to_an_input_is_that_input()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.CreateSymbolicLink(At("link.json"), At("f.csv"));
        Directory.CreateSymbolicLink(At("same"), _folder);
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("link.json"))).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out=" + At("same/f.csv"))).ExitCode);
        AreWhole();

        // A link to another file is followed and stays a link.
        File.CreateSymbolicLink(At("out.json"), At("real.json"));
        Assert.Equal(ExitCode.Yes, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("out.json"))).ExitCode);
        Assert.NotNull(new FileInfo(At("out.json")).LinkTarget);
        Assert.StartsWith("{", await File.ReadAllTextAsync(At("real.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_and_a_receipt_write_over_no_input()
    {
        Assert.Equal(ExitCode.Yes, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("r.json"))).ExitCode);
        var report = await File.ReadAllTextAsync(At("r.json"), TestContext.Current.CancellationToken);
        foreach (var to in new[] { "r.json", "m.json", "f.csv" })
        {
            Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "evidence", "pack", At("r.json"), "--mapping", At("m.json"), At("f.csv"), "--out", At(to))).ExitCode);
        }

        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "assess", At("r.json"), "--receipt", At("r.json"))).ExitCode);
        Assert.Equal(report, await File.ReadAllTextAsync(At("r.json"), TestContext.Current.CancellationToken));
        AreWhole();
    }

    [Fact]
    public async Task Two_outputs_are_two_files()
    {
        var run = await CctsTool.Run(null, "reconcile", "--ledger", At("f.csv"), "--registry", At("f.csv"), "--html", At("a"), "--csv", At("a"));
        Assert.Contains("output-is-input", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_output_is_written_anew_and_nothing_else_stays_beside_it()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.Equal(ExitCode.Yes, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("r.json"))).ExitCode);
        }

        Assert.Equal(["f.csv", "m.json", "r.json"], Directory.GetFiles(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_report_of_an_earlier_run_is_told()
    {
        Assert.Equal(ExitCode.Yes, (await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("r.json"))).ExitCode);
        await File.WriteAllTextAsync(At("f.csv"), Log.Replace("2,2025-05-01,11", "1,2025-05-01,11", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, "ingest", At("m.json"), At("f.csv"), "--out", At("r.json"));
        Assert.Equal(ExitCode.No, run.ExitCode);
        Assert.Contains("report-older", run.Error, StringComparison.Ordinal);
    }
}
