using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>
/// Invented plants of every sector in an ordinary year: gases of a steelworks, coal of the lowest grades, waste burnt in kilns, a kiln stop of seven
/// weeks, power from the grid while the plant's own stands still, fuel to light up with. None is asked anything; a slip in any of them is found.
/// </summary>
public sealed class HonestPlantsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants");

    public static TheoryData<string> Plants => [.. Directory.GetFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plants))]
    public void An_ordinary_year_raises_no_question(string plant)
    {
        Assert.Empty(Suspicious(Read(plant))!);
        if (Read(plant)["ownTarget"] is null)
        {
            return;
        }

        // A tenth below and above where the plant has been: a year of another mix of products, or of better fuel.
        foreach (var share in new[] { 0.91m, 1.1m })
        {
            var report = Read(plant);
            var intensity = Assess(report)!.Intensity.Unrounded.TonnesPerUnit;
            Rebase(report, intensity / share);
            Assert.Empty(Suspicious(report)!);
        }
    }

    /// <summary>Every chlor-alkali works has hydrogen left over and burns some: a fuel without carbon, by volume at either conditions or by mass.</summary>
    [Theory]
    [InlineData("900000 Nm3", "10.8 MJ/Nm3")]
    [InlineData("950000 Sm3", "2440 kcal/Sm3")]
    [InlineData("80 t", "120 GJ/t")]
    public void Hydrogen_burnt_raises_no_question(string amount, string calorific)
    {
        var report = Read("chlor-alkali-grid");
        report["fuels"]!.AsArray().Add(JsonNode.Parse($$"""{ "id": "hydrogen to flaker", "fuel": "hydrogen", "state": "gas", "amount": "{{amount}}", "ncv": "{{calorific}}", "factor": { "tier": "type-ii", "value": "0 tCO2/TJ", "source": "no carbon in it" }, "samples": 60 }"""));
        Assert.Empty(Suspicious(report)!);
    }

    /// <summary>A new kiln, another mix of products, a year of waste heat: told, and paid for. Somewhere a tenfold stream would nearly always fill the fall.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_plant_far_from_its_baseline_is_told_and_not_withheld(string plant)
    {
        if (Read(plant)["ownTarget"] is null)
        {
            return;
        }

        var intensity = Assess(Read(plant))!.Intensity.Unrounded.TonnesPerUnit;
        foreach (var share in new[] { 0.65m, 0.7m, 0.75m, 0.8m, 1.25m, 1.3m })
        {
            var report = Read(plant);
            Rebase(report, intensity / share);
            Assert.Equal(("unusual-intensity", false), Assert.Single(Suspicious(report)!) is var told ? (told.Code, told.NeedsReason) : default);
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Electricity_in_a_unit_a_thousand_times_too_small_withholds(string plant)
    {
        var report = Read(plant);
        if (report["electricity"] is null || report["ownTarget"] is null || (string)report["entity"]!["sector"]! is "Fertiliser" or "Iron & steel" or "Petroleum refinery")
        {
            return;
        }

        foreach (var stream in report["electricity"]!.AsArray())
        {
            foreach (var (period, amount) in stream!["amounts"]!.AsObject().ToList())
            {
                stream["amounts"]![period] = Times((string)amount!, 0.001m);
            }
        }

        report.AsObject().Remove("exportedPower");
        if (Suspicious(report) is { } told)
        {
            Assert.Contains(told, f => f.Code == "no-electricity" && f.Message.Contains("less than the", StringComparison.Ordinal));
        }
    }

    /// <summary>A fuel that gives off a fifth of the plant or more, in a unit a thousand times too small, wherever an ordinary year lies beside the baseline.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_main_fuel_in_a_unit_a_thousand_times_too_small_withholds(string plant)
    {
        if (Read(plant)["ownTarget"] is null)
        {
            return;
        }

        var whole = Assess(Read(plant))!;
        foreach (var (list, index) in Streams(Read(plant), "fuels"))
        {
            foreach (var share in new[] { 0.93m, 0.97m, 1m, 1.03m })
            {
                var report = Read(plant);
                var stream = report[list]![index]!;
                Rebase(report, whole.Intensity.Unrounded.TonnesPerUnit / share);
                foreach (var (period, amount) in stream["amounts"]!.AsObject().ToList())
                {
                    stream["amounts"]![period] = Times((string)amount!, 0.001m);
                }

                stream.AsObject().Remove("stock");
                var less = Assess(report);
                if (less is not null && less.Emissions.Total.Tonnes < 0.8m * whole.Emissions.Total.Tonnes)
                {
                    Assert.True(less.Findings.Any(f => f.NeedsReason), $"{plant} {stream["id"]} at {share}: {less.Emissions.Total} for {whole.Emissions.Total}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void Kilocalories_for_kilojoules_withhold(string plant) => Each(
        plant,
        ["fuels"],
        s => s["ncv"] ?? s["gcv"],
        (text, stream) => text.EndsWith("kcal/kg", StringComparison.Ordinal) ? [text.Replace("kcal/kg", "GJ/t", StringComparison.Ordinal), text.Replace("kcal/kg", "kJ/kg", StringComparison.Ordinal)]
            : text.Contains("kcal/", StringComparison.Ordinal) ? [text.Replace("kcal/", "kJ/", StringComparison.Ordinal), Times(text, 4.1868m)]
            : IsWaste(stream) ? [Times(text, 1000m / 4.1868m)] : [Times(text, 1m / 4.1868m), Times(text, 1000m / 4.1868m)]);

    [Theory]
    [MemberData(nameof(Plants))]
    public void Carbon_for_carbon_dioxide_and_kilograms_for_tonnes_withhold(string plant) => Each(
        plant,
        ["fuels", "processMaterials"],
        s => s["factor"]?["value"],
        (text, _) => [Times(text, 12m / 44m), Times(text, 44m / 12m), Times(text, 1000m), Times(text, 1m / 1000m)],
        (s, text) => s["factor"]!["value"] = text);

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_carbon_content_a_hundredth_is_told(string plant)
    {
        foreach (var (list, index) in Streams(Read(plant), "fuels").Where(s => Read(plant)[s.List]![s.Index]!["carbonContent"] is not null))
        {
            var report = Read(plant);
            report[list]![index]!["carbonContent"] = "0.0093";
            Assert.Contains(Suspicious(report)!, f => f.NeedsReason);
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void An_output_ten_times_too_large_withholds(string plant)
    {
        var report = Read(plant);
        if (report["ownTarget"] is null)
        {
            return;
        }

        foreach (var product in report["products"]!.AsArray())
        {
            foreach (var (period, amount) in product!["amounts"]!.AsObject().ToList())
            {
                product["amounts"]![period] = Times((string)amount!, 10m);
            }
        }

        Assert.Contains(Suspicious(report)!, f => f.NeedsReason);
    }

    /// <summary>What is made from another product may be one beside it, where the report says by which equivalence: clinker sold and put into stock, pig iron, pulp, ammonia.</summary>
    [Theory]
    [InlineData("cement-integrated", "clinker sold", "180000 t", "1.2")]
    [InlineData("cement-grinding-clinker", "clinker sold on", "20000 t", "1.5")]
    [InlineData("steel-bf-bof", "hot metal", "90000 t", "0.7")]
    [InlineData("fertiliser", "ammonia", "40000 t", "1.3")]
    [InlineData("paper-integrated", "pulp", "10000 t", "0.6")]
    [InlineData("textile-processing", "yarn", "900 t", "0.5")]
    [InlineData("aluminium-smelter", "alumina", "5000 t", "0.1")]
    [InlineData("chlor-alkali-grid", "liquid chlorine", "9000 t", "0.1")]
    [InlineData("petrochemical-gas", "polyethylene", "9000 t", "1.1")]
    public void An_intermediate_sold_with_its_equivalence_raises_no_question_and_one_without_does(string plant, string product, string amount, string equivalence)
    {
        JsonNode With(string more)
        {
            var report = Read(plant);
            ((JsonArray)report["products"]!).Add(JsonNode.Parse($$"""{ "id": "other", "product": "{{product}}", "amount": "{{amount}}"{{more}} }"""));
            return report;
        }

        Assert.DoesNotContain(Suspicious(With($", \"equivalence\": \"{equivalence}\", \"equivalenceSource\": \"norm of the sector\""))!, f => f.Code == "product-counted-twice");
        Assert.Contains(Suspicious(With(""))!, f => f.Code == "product-counted-twice" && f.Place.Pointer.StartsWith("/products/", StringComparison.Ordinal));
    }

    /// <summary>A sector is the same one in other letters and with "and" for its sign: what every plant of it has cannot be left out by spelling.</summary>
    [Theory]
    [InlineData("cement-integrated", "CEMENT")]
    [InlineData("cement-integrated", " cement ")]
    [InlineData("paper-integrated", "Pulp and Paper")]
    [InlineData("paper-integrated", "pulp&paper")]
    public void Electricity_left_out_is_told_however_the_sector_is_spelled(string plant, string sector)
    {
        var (listed, spelled) = (Read(plant), Read(plant));
        foreach (var report in new[] { listed, spelled })
        {
            report.AsObject().Remove("electricity");
            report.AsObject().Remove("exportedPower");
        }

        spelled["entity"]!["sector"] = sector;
        Assert.Contains(Suspicious(listed)!, f => f.Code == "no-electricity");
        Assert.Contains(Suspicious(spelled)!, f => f.Code == "no-electricity");
    }

    /// <summary>
    /// Gas billed in MMBtu of its gross value is fuel like any other: a petrochemical plant that burns nothing else has fuel, and one that burnt none of it has not.
    /// 1,000,000 MMBtu x 1.05505585262 GJ x 0.90 x 56.1 t/TJ = 53,269.77 t.
    /// </summary>
    [Theory]
    [InlineData("MMBtu", "83333.3333", false)]
    [InlineData("MMBtu", "0", true)]
    [InlineData("GJ", "0", true)]
    [InlineData("Gcal", "20000", false)]
    public void Fuel_billed_by_its_energy_is_fuel(string unit, string month, bool isMissing)
    {
        var report = Read("petrochemical-gas");
        report["fuels"] = JsonNode.Parse("""[{ "id": "gas", "fuel": "natural-gas", "state": "gas", "energyBasis": "gross", "factor": { "tier": "type-ii", "value": "56.1 tCO2/TJ", "source": "Lab" } }]""");
        report["fuels"]![0]!["amounts"] = new JsonObject(report["products"]![0]!["amounts"]!.AsObject().Select(a => new KeyValuePair<string, JsonNode?>(a.Key, month + " " + unit)));

        var assessment = Assess(report)!;
        Assert.Equal(isMissing, assessment.Findings.Any(f => f.Code == "no-fuel"));
        if (unit == "MMBtu" && !isMissing)
        {
            Assert.Equal(53_269.77m, Math.Round(assessment.Emissions.Combustion.Tonnes, 2));
        }
    }

    /// <summary>A thousandth of it, as MBtu are, withholds as any fuel does.</summary>
    [Fact]
    public void Fuel_billed_in_a_unit_a_thousand_times_too_small_withholds()
    {
        var report = Read("petrochemical-gas");
        var fuel = report["fuels"]![0]!.AsObject();
        foreach (var (period, amount) in fuel["amounts"]!.AsObject().ToList())
        {
            // 33.2 MJ/Sm3 net, billed by the gross value: / 0.90 / 1,055.05585262 MJ.
            fuel["amounts"]![period] = Math.Round(Quantity((string)amount!) * 33.2m / 0.9m / 1055.05585262m / 1000m, 4).ToString(CultureInfo.InvariantCulture) + " MMBtu";
        }

        fuel.Remove("ncv");
        fuel["energyBasis"] = "gross";
        Assert.Contains(Suspicious(report)!, f => f.NeedsReason);
    }

    /// <summary>Where the plant is above its baseline nothing is earned by leaving it out, and it is told; below, it withholds.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void Electricity_left_out_is_told_and_withholds_where_it_would_earn(string plant)
    {
        var report = Read(plant);
        if (report["electricity"] is null || (string)report["entity"]!["sector"]! == "Fertiliser")
        {
            return;
        }

        report.AsObject().Remove("electricity");
        report.AsObject().Remove("exportedPower");
        if (Suspicious(report) is not { } told)
        {
            return;
        }

        Assert.Contains(told, f => f.Code == "no-electricity");
        if (report["ownTarget"] is not null && Streams(report, "fuels", "processMaterials", "massBalances", "importedIntermediates", "importedHeat").Count() > 1)
        {
            var intensity = Assess(report)!.Intensity.Unrounded.TonnesPerUnit;
            Rebase(report, intensity * 1.02m);
            Assert.Contains(Suspicious(report)!, f => f.Code == "no-electricity" && f.NeedsReason);
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_month_of_a_main_stream_with_three_noughts_too_many_withholds(string plant)
    {
        foreach (var (list, index) in Streams(Read(plant), "fuels", "processMaterials", "products"))
        {
            var report = Read(plant);
            var stream = report[list]![index]!;
            var amounts = stream["amounts"]!.AsObject();
            var before = amounts.Single(a => a.Key.EndsWith("-06", StringComparison.Ordinal));
            if (IsBiogenic(stream) || (string)stream["id"]! is "hsd" or "ldo" or "dg" || Quantity((string)before.Value!) == 0m)
            {
                continue;
            }

            amounts[before.Key] = Times((string)before.Value!, 1000m);
            Assert.True(Suspicious(report) is null or { Count: > 0 }, $"{plant} {list}/{index}");
        }
    }

    /// <summary>Puts each slip into each stream; every one must be a finding that needs a reason, or be refused.</summary>
    private static void Each(string plant, string[] lists, Func<JsonNode, JsonNode?> value, Func<string, JsonNode, string[]> slips, Action<JsonNode, string>? write = null)
    {
        foreach (var (list, index) in Streams(Read(plant), lists))
        {
            var sound = Read(plant)[list]![index]!;
            if (value(sound) is null || IsBiogenic(sound))
            {
                continue;
            }

            foreach (var slip in slips((string)value(sound)!, sound))
            {
                var report = Read(plant);
                var stream = report[list]![index]!;
                if (write is null)
                {
                    stream[stream["ncv"] is null ? "gcv" : "ncv"] = slip;
                }
                else
                {
                    write(stream, slip);
                }

                Assert.True(Suspicious(report)?.Any(f => f.NeedsReason) != false, $"{plant} {stream["id"]}: {slip} for {value(sound)}");
            }
        }
    }

    /// <summary>Another baseline, and the target cut from it.</summary>
    private static void Rebase(JsonNode report, decimal baseline)
    {
        var unit = ((string)report["ownTarget"]!["baseline"]!).Split(' ')[1];
        foreach (var (member, value) in new[] { ("baseline", baseline), ("target", baseline * 0.97m) })
        {
            report["ownTarget"]![member] = $"{Math.Round(value, 5).ToString(CultureInfo.InvariantCulture)} {unit}";
        }
    }

    private static IEnumerable<(string List, int Index)> Streams(JsonNode report, params string[] lists) =>
        lists.Where(l => report[l] is not null).SelectMany(l => Enumerable.Range(0, report[l]!.AsArray().Count).Select(i => (l, i)));

    private static bool IsBiogenic(JsonNode stream) =>
        stream["fuel"] is { } fuel && RulesetCatalog.Default.Find("in-ccts/2025-26")!.Assessment.Emissions.Fuels.TryGetValue((string)fuel!, out var listed) && listed.Biogenic;

    /// <summary>Waste may be damp sludge or dry plastics: a quarter of a calorific value is one too.</summary>
    private static bool IsWaste(JsonNode stream) => ((string)stream["fuel"]!).Contains("waste", StringComparison.Ordinal);

    private static string Times(string text, decimal factor)
    {
        var unit = text.Split(' ')[1];
        return Math.Round(Quantity(text) * factor, 6).ToString(CultureInfo.InvariantCulture) + " " + unit;
    }

    private static decimal Quantity(string text) => decimal.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture);

    private static JsonNode Read(string plant) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;

    /// <summary>Findings of plausibility; null where the report is refused.</summary>
    private static List<Problem>? Suspicious(JsonNode report) =>
        Assess(report)?.Findings.Where(f => f.Code != "unknown-sector" || f.NeedsReason).Where(f => f.NeedsReason || f.Clause?.Contains("plausibility", StringComparison.Ordinal) == true).ToList();

    private static Assessment? Assess(JsonNode json)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "plant");
        AssessmentRules rules = RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment;
        return Assessor.TryAssess(report, rules, null, out var assessment, out _) ? assessment : null;
    }
}
