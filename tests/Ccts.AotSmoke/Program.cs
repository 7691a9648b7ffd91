using System;
using System.IO;
using System.Text;
using Ccts.AotSmoke;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Receipts;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Trust.Archives;
using Ccts.Sdk.Assessments;
using Ccts.Sdk.Monitoring.Reading;
using Ccts.Sdk.Trust.Receipts;
using Ccts.Sdk.Trust.Signatures;
using NodaTime;

// What a host does, on a target of its own: assesses a report, decides a request, writes both receipts, replays them and the
// receipts of earlier engines, and checks a signature or says that it cannot.
// usage: REPORT RECEIPT REQUEST RECEIPT GOLDEN-FOLDER; CI compares the receipts of all targets byte by byte.
//        --first-decision tells how long the first decision of a process takes.
if (args.Length == 1 && args[0] == "--first-decision")
{
    return FirstDecision.Run();
}

var report = MonitoringReportReader.Read(File.ReadAllBytes(args[0]), args[0]);
var ruleset = RulesetCatalog.Default.Resolve(report.Year, LocalDate.MaxIsoValue);
var assessment = Assessor.Assess(report, ruleset.Assessment, new AssessmentOptions { Steps = true });
var receipt = Receipt.Of(report, ruleset.Assessment);
File.WriteAllText(args[1], receipt.Text);

if (!DecisionRequestReader.TryRead(File.ReadAllBytes(args[2]), args[2], ruleset.Rules.Vocabulary, out var request, out var problems))
{
    Console.Error.WriteLine(string.Join("\n", problems));
    return 2;
}

var decision = DecisionReceipt.Of(request!, ruleset);
File.WriteAllText(args[3], decision.Text);

var (replayed, different, engines) = (0, 0, 0);

// Every engine that runs here gives the reasons of the receipt, to the letter.
var expected = DecisionJson.Write(new RuleInterpreter(ruleset).Decide(request!), explain: true).ToJsonString();
var compiled = DecisionEngine.Of(ruleset);
foreach (var kind in new[] { EngineKind.Automatic, EngineKind.Interpreted, EngineKind.Table, EngineKind.Columnar, EngineKind.Fused })
{
    if (!DecisionEngine.IsSupported(kind))
    {
        continue;
    }

    engines++;
    var engine = compiled.Using(kind);
    var batch = engine.NewBatch(request!.Purpose, 1);
    batch.Add(request);
    engine.Decide(batch);
    different += DecisionJson.Write(engine.Decide(request).Explain(), explain: true).ToJsonString() == expected
        && DecisionJson.Write(batch[0].Explain(), explain: true).ToJsonString() == expected ? 0 : 1;
}

void Replay(string name, byte[] bytes, RulesetCatalog catalog)
{
    replayed++;
    var verdict = ReceiptReplay.Verify(bytes, name, identity => catalog.FindByDigest(identity.Digest));
    if (verdict.Outcome != ReceiptOutcome.Identical)
    {
        different++;
        Console.Error.WriteLine($"{name}: {verdict.Outcome} at {verdict.Pointer}: {verdict.Recorded} / {verdict.Recomputed}");
    }
}

Replay("assessment", Encoding.UTF8.GetBytes(receipt.Text), RulesetCatalog.Default);
Replay("decision", Encoding.UTF8.GetBytes(decision.Text), RulesetCatalog.Default);
foreach (var folder in Directory.GetDirectories(args[4]))
{
    var catalog = RulesetCatalog.FromDirectory(folder);
    foreach (var file in Directory.GetFiles(folder, "*.receipt.json"))
    {
        Replay(file, File.ReadAllBytes(file), catalog);
    }

    foreach (var archive in Directory.GetFiles(folder, "*" + RulesetArchive.Extension))
    {
        // The same files give the same bytes on every target.
        var bytes = File.ReadAllBytes(archive);
        different += Convert.ToBase64String(RulesetArchive.Write(RulesetArchive.Read(bytes, archive))) == Convert.ToBase64String(bytes) ? 0 : 1;
    }
}

// A signature of a test key nobody trusts, over "ccts": right where there is ECDSA, "cannot say" where there is none, never wrong.
var answer = EcdsaVerifier.Instance.Verify(
    Convert.FromBase64String("BFYODpIX8Q3IfyflmxL5B9vfaITBaFxIdmtm9c865jRaVkoFqOJGa+GuJptC62odOdYLlWXpZiEW1guHEFZFIyY="),
    Encoding.UTF8.GetBytes("ccts"),
    Convert.FromBase64String("UIcMAR8fPgEVNwVDVIqj/VxYKtCnAYkL7dC8o4tYBUMGseqD+jbD6Kk78teuWp1onMomzUmxW1CjYLuBF2jwsA=="));
Console.WriteLine($"{assessment.Certificates.Kind} {assessment.Certificates.Quantity}, {assessment.Steps.Count} steps, {engines} engines, {replayed} receipts replayed, {different} different, signature: {answer}");
return different == 0 && answer != SignatureAnswer.Wrong ? 0 : 1;
