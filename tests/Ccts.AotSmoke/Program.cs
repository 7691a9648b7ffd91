using System;
using System.IO;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Receipts;
using NodaTime;

// Assesses a report, writes a receipt and replays it: everything a host does, under Native AOT.
var report = MonitoringReportReader.Read(File.ReadAllBytes(args[0]), args[0]);
var rules = RulesetCatalog.Default.Resolve(report.Year, LocalDate.MaxIsoValue).Assessment;
var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = true });
Console.WriteLine($"{assessment.Certificates.Kind} {assessment.Certificates.Quantity}, {assessment.Steps.Count} steps");
var verdict = ReceiptVerifier.Verify(System.Text.Encoding.UTF8.GetBytes(Receipt.Of(report, rules).Text), "receipt", _ => rules);
Console.WriteLine(verdict.Outcome);
return verdict.Outcome == ReceiptOutcome.Identical && assessment.Certificates.Quantity == 19797 ? 0 : 1;
