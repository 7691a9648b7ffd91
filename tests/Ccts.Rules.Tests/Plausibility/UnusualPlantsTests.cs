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
using NodaTime;

namespace Ccts.Rules.Tests.Plausibility;

/// <summary>
/// Invented plants in a year of their own: commissioned in November, a potline started in October, a kiln relined while another fuel came, an overhaul, a boiler that stood still while
/// power was bought, a strike, coal where there is no bagasse. They are asked nothing, by
/// whatever periods they enter their streams; a slip in them is found all the same.
/// </summary>
public sealed class UnusualPlantsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Plausibility", "Unusual");

    /// <summary>First months of the periods of a year: months, quarters, halves, thirds, and seasons. 0 stands for weeks, -1 for bills from the 18th to the 17th.</summary>
    private static readonly int[][] Cuts = [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [3, 3, 3, 3], [6, 6], [4, 4, 4], [2, 4, 3, 3], [12], [0], [-1]];

    public static TheoryData<string> Plants => [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Plants))]
    public void It_is_asked_nothing_by_whatever_periods_it_is_entered(string plant)
    {
        foreach (var cut in Cuts)
        {
            Assert.Empty(Suspicious(Recut(plant, _ => cut)));
        }

        // Each stream by a period of its own.
        for (var turn = 0; turn < 3 * Cuts.Length; turn++)
        {
            var (start, step) = (turn % Cuts.Length, 1 + (2 * (turn / Cuts.Length)));
            Assert.Empty(Suspicious(Recut(plant, stream => Cuts[(start + (step * stream)) % Cuts.Length])));
        }
    }

    /// <summary>Limestone of the last month a digit too few was 13.9 % of the works' emissions, three months of its coal 7.8 % beside diesel sets, and three of gas 12.3 % in a year with an overhaul.</summary>
    [Theory]
    [InlineData("cement-commissioned", "processMaterials/0", 11, 1, "")]
    [InlineData("cement-mini", "fuels/0", 5, 3, "months-without-fuel")]
    [InlineData("petrochemical-overhaul", "fuels/1", 5, 3, "unusual-period")]
    public void Months_with_a_digit_too_few_withhold(string plant, string stream, int first, int count, string code)
    {
        var report = Read(plant);
        Divide(report, stream, first, count);
        Assert.Contains(Suspicious(report), f => f.NeedsReason && (code.Length == 0 || f.Code == code));
    }

    /// <summary>
    /// Months of a stream that is uneven itself, or even and halved; nothing of its kind took its place. Coal of August was 13.9 % of a paper mill's emissions beside black liquor, and
    /// gas of three months 13.6 % of a cracker's beside its own.
    /// </summary>
    [Theory]
    [InlineData("paper-bagasse", "fuels/2", 0, "2025-08")]
    [InlineData("paper-bagasse", "fuels/2", 0.1, "2025-08,2025-09")]
    [InlineData("petrochemical-overhaul", "fuels/1", 0, "2025-10,2025-11,2025-12")]
    [InlineData("cement-mini", "processMaterials/0", 0.5, "2025-04,2025-06,2025-11,2026-01,2026-03")]
    [InlineData("secondary-strike", "electricity/0", 0.1, "2025-05,2025-09,2025-11,2026-01,2026-03")]
    public void Months_of_a_stream_that_nothing_replaced_are_told(string plant, string stream, double times, string months)
    {
        var report = Read(plant);
        var path = stream.Split('/');
        var names = months.Split(',');
        var keys = report[path[0]]![int.Parse(path[1], CultureInfo.InvariantCulture)]!["amounts"]!.AsObject().Select(a => a.Key).ToList();
        Each(report[path[0]]![int.Parse(path[1], CultureInfo.InvariantCulture)]!, (month, amount) => names.Contains(keys[month]) ? amount * (decimal)times : amount);
        Assert.Contains(Suspicious(report), f => f.Code == "unusual-period" && f.Message.Contains(" in " + string.Join(", ", names) + ",", StringComparison.Ordinal));
    }

    /// <summary>Product that is missing costs the plant 7 to 9 % of its emissions, and is told.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_month_of_product_with_a_digit_too_few_is_told(string plant)
    {
        // Of the five months since a commissioning, none says what is usual.
        foreach (var months in plant == "cement-commissioned" ? Array.Empty<int>() : [1, 3])
        {
            var report = Read(plant);
            for (var product = 0; product < report["products"]!.AsArray().Count; product++)
            {
                Divide(report, "products/" + product, 9, months);
            }

            Assert.Contains(Suspicious(report), f => f is { Code: "months-without-product", NeedsReason: false });
        }
    }

    /// <summary>Half of a year, every other month, or the month with least to do: some half of the emissions came out as certificates beside a warning.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void Product_of_some_months_entered_twice_withholds(string plant)
    {
        // A ramp of five months has no two sizes, nor has a kiln stop beside wind.
        foreach (var months in plant is "cement-commissioned" or "cement-switching" ? [] : new int[][] { [6, 7, 8, 9, 10, 11], [0, 2, 4, 6, 8, 10], [0, 1, 2, 3] })
        {
            var report = Read(plant);
            report["products"]!.AsArray().ToList().ForEach(p => Each(p!, (month, amount) => months.Contains(month) ? 2m * amount : amount));
            Assert.Contains(Suspicious(report), f => f is { Code: "month-above-others", NeedsReason: true });
        }
    }

    /// <summary>Half of the months without power of the grid, beside units that make no more: 12.7 % of the works' emissions.</summary>
    [Fact]
    public void Months_without_power_of_the_grid_withhold_where_nothing_replaced_it()
    {
        var report = Read("chlor-alkali-solar");
        Each(report["electricity"]![0]!, (month, amount) => month % 2 == 0 ? 0m : amount);
        Assert.Contains(Suspicious(report), f => f is { Code: "months-without-power", NeedsReason: true });

        // The plant's own units made what it did not buy.
        var own = Read("chlor-alkali-solar");
        var bought = own["electricity"]![0]!["amounts"]!.AsObject().Select(a => Number(a.Value!)).ToList();
        Each(own["electricity"]![0]!, (month, amount) => month % 2 == 0 ? 0m : amount);
        Each(own["electricity"]![1]!, (month, amount) => month % 2 == 0 ? amount + bought[month] : amount);
        Assert.Empty(Suspicious(own));
    }

    /// <summary>A year's product entered twice leaves half of the intensity, and once gave 94.5 % of a mill's emissions as certificates beside a warning.</summary>
    [Theory]
    [MemberData(nameof(Plants))]
    public void A_product_entered_twice_withholds(string plant)
    {
        var report = Read(plant);
        report["products"]!.AsArray().ToList().ForEach(p => Each(p!, (_, amount) => 2m * amount));
        Assert.Contains(Suspicious(report), f => f.NeedsReason);
    }

    private static JsonNode Read(string plant) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, plant + ".json")))!;

    private static void Divide(JsonNode report, string stream, int first, int count)
    {
        var path = stream.Split('/');
        Each(report[path[0]]![int.Parse(path[1], CultureInfo.InvariantCulture)]!, (month, amount) => month >= first && month < first + count ? amount / 10m : amount);
    }

    private static void Each(JsonNode stream, Func<int, decimal, decimal> change)
    {
        var amounts = stream["amounts"]!.AsObject();
        foreach (var (name, month) in amounts.Select((a, i) => (a.Key, i)).ToList())
        {
            amounts[name] = Text(change(month, Number(amounts[name]!)), Unit(amounts[name]!));
        }
    }

    private static JsonNode Recut(string plant, Func<int, int[]> cutOf)
    {
        var report = Read(plant);
        var streams = report.AsObject().Where(m => m.Value is JsonArray).SelectMany(m => m.Value!.AsArray())
            .SelectMany(s => new[] { s! }.Concat((s!["inputs"]?.AsArray() ?? []).Concat(s["outputs"]?.AsArray() ?? []).Select(f => f!))).Where(s => s["amounts"] is JsonObject { Count: 12 }).ToList();
        for (var i = 0; i < streams.Count; i++)
        {
            Recut(streams[i], cutOf(i));
        }

        return report;
    }

    /// <summary>Each day of a month has as much as every other.</summary>
    private static void Recut(JsonNode stream, int[] cut)
    {
        var months = stream["amounts"]!.AsObject().Select(m => (Of: Parse(m.Key), Amount: Number(m.Value!))).ToList();
        decimal Within(LocalDate from, LocalDate to) => months.Sum(m =>
            LocalDate.Max(from, m.Of.From) is var first && LocalDate.Min(to, m.Of.To) is var last && last >= first ? m.Amount * (Period.DaysBetween(first, last) + 1) / (Period.DaysBetween(m.Of.From, m.Of.To) + 1) : 0m);
        var spans = new JsonObject();
        var (unit, end) = (Unit(stream["amounts"]!.AsObject().First().Value!), months[^1].Of.To);
        for (var (from, at) = (months[0].Of.From, 0); from <= end; at++)
        {
            var next = cut[0] switch { 0 => from.PlusDays(7), -1 => at == 0 ? from.PlusDays(17) : from.PlusMonths(1), _ => from.PlusMonths(cut[at]) };
            var to = LocalDate.Min(next.PlusDays(-1), end);
            spans[$"{from:uuuu-MM-dd}/{to:uuuu-MM-dd}"] = Text(Within(from, to), unit);
            from = next;
        }

        stream["amounts"] = spans;
    }

    private static ReportingPeriod Parse(string period) => ReportingPeriod.TryParse(period, out var read, out _) ? read : throw new FormatException(period);

    private static decimal Number(JsonNode amount) => decimal.Parse(((string)amount!).Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Unit(JsonNode amount) => ((string)amount!).Split(' ')[1];

    private static string Text(decimal amount, string unit) => $"{Math.Round(amount, 6).ToString("0.######", CultureInfo.InvariantCulture)} {unit}";

    private static List<Problem> Suspicious(JsonNode json)
    {
        var report = MonitoringReportReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()), "plant");
        Assessor.TryAssess(report, RulesetCatalog.Default.Find("in-ccts/" + report.Year)!.Assessment, null, out _, out var problems);
        return [.. problems.Where(f => f.NeedsReason || f.Severity == Severity.Error || f.Clause?.Contains("plausibility", StringComparison.Ordinal) == true)];
    }
}
