using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Ingest;

/// <summary><c>ccts ingest</c> on the files of docs/ingestion.md.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-ingest").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_command_of_the_document_runs_and_ends_as_it_says()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CctsTool.RepositoryRoot, "docs", "ingestion.md"), TestContext.Current.CancellationToken);
        var commands = Regex.Matches(text, "<!-- command: (?<code>[0-2]) -->\n```sh\n(?<line>.*)\n```");
        Assert.NotEmpty(commands);
        foreach (var command in commands.AsEnumerable())
        {
            // What a command writes lies in the folder of this test; what it reads that an earlier one wrote, too.
            var args = command.Groups["line"].Value.Split(' ').Skip(1).Select(a => a.StartsWith("samples/", StringComparison.Ordinal) || !Regex.IsMatch(a, @"^[\w-]+\.json$") ? a : Path.Combine(_folder, a)).ToArray();
            var run = await CctsTool.Run(null, args);
            Assert.True(run.ExitCode.ToString(System.Globalization.CultureInfo.InvariantCulture) == command.Groups["code"].Value, command.Value + run.Output + run.Error);
        }
    }

    [Fact]
    public async Task Amounts_findings_and_readiness_are_told_as_json()
    {
        var data = Path.Combine(CctsTool.Samples, "ingestion");
        var report = Path.Combine(_folder, "report.json");
        var run = await CctsTool.Run(null, ["ingest", Path.Combine(data, "plant.mapping.json"), .. Directory.GetFiles(data, "*.csv"), Path.Combine(data, "production.jsonl"), "--out", report, "--json"]);
        var json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((ExitCode.No, true, false), (run.ExitCode, json.GetProperty("ok").GetBoolean(), json.GetProperty("complete").GetBoolean()));
        Assert.Equal("99.12", json.GetProperty("readiness").GetProperty("measuredPercent").GetString());
        Assert.Equal(["16642.25 MWh", null, "133.45 t", "134.19 t", "6131.25 t", "6458.75 t"], json.GetProperty("values").EnumerateArray().Select(v => v.GetProperty("amount").GetString()));
        Assert.Equal(["double", "double", "gap", "gap", "gap", "row-of-no-series", "unit-change", "withheld"], json.GetProperty("problems").EnumerateArray().Select(p => p.GetProperty("code").GetString()).Order(StringComparer.Ordinal));

        // What was written is a report like any other: its months are taken as a part of the year.
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "assess", report)).ExitCode);
        Assert.NotEqual(ExitCode.BadInput, (await CctsTool.Run(null, "position", report, "--target", "0.8 tCO2e/t")).ExitCode);
    }

    [Fact]
    public async Task Nothing_is_written_when_something_is_not_understood()
    {
        var (file, report) = (Path.Combine(_folder, "incomer-1.csv"), Path.Combine(_folder, "report.json"));
        await File.WriteAllTextAsync(file, "Zeit;Import;Unit\n01.04.2025 00:00;1e5;kWh\n", TestContext.Current.CancellationToken);
        var data = Path.Combine(CctsTool.Samples, "ingestion");
        var run = await CctsTool.Run(null, "ingest", Path.Combine(data, "plant.mapping.json"), file, Path.Combine(data, "weighbridge.csv"), Path.Combine(data, "production.jsonl"), "--out", report);
        Assert.Equal((ExitCode.BadInput, false), (run.ExitCode, File.Exists(report)));
        Assert.Contains("incomer-1.csv(2,18) 2/Import: error bad-value", run.Error, StringComparison.Ordinal);
    }
}
