using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>Plants that enter quarters, halves of a year or bills from the middle of a month: they are compared with themselves like those that enter months.</summary>
public sealed class LongPeriodTests
{
    /// <summary>Plants whose halves of a year are unlike: a kiln that stood still, wind.</summary>
    private static readonly string[] Uneven = ["petrochemical-naphtha", "chlor-alkali-captive", "textile-wind", "cement-integrated"];

    /// <summary>The invented plants, each stream or every other one by a longer period: none is asked anything.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void An_ordinary_year_raises_no_question(string plant)
    {
        foreach (var months in new[] { 2, 3, 4, 6 })
        {
            Assert.Empty(Suspicious(By(plant, months)));
            Assert.Empty(Suspicious(By(plant, months, everyOther: true)));
        }

        // A month of the monsoon without grid power is none where bills take half of each month.
        if (plant != "textile-monsoon-wind")
        {
            Assert.Empty(Suspicious(Billed(plant)));
        }
    }

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_period_of_product_that_was_entered_twice_withholds(string plant)
    {
        if (Uneven.Contains(plant) || By(plant, 3)["ownTarget"] is null)
        {
            return;
        }

        foreach (var months in new[] { 3, 6 })
        {
            var report = By(plant, months);
            var amounts = report["products"]![0]!["amounts"]!.AsObject().Select(a => Number(a.Value!)).ToList();
            foreach (var product in report["products"]!.AsArray())
            {
                Times(product!, 2m, period: amounts.IndexOf(amounts.Max()));
            }

            Assert.Contains(Suspicious(report), f => f is { Code: "month-above-others", NeedsReason: true });
        }
    }

    /// <summary>A quarter or a half in kt, GWh and the like: 204,126 certificates for a plant that owed 6,863.</summary>
    [Theory]
    [InlineData("cement-waste-derived", "processMaterials", 0, "months-without-process")]
    [InlineData("cement-integrated", "processMaterials", 0, "months-without-process")]
    [InlineData("cement-integrated", "fuels", 0, "")]
    [InlineData("aluminium-secondary", "fuels", 0, "months-without-fuel")]
    [InlineData("aluminium-smelter", "fuels", 0, "months-without-fuel")]
    [InlineData("chlor-alkali-grid", "electricity", 0, "")]
    [InlineData("textile-processing", "importedHeat", 0, "unusual-period")]
    [InlineData("cement-grinding-clinker", "importedIntermediates", 0, "unusual-period")]
    public void A_period_in_a_unit_a_thousand_times_too_small_withholds(string plant, string list, int stream, string code)
    {
        foreach (var months in new[] { 3, 6 })
        {
            foreach (var mixed in new[] { false, true })
            {
                var report = mixed ? Only(plant, list, stream, months) : By(plant, months);
                Times(report[list]![stream]!, 0.001m, period: 1);
                Assert.Contains(Suspicious(report), f => f.NeedsReason && (code.Length == 0 || f.Code == code));
            }
        }
    }

    /// <summary>Half a year entered as nothing, of all that there is of the kind.</summary>
    [Theory]
    [InlineData("cement-grinding", "electricity")]
    [InlineData("textile-spinning", "electricity")]
    [InlineData("cement-grinding-clinker", "importedIntermediates")]
    [InlineData("alumina-refinery", "fuels")]
    public void Half_a_year_without_power_or_clinker_withholds(string plant, string list)
    {
        var report = By(plant, 6);
        Times(report[list]![0]!, 0m, period: 1);
        Assert.Contains(Suspicious(report), f => f.NeedsReason);
    }

    /// <summary>One month far below every other of an uneven stream, beside a plant that went on: 22 t among 2,000 to 35,000.</summary>
    [Theory]
    [InlineData(0.001, true)]
    [InlineData(0.3, false)]
    public void A_month_of_an_uneven_stream_in_a_smaller_unit_withholds(double ofMonth, bool isFound)
    {
        var report = Read("paper-integrated");
        report["fuels"]![0]!.AsObject().Remove("stock");
        var months = report["fuels"]![0]!["amounts"]!.AsObject();
        var total = months.Sum(m => Number(m.Value!));
        decimal[] parts = [14m, 2.2m, 28m, 9m, 6m, 35m, 22m, 4.4m, 17m, 12m, 30m, 9m];
        foreach (var (month, part) in months.Select(m => m.Key).ToList().Zip(parts))
        {
            months[month] = Text(total * part / parts.Sum(), "t");
        }

        var seventh = months.Select(m => m.Key).ElementAt(6);
        months[seventh] = Text(Number(months[seventh]!) * (decimal)ofMonth, "t");
        Assert.Equal(isFound, Suspicious(report).Any(f => f is { Code: "unusual-period", NeedsReason: true } && f.Message.Contains("looks like kt", StringComparison.Ordinal)));
    }

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plausibility", "Plants");

    public static TheoryData<string> Plants => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static JsonNode Read(string plant) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;

    private static JsonNode By(string plant, int months, bool everyOther = false)
    {
        var report = Read(plant);
        foreach (var (stream, index) in Streams(report).Select((s, i) => (s, i)).Where(s => !everyOther || s.i % 2 == 0))
        {
            AddUp(stream, months);
        }

        return report;
    }

    private static JsonNode Only(string plant, string list, int stream, int months)
    {
        var report = Read(plant);
        AddUp(report[list]![stream]!, months);
        return report;
    }

    /// <summary>Electricity by bills from the 16th to the 15th, which take half of each month.</summary>
    private static JsonNode Billed(string plant)
    {
        var report = Read(plant);
        foreach (var stream in (report["electricity"]?.AsArray() ?? []).Where(s => s!["amounts"] is JsonObject { Count: 12 }))
        {
            var months = stream!["amounts"]!.AsObject().Select(m => (Period: Parse(m.Key), Amount: Number(m.Value!), Unit: Unit(m.Value!))).ToList();
            var bills = new JsonObject();
            for (var i = 0; i <= months.Count; i++)
            {
                var from = i == 0 ? months[0].Period.From : months[i - 1].Period.From.PlusDays(15);
                var to = i == months.Count ? months[i - 1].Period.To : months[i].Period.From.PlusDays(14);
                bills[$"{from:uuuu-MM-dd}/{to:uuuu-MM-dd}"] = Text(((i == 0 ? 0m : months[i - 1].Amount) + (i == months.Count ? 0m : months[i].Amount)) / 2m, months[0].Unit);
            }

            stream["amounts"] = bills;
        }

        return report;
    }

    private static IEnumerable<JsonNode> Streams(JsonNode report) => report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray())
        .SelectMany(s => new[] { s! }.Concat((s!["inputs"]?.AsArray() ?? []).Concat(s["outputs"]?.AsArray() ?? []).Select(f => f!))).Where(s => s["amounts"] is JsonObject { Count: 12 } && s["analyses"] is null);

    private static void AddUp(JsonNode stream, int months)
    {
        var spans = new JsonObject();
        foreach (var span in stream["amounts"]!.AsObject().Chunk(months))
        {
            spans[$"{Parse(span[0].Key).From:uuuu-MM-dd}/{Parse(span[^1].Key).To:uuuu-MM-dd}"] = Text(span.Sum(m => Number(m.Value!)), Unit(span[0].Value!));
        }

        stream["amounts"] = spans;
    }

    private static void Times(JsonNode stream, decimal times, int period)
    {
        stream.AsObject().Remove("stock");
        var amounts = stream["amounts"]!.AsObject();
        var name = amounts.Select(a => a.Key).ElementAt(period);
        amounts[name] = Text(Number(amounts[name]!) * times, Unit(amounts[name]!));
    }

    private static ReportingPeriod Parse(string period) => ReportingPeriod.TryParse(period, out var read, out _) ? read : throw new FormatException(period);

    private static decimal Number(JsonNode amount) => decimal.Parse(((string)amount!).Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Unit(JsonNode amount) => ((string)amount!).Split(' ')[1];

    private static string Text(decimal amount, string unit) => $"{Math.Round(amount, 6).ToString("0.######", CultureInfo.InvariantCulture)} {unit}";

    private static List<Problem> Suspicious(JsonNode json)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "plant");
        Assessor.TryAssess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment, null, out _, out var problems);
        return [.. problems.Where(f => f.Code != "unknown-sector" && (f.NeedsReason || f.Clause?.Contains("plausibility", StringComparison.Ordinal) == true))];
    }
}
