using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Emissions;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Assessments.Position;
using Ccts.Sdk.Law;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Quantities;
using Ccts.Sdk.Tests.Assessments;

namespace Ccts.Sdk.Tests.Position;

/// <summary>The range of a position against every combination of readings, each tried by itself as if it were the law.</summary>
public sealed class RangeAgreementTests
{
    private const string Coke = "petroleum-coke";
    private static readonly AssessmentOptions Plain = new() { Validate = false, OtherReadings = false };

    [Fact]
    public void The_range_is_over_all_readings_together_projected()
    {
        var random = new Random(20261129);
        for (var seed = 0; seed < 150; seed++)
        {
            var report = Sold(Reports.Random(seed), random);
            var rules = RulesNear(report, random);
            var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Validate = false });
            var year = Output.Of(assessment.Output.Value * random.Next(1, 40), OutputBasis.Tonne);

            var position = PositionCalculator.Of(assessment, rules.Certificates, year);

            var every = Combinations(rules).Select(r => PositionCalculator.Of(Assessor.Assess(report, r, Plain), r.Certificates, year).Projected!.Value).ToList();
            Assert.True((every.Min(), every.Max()) == (position.Low, position.High), $"seed {seed}: {every.Min()} to {every.Max()}, not {position.Low} to {position.High}");
            Assert.Contains(position.Projected!.Value, every);
            Assert.All(position.Readings, r => Assert.InRange(r.Projected, position.Low!.Value, position.High!.Value));
        }
    }

    /// <summary>One of the rulesets each combination of readings would make, the one used among them.</summary>
    private static IEnumerable<AssessmentRules> Combinations(AssessmentRules rules) =>
        from grid in new[] { rules.Emissions.GridFactorReading, rules.Emissions.OtherGridFactorReadings[0] }
        from carbon in new[] { rules.Emissions.CarbonToCo2, rules.Emissions.OtherCarbonToCo2 }
        from months in new[] { rules.Certificates.OutputMonths, rules.Certificates.OtherOutputMonths["GEI-2025"] }
        from decimals in new[] { 4, 28 }
        from rounding in new[] { CertificateRounding.Nearest, CertificateRounding.TowardZero }
        from coke in new[] { rules.Emissions.Fuels[Coke].Factor, rules.Emissions.Fuels[Coke].OtherReadings[0] }
        select rules with
        {
            Emissions = With(rules.Emissions, rules.Emissions.Fuels[Coke] with { Factor = coke }) with { GridFactorReading = grid, ExportFallbackFactor = grid, CarbonToCo2 = carbon },
            Certificates = rules.Certificates with { OutputMonths = months, IntensityDecimals = Known(decimals), Rounding = Known(rounding) },
        };

    /// <summary>Power sold by the average of the grid, in half of the reports.</summary>
    private static MonitoringReport Sold(MonitoringReport report, Random random) =>
        random.Next(2) == 0 ? report : report with { ExportedPower = [report.ExportedPower[0] with { Factor = null, FactorSource = null }] };

    /// <summary>A target at, or next to, the report's own intensity, so that issue, surrender and nil are all near.</summary>
    private static AssessmentRules RulesNear(MonitoringReport report, Random random)
    {
        var far = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "1", "1", 1m));
        var intensity = Assessor.Assess(report, far, Plain).Intensity.Achieved.TonnesPerUnit;
        var target = Math.Round(intensity, 4) + (random.Next(-2, 3) / 10_000m);
        var near = TestRules.Of("2025-26", TestRules.Target("CMTOE085RJ", "2025-26", "1", target.ToString(System.Globalization.CultureInfo.InvariantCulture), 1m));
        var coke = near.Emissions.Fuels[Coke];
        var factor = coke.Factor.Value.TonnesPerTerajoule;
        return near with { Emissions = With(near.Emissions, coke with { Factor = Known(EnergyEmissionFactor.FromTonnesPerTerajoule(factor)), OtherReadings = [Known(EnergyEmissionFactor.FromTonnesPerTerajoule(factor + 1.5m))] }) };
    }

    private static EmissionRules With(EmissionRules rules, FuelFactor fuel) => rules with { Fuels = rules.Fuels.ToDictionary(f => f.Key, f => f.Key == fuel.Key ? fuel : f.Value, StringComparer.Ordinal) };

    private static LegalValue<T> Known<T>(T value)
        where T : notnull => LegalValue.Known("reading", value, new Standing(new LegalSource("POLICY", "test"), Force.None, Evidence.Assumption));
}
