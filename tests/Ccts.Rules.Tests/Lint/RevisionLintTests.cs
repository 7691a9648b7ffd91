using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
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
    [InlineData("parameters.json", "\"value\": \"0.727\"", "\"value\": \"727\"", "leaf-differs", "electricity.grid.factor-reading was 0.727 tCO2/MWh, is 727 tCO2/MWh")]
    [InlineData("parameters.json", "\"value\": \"0.727\"", "\"value\": \"0.772\"", "leaf-differs", "electricity.grid.factor-reading was 0.727 tCO2/MWh, is 0.772 tCO2/MWh")]
    [InlineData("parameters.json", "\"value\": \"90\",\n          \"unit\": \"days\"", "\"value\": \"60\",\n          \"unit\": \"days\"", "leaf-differs", "than in revision 2: compensation.payment-days was 90 days, is 60 days")]
    [InlineData("parameters.json", "\"value\": \"90\",\n          \"unit\": \"days\",\n          \"source\": { \"instrument\": \"GEI-2025\", \"clause\": \"r.6\" },\n          \"force\": \"in-force\",\n          \"evidence\": \"secondary\"", "\"value\": null,\n          \"unit\": \"days\",\n          \"source\": { \"instrument\": \"GEI-2025\", \"clause\": \"r.6\" },\n          \"force\": \"in-force\",\n          \"evidence\": \"unknown\", \"reason\": \"not found\", \"settledBy\": \"nobody\"", "leaf-differs", "compensation.payment-days was 90 days, is unknown")]
    [InlineData("parameters.json", "\"compensation.multiple\": {", "\"compensation.multiple\": { \"overridable\": true,", "leaf-differs", "\"overridable\" is another than in revision 2: parameters, compensation.multiple has true")]
    [InlineData("parameters.json", "\"value\": \"2\",\n          \"unit\": \"multiple\",\n          \"source\": { \"instrument\": \"CCTS-SDK\"", "\"value\": \"2000\",\n          \"unit\": \"multiple\",\n          \"source\": { \"instrument\": \"CCTS-SDK\"", "leaf-differs", "lint.times-of-last-year was 2 multiple, is 2000 multiple")]
    [InlineData("targets.csv", ",1400465,", ",14004650,", "leaf-differs", "\"baseline_output\" is another than in revision 2: CMTOE087GJ was 1400465, is 14004650")]
    [InlineData("targets.csv", ",0.7935,", ",0.7953,", "leaf-differs", "\"target_gei\" is another than in revision 2: CMTOE087GJ was")]
    [InlineData("targets.csv", ",0.7935,", ",-,", "leaf-differs", "is -")]
    [InlineData("targets.csv", "Works,Cement,,GJ", "Works,Cement,,RJ", "leaf-differs", "\"state\" is another than in revision 2: CMTOE087GJ was GJ, is RJ")]
    [InlineData("factors.json", "\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true", "leaf-differs", "than in revision 2: fuels, petroleum-coke was false, is true")]
    [InlineData("factors.json", "\"value\": \"97.50\"", "\"value\": \"79.50\"", "leaf-differs", "fuels, petroleum-coke was 97.50, is 79.50")]
    [InlineData("rules.json", "\"appliesTo\": { \"purposes\": [\"trade\", ", "\"appliesTo\": { \"purposes\": [", "leaf-differs", "unit.is-a-carbon-credit, appliesTo had trade")]
    [InlineData("rules.json", "\"isNot\": \"active\"", "\"is\": \"active\"", "leaf-differs", "rules, unit.is-active, when had active")]
    [InlineData("facts.json", "\"unit\": \"tCO2e\", \"least\": \"1\", \"whole\": true, \"description\": \"The units that are to leave.\"", "\"unit\": \"tCO2e\", \"whole\": true, \"description\": \"The units that are to leave.\"", "leaf-differs", "\"least\" is another than in revision 2: facts, export.quantity had 1")]
    [InlineData("rules.json", "\"force\": \"in-force\",\n      \"evidence\": \"derived\"", "\"force\": \"none\",\n      \"evidence\": \"assumption\"", "leaf-differs", "\"force\" is another than in revision 2: rules, unit.is-a-carbon-credit was in-force, is none")]
    [InlineData("facts.json", "\"least\": \"1\", \"whole\": true, \"description\": \"The units that are to leave.\"", "\"description\": \"The units that leave.\"", "leaf-differs", "facts, export.quantity had 1")]
    [InlineData("facts.json", "\"applied\", \"not-required\"", "\"applied\"", "leaf-differs", "facts, adjustment.status had not-required")]
    [InlineData("calendar.csv", "within 90 days", "within 9 days", "leaf-differs", "\"rule\" is another than in revision 2")]
    [InlineData("calendar.csv", "\"E2, Form A, Form B\"", "\"E2, Form A\"", "leaf-differs", "was E2, Form A, Form B, is E2, Form A")]
    [InlineData("retention.json", "\"years\": \"10\"", "\"years\": \"3\"", "leaf-differs", "claims, wia-10-years was 10, is 3")]
    [InlineData("retention.json", "\"keeps\": \"all\"", "\"keeps\": \"activity-data\"", "leaf-differs", "claims, law was all, is activity-data")]
    [InlineData("proformas/cement/fields.csv", "@414+@436+", "@414+", "leaf-differs", "\"formula\" is another than in revision 2")]
    [InlineData("ruleset.json", "\"effective\": \"2025-04-01\"", "\"effective\": \"2025-07-01\"", "leaf-differs", "effective was 2025-04-01, is 2025-07-01")]
    [InlineData("ruleset.json", "\"published\": \"2026-11-29\"", "\"published\": \"2026-11-27\"", "published-off", "before revision 2 of 2026-11-28")]
    [InlineData("ruleset.json", "\"published\": \"2026-11-29\"", "\"published\": \"2206-11-29\"", "published-off", "more than 2 years after the year is over")]
    [InlineData("ruleset.json", "\"revision\": 3", "\"revision\": 2", "revision-off", "a catalog refuses the two")]
    public void A_slip_is_told_beside_the_revision_before(string file, string stands, string slip, string code, string said) =>
        Assert.Contains(Warnings(file, stands, slip), w => w.Code == code && w.Message.Contains(said, StringComparison.Ordinal));

    /// <summary>A better citation of the whole table explains none of its rows; one of the row itself does.</summary>
    [Theory]
    [InlineData("", "Annexure IV", false)]
    [InlineData("", "Annexure IV, Table 1", false)]
    [InlineData(", \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"a corrigendum\" }", "Annexure IV", true)]
    [InlineData(", \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"Annexure IV\" }", "Annexure IV", false)]
    public void A_rows_own_clause_explains_it_and_a_tables_does_not(string own, string tables, bool explained)
    {
        var files = Revision("factors.json", "\"value\": \"97.50\", \"biogenic\": false", "\"value\": \"97.50\", \"biogenic\": true" + own);
        files["factors.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["factors.json"]).Replace("\"clause\": \"Annexure IV\" },\n    \"force\": \"in-force\",\n    \"evidence\": \"verbatim\",\n    \"rows\": [\n      { \"number\": 1,", $"\"clause\": \"{tables}\" }},\n    \"force\": \"in-force\",\n    \"evidence\": \"verbatim\",\n    \"rows\": [\n      {{ \"number\": 1,", StringComparison.Ordinal));
        Assert.Equal(tables.Length > 11, Encoding.UTF8.GetString(files["factors.json"]).Contains("Annexure IV, Table 1", StringComparison.Ordinal));

        var told = Assert.Single(Findings(files), f => f.Code == "leaf-differs");
        Assert.Equal(explained ? Severity.Info : Severity.Warning, told.Severity);
        Assert.Contains("petroleum-coke was false, is true", told.Message, StringComparison.Ordinal);
    }

    /// <summary>A corrigendum cites itself, and what the schedule says otherwise then is a remark, as a name in capitals is nothing at all.</summary>
    [Theory]
    [InlineData("targets.csv", "1400465,0.7994,0.7935,tCO2e/t,GEI-2025,First Schedule", "1405465,0.7949,0.7935,tCO2e/t,GEI-2025,\"First Schedule, as corrected\"", 2)]
    [InlineData("targets.csv", "Kotputli Cement Works", "KOTPUTLI CEMENT WORKS", 0)]
    [InlineData("factors.json", "\"name\": \"Petroleum Coke\"", "\"name\": \"Petroleum coke\"", 0)]
    [InlineData("targets.csv", ",0.8086,", ",0.80860,", 0)]
    [InlineData("rules.json", "\"The same units are already claimed elsewhere.\"", "\"The same units are claimed elsewhere already.\"", 1)]
    public void What_its_row_explains_is_a_remark(string file, string stands, string instead, int remarks)
    {
        var files = Revision(file, stands, instead);
        Assert.Empty(Warnings(files));
        Assert.Equal(remarks, Findings(files).Count(f => f.Code == "leaf-differs"));
    }

    [Fact]
    public void A_revision_that_is_not_in_force_is_told_by_check()
    {
        var files = Revision("ruleset.json", "\"kind\": \"compliance-year\",\n  \"force\": \"in-force\"", "\"kind\": \"compliance-year\",\n  \"force\": \"superseded\"");
        var ruleset = RulesetReader.Read(RulesetFiles.FromMemory("in-ccts/2025-26", files));
        Assert.Contains("force was in-force, is superseded", Assert.Single(RulesetLinter.CheckYear(ruleset, null, Earlier)).Message, StringComparison.Ordinal);
    }

    /// <summary>A new row has nothing to be held against but its table.</summary>
    [Theory]
    [InlineData("\"number\": 17,", "5610", true)]
    [InlineData("\"number\": 17,", "56.10", false)]
    public void A_new_row_is_held_against_its_table(string before, string value, bool told) =>
        Assert.Equal(told, Warnings("factors.json", "{ " + before, "{ \"number\": 99, \"key\": \"made-up\", \"name\": \"Made up\", \"value\": \"" + value + "\", \"biogenic\": false },\n      { " + before).Any(w => w.Code == "far-from-table"));

    /// <summary>What the rule refused is permitted without it. In a year of its own a repeal looks the same, and is a remark.</summary>
    [Theory]
    [InlineData("2025-26", Severity.Warning)]
    [InlineData("2026-27", Severity.Info)]
    public void A_rule_that_a_revision_no_longer_has_is_a_warning(string year, Severity severity)
    {
        const string Rule = "unit.is-active";
        var files = TestRuleset.Shipped("in-ccts/" + year).Where(f => !f.Key.StartsWith("tests/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        var book = JsonNode.Parse(files["rules.json"])!;
        book["rules"]!.AsArray().Remove(book["rules"]!.AsArray().Single(r => (string)r!["id"]! == Rule));
        files["rules.json"] = Encoding.UTF8.GetBytes(book.ToJsonString());
        var changed = RulesetFiles.FromMemory("in-ccts/" + year, files);

        var told = RulesetLinter.Run(RulesetReader.Read(changed), changed, Earlier, year == "2025-26" ? Earlier : null).Findings.Single(f => f.Code == "name-left-out" && f.Message.Contains(Rule, StringComparison.Ordinal));
        Assert.Equal(severity, told.Severity);
    }

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
        files["ruleset.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["ruleset.json"]).Replace("\"revision\": 2", "\"revision\": 3", StringComparison.Ordinal));
        var changed = RulesetFiles.FromMemory("in-ccts/2023-24", files);
        Assert.Equal(["leaf-differs"], RulesetLinter.Run(RulesetReader.Read(changed), changed, null, RulesetCatalog.Default.Find("in-ccts/2023-24")).Findings.Select(f => f.Code));
    }

    private static IReadOnlyList<Problem> Warnings(string file, string stands, string slip) => Warnings(Revision(file, stands, slip));

    private static IReadOnlyList<Problem> Warnings(Dictionary<string, byte[]> files) => [.. Findings(files).Where(f => f.Severity == Severity.Warning)];

    private static IReadOnlyList<Problem> Findings(Dictionary<string, byte[]> files)
    {
        var revision = RulesetFiles.FromMemory("in-ccts/2025-26", files);
        return RulesetLinter.Run(RulesetReader.Read(revision), revision, null, Earlier).Findings;
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
