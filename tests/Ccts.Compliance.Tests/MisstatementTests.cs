using System;
using System.Linq;
using Ccts.Compliance.Verification;
using Ccts.Sdk.Quantities;

namespace Ccts.Compliance.Tests;

/// <summary>Misstatements against materiality; 2 % is the ruleset's.</summary>
public sealed class MisstatementTests
{
    private static readonly decimal Materiality = Years.Ruleset().Assessment.Monitoring.Materiality.Value;

    [Theory]
    [InlineData(MaterialityFinding.NotMaterial, false, "19.9")]
    [InlineData(MaterialityFinding.Material, false, "20.1")]
    [InlineData(MaterialityFinding.Material, false, "-20.1")]
    [InlineData(MaterialityFinding.OpenReading, true, "20")]
    [InlineData(MaterialityFinding.OpenReading, true, "-20")]
    [InlineData(MaterialityFinding.OpenReading, false, "15", "-15")]
    [InlineData(MaterialityFinding.OpenReading, true, "40.5", "-20.5")]
    [InlineData(MaterialityFinding.NotMaterial, false, "9", "-9")]
    public void Sums_are_compared_with_and_without_sign(MaterialityFinding finding, bool exactly, params string[] effects)
    {
        var sum = Sum(1000m, [.. effects.Select(e => decimal.Parse(e, System.Globalization.CultureInfo.InvariantCulture))]);
        Assert.Equal((finding, exactly), (sum.Finding, sum.IsExactlyAtThreshold));
    }

    [Fact]
    public void A_corrected_misstatement_counts_no_more() =>
        Assert.Equal(MaterialityFinding.NotMaterial, MisstatementSum.Of([new("1", "meter read twice", Co2e.FromTonnes(500m), IsCorrected: true)], Co2e.FromTonnes(1000m), Materiality).Finding);

    [Fact]
    public void Order_never_matters_and_the_sum_without_sign_is_never_smaller()
    {
        var random = new Random(2026);
        for (var run = 0; run < 500; run++)
        {
            var effects = Enumerable.Range(0, random.Next(0, 12)).Select(_ => random.Next(-400_000, 400_000) / 100m).ToArray();
            var sum = Sum(100_000m, effects);
            Assert.Equal(sum, Sum(100_000m, [.. effects.Reverse()]));
            Assert.True(sum.WithoutSign.Tonnes >= Math.Abs(sum.WithSign.Tonnes));
            Assert.Equal(sum.WithoutSign, Sum(100_000m, [.. effects.Select(Math.Abs)]).WithSign);
            Assert.Equal(sum.Finding, Sum(100_000m, [.. effects.Select(e => -e)]).Finding);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Without_emissions_there_is_no_threshold(int reported) => Assert.Throws<ArgumentOutOfRangeException>(() => Sum(reported, 1m));

    private static MisstatementSum Sum(decimal reported, params decimal[] effects) =>
        MisstatementSum.Of(effects.Select((e, i) => new Misstatement($"{i}", "made up", Co2e.FromTonnes(e))), Co2e.FromTonnes(reported), Materiality);
}
