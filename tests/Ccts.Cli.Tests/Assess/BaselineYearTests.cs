using System;
using System.IO;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Assess;

/// <summary><c>--baseline-year</c>: the baseline out of the reports of its years.</summary>
public sealed class BaselineYearTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ccts-baseline").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_baseline_is_mean_emissions_over_mean_product()
    {
        // (90000 + 120000) / (100000 + 100000) = 1.05, at 1 t for each GJ of heat bought.
        var (first, second, now) = (Report("2022-23", 90_000), Report("2023-24", 120_000), Report("2025-26", 100_000));
        var run = await CctsTool.Run(null, "assess", now, "--baseline-year", first, "--baseline-year", second, "--target", "1.04 tCO2e/t", "--json");
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal("1.05 tCO2e/t", (string)json["baselineYears"]!["intensity"]!);
        Assert.Equal("105000 t", (string)json["baselineYears"]!["emissions"]!);
        Assert.Equal("1.05 tCO2e/t", (string)json["ownTarget"]!["baseline"]!);

        run = await CctsTool.Run(null, "assess", now, "--baseline-year", first, "--baseline-year", second);
        Assert.Contains("mean emissions 105000 t over mean product 100000 t = 1.05 tCO2e/t", run.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await CctsTool.Run(null, "assess", now, "--baseline-year", first, "--baseline", "0.9 tCO2e/t")).ExitCode);
        Assert.Equal(2, (await CctsTool.Run(null, "assess", now, "--baseline-year", first, "--baseline-year", first)).ExitCode);
    }

    private string Report(string year, int heat)
    {
        var file = Path.Combine(_folder, year + ".json");
        File.WriteAllText(file, $$"""
            { "format": "ccts-monitoring-report/1", "complianceYear": "{{year}}", "entity": { "name": "Works", "sector": "Chlor-alkali" }, "whyUnusual": "no-electricity: an example",
              "importedHeat": [{ "id": "heat", "amount": "{{heat}} GJ", "factor": "1000 tCO2/TJ", "source": "test", "whyUnusual": "unusual-heat-factor 1000: an example" }],
              "products": [{ "id": "caustic", "product": "caustic soda", "amount": "100000 t" }] }
            """);
        return file;
    }
}
