using System;
using System.IO;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using NodaTime;

var file = args.Length > 0 ? args[0] : "samples/data/kotputli-2025-26.json";
var report = MonitoringReportReader.Read(File.ReadAllBytes(file), file);
var rules = RulesetCatalog.Default.Resolve(report.Year, asOf: new LocalDate(2026, 11, 28));
var assessment = Assessor.Assess(report, rules.Assessment);
Console.WriteLine($"{assessment.Entity.Name} {assessment.Year}: {assessment.Emissions.Total} CO2e, {assessment.Intensity.Achieved}");
Console.WriteLine($"{assessment.Certificates.Kind}: {assessment.Certificates.Quantity} certificates");
