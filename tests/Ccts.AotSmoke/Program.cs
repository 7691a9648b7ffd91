using System;
using System.IO;
using System.Text;
using Ccts.Rules.Rulesets;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Receipts;
using NodaTime;

// What a host does, on a target of its own: assesses a report, writes the receipt and replays it.
// usage: REPORT RECEIPT; CI compares the receipts of all targets byte by byte.
var report = MonitoringReportReader.Read(File.ReadAllBytes(args[0]), args[0]);
var rules = RulesetCatalog.Default.Resolve(report.Year, LocalDate.MaxIsoValue).Assessment;
var assessment = Assessor.Assess(report, rules, new AssessmentOptions { Steps = true });
var receipt = Receipt.Of(report, rules);
File.WriteAllText(args[1], receipt.Text);
var verdict = ReceiptVerifier.Verify(Encoding.UTF8.GetBytes(receipt.Text), "receipt", _ => rules);
Console.WriteLine($"{assessment.Certificates.Kind} {assessment.Certificates.Quantity}, {assessment.Steps.Count} steps, {verdict.Outcome}");
return verdict.Outcome == ReceiptOutcome.Identical ? 0 : 1;
