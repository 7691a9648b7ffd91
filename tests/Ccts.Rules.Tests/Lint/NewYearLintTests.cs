using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Lint;

/// <summary>A folder made for 2027-28 from that of 2026-27 as the guide says: what slips of the keyboard do to it is told, and nothing else is.</summary>
public sealed partial class NewYearLintTests
{
    private const string Coke = "\"name\": \"Petroleum Coke\", \"value\": \"97.50\", \"biogenic\": ";
    private const string Cited = ", \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"a made-up clause\" }";
    private static readonly Ruleset LastYear = RulesetCatalog.Default.Find("in-ccts/2026-27")!;

    [Fact]
    public void A_year_that_was_made_with_care_has_no_warning_but_that_of_last_years_cases()
    {
        var cases = Assert.Single(Warnings());
        Assert.Equal("last-years-cases", cases.Code);
        Assert.Matches("^[1-9][0-9]+ cases fail in files with days before 2027-28: \"[^\"]+\", \"[^\"]+\", \"[^\"]+\", \"[^\"]+\", \"[^\"]+\", …\\.$", cases.Message);
    }

    [Theory]
    [InlineData("targets.csv", ",0.7891,", ",0.0773,", "cut-too-deep")]
    [InlineData("targets.csv", ",0.7891,", ",0.7892,", "target-rises")]
    [InlineData("targets.csv", ",0.7891,", ",0.8000,", "target-rises")]
    [InlineData("targets.csv", ",3666138,", ",36661380,", "leaf-differs")]
    [InlineData("targets.csv", ",0.8086,", ",0.8806,", "leaf-differs")]
    [InlineData("targets.csv", "2023-24,3666138", "2022-23,3666138", "baseline-year-differs")]
    [InlineData("targets.csv", "CMTOE085RJ,Kotputli Cement Works", "CMTOE085RJ,Naramada Cement Jafrabad Works", "leaf-differs")]
    [InlineData("calendar.csv", "2028-07-31", "2027-08-01", "due-day-off-its-rule")]
    [InlineData("calendar.csv", "2028-07-31", "2029-07-31", "due-day-off-its-rule")]
    [InlineData("calendar.csv", "2028-07-31", "", "due-day-missing")]
    [InlineData("calendar.csv", "within 4 months of compliance year end", "within 5 months of compliance year end", "due-day-off-its-rule")]
    [InlineData("calendar.csv", "2028-09-30", "2029-09-30", "due-day-off-its-rule")]
    [InlineData("calendar.csv", "2028-09-30", "", "due-day-missing")]
    [InlineData("calendar.csv", "within 2 months of last date of Form A", "within 3 months of last date of Form A", "due-day-of-last-years-rule")]
    [InlineData("calendar.csv", "2028-03-31", "2028-03-30", "due-day-off-its-rule")]
    [InlineData("calendar.csv", "2027-06-30", "2027-07-01", "due-day-off-its-rule")]
    [InlineData("factors.json", "\"key\": \"CF4\", \"value\": \"6630\"", "\"key\": \"CF4\", \"value\": \"663\"", "leaf-differs")]
    [InlineData("factors.json", "\"value\": \"0.727\"", "\"value\": \"0.0727\"", "leaf-differs")]
    [InlineData("parameters.json", "\"value\": \"3.664\"", "\"value\": \"12/44\"", "leaf-differs")]
    [InlineData("parameters.json", "\"value\": \"44/12\"", "\"value\": \"12/44\"", "leaf-differs")]
    [InlineData("parameters.json", "\"value\": \"1\",\n          \"unit\": \"ratio\",\n          \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"s.5(7)(v)\" }", "\"value\": \"0.1\",\n          \"unit\": \"ratio\",\n          \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"s.5(7)(v)\" }", "leaf-differs")]
    [InlineData("factors.json", Coke + "false", Coke + "true", "leaf-differs")]
    [InlineData("factors.json", "\"value\": \"112.00\", \"biogenic\": true", "\"value\": \"112.00\", \"biogenic\": false", "leaf-differs")]
    [InlineData("factors.json", "\"number\": 17,", "\"number\": 117,", "leaf-differs")]
    [InlineData("factors.json", "\"name\": \"Petroleum Coke\"", "\"name\": \"Petroleum Coal\"", "leaf-differs")]
    [InlineData("factors.json", "\"number\": 17,", "\"number\": 16,", "row-twice")]
    [InlineData("factors.json", "\"name\": \"Petroleum Coke\"", "\"name\": \"Lubricants\"", "row-twice")]
    [InlineData("factors.json", "\"key\": \"CF4\", \"value\": \"6630\"", "\"key\": \"CF4\", \"value\": \"6360\"", "leaf-differs")]
    [InlineData("targets.csv", "CMTOE085RJ,", "CMTOE058RJ,", "row-twice")]
    [InlineData("targets.csv", "CMTOE085RJ,Kotputli Cement Works,Cement,,RJ,2023-24,3666138", "CMTOE058RJ,Kotputli Cement Works,Cement,,RJ,2023-24,3666139", "registration-differs")]
    [InlineData("targets.csv", "Works,Cement,,RJ,", "Works,Cement,,Gujarat,", "registration-differs")]
    [InlineData("targets.csv", "Works,Cement,,RJ,", "Works,Cement,,Rajasthan,", "registration-differs", false)]
    [InlineData("parameters.json", "\"value\": \"nearest\"", "\"value\": \"toward-zero\"", "leaf-differs")]
    [InlineData("sectors.csv", "Cement,tCO2e/t,186", "Cement,tCO2e/t,18", "leaf-differs")]
    [InlineData("targets.csv", "Works,Cement,,RJ,", "Works,Cement,,GJ,", "leaf-differs")]
    [InlineData("targets.csv", "Works,Cement,,RJ,", "Works,Cement,wet,RJ,", "leaf-differs", false)]
    [InlineData("targets.csv", ",3666138,0.8086,0.7891,", ",36.66138,0.8086,0.7891,", "far-from-sector")]
    [InlineData("targets.csv", ",3666138,0.8086,0.7891,", ",3666138,808.6,789.1,", "far-from-sector")]
    public void A_slip_of_the_keyboard_is_told(string file, string stands, string slip, string code, bool told = true) =>
        Assert.Equal(told, Warnings(file, t => Once(t, stands, slip)).Select(w => w.Code).Contains(code));

    [Fact]
    public void Two_rows_that_changed_places_are_told_in_one_line()
    {
        var found = Warnings("factors.json", t => Once(Once(Once(t, "\"key\": \"CF4\", \"value\": \"6630\"", "\"key\": \"CF4\", \"value\": \"x\""), "\"key\": \"C2F6\", \"value\": \"11100\"", "\"key\": \"C2F6\", \"value\": \"6630\""), "\"x\"", "\"11100\""));

        var told = Assert.Single(found, f => f.Code == "leaf-differs");
        Assert.Contains("CF4 was 6630, is 11100; globalWarmingPotentials, C2F6 was 11100, is 6630", told.Message, StringComparison.Ordinal);
    }

    /// <summary>A change that the law made cites the clause that did; other names of a fuel are no law.</summary>
    [Theory]
    [InlineData("factors.json", "\"key\": \"CF4\", \"value\": \"6630\"", "\"key\": \"CF4\", \"value\": \"7380\"" + Cited)]
    [InlineData("factors.json", "\"key\": \"CF4\", \"value\": \"6630\"", "\"key\": \"CF4\", \"value\": \"3315\"" + Cited)]
    [InlineData("factors.json", Coke + "false", Coke + "true" + Cited)]
    [InlineData("factors.json", "\"pet coke\", ", "\"pet coke\", \"coke of petroleum\", ")]
    [InlineData("sectors.csv", "Cement,tCO2e/t,186,GEI-2025,First Schedule", "Cement,tCO2e/t,190,GEI-2025,a made-up clause")]
    public void A_likely_change_is_not_told(string file, string stands, string change) =>
        Assert.Equal(["last-years-cases"], Warnings(file, t => Once(t, stands, change)).Select(w => w.Code));

    /// <summary>A digit slips in an amended value as in any other.</summary>
    [Theory]
    [InlineData("26521", true)]
    [InlineData("26520", false)]
    public void A_change_that_its_clause_explains_is_told_where_it_is_too_large(string value, bool told) =>
        Assert.Equal(told, Warnings("factors.json", t => Once(t, "\"key\": \"CF4\", \"value\": \"6630\"", $"\"key\": \"CF4\", \"value\": \"{value}\"" + Cited)).Any(w => w.Code == "far-from-last-year"));

    [Fact]
    public void A_day_that_was_worked_out_from_its_new_rule_is_not_told() =>
        Assert.Equal(["last-years-cases"], Warnings("calendar.csv", t => Once(Once(Once(t, "within 4 months of compliance year end", "within 5 months of compliance year end"), "2028-07-31", "2028-08-31"), "\"s.5(22), 6(1)\"", "a made-up clause")).Select(w => w.Code));

    /// <summary>The shipped year against the shipped year before it: no false alarm.</summary>
    [Fact]
    public void The_shipped_year_has_no_warning_beside_the_year_before() =>
        Assert.Equal(
            RulesetLinter.Run(LastYear, LastYear.Files).Findings.Where(f => f.Severity == Severity.Warning),
            RulesetLinter.Run(LastYear, LastYear.Files, RulesetCatalog.Default.Find("in-ccts/2025-26")).Findings.Where(f => f.Severity == Severity.Warning));

    /// <summary>Limits of ours are data: but one that was raised does not judge itself.</summary>
    [Fact]
    public void From_where_on_lint_looks_is_data_of_the_law_before_too()
    {
        var slip = Year("targets.csv", t => Once(t, ",0.7891,", ",0.0773,"));
        var limit = Once(Encoding.UTF8.GetString(slip["parameters.json"]), "\"value\": \"2\",\n          \"unit\": \"multiple\",\n          \"source\": { \"instrument\": \"CCTS-SDK\", \"clause\": \"checks of a new year's ruleset\" }", "\"value\": \"20\",\n          \"unit\": \"multiple\",\n          \"source\": { \"instrument\": \"CCTS-SDK\", \"clause\": \"checks of a new year's ruleset\" }");
        slip["parameters.json"] = Encoding.UTF8.GetBytes(limit);
        Assert.Subset(Warnings(slip).Select(w => w.Code).ToHashSet(), new HashSet<string> { "cut-too-deep", "leaf-differs" });
    }

    private static IReadOnlyList<Problem> Warnings(string? file = null, Func<string, string>? change = null) => Warnings(Year(file, change));

    // Where last year's cases fail, some rule has none that makes it fire.
    private static IReadOnlyList<Problem> Warnings(Dictionary<string, byte[]> files)
    {
        var year = RulesetFiles.FromMemory("in-ccts/2027-28", files);
        return [.. RulesetLinter.Run(RulesetReader.Read(year), year, LastYear).Findings.Where(f => f.Severity == Severity.Warning && f.Code != "rule-without-case")];
    }

    private static Dictionary<string, byte[]> Year(string? file, Func<string, string>? change)
    {
        var files = TestRuleset.Shipped("in-ccts/2026-27");
        void Change(string path, Func<string, string> by) => files[path] = Encoding.UTF8.GetBytes(by(Encoding.UTF8.GetString(files[path])));

        Change("ruleset.json", t => t.Replace("\"id\": \"in-ccts/2026-27\"", "\"id\": \"in-ccts/2027-28\"", StringComparison.Ordinal).Replace("\"revision\": 2", "\"revision\": 1", StringComparison.Ordinal)
            .Replace("\"year\": \"2026-27\"", "\"year\": \"2027-28\"", StringComparison.Ordinal).Replace("compliance year 2026-27", "compliance year 2027-28", StringComparison.Ordinal).Replace("\"published\": \"2026-11-28\"", "\"published\": \"2027-03-01\"", StringComparison.Ordinal).Replace("\"effective\": \"2026-04-01\"", "\"effective\": \"2027-04-01\"", StringComparison.Ordinal));
        Change("calendar.csv", t => Date().Replace(t, m => $",{int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) + 1}{m.Groups[2].Value},"));
        if (file != "targets.csv")
        {
            Change("targets.csv", t => Target().Replace(t, m => $",0.{int.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) - 1:0000},tCO2e"));
        }

        if (file is not null)
        {
            Change(file, change!);
        }

        return files;
    }

    private static string Once(string text, string stands, string instead)
    {
        Assert.Contains(stands, text, StringComparison.Ordinal);
        var at = text.IndexOf(stands, StringComparison.Ordinal);
        return text[..at] + instead + text[(at + stands.Length)..];
    }

    [GeneratedRegex(",(20[0-9][0-9])(-[0-9][0-9]-[0-9][0-9]),")]
    private static partial Regex Date();

    [GeneratedRegex(",0\\.([0-9]{4}),tCO2e")]
    private static partial Regex Target();
}
