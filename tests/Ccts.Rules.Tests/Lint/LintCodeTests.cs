using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Rulesets.Catalogs;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;
using static Ccts.Rules.Tests.Lint.LintTests;

namespace Ccts.Rules.Tests.Lint;

/// <summary>
/// Every code that lint can give has an example here where it is due and one where it is nearly due: the codes are taken
/// from the source of lint itself, so that a new one without examples fails.
/// </summary>
public sealed partial class LintCodeTests
{
    private const string Kotputli = ",Cement,,RJ,2023-24,1000,0.8,0.7,tCO2e/t,GEI-2025,First Schedule,in-force,transcribed,\n";

    private const string Cited = ", \"source\": { \"instrument\": \"BEE-DPCM\", \"clause\": \"a made-up clause\" }";

    private static readonly string Narrow = TestRuleset.Rule("""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""");

    private static readonly Dictionary<string, (Func<IEnumerable<string>> Due, Func<IEnumerable<string>> Nearly)> Examples = new(StringComparer.Ordinal)
    {
        ["unreachable-rule"] = (
            () => Codes(Rule("""{ "all": [{ "fact": "a.count", "lessThan": "3" }, { "fact": "a.count", "moreThan": "3" }] }""")),
            () => Codes(Rule("""{ "all": [{ "fact": "a.count", "atMost": "3" }, { "fact": "a.count", "atLeast": "3" }] }"""))),
        ["waits-for-law"] = (
            () => Codes(Rule("""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor" } }""")),
            () => Codes(Rule("""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor", "or": "5 INR" } }"""))),
        ["settled-by-law"] = (
            () => Codes(Rule("""{ "all": [{ "parameter": "market.oversale.breaches", "exists": false }, { "fact": "a.flag", "is": true }] }""")),
            () => Codes(Rule("""{ "all": [{ "parameter": "market.price.floor", "exists": false }, { "fact": "a.flag", "is": true }] }"""))),
        ["condition-always-true"] = (() => Codes(Rule("""{ "fact": "a.word", "in": ["two", "one"] }""")), () => Codes(Rule("""{ "fact": "a.word", "in": ["one"] }"""))),
        ["condition-always-false"] = (
            () => Codes(Rule("""{ "any": [{ "fact": "a.flag", "is": true }, { "fact": "a.word", "notIn": ["one", "two"] }] }""")),
            () => Codes(Rule("""{ "any": [{ "fact": "a.flag", "is": true }, { "fact": "a.word", "notIn": ["one"] }] }"""))),
        ["dead-override"] = (
            () => Codes(Narrow + "," + TestRuleset.Rule("""{ "fact": "a.count", "is": "2" }""", "e", "allow", """ "overrides": ["r"], """)),
            () => Codes(Narrow + "," + TestRuleset.Rule("""{ "fact": "a.count", "is": "1" }""", "e", "allow", """ "overrides": ["r"], """))),
        ["band-gap"] = (() => Codes(Bands("""["12", "20"]""")), () => Codes(Bands("""["11", "20"]"""))),
        ["band-overlap"] = (() => Codes(Bands("""["10", "20"]""")), () => Codes(Bands("""["11", "20"]"""))),
        ["table-gap"] = (() => Table(Lookup, "one"), () => Table(Lookup, "one", "two")),
        ["unreachable-row"] = (() => Table(Lookup, "one", "two", "three"), () => Table(Lookup, "one", "two")),
        ["table-overlap"] = (() => Table(Flagged, "Green Hydrogen", "green-hydrogen"), () => Table(Flagged, "Green Hydrogen", "Green Hydrogen II")),
        ["unused-parameter"] = (() => Table(Flagged, "one", "two"), () => Table(Lookup, "one", "two")),
        ["informational-parameter"] = (
            () => About("test.table", LintTests.Lint(Lookup, t => Rows(t, "one", "two"), informational: "A reason.")),
            () => Table(Lookup, "one", "two")),
        ["unused-fact"] = (() => About("a.text", LintTests.Lint(Flagged)), () => About("a.text", LintTests.Lint(TestRuleset.Rule(Flag, message: "{a.text}")))),
        ["rule-without-case"] = (() => Codes(Counted, Counts(4)), () => Codes(Counted, Counts(2, 4))),
        ["branch-without-case"] = (() => Codes(Counted, Counts(2)), () => Codes(Counted, Counts(2, 4))),
        ["row-without-case"] = (() => TableAndCases(Looked("one")), () => TableAndCases(Looked("one", "two"))),
        ["case-fails"] = (() => Codes(Counted, Counts(2).Replace("deny", "refer", StringComparison.Ordinal)), () => Codes(Counted, Counts(2))),
        ["hindi-missing"] = (() => Codes(Message("The price is 5.", "Keemat 5 hai.")), () => Codes(Message("The price is 5.", "कीमत 5 है।"))),
        ["hindi-is-english"] = (() => Codes(Message("Says so.", "Says so. ")), () => Codes(Message("Says so.", "Says."))),
        ["numbers-differ"] = (() => Codes(Message("The price is 5.", "कीमत 6 है।")), () => Codes(Message("The price is 5.", "कीमत ५ है।"))),
        ["hindi-not-reviewed"] = (
            () => Codes(Message("Five.", "पाँच।")),
            () => Codes(Message("Five.", "पाँच।").Replace("\"hi\": \"पाँच।\"", "\"hi\": \"पाँच।\", \"hiReviewed\": true", StringComparison.Ordinal))),
        ["hindi-title-missing"] = (() => Titles(""" "A rule" """), () => Titles("""{ "en": "A rule", "hi": "एक नियम" }""")),
        ["hindi-title-not-reviewed"] = (() => Titles("""{ "en": "A rule", "hi": "एक नियम" }"""), () => Titles("""{ "en": "A rule", "hi": "एक नियम", "hiReviewed": true }""")),
        ["missing-clause"] = (() => InForce("""{ "instrument": "BEE-DPCM" }"""), () => InForce("""{ "instrument": "BEE-DPCM", "clause": "4.2" }""")),
        ["due-before-year"] = (() => Year(calendar: t => t.Replace(",2026-07-31,", ",2025-03-31,", StringComparison.Ordinal)), () => Year(calendar: t => t.Replace(",2026-07-31,", ",2025-04-01,", StringComparison.Ordinal))),
        ["last-years-due-day"] = (() => Year(previous: LastYear("")), () => Year(previous: LastYear("2024-07-31"))),
        ["due-day-missing"] = (() => Year(calendar: t => t.Replace(",2026-09-30,", ",,", StringComparison.Ordinal), previous: LastYear("")), () => Year(calendar: t => t.Replace(",2026-09-30,", ",,", StringComparison.Ordinal))),
        ["due-day-off-its-rule"] = (() => Year(calendar: t => t.Replace(",2026-07-31,", ",2026-08-01,", StringComparison.Ordinal)), () => Year()),
        ["due-day-of-last-years-rule"] = (
            () => Year(calendar: t => t.Replace("within 2 months of last", "within 3 months of last", StringComparison.Ordinal), previous: LastYear("2025-09-30")),
            () => Year(previous: LastYear("2025-09-30"))),
        ["far-from-last-year"] = (() => Year(factors: Cf4("1657", Cited), previous: LastYear("")), () => Year(factors: Cf4("1658", Cited), previous: LastYear("")).Concat(Year(factors: Cf4("663"), previous: LastYear("")))),
        ["far-from-table"] = (() => Year(factors: NewFuel("521"), previous: LastYear("")), () => Year(factors: NewFuel("520"), previous: LastYear("")).Concat(Year(factors: NewFuel("521")))),
        ["revision-off"] = (() => Revised(2), () => Revised(1)),
        ["leaf-differs"] = (
            () => Year(factors: t => t.Replace("\"value\": \"97.50\", \"biogenic\": false, \"also", "\"value\": \"97.50\", \"biogenic\": true, \"also", StringComparison.Ordinal), previous: LastYear("")),
            () => Year(factors: t => t.Replace("\"value\": \"97.50\"", "\"value\": \"97.500\"", StringComparison.Ordinal), previous: LastYear(""))),
        ["row-twice"] = (() => Year(factors: Numbered("16")), () => Year(factors: Numbered("116"))),
        ["published-off"] = (
            () => Year(header: t => t.Replace("\"published\": \"2026-11-28\"", "\"published\": \"2020-01-01\"", StringComparison.Ordinal)),
            () => Year(header: t => t.Replace("\"published\": \"2026-11-28\"", "\"published\": \"2028-03-31\"", StringComparison.Ordinal))),
        ["nothing-permitted"] = (() => Codes(Limits("5 INR", "4 INR")), () => Codes(Limits("5 INR", "5 INR"))),
        ["case-tests-nothing"] = (() => Within("20000"), () => Within("19000")),
        ["case-twice"] = (() => Codes(Counted, Counts(2) + "," + Counts(2).Replace("\"2\", \"facts\"", "\"again\", \"facts\"", StringComparison.Ordinal)), () => Codes(Counted, Counts(1, 2))),
        ["target-rises"] = (() => Target(",0.8032,", ",0.8033,"), () => Target(",0.8032,", ",0.8031,")),
        ["cut-too-deep"] = (() => Target(",0.8032,", ",0.4015,"), () => Target(",0.8032,", ",0.4016,")),
        ["unseen-character"] = (() => Schedule(t => t.Replace("Kotputli", "Kot\u200Bputli", StringComparison.Ordinal)), () => Schedule(t => t.Replace("Kotputli", "Kotputlí", StringComparison.Ordinal))),
        ["last-years-cases"] = (() => Codes(Counted, Dated("2025-03-31", 6)), () => Codes(Counted, Dated("2025-04-01", 6)).Concat(Codes(Counted, Dated("2025-03-31", 5)))),
        ["last-years-target"] = (() => Year(previous: LastYear("")), () => Year(targets: t => Regex.Replace(t, ",0\\.\\d+,tCO2e/t", ",0.0001,tCO2e/t"), previous: LastYear(""))),
        ["file-left-out"] = (() => Year(previous: LastYear(""), without: "retention.json"), () => Year(previous: LastYear("", without: "retention.json"), without: "retention.json")),
        ["name-left-out"] = (() => Year(calendar: t => t.Replace("Form A", "Form Z", StringComparison.Ordinal), previous: LastYear("")), () => Year(previous: LastYear(""))),
        ["effective-before-year"] = (
            () => Year(header: t => t.Replace("\"effective\": \"2025-04-01\"", "\"effective\": \"2025-03-31\"", StringComparison.Ordinal)),
            () => Year(header: t => t.Replace("\"effective\": \"2025-04-01\"", "\"effective\": \"2025-04-02\"", StringComparison.Ordinal))),
        ["title-of-another-year"] = (
            () => Year(header: t => t.Replace("compliance year 2025-26", "compliance year 2024-25", StringComparison.Ordinal)),
            () => Year(header: t => t.Replace("compliance year 2025-26", "the year 2025-26, after 2024-25", StringComparison.Ordinal)).Concat(Year(header: t => t.Replace("compliance year 2025-26", "compliance", StringComparison.Ordinal)))),
        ["target-above-baseline"] = (() => Schedule(t => t.Replace(",0.8032,", ",0.8087,", StringComparison.Ordinal)), () => Schedule(t => t.Replace(",0.8032,", ",0.8086,", StringComparison.Ordinal))),
        ["factor-far-from-ipcc"] = (
            () => Year(factors: t => t.Replace("\"value\": \"97.50\", \"biogenic\": false, \"also", "\"value\": \"195.01\", \"biogenic\": false, \"also", StringComparison.Ordinal)),
            () => Year(factors: t => t.Replace("\"value\": \"97.50\", \"biogenic\": false, \"also", "\"value\": \"195.00\", \"biogenic\": false, \"also", StringComparison.Ordinal))),
        ["instrument-not-cited"] = (() => Uncited("in-force"), () => Uncited("superseded")),
        ["schedule-gap"] = (() => Cement("6"), () => Cement("5")),
        ["schedule-overlap"] = (
            () => Schedule(t => t + "CMTOE900RJ,KOTPUTLI  Cement-Works" + Kotputli),
            () => Schedule(t => t + "CMTOE900RJ,Kotputli Cement Works II" + Kotputli)),
    };

    // The second rule has both titles, so that one without Hindi is a slip among others.
    private static IEnumerable<string> Titles(string title) => About("itle", LintTests.Lint(Flagged.Replace("\"A rule\"", title, StringComparison.Ordinal) + "," + TestRuleset.Rule(Flag, "s").Replace("\"A rule\"", """{ "en": "Another", "hi": "दूसरा", "hiReviewed": true }""", StringComparison.Ordinal)).Where(f => !f.Message.Contains("parameters", StringComparison.Ordinal)).ToList());

    public static TheoryData<string> AllCodes => [.. InSource().Order(StringComparer.Ordinal)];

    [Fact]
    public void The_codes_are_those_of_the_examples_and_of_the_documentation()
    {
        var documented = Code().Matches(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "rules.md"))).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(InSource().Order(StringComparer.Ordinal), Examples.Keys.Order(StringComparer.Ordinal));
        Assert.Subset(documented, InSource());
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void Every_code_is_found_where_it_is_due_and_not_where_it_is_nearly_due(string code)
    {
        Assert.True(Examples.TryGetValue(code, out var example), $"\"{code}\" has no examples.");
        Assert.Contains(code, example.Due());
        Assert.DoesNotContain(code, example.Nearly());
    }

    // Every word with a hyphen that the checks state as a text is a code.
    private static HashSet<string> InSource() =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "lint"), "*.cs").SelectMany(f => Stated().Matches(File.ReadAllText(f))).Select(m => m.Groups[1].Value)];

    private static string Rule(string when) => TestRuleset.Rule(when);

    private static string Bands(string second) => Band("""["0", "10"]""", "r", "a.count") + "," + Band(second, "s", "a.count");

    private static IEnumerable<string> Codes(string rules, string? cases = null) => About("", LintTests.Lint(rules, null, cases));

    private static IEnumerable<string> Table(string rules, params string[] keys) => About("test.table", LintTests.Lint(rules, t => Rows(t, keys)));

    private static IEnumerable<string> TableAndCases(string cases) => About("test.table", LintTests.Lint(Lookup, t => Rows(t, "one", "two"), cases));

    private static IEnumerable<string> InForce(string source) => About(
        "The rule",
        LintTests.Lint(Flagged.Replace("""{ "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" """.TrimEnd(), $"{source}, \"force\": \"in-force\", \"evidence\": \"verbatim\"", StringComparison.Ordinal)));

    private static IEnumerable<string> Cement(string entities) =>
        ScheduleLintTests.Lint(sectors: t => t.Replace("Cement,tCO2e/t,186", "Cement,tCO2e/t," + entities, StringComparison.Ordinal)).Where(f => f.Contains("Cement has", StringComparison.Ordinal)).Select(f => f.Split(' ')[0]);

    private static IEnumerable<string> Schedule(Func<string, string> targets) => ScheduleLintTests.Lint(targets: targets).Select(f => f.Split(' ')[0]);

    private static IEnumerable<string> Year(Func<string, string>? header = null, Func<string, string>? factors = null, Func<string, string>? calendar = null, Func<string, string>? targets = null, Ruleset? previous = null, string? without = null) =>
        ScheduleLintTests.Lint(targets: targets, header: header, factors: factors, calendar: calendar, previous: previous, without: without).Select(f => f.Split(' ')[0]);

    private static Func<string, string> Cf4(string value, string cited = "") => t => t.Replace("\"key\": \"CF4\", \"value\": \"6630\"", $"\"key\": \"CF4\", \"value\": \"{value}\"" + cited, StringComparison.Ordinal);

    private static Func<string, string> NewFuel(string value) => t => t.Replace("{ \"number\": 17,", $"{{ \"number\": 99, \"key\": \"made-up\", \"name\": \"Made up\", \"value\": \"{value}\", \"biogenic\": false }}, {{ \"number\": 17,", StringComparison.Ordinal);

    // Revision 3 beside a lower one that has the number.
    private static IEnumerable<string> Revised(int below)
    {
        var files = TestRuleset.Shipped();
        files["ruleset.json"] = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(files["ruleset.json"]).Replace("\"revision\": 2", "\"revision\": 3", StringComparison.Ordinal));
        var (revision, earlier) = (RulesetFiles.FromMemory("third", files), RulesetCatalog.Default.Find("in-ccts/2025-26", 3 - below)!);
        return RulesetLinter.Run(RulesetReader.Read(revision), revision, null, earlier).Findings.Select(f => f.Code);
    }

    private static IEnumerable<string> Target(string stands, string slip) => Year(targets: t => t.Replace(stands, slip, StringComparison.Ordinal), previous: LastYear(""));

    private static Func<string, string> Numbered(string number) => t => t.Replace("\"number\": 17,", $"\"number\": {number},", StringComparison.Ordinal);

    // A floor and a ceiling where the law says none.
    private static string Limits(string floor, string ceiling) =>
        TestRuleset.Rule($$"""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor", "or": "{{floor}}" } }""")
        + "," + TestRuleset.Rule($$"""{ "fact": "a.price", "moreThan": { "parameter": "market.price.forbearance", "or": "{{ceiling}}" } }""", "s");

    private static IEnumerable<string> Within(string tolerance) => ScheduleLintTests.Lint(figures: t => t.Replace("\"19797.1452\"", $$"""{ "value": "19797.1452", "tolerance": "{{tolerance}}" }""", StringComparison.Ordinal)).Select(f => f.Split(' ')[0]);

    // Cases that fail, of a day.
    private static string Dated(string day, int cases) => string.Join(",", Enumerable.Range(0, cases).Select(i => Counts(2).Replace("\"2\", \"facts\"", $"\"{i}\", \"facts\"", StringComparison.Ordinal))).Replace("deny", "refer", StringComparison.Ordinal).Replace("\"facts\"", $"\"date\": \"{day}\", \"facts\"", StringComparison.Ordinal);

    private static IEnumerable<string> Uncited(string status) => Year(header: t => t.Replace("\"instruments\": [", $$"""
        "instruments": [{ "id": "MADE-UP", "title": "Made up", "issuer": "nobody", "date": "2026", "status": "{{status}}", "evidence": "assumption" },
        """, StringComparison.Ordinal)).Where(f => f == "instrument-not-cited").Skip(2);

    // The same folder as the year before: with its due days, or with one of them another.
    private static Ruleset LastYear(string due, string without = "")
    {
        var files = TestRuleset.Shipped();
        files.Remove(without);
        files["calendar.csv"] = System.Text.Encoding.UTF8.GetBytes(Regex.Replace(System.Text.Encoding.UTF8.GetString(files["calendar.csv"]), "2026-\\d\\d-\\d\\d", m => due.Length == 0 ? m.Value : due));
        return RulesetReader.Read(RulesetFiles.FromMemory("last-year", files));
    }

    private static IEnumerable<string> About(string what, IReadOnlyList<Problem> found) => found.Where(f => f.Message.Contains(what, StringComparison.Ordinal)).Select(f => f.Code);

    [GeneratedRegex("\"([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex Stated();

    [GeneratedRegex("`([a-z]+(?:-[a-z]+)+)`")]
    private static partial Regex Code();
}
