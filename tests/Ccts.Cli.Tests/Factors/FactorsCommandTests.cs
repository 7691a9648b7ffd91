using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Ccts.Cli.Tests.Factors;

public sealed class FactorsCommandTests
{
    [Fact]
    public async Task Every_fuel_material_and_gas_with_its_value_and_where_it_stands()
    {
        var run = await CctsTool.Run(null, "factors", "--json");

        Assert.Equal(0, run.ExitCode);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(("in-ccts/2026-27", 2), ((string)json["ruleset"]!["id"]!, (int)json["ruleset"]!["revision"]!));
        Assert.Equal((53, 10, 5), (json["fuels"]!.AsArray().Count, json["materials"]!.AsArray().Count, json["gases"]!.AsArray().Count));
        var coal = json["fuels"]!.AsArray().Single(f => (string)f!["key"]! == "other-bituminous-coal")!;
        Assert.Equal(("94.6 tCO2/TJ", "derived", "96.1 tCO2/TJ"), ((string)coal["factor"]!, (string)coal["evidence"]!, (string)coal["otherReadings"]![0]!["factor"]!));
        Assert.Equal(("CaCO3", "0.44 tCO2/t", "BEE-DPCM Annexure IV"), ((string)json["materials"]![0]!["key"]!, (string)json["materials"]![0]!["factor"]!, (string)json["materials"]![0]!["source"]!));
    }

    [Fact]
    public async Task It_fits_eighty_columns_and_shows_the_other_reading()
    {
        var run = await CctsTool.RunWith("COLUMNS", "80", null, "factors");

        Assert.Equal(0, run.ExitCode);
        Assert.Matches("petroleum-coke +97.5 +yes +32.5", run.Output);
        Assert.Contains("other-bituminous-coal: 96.1 tCO2/TJ under the other reading.", run.Output, StringComparison.Ordinal);
        Assert.All(run.Output.Split('\n').Where(l => l.StartsWith("  ", StringComparison.Ordinal)), line => Assert.True(Cells(line) <= 81, line));
    }

    [Theory]
    [InlineData("furnace oil", 0, "residual-fuel-oil")]
    [InlineData("limestone", 0, "CaCO3")]
    [InlineData("cf4", 0, "6630")]
    [InlineData("पेट कोक", 0, "petroleum-coke")]
    [InlineData("कोयला", 0, "other-bituminous-coal")]
    [InlineData("चूना पत्थर", 0, "CaCO3")]
    [InlineData("combined margin", 0, "combined-margin-excl-imports")]
    [InlineData("grid", 0, "combined-margin-excl-imports")]
    [InlineData("-", 1, "Nothing here is near \"-\"")]
    [InlineData("a", 1, "Nothing here is near \"a\"")]
    [InlineData("ो", 1, "Nothing here is near")]
    [InlineData("unobtainium", 1, "Nothing here is near \"unobtainium\"")]
    public async Task A_name_is_looked_up_as_people_say_it(string name, int code, string said)
    {
        var run = await CctsTool.Run(null, "factors", name);

        Assert.Equal(code, run.ExitCode);
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
    }

    /// <summary>A gas that an overlay adds is looked up like those of the procedure.</summary>
    [Fact]
    public async Task A_gas_of_an_overlay_is_found()
    {
        var overlay = Directory.CreateTempSubdirectory("gases");
        File.WriteAllText(Path.Combine(overlay.FullName, "overlay.json"), """{ "format": 1, "id": "gases", "revision": 1, "force": "draft", "title": { "en": "made-up gases", "hi": "x", "hiReviewed": false }, "published": "2026-11-22", "extends": ["in-ccts/2026-27"], "instruments": [{ "id": "MADE-UP", "title": "Made up", "issuer": "nobody", "date": "2026-11-01", "status": "draft", "evidence": "assumption" }] }""");
        File.WriteAllText(Path.Combine(overlay.FullName, "parameters.json"), """{ "parameters": { "gases.global-warming-potential": { "title": { "en": "Further gases that count", "hi": "x", "hiReviewed": false }, "by": "gas", "table": { "SF6": [{ "from": "2026-04-01", "value": "23500", "unit": "multiple", "source": { "instrument": "MADE-UP", "clause": "Annex" }, "force": "draft", "evidence": "assumption" }] } } } }""");

        var run = await CctsTool.Run(null, "factors", "sf6", "--overlay", overlay.FullName);

        overlay.Delete(recursive: true);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("23500", run.Output, StringComparison.Ordinal);
    }

    /// <summary>What is not there is told with what is.</summary>
    [Theory]
    [InlineData("of the region \"northern\" (the only one read is all-india)", "--region", "northern")]
    [InlineData("of the edition \"20\" (", "--version-of-data", "20")]
    [InlineData("of the year \"1999-00\" (", "--of-year", "1999-00")]
    [InlineData("near \"grid\" and from the source \"IPCC\"", "grid", "--source", "IPCC")]
    public async Task What_is_not_there_is_named(string said, params string[] asked)
    {
        var run = await CctsTool.Run(null, ["factors", .. asked]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(said, string.Join(' ', run.Output.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    /// <summary>Every edition is kept: of 2023-24 the CEA's V20 says 0.727 with imports and 0.729 without.</summary>
    [Theory]
    [InlineData("0.727 tCO2/MWh,0.729 tCO2/MWh", "grid", "--of-year", "2023-24", "--version-of-data", "V20", "--source", "CEA")]
    [InlineData("0.7097 tCO2/MWh,0.7117 tCO2/MWh", "weighted-average", "--of-year", "2024-25", "--region", "all-india")]
    [InlineData("", "grid", "--region", "northern")]
    public async Task Grid_factors_by_region_year_edition_and_source(string factors, params string[] asked)
    {
        var run = await CctsTool.Run(null, ["factors", .. asked, "--json"]);
        var json = JsonNode.Parse(run.Output)!;
        Assert.Equal(factors.Length == 0 ? 1 : 0, run.ExitCode);
        var found = json["grid"]!.AsArray().Where(g => ((string)g!["series"]!).StartsWith("weighted-average", StringComparison.Ordinal)).Select(g => (string)g!["factor"]!).Order(StringComparer.Ordinal);
        Assert.Equal(factors, string.Join(',', found));
        Assert.Empty(json["fuels"]!.AsArray());
    }

    [Fact]
    public async Task The_other_publication_of_a_fuel_is_found_by_its_source()
    {
        var json = JsonNode.Parse((await CctsTool.Run(null, "factors", "petcoke", "--source", "IPCC", "--json")).Output)!;
        Assert.Equal("petroleum-coke", (string)Assert.Single(json["ipcc"]!.AsArray())!["key"]!);
        Assert.Empty(json["fuels"]!.AsArray());
    }

    [Theory]
    [InlineData("factors", "coal", "--year", "soon")]
    [InlineData("factors", " ")]
    [InlineData("factors", "--year", "2031-32")]
    public async Task What_cannot_be_asked_is_bad_input(params string[] args) => Assert.Equal(2, (await CctsTool.Run(null, args)).ExitCode);

    [Fact]
    public async Task A_report_with_an_unknown_fuel_is_answered_with_the_nearest()
    {
        var report = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(CctsTool.Samples, "kotputli-2025-26.json"), TestContext.Current.CancellationToken))!;
        var fuel = report["fuels"]![0]!.AsObject();
        fuel["fuel"] = "petcok";
        fuel.Remove("factor");

        var run = await CctsTool.Run(report.ToJsonString(), "assess", "-");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("\"petcok\" is not a fuel of the ruleset", run.Error, StringComparison.Ordinal);
        Assert.Contains("Did you mean \"petroleum-coke\"? \"ccts factors\" lists them all.", run.Error, StringComparison.Ordinal);
    }

    // The vowels of Devanagari stand on or beside their letter and take no cell of their own.
    private static int Cells(string line) => line.Count(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark));
}
