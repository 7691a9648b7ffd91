using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Rules.Authoring.Diff;
using Ccts.Rules.Authoring.Impact;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Authoring.Publishing;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Trust.Archives;
using Ccts.Rules.Trust.Signing;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Signatures;

namespace RegulatorDesk;

/// <summary>
/// Drafts the next revision of a year, lints, tests and compares it, computes its impact, makes the consultation pages, signs and
/// publishes it. A running host accepts it, and refuses forgeries.
/// </summary>
internal sealed class Desk(string year, string output, TextWriter say)
{
    private const string KeyId = "sample-regulator";
    private static readonly string[] Own = ["draft", "published"];

    /// <summary>True when every step had the expected result.</summary>
    internal async Task<bool> Run(CancellationToken stop)
    {
        if (!MakeRoom())
        {
            return false;
        }

        var draftFolder = Path.Combine(output, "draft");
        MadeUpDraft.Write(year, draftFolder);
        var (lawFiles, draftFiles) = (RulesetFiles.FromDirectory(year), RulesetFiles.FromDirectory(draftFolder));
        var (law, draft) = (RulesetReader.Read(lawFiles), RulesetReader.Read(draftFiles));
        say.WriteLine($"Drafted {draft} from {law}: a made-up sector, one stricter target. It is a sample and not law.");
        if (!Examine(law, lawFiles, draft, draftFiles))
        {
            return false;
        }

        // A sample's key exists only while it runs; a regulator's is in a hardware module.
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signed = RulesetSigner.Sign(draftFiles, new EcdsaSigningKey(KeyId, key));
        var trust = Path.Combine(output, "trust.json");
        File.WriteAllText(trust, TrustIn(key), new UTF8Encoding(false));

        using var host = new Host(law, File.ReadAllBytes(trust), Path.Combine(output, "published"), say);
        var running = host.Run(stop);
        Publish(host.Folder, $"in-ccts-2026-27-r{draft.Identity.Revision}", signed);
        var taken = await host.Next(stop) is { WasTaken: true, Code: null };

        Publish(host.Folder, "in-ccts-2026-27-forged", Forge(signed));
        var refused = await host.Next(stop) is { WasTaken: false, Code: "signed-file-altered" };

        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Publish(host.Folder, "in-ccts-2026-27-stranger", RulesetSigner.Sign(draftFiles, new EcdsaSigningKey(KeyId, stranger)));
        var refusedToo = await host.Next(stop) is { WasTaken: false, Code: "signature-wrong" };

        host.Stop();
        await running;
        var stays = host.InForce.Identity == draft.Identity;
        say.WriteLine($"In force at the host: {host.InForce}. {(taken && refused && refusedToo && stays ? "All as it should be." : "Something went wrong.")}");
        return taken && refused && refusedToo && stays;
    }

    // Removes only the results of an earlier run of this sample; the command for the consultation pages clears its own folder.
    private bool MakeRoom()
    {
        if (Directory.Exists(output) && Directory.GetFileSystemEntries(output).Select(Path.GetFileName).Except([.. Own, "consultation", "trust.json"], System.StringComparer.Ordinal).FirstOrDefault() is { } other)
        {
            say.WriteLine($"{output} holds \"{other}\", which this sample did not make: give it a folder of its own.");
            return false;
        }

        foreach (var left in Own.Select(o => Path.Combine(output, o)).Where(Directory.Exists))
        {
            Directory.Delete(left, recursive: true);
        }

        return true;
    }

    private bool Examine(Ruleset law, RulesetFiles lawFiles, Ruleset draft, RulesetFiles draftFiles)
    {
        var lint = RulesetLinter.Run(draft, draftFiles);
        say.WriteLine($"Lint: {lint.Findings.Count(f => f.Severity == Severity.Warning)} warnings, {lint.Findings.Count(f => f.Severity == Severity.Info)} remarks.");
        var tests = RulesetTester.Run(draft, draftFiles);
        say.WriteLine($"Tests: {tests.Results.Count + tests.Figures.Count} cases, {(tests.Passed ? "all pass" : "some fail")}.");
        var diff = RulesetDiff.Between(law, draft, lawFiles);
        say.WriteLine($"Compared: {diff.Values.Count} values, {diff.Rules.Count} rules, {diff.Targets.Sum(t => t.Added + t.Removed + t.Changed)} targets, {diff.Cases.Count} cases differ.");

        var study = new ImpactStudy(law, draft);
        foreach (var row in draft.Schedule.Select(r => r.Entity).Where(e => draft.Assessment.Targets.ContainsKey(e.Key)))
        {
            study.Add(new ImpactEntity(row.Key, false, row.BaselineOutput!.Value, row.BaselineIntensity!.Value * row.BaselineOutput.Value));
        }

        var impact = study.Report();
        say.WriteLine($"Impact on {impact.Entities} plants as they were in their baseline year: {Tonnes(impact.OldTotal.TonnesShort)} t short, then {Tonnes(impact.NewTotal.TonnesShort)} t; {impact.OldTotal.Unknown} had no known target, then {impact.NewTotal.Unknown}; {impact.ChangedSides} change side.");

        new KitFolder(Path.Combine(output, "consultation")).Publish(ConsultationKit.Make(draft, draftFiles, law, lawFiles));
        say.WriteLine($"Consultation kit: {Path.Combine(output, "consultation", "index.html")}; the printed schedule reads back as the data.");
        return tests.Passed;
    }

    // An archive appears only when complete: it is written next to the folder and then moved in.
    private void Publish(string folder, string name, RulesetFiles files)
    {
        var unfinished = Path.Combine(output, name + ".unfinished");
        File.WriteAllBytes(unfinished, RulesetArchive.Write(files));
        File.Move(unfinished, Path.Combine(folder, name + RulesetArchive.Extension), overwrite: true);
        say.WriteLine($"Published {name}{RulesetArchive.Extension}.");
    }

    // A forger eases a target and keeps the signature.
    private static RulesetFiles Forge(RulesetFiles signed)
    {
        var files = signed.Paths.ToDictionary(p => p, p => signed.Read(p)!, System.StringComparer.Ordinal);
        files["targets.csv"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["targets.csv"]).Replace(MadeUpDraft.StricterTarget, "0.5900", System.StringComparison.Ordinal));
        return RulesetFiles.FromMemory("forged", files);
    }

    private static string TrustIn(ECDsa key) => new System.Text.Json.Nodes.JsonObject
    {
        ["format"] = 1,
        ["keys"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = KeyId,
            ["holder"] = "Made-up regulator of a sample",
            ["use"] = "rulesets",
            ["rulesets"] = new System.Text.Json.Nodes.JsonArray("in-ccts/*"),
            ["algorithm"] = "ecdsa-p256-sha256",
            ["publicKey"] = key.ExportSubjectPublicKeyInfoPem(),
            ["from"] = "2026-01-01",
            ["to"] = "2027-12-31",
        }),
    }.ToJsonString();

    private static string Tonnes(decimal tonnes) => tonnes.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);
}
