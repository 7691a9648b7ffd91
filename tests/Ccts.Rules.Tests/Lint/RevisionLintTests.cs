using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Lint;

/// <summary>A further revision of the first year, which has no year before: what slipped is told beside the revision from which it was made.</summary>
public sealed class RevisionLintTests
{
    private static readonly Ruleset Earlier = RulesetCatalog.Default.Find("in-ccts/2025-26")!;

    [Fact]
    public void A_revision_that_changes_nothing_has_no_warning() => Assert.Empty(Warnings("ruleset.json", "", ""));

    [Theory]
    [InlineData("parameters.json", "\"value\": \"0.727\"", "\"value\": \"727\"", "far-from-last-year", "in revision 2 it is 0.727")]
    [InlineData("parameters.json", "\"value\": \"90\"", "\"value\": \"9\"", "far-from-last-year", "in revision 2 it is 90 days")]
    [InlineData("targets.csv", ",1400465,", ",14004650,", "baseline-differs", "in revision 2 it is 1400465 t")]
    [InlineData("targets.csv", "Works,Cement,,GJ", "Works,Cement,,RJ", "state-differs", "in revision 2 it is GJ")]
    [InlineData("factors.json", "\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true", "leaf-differs", "than in revision 2: fuels, petroleum-coke was false, is true")]
    [InlineData("retention.json", "\"years\": \"10\"", "\"years\": \"3\"", "far-from-last-year", "in revision 2 it is 10")]
    [InlineData("ruleset.json", "\"published\": \"2026-11-29\"", "\"published\": \"2026-11-27\"", "published-off", "before revision 2 of 2026-11-28")]
    [InlineData("ruleset.json", "\"published\": \"2026-11-29\"", "\"published\": \"2206-11-29\"", "published-off", "more than 2 years after the year is over")]
    public void A_slip_is_told_beside_the_revision_before(string file, string stands, string slip, string code, string said) =>
        Assert.Contains(Warnings(file, stands, slip), w => w.Code == code && w.Message.Contains(said, StringComparison.Ordinal));

    [Fact]
    public void A_file_that_was_left_behind_is_told()
    {
        var files = Revision("ruleset.json", "", "");
        files.Remove("retention.json");
        Assert.Contains(Warnings(files), w => w.Code == "file-left-out" && w.Message.Contains("revision 2 has the file retention.json", StringComparison.Ordinal));
    }

    /// <summary>Which revision answers follows from the day: check tells it too.</summary>
    [Fact]
    public void Check_tells_of_a_day_before_the_revision_before()
    {
        var ruleset = RulesetReader.Read(RulesetFiles.FromMemory("in-ccts/2025-26", Revision("ruleset.json", "\"published\": \"2026-11-29\"", "\"published\": \"2026-11-27\"")));
        Assert.Equal(["published-off"], RulesetLinter.CheckYear(ruleset, null, Earlier).Select(w => w.Code));
        Assert.Empty(RulesetLinter.CheckYear(RulesetReader.Read(RulesetFiles.FromMemory("in-ccts/2025-26", Revision("ruleset.json", "", ""))), null, Earlier));
    }

    /// <summary>A baseline year has factors only, and those are held too.</summary>
    [Fact]
    public void A_baseline_year_is_held_against_its_revision_before()
    {
        var files = TestRuleset.Shipped("in-ccts/2023-24");
        files["factors.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["factors.json"]).Replace("\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true", StringComparison.Ordinal));
        var changed = RulesetFiles.FromMemory("in-ccts/2023-24", files);
        Assert.Equal(["leaf-differs"], RulesetLinter.Run(RulesetReader.Read(changed), changed, null, RulesetCatalog.Default.Find("in-ccts/2023-24")).Findings.Select(f => f.Code));
    }

    private static IReadOnlyList<Problem> Warnings(string file, string stands, string slip) => Warnings(Revision(file, stands, slip));

    private static IReadOnlyList<Problem> Warnings(Dictionary<string, byte[]> files)
    {
        var revision = RulesetFiles.FromMemory("in-ccts/2025-26", files);
        return [.. RulesetLinter.Run(RulesetReader.Read(revision), revision, null, Earlier).Findings.Where(f => f.Severity == Severity.Warning)];
    }

    private static Dictionary<string, byte[]> Revision(string file, string stands, string slip)
    {
        var files = TestRuleset.Shipped("in-ccts/2025-26");
        void Change(string path, string from, string to)
        {
            var text = Encoding.UTF8.GetString(files[path]);
            Assert.Contains(from, text, StringComparison.Ordinal);
            files[path] = Encoding.UTF8.GetBytes(from.Length == 0 ? text : text.Replace(from, to, StringComparison.Ordinal));
        }

        Change("ruleset.json", "\"revision\": 2", "\"revision\": 3");
        Change("ruleset.json", "\"published\": \"2026-11-28\"", "\"published\": \"2026-11-29\"");
        Change(file, stands, slip);
        return files;
    }
}
