using BenchmarkDotNet.Attributes;
using Ccts.Benchmarks.Ratios;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using NodaTime;

namespace Ccts.Benchmarks;

/// <summary>The full report on one assessment of 60 streams and 12 months.</summary>
[MemoryDiagnoser]
public class AssessmentBenchmarks
{
    private static readonly MonitoringReport Report = AssessmentRatios.Report();
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Resolve(Report.Year, LocalDate.MaxIsoValue).Assessment;
    private static readonly AssessmentOptions Bare = new() { Validate = false, OtherReadings = false };

    /// <summary>Arithmetic only.</summary>
    [Benchmark(Baseline = true)]
    public Assessment Arithmetic() => Assessor.Assess(Report, Rules, Bare);

    /// <summary>Validated, with other readings: the default.</summary>
    [Benchmark]
    public Assessment Default() => Assessor.Assess(Report, Rules);

    /// <summary>With every step kept.</summary>
    [Benchmark]
    public Assessment Steps() => Assessor.Assess(Report, Rules, Bare with { Steps = true });
}
