using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Targets;

public sealed class TargetsImportCommandTests : IDisposable
{
    private const string Header = "registration_no,entity,sector,baseline_year,baseline_output,baseline_gei,target_gei_2025_26,target_gei_2026_27\n";
    private const string Cement = Header + "CMTOE085RJ,Kotputli Cement Works,Cement,2023-24,3666138,0.8086,0.8032,0.7891\nCGUOE005UP,Kundanganj Grinding Unit,Cement,2023-24,2787464,0.0128,-,0.0125\n";
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-targets").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_clean_schedule_becomes_targets()
    {
        var path = Path.Combine(_folder, "targets.csv");
        var run = await CctsTool.Run(Cement, "targets", "import", "-", "--year", "2026-27", "--out", path);

        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("CGUOE005UP,Kundanganj Grinding Unit,Cement,,,2023-24,2787464,0.0128,0.0125,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schedule_without_rows_is_no_schedule()
    {
        var run = await CctsTool.Run(Header, "targets", "import", "-");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("0 rows", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_year_is_taken_when_none_is_named_and_a_dash_is_no_target()
    {
        var json = JsonNode.Parse((await CctsTool.Run(Cement, "targets", "import", "-", "--json")).Output)!;

        Assert.Equal(("2025-26", 2, 1), ((string)json["complianceYear"]!, (int)json["rows"]!, (int)json["withTarget"]!));
        Assert.Equal(["no-target"], json["remarks"]!.AsArray().Select(r => (string)r!["code"]!));
        Assert.Contains("0.0128,-,", (string)json["targetsCsv"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_likely_misprint_is_a_clean_no_and_an_unreadable_row_is_bad_input()
    {
        var misprint = await CctsTool.Run(Header + "CMTOE901RJ,Made up,Cement,2023-24,1000,0.8,0.85,0.7\n", "targets", "import", "-");
        Assert.Equal(1, misprint.ExitCode);
        Assert.Contains("target-above-baseline", misprint.Error, StringComparison.Ordinal);

        var path = Path.Combine(_folder, "none.csv");
        var unreadable = await CctsTool.Run(Header + "CMTOE901RJ,Made up,Cement,2023-24,1000,0.8,0·7,0.7\n", "targets", "import", "-", "--out", path);
        Assert.Equal(2, unreadable.ExitCode);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_baseline_year_has_no_targets() =>
        Assert.Equal(2, (await CctsTool.Run(Cement, "targets", "import", "-", "--ruleset", "in-ccts/2023-24")).ExitCode);
}
