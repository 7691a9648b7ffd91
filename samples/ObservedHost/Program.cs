// A host with monitoring: options from configuration, log messages, spans and metrics through OpenTelemetry, a health check.
// Run from the top folder: dotnet run --project samples/ObservedHost
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Hosting;
using Ccts.Rules.Decisions.Requests;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using NodaTime;
using ObservedHost;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Ccts:Rules:Engine"] = "table" }).Build();
using var spans = Sdk.CreateTracerProviderBuilder().AddSource(CctsTelemetry.Name).AddConsoleExporter().Build();
using var metrics = Sdk.CreateMeterProviderBuilder().AddMeter(CctsTelemetry.Name).AddConsoleExporter().Build();

var services = new ServiceCollection();
services.AddLogging(log => log.AddProvider(new ConsoleLines()));
services.AddCcts(configuration.GetSection("Ccts"));
services.AddHealthChecks().AddCctsRules();
using var provider = services.BuildServiceProvider();

var host = provider.GetRequiredService<CctsHost>();
var asOf = new LocalDate(2026, 11, 22);
var data = Path.Combine("samples", "data");
host.Assess(MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(data, "kotputli-2025-26.json")), "kotputli"), asOf);
host.Decide(new TradeRequest { Year = ComplianceYear.Parse("2025-26"), Date = asOf, UnitKind = "ccc", OrderPrice = Inr.FromRupees(1500m) }, asOf);
try
{
    host.Assess(MonitoringReportReader.Read(File.ReadAllBytes(Path.Combine(data, "inconsistent-report.json")), "inconsistent"), asOf);
}
catch (CctsDataException refused)
{
    Console.WriteLine($"refused with {refused.Problems.Count} problems, as it should be");
}

var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
Console.WriteLine($"health: {health.Status}, {string.Join("; ", health.Entries.Select(e => e.Key + ": " + e.Value.Description))}");
metrics!.ForceFlush();
