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
    public async Task Steps_and_receipt_lead_back_to_the_rows_of_the_files()
    {
        var data = Path.Combine(CctsTool.Samples, "ingestion");
        string[] files = [.. Directory.GetFiles(data, "*.csv"), Path.Combine(data, "production.jsonl")];
        var (report, receipt) = (Path.Combine(_folder, "report.json"), Path.Combine(_folder, "receipt.json"));
        await CctsTool.Run(null, ["ingest", Path.Combine(data, "plant.mapping.json"), .. files, "--out", report]);

        // Two months of a year: the reasons let it stand as a whole one.
        var json = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken))!;
        foreach (var list in new[] { "fuels", "electricity", "products" })
        {
            json[list]![0]!["whyGaps"] = "A test of two months.";
            json[list]![0]!["whyUnusual"] = "A test of two months.";
        }

        await File.WriteAllTextAsync(report, json.ToJsonString(), TestContext.Current.CancellationToken);
        var run = await CctsTool.Run(null, "assess", report, "--explain", "--receipt", receipt);
        Assert.Contains("2025-04: incomer-2025-04.csv rows 4 to 721, column Import, Incomer meter MM-1 (calibrated 2025-02-11), Electrical department, 2025-06-02, by neighbours", string.Join(' ', run.Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        var held = await CctsTool.Run(null, ["receipt", "verify", receipt, "--evidence", .. files.Where(f => !f.Contains("2025-05", StringComparison.Ordinal)), "--json"]);
        Assert.Equal((ExitCode.Yes, true), (held.ExitCode, JsonDocument.Parse(held.Output).RootElement.GetProperty("evidence").GetProperty("holds").GetBoolean()));
        var other = Path.Combine(_folder, "weighbridge.csv");
        await File.WriteAllTextAsync(other, "Ticket", TestContext.Current.CancellationToken);
        var refused = await CctsTool.Run(null, "receipt", "verify", receipt, "--evidence", other);
        Assert.Equal(ExitCode.No, refused.ExitCode);
        Assert.Contains("weighbridge.csv: error digest-differs", refused.Error, StringComparison.Ordinal);
        Assert.Contains("incomer-2025-04.csv: error file-missing", refused.Error, StringComparison.Ordinal);
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

    [Fact]
    public async Task Certificates_are_refused_with_the_clause_and_shown_beside()
    {
        var data = Path.Combine(CctsTool.Samples, "ingestion", "cloud");
        string[] args = ["cloud", Path.Combine(data, "usage.csv"), "--energy", Path.Combine(data, "energy.json"), "--year", "2025-26", "--certificates", "1 MWh"];
        var run = await CctsTool.Run(null, [.. args, "--json"]);
        var json = JsonDocument.Parse(run.Output).RootElement;

        // 40,000 hours of 0.04 kWh are 1.6 MWh.
        Assert.Equal((ExitCode.Yes, "1.6 MWh", 2), (run.ExitCode, json.GetProperty("energy").GetString(), json.GetProperty("hours").GetArrayLength()));
        var factor = decimal.Parse(json.GetProperty("gridFactor").GetProperty("value").GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1.6m * factor, decimal.Parse(json.GetProperty("scope2").GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        var certificates = json.GetProperty("certificates");
        Assert.Equal((false, "BEE-DPCM s.5(17)"), (certificates.GetProperty("counted").GetBoolean(), certificates.GetProperty("clause").GetString()));
        Assert.Equal(0.6m * factor, decimal.Parse(certificates.GetProperty("voluntaryScope2").GetString()!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("are refused [BEE-DPCM s.5(17)]", string.Join(' ', (await CctsTool.Run(null, args)).Output.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_nobody_gave_is_told()
    {
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "ingest")).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "ingest", Path.Combine(CctsTool.Samples, "ingestion", "plant.mapping.json"))).ExitCode);
        Assert.Equal(ExitCode.BadInput, (await CctsTool.Run(null, "report", "compare", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), "no-such.json")).ExitCode);
        Assert.Equal(ExitCode.No, (await CctsTool.Run(null, "report", "compare", Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), Path.Combine(CctsTool.Samples, "maihar-2025-26.json"))).ExitCode);
    }
}
