using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Ccts.Hosting.Tests;

/// <summary>What a host can watch: messages, spans, metrics and health, without a word of whom they are about.</summary>
public sealed class TelemetryTests
{
    private static readonly LocalDate Day = new(2026, 11, 22);

    [Fact]
    public void Assessments_and_decisions_are_told_in_messages_spans_and_metrics()
    {
        var messages = new Messages();
        var spans = new List<Activity>();
        var counts = new List<string>();
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == CctsTelemetry.Name, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = spans.Add };
        ActivitySource.AddActivityListener(listener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == CctsTelemetry.Name) { l.EnableMeasurementEvents(instrument); } } };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counts.Add($"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => t.Value))}"));
        meters.Start();
        using var services = new ServiceCollection().AddLogging(l => l.SetMinimumLevel(LogLevel.Debug).AddProvider(messages)).AddCcts().BuildServiceProvider();
        var host = services.GetRequiredService<CctsHost>();

        host.Assess(Report("kotputli-2025-26.json"), Day);
        Assert.Throws<CctsDataException>(() => host.Assess(Report("inconsistent-report.json"), Day));
        host.Decide(new DecisionRequestBuilder(RulesetCatalog.Default.Resolve(new ComplianceYear(2025), Day).Rules.Vocabulary, Ccts.Rules.Rules.Purpose.Retire, new ComplianceYear(2025), Day).Set("unit.kind", "ccc").Build(), Day);
        Assert.False(host.TryTake(RulesetFiles.FromMemory("empty", new Dictionary<string, byte[]>(StringComparer.Ordinal)), out _));

        Assert.Equal(["ccts.assess surrender", "ccts.assess refused", "ccts.decide refer"], spans.Select(s => $"{s.OperationName} {s.GetTagItem("ccts.outcome")}"));
        Assert.Equal(["ccts.assessments 1 2025-26 surrender", "ccts.assessments 1 2025-26 refused", "ccts.decisions 1 2025-26 retire refer automatic", "ccts.rulesets.taken 1 refused"], counts);
        Assert.Equal([1, 2, 3, 5], messages.Written.Select(m => m.Id));
        Assert.Contains("the first error stock-balance", messages.Written[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(messages.Written, m => m.Text.Contains("Kotputli", StringComparison.OrdinalIgnoreCase) || m.Text.Contains("CMTOE", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2026, 3, 31, HealthStatus.Healthy)]
    [InlineData(2027, 3, 31, HealthStatus.Healthy)]
    [InlineData(2027, 4, 1, HealthStatus.Degraded)]
    public async Task Rules_of_the_year_of_today_are_a_question_of_health(int year, int month, int day, HealthStatus expected)
    {
        var services = new ServiceCollection().AddLogging().AddCcts();
        services.AddSingleton<IClock>(new Stopped(new LocalDate(year, month, day)));
        services.AddHealthChecks().AddCctsRules();
        await using var provider = services.BuildServiceProvider();

        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, report.Entries["ccts-rules"].Status);
    }

    private static MonitoringReport Report(string name) => MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", name)), name);

    private sealed class Stopped(LocalDate day) : IClock
    {
        public Instant GetCurrentInstant() => day.AtMidnight().WithOffset(Offset.FromHoursAndMinutes(5, 30)).ToInstant();
    }

    private sealed class Messages : ILoggerProvider, ILogger
    {
        internal List<(int Id, string Text)> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Written.Add((eventId.Id, formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
