using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Rulesets.Quality;
using Ccts.Sdk.Law;
using NodaTime;

namespace Ccts.Rules.Tests.Quality;

/// <summary>Scores by the weights and tiers of the ruleset; nothing is guessed.</summary>
public sealed class QualityScoringTests
{
    private static readonly LocalDate Day = new(2026, 11, 23);

    /// <summary>Five marks, in the order additionality, permanence, verification, co-benefits, transparency.</summary>
    [Theory]
    [InlineData(100, 100, 100, 100, 100, "100", "premium")]

    // 0.30 x 90 + 0.25 x 80 + 0.20 x 70 + 0.15 x 60 + 0.10 x 50 = 27 + 20 + 14 + 9 + 5 = 75: the edge of a tier.
    [InlineData(90, 80, 70, 60, 50, "75", "high")]

    // One mark less for transparency: 75 - 0.10.
    [InlineData(90, 80, 70, 60, 49, "74.9", "standard")]
    [InlineData(40, 40, 40, 40, 40, "40", "basic")]
    [InlineData(40, 40, 40, 40, 39, "39.9", "unrated")]
    [InlineData(0, 0, 0, 0, 0, "0", "unrated")]
    public void A_score_is_the_weighted_sum_and_its_tier_the_highest_reached(int additionality, int permanence, int verification, int benefits, int transparency, string score, string tier)
    {
        foreach (var ruleset in RulesetCatalog.Default.Rulesets.Where(r => r.Kind == RulesetKind.ComplianceYear))
        {
            var read = QualityScoring.Of(ruleset, ruleset.Year.LastDay, Marks(additionality, permanence, verification, benefits, transparency));

            Assert.Equal(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture), read.Score);
            Assert.Equal(tier, read.Tier);
            Assert.Empty(read.Missing);
            Assert.Equal(read.Score, read.Steps.Sum(s => s.Part));
            Assert.All(read.Steps, s => Assert.Equal((Force.None, "WIA-FIN-025"), (s.Standing.Force, s.Standing.Source.Instrument)));
        }
    }

    [Fact]
    public void Without_a_mark_the_score_is_unknown_and_never_lower()
    {
        var marks = Marks(90, 90, 90, 90, 90);
        marks.Remove("permanence");

        var score = QualityScoring.Of(Shipped(), Day, marks);

        Assert.Equal((null, null), (score.Score, score.Tier));
        Assert.Equal(["permanence"], score.Missing);
        Assert.Equal(27m, score.Steps.Single(s => s.Criterion == "additionality").Part);
    }

    [Fact]
    public void A_ruleset_without_weights_gives_no_score() =>
        Assert.Equal(["quality.weights"], QualityScoring.Of(RulesetReader.Read(RulesetFiles.FromMemory("base", Corpus.BadCase.Base())), Day, new Dictionary<string, decimal>(StringComparer.Ordinal)).Missing);

    [Theory]
    [InlineData("permanense", 50, "Did you mean \"permanence\"?")]
    [InlineData("permanence", -1, "not from 0 to 100")]
    [InlineData("permanence", 101, "not from 0 to 100")]
    public void A_mark_that_means_nothing_is_refused(string criterion, int mark, string says)
    {
        var refused = Assert.Throws<ArgumentException>(() => QualityScoring.Of(Shipped(), Day, new Dictionary<string, decimal>(StringComparer.Ordinal) { [criterion] = mark }));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_brings_its_own_weights_by_an_overlay()
    {
        var own = OverlayReader.Apply(Shipped(), Overlay(("additionality", "0.5"), ("biodiversity", "0.5")));

        var score = QualityScoring.Of(own, Day, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["additionality"] = 80m, ["biodiversity"] = 95m });

        Assert.Equal((87.5m, "high"), (score.Score, score.Tier));
        Assert.Equal(["additionality", "biodiversity"], score.Steps.Select(s => s.Criterion));
    }

    [Fact]
    public void A_mark_too_fine_for_an_exact_score_is_refused()
    {
        Assert.Contains("at most 12 decimals", Assert.Throws<ArgumentException>(() => Score(99.0000000000001m)).Message, StringComparison.Ordinal);
        Assert.Equal(99.000000000001m, Score(99.000000000001m).Steps.Single(s => s.Criterion == "permanence").Mark);

        static QualityScore Score(decimal mark) => QualityScoring.Of(Shipped(), Day, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["permanence"] = mark });
    }

    [Fact]
    public void Weights_that_do_not_come_to_one_are_refused()
    {
        Assert.False(OverlayReader.TryApply(Shipped(), Overlay(("additionality", "0.5"), ("biodiversity", "0.49")), out _, out var problems));

        var problem = Assert.Single(problems);
        Assert.Equal("weights-not-whole", problem.Code);
        Assert.Contains("come to 0.99", problem.Message, StringComparison.Ordinal);
        Assert.Equal("overlay/parameters.json", problem.Place.File);
    }

    [Fact]
    public void Weights_that_come_to_one_only_at_first_are_refused()
    {
        const string Half = """{ "from": "2026-04-01", "to": "2026-09-30", "value": "0.5", "unit": "ratio", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }""";
        var table = Table("quality.weights", "criterion", ("additionality", Half + ", " + Value("0.6", "ratio", "2026-10-01")), ("biodiversity", Value("0.5", "ratio")));

        Assert.False(OverlayReader.TryApply(Shipped(), Overlay(table), out _, out var problems));

        Assert.Contains("come to 1.1 on 2026-10-01", Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_weight_that_nobody_knows_leaves_the_score_unknown()
    {
        var own = OverlayReader.Apply(Shipped(), Overlay(Table("quality.weights", "criterion", ("additionality", Value("0.5", "ratio")), ("biodiversity", Unknown("ratio")))));

        var score = QualityScoring.Of(own, Day, new Dictionary<string, decimal>(StringComparer.Ordinal) { ["additionality"] = 80m, ["biodiversity"] = 95m });

        Assert.Equal((null, null), (score.Score, score.Tier));
        Assert.Equal(["quality.weights[biodiversity]"], score.Missing);
    }

    [Theory]
    [InlineData("9", "75", "50", false)]
    [InlineData("90", "75", "75", false)]
    [InlineData("90", "75", "50", true)]
    [InlineData("50", "75", "90", true)]
    public void Tiers_out_of_their_order_are_refused(string first, string second, string third, bool taken)
    {
        var table = Table("quality.tiers", "tier", ("a", Value(first, "count")), ("b", Value(second, "count")), ("c", Value(third, "count")));
        Assert.Equal(taken, OverlayReader.TryApply(Shipped(), Overlay(table), out _, out var problems));
        Assert.Equal(taken ? [] : ["tiers-out-of-order"], problems.Select(p => p.Code));
    }

    [Fact]
    public void A_tier_whose_least_score_nobody_knows_leaves_the_tier_unknown()
    {
        var own = OverlayReader.Apply(Shipped(), Overlay(Table("quality.tiers", "tier", ("good", Value("10", "count")), ("best", Unknown("count")))));

        var score = QualityScoring.Of(own, Day, Marks(90, 80, 70, 60, 50));

        Assert.Equal((75m, null), (score.Score, score.Tier));
    }

    private static Ruleset Shipped() => RulesetCatalog.Default.Find("in-ccts/2026-27")!;

    private static Dictionary<string, decimal> Marks(params int[] marks) =>
        new[] { "additionality", "permanence", "verification", "co-benefits", "transparency" }.Zip(marks).ToDictionary(m => m.First, m => (decimal)m.Second, StringComparer.Ordinal);

    private static RulesetFiles Overlay(params (string Criterion, string Weight)[] weights) =>
        Overlay(Table("quality.weights", "criterion", [.. weights.Select(w => (w.Criterion, Value(w.Weight, "ratio")))]));

    private static RulesetFiles Overlay(string table) => RulesetFiles.FromMemory("overlay", new Dictionary<string, byte[]>(StringComparer.Ordinal)
    {
        ["overlay.json"] = Encoding.UTF8.GetBytes("""{ "format": 1, "id": "own-scores", "revision": 1, "force": "none", "title": "x", "published": "2026-11-22", "extends": ["in-ccts/2026-27"] }"""),
        ["parameters.json"] = Encoding.UTF8.GetBytes($$"""{ "parameters": { {{table}} } }"""),
    });

    private static string Table(string path, string by, params (string Key, string Values)[] rows) =>
        $$""" "{{path}}": { "title": "t", "by": "{{by}}", "table": { {{string.Join(",", rows.Select(r => $"\"{r.Key}\": [{r.Values}]"))}} } }""";

    private static string Value(string value, string unit, string from = "2026-04-01") =>
        $$"""{ "from": "{{from}}", "value": "{{value}}", "unit": "{{unit}}", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }""";

    private static string Unknown(string unit) =>
        $$"""{ "from": "2026-04-01", "value": null, "unit": "{{unit}}", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "unknown", "reason": "nobody said", "settledBy": "the host" }""";
}
