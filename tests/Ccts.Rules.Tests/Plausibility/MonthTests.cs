using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>One month, or half a year, that was entered twice, left out or given in a digit less, of each kind of stream; of a whole year, and of half a year in a position.</summary>
public sealed class MonthTests
{
    /// <summary>Every invented plant, with one month of its product entered twice: some 8 % more product for the same emissions.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_month_of_product_that_was_entered_twice_withholds(string plant)
    {
        var report = Read(plant);
        if (report["ownTarget"] is null)
        {
            return;
        }

        foreach (var product in report["products"]!.AsArray())
        {
            Times(product!["amounts"]!, 2m, "2025-10", "2026-10");
        }

        Assert.Contains(Assess(report).Findings, f => f is { Code: "month-above-others", NeedsReason: true });
    }

    /// <summary>A quarter whose file was read twice: three months, and nothing else of the plant, are double.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_quarter_of_product_that_was_entered_twice_withholds(string plant)
    {
        var report = Read(plant);
        if (report["ownTarget"] is null || plant == "textile-wind")
        {
            return;
        }

        foreach (var product in report["products"]!.AsArray())
        {
            Times(product!["amounts"]!, 2m, "2025-10", "2025-11", "2025-12", "2026-10", "2026-11", "2026-12");
        }

        Assert.Contains(Assess(report).Findings, f => f is { Code: "month-above-others", NeedsReason: true });
    }

    /// <summary>Grid power is uneven beside units of the plant's own; a month of it in kWh is more than all others together, and a unit leads it among them.</summary>
    [Theory]
    [InlineData(1000, true)]
    [InlineData(10, false)]
    public void A_month_of_an_uneven_stream_in_another_unit_is_told(int times, bool told)
    {
        var report = Read("paper-integrated");
        Times(Find(report, "electricity/grid")["amounts"]!, times, "2025-07");
        Assert.Equal(told, Assess(report).Findings.Any(f => f.Code == "unusual-period" && f.Message.Contains("looks like kWh: 183300 kWh = 183.3 MWh.", StringComparison.Ordinal)));
    }

    /// <summary>What is deducted earns like product, and withholds; what is paid for is told; what took another's place asks nothing.</summary>
    [Theory]
    [InlineData("fertiliser-captured", "capturedCo2", 0, true)]
    [InlineData("cement-waste-derived", "processMaterials", 0, false)]
    [InlineData("paper-integrated", "fuels", 0, false)]
    public void A_month_that_was_entered_twice_is_told(string plant, string list, int index, bool withholds)
    {
        var report = Read(plant);
        Times(report[list]![index]!["amounts"]!, 2m, "2025-09");
        Assert.Equal(withholds, Assert.Single(Assess(report).Findings, f => f.Code == "month-above-others").NeedsReason);
    }

    [Theory]
    [InlineData("textile-processing", "fuels/coal")]
    [InlineData("refinery-cracker", "fuels/fg")]
    [InlineData("chlor-alkali-grid", "electricity/ppa")]
    [InlineData("textile-processing", "importedHeat/steam")]
    public void Half_a_year_with_a_digit_less_withholds(string plant, string stream)
    {
        var report = Read(plant);
        Rebase(report);
        var amounts = Find(report, stream)["amounts"]!;
        Times(amounts, 0.1m, [.. amounts.AsObject().Take(6).Select(a => a.Key)]);
        var told = Assert.Single(Assess(report).Findings, f => f.Code == "unusual-period");
        Assert.True(told.NeedsReason);
        Assert.Contains("a digit too few", told.Message, StringComparison.Ordinal);
    }

    /// <summary>Bought clinker, feedstock and bought steam as fuels are: told where a month has nothing, withheld where a digit leads.</summary>
    [Theory]
    [InlineData("cement-grinding-clinker", "importedIntermediates/clinker", 0, false)]
    [InlineData("cement-grinding-clinker", "importedIntermediates/clinker", 0.1, true)]
    [InlineData("fertiliser", "massBalances/reformer", 0, false)]
    [InlineData("fertiliser", "massBalances/reformer", 0.1, true)]
    public void A_month_left_out_is_told(string plant, string stream, double times, bool withholds)
    {
        var report = Read(plant);
        var found = Find(report, stream);
        found.AsObject().Remove("stock");
        Times((found["inputs"]?[0] ?? found)["amounts"]!, (decimal)times, "2025-09");
        Assert.Equal(withholds, Assert.Single(Assess(report).Findings, f => f.Code == "unusual-period").NeedsReason);
    }

    /// <summary>Carbon out of a balance is looked at by period like every stream.</summary>
    [Fact]
    public void A_month_of_carbon_out_a_hundred_times_is_told()
    {
        var report = Read("steel-bf-bof");
        var output = report["massBalances"]!.AsArray().SelectMany(b => b!["outputs"]!.AsArray()).Single(o => (string)o!["material"]! == "benzol")!;
        Times(output["amounts"]!, 100m, "2025-09", "2026-09");
        Assert.Contains(Assess(report).Findings, f => f.Code == "unusual-period" && f.NeedsReason && f.Place.Pointer.Contains("/outputs/", StringComparison.Ordinal));
    }

    /// <summary>Coal tar that left, with a digit too many in every other month, was 957,308 certificates beside a warning.</summary>
    [Fact]
    public void Carbon_out_with_a_digit_too_many_in_every_other_month_withholds()
    {
        var report = Read("steel-bf-bof");
        var amounts = report["massBalances"]!.AsArray().SelectMany(b => b!["outputs"]!.AsArray()).Single(o => (string)o!["material"]! == "coal tar")!["amounts"]!;
        Times(amounts, 10m, [.. amounts.AsObject().Where((_, i) => i % 2 == 0).Select(a => a.Key)]);
        Assert.Contains(Assess(report).Findings, f => f is { Code: "month-above-others", NeedsReason: true } && f.Message.Contains("ten times as much", StringComparison.Ordinal));
    }

    /// <summary>A works of which only the power says what went on: its product of half a year entered twice was 56 % of its emissions beside a warning.</summary>
    [Fact]
    public void Half_a_year_of_product_entered_twice_withholds_where_one_activity_says_so()
    {
        var report = Read("cement-grinding-clinker");
        report["fuels"]?.AsArray().ToList().ForEach(f => Whole(f!));
        report["importedIntermediates"]!.AsArray().ToList().ForEach(f => Whole(f!));
        Rebase(report);
        Times(report["products"]![0]!["amounts"]!, 2m, [.. report["products"]![0]!["amounts"]!.AsObject().Skip(6).Select(a => a.Key)]);
        Assert.Contains(Assess(report).Findings, f => f is { Code: "month-above-others", NeedsReason: true });
    }

    /// <summary>Whatever the unit of its product, no plant gives off a thousand times what a refinery does.</summary>
    [Fact]
    public void A_refinery_a_thousand_times_too_large_throughout_withholds()
    {
        var report = Read("refinery");
        foreach (var stream in report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).Where(s => s!["amounts"] is JsonObject))
        {
            Times(stream!["amounts"]!, 1000m, [.. stream["amounts"]!.AsObject().Select(a => a.Key)]);
        }

        Assert.Contains(Assess(report).Findings, f => f is { Code: "unusual-production", NeedsReason: true });
    }

    /// <summary>The same in a year that is not over, where a projection makes a month of it all: half of September's product more was +372,243 for a plant that is 37,316 short.</summary>
    [Theory]
    [InlineData("products", 2, "month-above-others", true)]
    [InlineData("processMaterials", 0, "months-without-process", true)]
    [InlineData("fuels", 0, "months-without-fuel", true)]
    [InlineData("fuels", 0.5, "unusual-period", false)]
    [InlineData("electricity", 0.1, "months-without-power", true)]
    [InlineData("products", 1, null, false)]
    public void Half_a_year_is_looked_at_by_month(string list, double times, string? code, bool withholds)
    {
        var report = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "data", "kotputli-2025-26.json")))!;
        foreach (var stream in report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).Where(s => s!["amounts"] is not null))
        {
            stream!.AsObject().Remove("stock");
            foreach (var later in stream["amounts"]!.AsObject().Select(a => a.Key).Order(StringComparer.Ordinal).Skip(6).ToList())
            {
                stream["amounts"]!.AsObject().Remove(later);
            }
        }

        foreach (var stream in report[list]!.AsArray())
        {
            Times(stream!["amounts"]!, (decimal)times, "2025-09");
        }

        var assessment = Assess(report, new AssessmentOptions { PartOfYear = true });
        Assert.DoesNotContain(assessment.Findings, f => f.Code == "changed-since-previous-year" && times is 1);
        var told = assessment.Findings.Where(f => f.Code is "month-above-others" or "unusual-period" || f.Code.StartsWith("months-without", StringComparison.Ordinal)).ToList();
        Assert.Equal(code is null, told.Count == 0);
        Assert.All(told, f => Assert.Equal((code, withholds), (f.Code, f.NeedsReason)));
        Assert.Equal(withholds, assessment.Certificates.Kind == CertificateKind.Withheld);
    }

    /// <summary>A column that was copied and not filled in; equal shares of a year are none.</summary>
    [Fact]
    public void A_month_that_is_a_copy_is_told()
    {
        var report = Read("paper-integrated");
        var copied = Copied(report, "2025-09", "2025-08");
        Assert.Contains("2025-08 and 2025-09 are the same in every stream", Assert.Single(Assess(copied).Findings, f => f.Code == "month-copied").Message, StringComparison.Ordinal);
        foreach (var month in report["products"]![0]!["amounts"]!.AsObject().Select(a => a.Key).ToList())
        {
            copied = Copied(copied, month, "2025-08");
        }

        Assert.DoesNotContain(Assess(copied).Findings, f => f.Code == "month-copied");
    }

    private static JsonNode Copied(JsonNode report, string month, string from)
    {
        var copy = report.DeepClone();
        foreach (var amounts in copy.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray()).SelectMany(s => new[] { s }.Concat(s!["inputs"]?.AsArray() ?? []).Concat(s["outputs"]?.AsArray() ?? [])).Select(s => s!["amounts"]).OfType<JsonObject>().Where(a => a[from] is not null))
        {
            amounts[month] = (string)amounts[from]!;
        }

        return copy;
    }

    public static TheoryData<string> Plants => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).Where(p => p is not ("petrochemical-naphtha" or "chlor-alkali-captive"))];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants");

    private static JsonNode Read(string plant) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;

    private static JsonNode Find(JsonNode report, string stream) => report[stream.Split('/')[0]]!.AsArray().Single(s => (string)s!["id"]! == stream.Split('/')[1])!;

    /// <summary>The plant at its own baseline.</summary>
    private static void Rebase(JsonNode report)
    {
        var intensity = Assess(report).Intensity.Unrounded.TonnesPerUnit;
        var unit = ((string)report["ownTarget"]!["baseline"]!).Split(' ')[1];
        (report["ownTarget"]!["baseline"], report["ownTarget"]!["target"]) = (FormattableString.Invariant($"{Math.Round(intensity, 4)} {unit}"), FormattableString.Invariant($"{Math.Round(intensity * 0.97m, 4)} {unit}"));
    }

    /// <summary>The figure of the year alone.</summary>
    private static void Whole(JsonNode stream)
    {
        var amounts = stream["amounts"]!.AsObject().Select(a => ((string)a.Value!).Split(' ')).ToList();
        stream["amounts"] = new JsonObject { ["2025-26"] = FormattableString.Invariant($"{amounts.Sum(a => decimal.Parse(a[0], CultureInfo.InvariantCulture))} {amounts[0][1]}") };
    }

    private static void Times(JsonNode amounts, decimal times, params string[] months)
    {
        foreach (var month in months.Where(m => amounts[m] is not null))
        {
            var parts = ((string)amounts[month]!).Split(' ');
            amounts[month] = FormattableString.Invariant($"{decimal.Parse(parts[0], CultureInfo.InvariantCulture) * times} {parts[1]}");
        }
    }

    private static Assessment Assess(JsonNode json, AssessmentOptions? options = null)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "plant");
        return Assessor.Assess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment, options);
    }
}
