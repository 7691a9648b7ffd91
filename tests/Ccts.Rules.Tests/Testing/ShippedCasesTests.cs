using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Ccts.Rules.Authoring.Testing;
using Ccts.Rules.Decisions;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Files;
using Ccts.Rules.Rules;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Testing;

/// <summary>What is shipped passes its own cases, which reach all of it; and none of it stands in the code.</summary>
public sealed class ShippedCasesTests
{
    public static TheoryData<string, string?> Shipped => new()
    {
        { "in-ccts/2025-26", null },
        { "in-ccts/2026-27", null },
        { "in-ccts/2025-26", "ct02-token" },
        { "in-ccts/2026-27", "ct02-token" },
        { "in-ccts/2026-27", "iron-steel-draft-2026" },
    };

    [Theory]
    [MemberData(nameof(Shipped))]
    public void Shipped_cases_pass_and_reach_every_rule_branch_and_row(string id, string? overlay)
    {
        var (_, report) = Run(id, overlay);

        Assert.Empty(report.Results.SelectMany(r => r.Differences.Select(d => r.Case.Name + ": " + d)));
        Assert.Empty(report.Coverage.RulesThatNeverFired);
        Assert.Empty(report.Coverage.RulesThatAlwaysFired);
        Assert.Empty(report.Coverage.BranchesNotReached);
        Assert.Empty(report.Coverage.RowsNotLookedUp);
    }

    [Fact]
    public void A_case_that_expects_something_else_fails()
    {
        var files = TestRuleset.Shipped();
        var text = Encoding.UTF8.GetString(files["tests/retire.json"]);
        files["tests/retire.json"] = Encoding.UTF8.GetBytes(text.Replace("\"outcome\": \"permit\"", "\"outcome\": \"deny\""));
        var changed = RulesetFiles.FromMemory("changed", files);
        var report = RulesetTester.Run(RulesetReader.Read(changed), changed, "RETIRE.json");

        Assert.False(report.Passed);
        Assert.Equal("expected deny, is permit", report.Results.First(r => !r.Passed).Differences.Single());
        Assert.False(report.Coverage.IsComplete);
    }

    [Fact]
    public void An_overlay_is_laid_once()
    {
        var under = RulesetReader.Read(RulesetFiles.FromMemory("base", TestRuleset.Shipped()));
        var overlay = RulesetFiles.FromMemory("overlay", new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["overlay.json"] = Encoding.UTF8.GetBytes("""{ "format": 1, "id": "x", "revision": 1, "force": "none", "title": "x", "published": "2026-11-22", "extends": ["in-ccts/2025-26"], "instruments": [] }"""),
        });

        Assert.False(OverlayReader.TryApply(OverlayReader.Apply(under, overlay), overlay, out _, out var problems));
        Assert.Equal("overlay-twice", Assert.Single(problems).Code);
        Assert.False(RulesetReader.TryRead(overlay, out _, out problems));
        Assert.Contains("--overlay", problems.Single(p => p.Code == "missing-file" && p.Expected == "ruleset.json").Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_overlay_that_rests_on_another_is_refused_so_that_there_is_no_circle()
    {
        var under = RulesetReader.Read(RulesetFiles.FromMemory("base", TestRuleset.Shipped()));
        RulesetFiles Overlay(string id, string extends) => RulesetFiles.FromMemory(id, new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["overlay.json"] = Encoding.UTF8.GetBytes($$"""{ "format": 1, "id": "{{id}}", "revision": 1, "force": "none", "title": "x", "published": "2026-11-22", "extends": [{{extends}}], "instruments": [] }"""),
        });
        var first = OverlayReader.Apply(under, Overlay("a", "\"in-ccts/2025-26\", \"b\""));

        Assert.False(OverlayReader.TryApply(first, Overlay("b", "\"a\", \"in-ccts/2025-26+a\""), out _, out var problems));
        Assert.Equal("wrong-base", Assert.Single(problems).Code);
    }

    [Fact]
    public void An_overlay_is_refused_where_the_base_does_not_allow_it()
    {
        var under = RulesetReader.Read(RulesetFiles.FromMemory("base", TestRuleset.Shipped()));
        var overlay = new Dictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["overlay.json"] = Encoding.UTF8.GetBytes("""{ "format": 1, "id": "x", "revision": 1, "force": "none", "title": "x", "published": "2026-11-22", "extends": ["in-ccts/2026-27"] }"""),
            ["rules.json"] = Encoding.UTF8.GetBytes("""{ "rules": [""" + TestRuleset.Rule("""{ "fact": "unit.double-use", "is": false }""", "x", "allow", """ "overrides": ["unit.is-active"], """) + "] }"),
            ["parameters.json"] = Encoding.UTF8.GetBytes("""{ "parameters": { "verification.materiality": { "title": "t", "values": [{ "from": "2025-04-01", "value": "0.5", "unit": "ratio", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }] } } }"""),
            ["notes.txt"] = [],
        };

        Assert.False(OverlayReader.TryApply(under, RulesetFiles.FromMemory("overlay", overlay), out _, out var problems));
        Assert.Equal(["not-overridable", "unknown-file", "wrong-base"], problems.Select(p => p.Code).OrderBy(c => c, StringComparer.Ordinal));
    }

    [Fact]
    public void An_overlay_changes_what_the_base_decides_and_leaves_the_base_alone()
    {
        var under = RulesetCatalog.Default.Find("in-ccts/2025-26")!;
        var over = Over(under, "ct02-token");

        Assert.NotEqual(under.Identity.Digest, over.Identity.Digest);
        Assert.Equal("in-ccts/2025-26+ct02-token", over.Identity.Id);
        Assert.False(under.Assessment.Certificates.ValidityMonths.IsKnown);
        Assert.Equal(36, over.Assessment.Certificates.ValidityMonths.Value);
        Assert.Null(RulesetCatalog.Default.Rulesets.FirstOrDefault(r => r.Identity.Id.Contains('+')));
    }

    [Fact]
    public void A_new_sector_parameter_fact_and_rule_are_files_only()
    {
        const string Facts = """{ "purpose": "surrender", "year": "2025-26", "date": "2026-11-23", "facts": { "unit.kind": "ccc", "unit.status": "active", "unit.double-use": false, "unit.owner": "A", "entity.registration": "A", "unit.vintage": "2025-26", "entity.sector": "Glass"EXTRA } }""";
        var files = TestRuleset.Shipped();
        var unknown = RulesetReader.Read(RulesetFiles.FromMemory("glass", files));
        Assert.False(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(Facts.Replace("EXTRA", "")), "r", unknown.Rules.Vocabulary, out _, out var problems));
        Assert.Equal("/facts/entity.sector", Assert.Single(problems).Place.Pointer);

        Edit(files, "sectors.csv", text => text + "Glass,tCO2e/t,1,CCTS-SDK,made up for a test,none,assumption,\n");
        Edit(files, "parameters.json", text => text.Replace("  \"parameters\": {", """  "parameters": { "glass.cullet": { "title": "Least share of cullet", "values": [{ "from": "2025-04-01", "value": "0.25", "unit": "ratio", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }] },"""));
        Edit(files, "facts.json", text => text.Replace("  \"facts\": {", """  "facts": { "glass.cullet-share": { "type": "number", "unit": "ratio", "description": "Share of cullet." },"""));
        Edit(files, "rules.json", text => text.Replace("  \"rules\": [", "  \"rules\": [" + TestRuleset.Rule("""{ "all": [{ "fact": "entity.sector", "is": "Glass" }, { "fact": "glass.cullet-share", "lessThan": { "parameter": "glass.cullet" } }] }""", "glass.cullet", applies: """{ "purposes": ["surrender"] }""") + ","));

        Assert.Equal(Outcome.Refer, Decide(files, Facts.Replace("EXTRA", "")));
        Assert.Equal(Outcome.Deny, Decide(files, Facts.Replace("EXTRA", ", \"glass.cullet-share\": \"0.2499\"")));
        Assert.Equal(Outcome.Permit, Decide(files, Facts.Replace("EXTRA", ", \"glass.cullet-share\": \"0.25\"")));
        Assert.Equal(1, RulesetReader.Read(RulesetFiles.FromMemory("glass", files)).Assessment.Sectors["Glass"].EntityCount);
    }

    [Fact]
    public void No_rule_id_code_or_clause_of_the_law_stands_in_the_code()
    {
        var rulesets = new[] { "in-ccts/2025-26", "in-ccts/2026-27" }.Select(id => RulesetCatalog.Default.Find(id)!).ToList();
        rulesets.Add(Over(rulesets[0], "ct02-token"));
        rulesets.Add(Over(rulesets[1], "iron-steel-draft-2026"));
        var rules = rulesets.SelectMany(r => r.Rules.Rules).ToList();
        var words = rules.Select(r => r.Id).Concat(rules.Select(r => r.Code)).Concat(rules.Select(r => r.Standing.Source.Clause).OfType<string>())
            .Concat(rules.SelectMany(r => r.Parameters).Select(p => p.Path))
            .Distinct(StringComparer.Ordinal).ToList();

        // The calculators ask for parameters by name, in two places that know no value of them.
        Assert.True(words.Count > 100);
        Assert.Empty(Strings().SelectMany(s => words.Where(w => s.Text == w).Select(w => $"{s.File}: \"{w}\"")));
    }

    internal static (Ruleset Ruleset, TestReport Report) Run(string id, string? overlay)
    {
        var shipped = RulesetCatalog.Default.Find(id)!;
        var ruleset = overlay is null ? shipped : Over(shipped, overlay);
        return (ruleset, RulesetTester.Run(ruleset, overlay is null ? EmbeddedRulesets.All().Single(f => f.Name == "rulesets/" + id) : OverlayFiles(overlay)));
    }

    private static RulesetFiles OverlayFiles(string overlay) => EmbeddedRulesets.Overlays().Single(f => f.Name == "rulesets/overlays/" + overlay);

    private static Ruleset Over(Ruleset under, string overlay) => OverlayReader.Apply(under, OverlayFiles(overlay));

    private static void Edit(Dictionary<string, byte[]> files, string path, Func<string, string> edit)
    {
        var before = Encoding.UTF8.GetString(files[path]);
        var after = edit(before);
        Assert.NotEqual(before, after);
        files[path] = Encoding.UTF8.GetBytes(after);
    }

    private static Outcome Decide(Dictionary<string, byte[]> files, string request)
    {
        var ruleset = RulesetReader.Read(RulesetFiles.FromMemory("edited", files));
        Assert.True(DecisionRequestReader.TryRead(Encoding.UTF8.GetBytes(request), null, ruleset.Rules.Vocabulary, out var read, out var problems), string.Join("\n", problems));
        return new RuleInterpreter(ruleset).Decide(read).Outcome;
    }

    private static IEnumerable<(string File, string Text)> Strings() =>
        Code("Ccts.Rules", "").Concat(Code("Ccts.Rules.Authoring", "")).Concat(Code("Ccts.Cli", "")).Where(c => c.File is not ("AssessmentRulesBuilder.cs" or "QualityTables.cs" or "OffsetTables.cs")).SelectMany(c => Regex.Matches(c.Text, "\"((?:[^\"\\\\]|\\\\.)*)\"").Select(m => (c.File, m.Groups[1].Value)));

    private static IEnumerable<(string File, string Text)> Code(string project, params string[] folders) => folders
        .Select(folder => Path.Combine(Root, "src", project, folder))
        .SelectMany(folder => Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar))
        .Select(f => (Path.GetFileName(f), Regex.Replace(File.ReadAllText(f), "//.*", "")));

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder!.FullName, "Ccts.Sdk.sln")))
            {
                folder = folder.Parent;
            }

            return folder.FullName;
        }
    }
}
