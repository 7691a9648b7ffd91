using System;
using System.IO;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;

namespace Ccts.Compliance.Tests;

/// <summary>The plant of the worked examples, and what its report comes to.</summary>
internal static class Samples
{
    internal static MonitoringReport Kotputli { get; } = Read("kotputli-2025-26.json");

    internal static Assessment Assessed { get; } = Assess(Kotputli);

    internal static MonitoringReport Read(string file) => MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", file)), file);

    internal static Assessment Assess(MonitoringReport report) => Assessor.Assess(report, Years.Ruleset($"{report.Year}-revision-1").Assessment, new AssessmentOptions { Steps = true });
}
