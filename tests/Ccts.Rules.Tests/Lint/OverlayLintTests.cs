using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Rulesets.Overlays;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Lint;

/// <summary>An overlay that brings tables is told about its own rows, each with its line, and about none of the base.</summary>
public sealed class OverlayLintTests
{
    private const string Shared = "entity,sector,sub_sector,state,baseline_year,baseline_output,baseline_gei,target_gei,unit,instrument,clause,force,evidence,note\n";
    private const string Sectors = "sector,unit,entities,instrument,clause,force,evidence,note\nGlass,tCO2e/t,2,MADE-UP,{0},in-force,assumption,\n";
    private const string Drafted = "key," + Shared + "made-up-glass-works,Glass Works,Glass,,GJ,2023-24,1000,0.9,0.8,tCO2e/t,MADE-UP,{0},draft,assumption,\n";

    [Fact]
    public void Rows_of_the_base_are_not_told()
    {
        Assert.Contains(RulesetLinter.Run(Base, Base.Files).Findings, IsOfTables);
        Assert.DoesNotContain(Told(("sectors.csv", "Schedule"), ("targets.on-request.csv", "Schedule")), f => f.Code != "schedule-gap");
    }

    [Fact]
    public void An_own_row_is_told_with_its_line() =>
        Assert.Equal(
            ["made-up/sectors.csv:2 missing-clause", "made-up/sectors.csv:2 schedule-gap", "made-up/targets.on-request.csv:2 missing-clause"],
            Told(("sectors.csv", ""), ("targets.on-request.csv", "")).Select(f => $"{f.Place.File}:{f.Place.Line} {f.Code}").OrderBy(f => f, StringComparer.Ordinal));

    /// <summary>Three rows of cement beside the five of the base: two bear one name, one has a target above its baseline.</summary>
    [Fact]
    public void Own_rows_are_held_against_those_of_the_base()
    {
        const string Rows = "registration_no," + Shared + "CMTOE900RJ,Kotputli Cement Works,Cement,,RJ,2023-24,1000000,0.9,0.8,tCO2e/t,MADE-UP,Schedule,in-force,assumption,\n"
            + "CMTOE901RJ,Another Works,Cement,,RJ,2023-24,1000000,0.7,0.8,tCO2e/t,MADE-UP,Schedule,in-force,assumption,\n";
        Assert.Equal(
            ["2 schedule-gap Cement has 186 entities, and the schedule has 7 rows.", "2 schedule-overlap CMTOE085RJ and CMTOE900RJ", "3 target-above-baseline CMTOE901RJ: the target 0.8 tCO2e/t"],
            Lint(("targets.csv", Rows)).Where(IsOfTables).Select(f => $"{f.Place.Line} {f.Code} {f.Message}").Select(f => f.Split(" have one name")[0].Split(" is above")[0]).OrderBy(f => f, StringComparer.Ordinal));
    }

    /// <summary>The base says why it states what the machine of offset projects asks for; an overlay that fills it does so for the same reason.</summary>
    [Fact]
    public void What_the_base_states_for_a_reason_an_overlay_may_fill() =>
        Assert.Equal(
            [("informational-parameter", Severity.Info)],
            Lint(("parameters.json", """{ "parameters": { "offset.buffer.share": { "title": "Share", "values": [ { "from": "2026-04-01", "value": "0.2", "unit": "ratio", "source": { "instrument": "MADE-UP", "clause": "1" }, "force": "in-force", "evidence": "assumption" } ] } } }"""))
                .Where(f => f.Message.Contains("offset.buffer.share", StringComparison.Ordinal)).Select(f => (f.Code, f.Severity)));

    /// <summary>An overlay is law as well: a further revision is compared with the one before, over the same ruleset.</summary>
    [Theory]
    [InlineData("parameters.json", "\"value\": \"36\"", "\"value\": \"48\"", "leaf-differs", "certificates.validity was 36 months, is 48 months")]
    [InlineData("rules.json", "\"code\": \"token-expiry-too-late\"", "\"code\": \"token-expiry-late\"", "leaf-differs", "was token-expiry-too-late, is token-expiry-late")]
    [InlineData("overlay.json", "\"in-ccts/2025-26\",", "", "leaf-differs", "in-ccts/2025-26")]
    [InlineData("overlay.json", "\"revision\": 3", "\"revision\": 2", "revision-off", "a catalog refuses the two")]
    [InlineData("overlay.json", "\"published\": \"20", "\"published\": \"19", "published-off", "a catalog refuses the two")]
    [InlineData("", "", "", "", "")]
    public void A_revision_of_an_overlay_is_held_against_the_one_before(string file, string stands, string slip, string code, string said)
    {
        var shipped = EmbeddedRulesets.Overlays().Single(f => f.Name == "rulesets/overlays/ct02-token");
        var files = shipped.Paths.ToDictionary(p => p, p => Encoding.UTF8.GetString(shipped.Find(p)!.Bytes), StringComparer.Ordinal);
        files["overlay.json"] = files["overlay.json"].Replace("\"revision\": 2", "\"revision\": 3", StringComparison.Ordinal);
        if (file.Length > 0)
        {
            Assert.Contains(stands, files[file], StringComparison.Ordinal);
            files[file] = files[file].Replace(stands, slip, StringComparison.Ordinal);
        }

        var overlay = RulesetFiles.FromMemory("ct02-token", files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));
        var told = RulesetLinter.Run(OverlayReader.Apply(Base, overlay), overlay, null, OverlayReader.Apply(Base, shipped)).Findings.Where(f => f.Code is "leaf-differs" or "revision-off" or "published-off" or "name-left-out").ToList();
        Assert.Equal(code.Length > 0, told.Exists(f => f.Severity == Severity.Warning));
        Assert.True(code.Length == 0 || told.Exists(f => f.Code == code && f.Message.Contains(said, StringComparison.Ordinal)), string.Join("; ", told));
    }

    private static Ruleset Base => RulesetCatalog.Default.Find("in-ccts/2026-27")!;

    private static bool IsOfTables(Problem finding) => finding.Place.File?.EndsWith(".csv", StringComparison.Ordinal) == true;

    private static IEnumerable<Problem> Told(params (string File, string Clause)[] files) =>
        Lint([.. files.Select(f => (f.File, (f.File == "sectors.csv" ? Sectors : Drafted).Replace("{0}", f.Clause, StringComparison.Ordinal)))]).Where(IsOfTables);

    private static IReadOnlyList<Problem> Lint(params (string File, string Text)[] files)
    {
        const string Header = """
            { "format": 1, "id": "made-up", "revision": 1, "force": "draft", "title": "a made-up sector", "published": "2026-11-22", "extends": ["in-ccts/2026-27"],
              "instruments": [ { "id": "MADE-UP", "title": "A made-up schedule", "issuer": "nobody", "date": "2026-11-22", "status": "in-force", "evidence": "assumption" } ] }
            """;
        var all = files.Append(("overlay.json", Header)).ToDictionary(f => f.Item1, f => Encoding.UTF8.GetBytes(f.Item2), StringComparer.Ordinal);
        var overlay = RulesetFiles.FromMemory("made-up", all);
        return RulesetLinter.Run(OverlayReader.Apply(Base, overlay), overlay).Findings;
    }
}
