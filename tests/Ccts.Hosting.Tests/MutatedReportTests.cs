using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Assessments.Certificates;
using Ccts.Sdk.Assessments.Inventory;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Tests.Shared;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>
/// Reports damaged at random, in JSON and in CSV, taken all the way to certificates: each is refused with clear errors or gives
/// an account that adds up. A few thousand seeds by default; <c>REPORT_MUTATIONS=1000000</c> runs the long form.
/// </summary>
public sealed class MutatedReportTests
{
    private const string Whole = "kotputli-2025-26.json";
    private const string Header = "kotputli-2025-26.header.json";
    private const string Streams = "kotputli-2025-26.streams.csv";
    private static readonly AssessmentRules Rules = RulesetCatalog.Default.Resolve(MonitoringReportReader.Read(File(Whole), Whole).Year, new LocalDate(2026, 11, 22)).Assessment;

    [Fact]
    public void Damaged_reports_are_refused_clearly_or_add_up() => Campaign([Whole], files => Read(files, Whole));

    [Fact]
    public void Damaged_streams_are_refused_clearly_or_add_up()
    {
        var header = MonitoringReportReader.Read(File(Header), Header);
        Campaign([Streams], files =>
            !files.TryGetValue(Streams, out var csv) ? null
            : StreamCsvReader.TryAdd(header, csv, Streams, out var combined, out var problems) ? combined
            : Refused(problems));
    }

    private static void Campaign(string[] names, Func<Dictionary<string, byte[]>, MonitoringReport?> read)
    {
        var count = int.Parse(Environment.GetEnvironmentVariable("REPORT_MUTATIONS") ?? "3000", CultureInfo.InvariantCulture);
        var good = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        Array.ForEach(names, n => good.Add(n, File(n)));
        var (assessed, refused) = (0, 0);
        for (var seed = 0; seed < count; seed++)
        {
            try
            {
                if (read(Mutation.Apply(good, seed)) is not { } report)
                {
                    refused++;
                }
                else if (Assessor.TryAssess(report, Rules, new AssessmentOptions { OtherReadings = false }, out var assessment, out var problems))
                {
                    assessed++;
                    AddsUp(assessment!);
                }
                else
                {
                    refused++;
                    Assert.Contains(problems, p => p.Severity == Severity.Error);
                }
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.IAssertionException)
            {
                Assert.Fail($"Seed {seed}: {fault}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{assessed} assessed, {refused} refused of {count}");
        Assert.True(assessed > count / 100 && refused > count / 10, $"{assessed} assessed, {refused} refused: the damage is too light or too heavy to prove anything.");
    }

    private static void AddsUp(Assessment assessment)
    {
        var e = assessment.Emissions;
        Assert.Equal(e.Total, e.Combustion + e.Process + e.Electricity + e.Heat + e.Adjustments);
        if (assessment.Certificates.Kind is CertificateKind.Issue or CertificateKind.Surrender)
        {
            Assert.InRange(assessment.Certificates.Quantity!.Value, 0, long.MaxValue);
        }
    }

    private static MonitoringReport? Read(Dictionary<string, byte[]> files, string name) =>
        !files.TryGetValue(name, out var json) ? null
        : MonitoringReportReader.TryRead(json, name, out var report, out var problems) ? report
        : Refused(problems);

    private static MonitoringReport? Refused(IReadOnlyList<Problem> problems)
    {
        Assert.All(problems, p => Assert.False(string.IsNullOrWhiteSpace(p.Message)));
        return null;
    }

    private static byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", name));
}
