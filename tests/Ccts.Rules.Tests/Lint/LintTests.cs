using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Rules.Authoring.Lint;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;
using Ccts.Sdk.Problems;

namespace Ccts.Rules.Tests.Lint;

/// <summary>Each kind of finding: once where it is due, and once where it would be nearly due and is not.</summary>
public sealed class LintTests
{
    internal const string Flag = """{ "fact": "a.flag", "is": true }""";

    [Theory]
    [InlineData("""{ "all": [{ "fact": "a.count", "lessThan": "3" }, { "fact": "a.count", "moreThan": "3" }] }""", """{ "all": [{ "fact": "a.count", "atMost": "3" }, { "fact": "a.count", "atLeast": "3" }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.day", "after": "2026-03-30" }, { "fact": "a.day", "before": "2026-03-31" }] }""", """{ "all": [{ "fact": "a.day", "after": "2026-03-29" }, { "fact": "a.day", "before": "2026-03-31" }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.word", "is": "one" }, { "fact": "a.word", "is": "two" }] }""", """{ "any": [{ "fact": "a.word", "is": "one" }, { "fact": "a.word", "is": "two" }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.text", "in": ["p", "q"] }, { "fact": "a.text", "notIn": ["q", "p"] }] }""", """{ "all": [{ "fact": "a.text", "in": ["p", "q"] }, { "fact": "a.text", "notIn": ["q"] }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.flag", "exists": false }, { "fact": "a.flag", "is": true }] }""", """{ "all": [{ "fact": "a.flag", "exists": true }, { "fact": "a.flag", "is": true }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.set", "contains": "x" }, { "fact": "a.set", "lacks": "x" }] }""", """{ "all": [{ "fact": "a.set", "contains": "x" }, { "fact": "a.set", "lacks": "y" }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.day", "before": { "fact": "request.date" } }, { "fact": "request.date", "before": { "fact": "a.day" } }] }""", """{ "all": [{ "fact": "a.day", "onOrBefore": { "fact": "request.date" } }, { "fact": "request.date", "onOrBefore": { "fact": "a.day" } }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.count", "is": "2" }, { "fact": "a.count", "atLeast": { "parameter": "market.oversale.breaches" } }] }""", """{ "all": [{ "fact": "a.count", "is": "3" }, { "fact": "a.count", "atLeast": { "parameter": "market.oversale.breaches" } }] }""")]
    [InlineData("""{ "fact": "request.year", "before": "2025-26" }""", """{ "fact": "a.year", "before": "2025-26" }""")]
    [InlineData("""{ "fact": "request.date", "before": "2025-04-01" }""", """{ "fact": "request.date", "before": "2025-04-02" }""")]
    [InlineData("""{ "all": [{ "fact": "a.text", "listedIn": "offset.methodologies" }, { "fact": "a.text", "is": "BM XX99.999" }] }""", """{ "all": [{ "fact": "a.text", "listedIn": "offset.methodologies" }, { "fact": "a.text", "is": "BM EN01.001" }] }""")]
    public void A_rule_that_no_case_can_meet_is_unreachable(string never, string nearly) => Due("unreachable-rule", TestRuleset.Rule(never), TestRuleset.Rule(nearly));

    [Fact]
    public void A_rule_that_its_exception_always_sets_aside_is_unreachable() => Due(
        "unreachable-rule",
        TestRuleset.Rule("""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""") + "," + TestRuleset.Rule(Flag, "wide", "allow", """ "overrides": ["r"], """),
        TestRuleset.Rule(Flag) + "," + TestRuleset.Rule("""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "a.count", "is": "1" }] }""", "narrow", "allow", """ "overrides": ["r"], """));

    [Fact]
    public void A_rule_whose_parameter_is_unknown_waits() => Due(
        "waits-for-law",
        TestRuleset.Rule("""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor" } }"""),
        TestRuleset.Rule("""{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor", "or": "5 INR" } }"""));

    [Fact]
    public void A_rule_about_law_that_is_settled_is_told_and_no_warning() => Due(
        "settled-by-law",
        TestRuleset.Rule("""{ "all": [{ "parameter": "market.oversale.breaches", "exists": false }, { "fact": "a.flag", "is": true }] }"""),
        TestRuleset.Rule("""{ "all": [{ "parameter": "market.price.floor", "exists": false }, { "fact": "a.flag", "is": true }] }"""));

    [Theory]
    [InlineData("""{ "fact": "a.word", "in": ["two", "one"] }""", """{ "fact": "a.word", "in": ["one"] }""")]
    [InlineData("""{ "any": [{ "fact": "a.count", "lessThan": "3" }, { "fact": "a.count", "atLeast": "3" }] }""", """{ "any": [{ "fact": "a.count", "lessThan": "3" }, { "fact": "a.count", "moreThan": "3" }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.count", "moreThan": "5" }, { "fact": "a.count", "moreThan": "3" }] }""", """{ "any": [{ "fact": "a.count", "moreThan": "5" }, { "fact": "a.count", "lessThan": "3" }] }""")]
    [InlineData("""{ "fact": "request.date", "exists": true }""", """{ "fact": "a.day", "exists": true }""")]
    [InlineData("""{ "all": [{ "fact": "a.flag", "is": true }, { "none": [{ "fact": "a.word", "notIn": ["one", "two"] }] }] }""", """{ "all": [{ "fact": "a.flag", "is": true }, { "none": [{ "fact": "a.word", "notIn": ["one"] }] }] }""")]
    public void A_condition_that_always_holds_is_found(string always, string nearly) => Due("condition-always-true", TestRuleset.Rule(always), TestRuleset.Rule(nearly));

    [Theory]
    [InlineData("""{ "any": [{ "fact": "a.flag", "is": true }, { "fact": "a.word", "notIn": ["one", "two"] }] }""", """{ "any": [{ "fact": "a.flag", "is": true }, { "fact": "a.word", "notIn": ["one"] }] }""")]
    [InlineData("""{ "all": [{ "fact": "a.count", "is": "1" }, { "any": [{ "fact": "a.count", "is": "2" }, { "fact": "a.flag", "is": true }] }] }""", """{ "any": [{ "fact": "a.count", "is": "1" }, { "any": [{ "fact": "a.count", "is": "2" }, { "fact": "a.flag", "is": true }] }] }""")]
    public void A_condition_that_never_holds_is_found(string never, string nearly) => Due("condition-always-false", TestRuleset.Rule(never), TestRuleset.Rule(nearly));

    [Fact]
    public void What_unknown_law_might_say_makes_no_condition_idle() =>
        Assert.DoesNotContain(Lint(TestRuleset.Rule("""{ "any": [{ "fact": "a.price", "lessThan": { "parameter": "market.price.floor" } }, { "fact": "a.flag", "is": true }] }""")), f => f.Code.StartsWith("condition", StringComparison.Ordinal));

    [Fact]
    public void An_override_that_never_sets_anything_aside_is_dead() => Due(
        "dead-override",
        TestRuleset.Rule("""{ "fact": "a.word", "is": "one" }""") + "," + TestRuleset.Rule("""{ "fact": "a.word", "is": "two" }""", "e", "allow", """ "overrides": ["r"], """),
        TestRuleset.Rule("""{ "fact": "a.word", "is": "one" }""") + "," + TestRuleset.Rule("""{ "fact": "a.word", "exists": false }""", "e", "allow", """ "overrides": ["r"], """));

    [Theory]
    [InlineData("""["0", "10"]""", """["12", "20"]""", """["11", "20"]""", "a.count")]
    [InlineData("""["0 INR", "10 INR"]""", """["11 INR", "20 INR"]""", """["9 INR", "20 INR"]""", "a.price")]
    [InlineData("""["2026-01-01", "2026-01-31"]""", """["2026-02-02", "2026-02-28"]""", """["2026-02-01", "2026-02-28"]""", "a.day")]
    [InlineData("""["2023-24", "2024-25"]""", """["2026-27", "2027-28"]""", """["2025-26", "2027-28"]""", "a.year")]
    public void Nothing_is_left_out_between_two_bands(string first, string apart, string meeting, string fact) =>
        Due("band-gap", Band(first, "r", fact) + "," + Band(apart, "s", fact), Band(first, "r", fact) + "," + Band(meeting, "s", fact));

    [Theory]
    [InlineData("""["0", "10"]""", """["10", "20"]""", """["11", "20"]""", "a.count")]
    [InlineData("""["2026-01-01", "2026-01-31"]""", """["2026-01-31", "2026-02-28"]""", """["2026-02-01", "2026-02-28"]""", "a.day")]
    public void No_band_lies_over_another(string first, string over, string meeting, string fact) =>
        Due("band-overlap", Band(first, "r", fact) + "," + Band(over, "s", fact), Band(first, "r", fact) + "," + Band(meeting, "s", fact));

    [Fact]
    public void Two_limits_and_a_graver_limit_are_no_bands()
    {
        var found = Lint(string.Join(
            ",",
            TestRuleset.Rule("""{ "fact": "a.price", "lessThan": "5 INR" }""", "below"),
            TestRuleset.Rule("""{ "fact": "a.price", "moreThan": "9 INR" }""", "above"),
            TestRuleset.Rule("""{ "fact": "a.price", "moreThan": "20 INR" }""", "far-above", "refer")));

        Assert.DoesNotContain(found, f => f.Code.StartsWith("band", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_word_of_a_choice_has_a_row() => Due(
        "table-gap",
        Lookup,
        Lookup,
        t => t["one"] = Values("count", "3"),
        t => Rows(t, "one", "two"));

    [Fact]
    public void Every_row_has_a_word() => Due("unreachable-row", Lookup, Lookup, t => Rows(t, "one", "two", "three"), t => Rows(t, "one", "two"));

    [Fact]
    public void No_two_rows_are_the_same_but_for_their_spelling() => Due("table-overlap", Flagged, Flagged, t => Rows(t, "Green Hydrogen", "green-hydrogen"), t => Rows(t, "Green Hydrogen", "Green Hydrogen II"));

    [Fact]
    public void A_parameter_that_nothing_reads_is_unused()
    {
        Due("unused-parameter", Flagged, Lookup, t => Rows(t, "one", "two"), t => Rows(t, "one", "two"), f => f.Message.Contains("test.table", StringComparison.Ordinal));
        Assert.Contains(Lint(Flagged), f => f.Code == "unused-parameter" && f.Message.Contains("market.price.floor", StringComparison.Ordinal));
        Assert.DoesNotContain(Lint(TestRuleset.Rule(Flag, message: "{market.price.floor}")), f => f.Code == "unused-parameter" && f.Message.Contains("market.price.floor", StringComparison.Ordinal));
        Assert.DoesNotContain(Lint(Flagged), f => f.Code == "unused-parameter" && f.Message.Contains("certificates.rounding", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_that_no_rule_asks_for_is_unused() => Due("unused-fact", Flagged, TestRuleset.Rule(Flag, message: "{a.text}"), only: f => f.Message.Contains("a.text", StringComparison.Ordinal));

    [Fact]
    public void A_rule_that_no_case_reaches_is_found()
    {
        Assert.Contains("rule-without-case", Codes(Flagged, cases: """{ "name": "no", "facts": { "a.flag": false }, "expect": { "outcome": "permit" } }"""));
        Assert.DoesNotContain("rule-without-case", Codes(Flagged, cases: """{ "name": "no", "facts": { "a.flag": false }, "expect": { "outcome": "permit" } }, { "name": "yes", "facts": { "a.flag": true }, "expect": { "outcome": "deny", "fires": ["r"] } }"""));
    }

    [Fact]
    public void A_case_that_fails_is_found()
    {
        Assert.Contains("case-fails", Codes(Flagged, cases: """{ "name": "no", "facts": { "a.flag": false }, "expect": { "outcome": "deny" } }"""));
        Assert.DoesNotContain("case-fails", Codes(Flagged, cases: """{ "name": "no", "facts": { "a.flag": false }, "expect": { "outcome": "permit" } }"""));
    }

    [Fact]
    public void A_rule_that_fires_in_every_case_is_told()
    {
        const string Yes = """{ "name": "yes", "facts": { "a.flag": true }, "expect": { "outcome": "deny", "fires": ["r"] } }""";
        Assert.Contains(Lint(Flagged, cases: Yes), f => f is { Code: "rule-without-case", Severity: Severity.Info });
        Assert.DoesNotContain("rule-without-case", Codes(Flagged, cases: Yes + """, { "name": "no", "facts": { "a.flag": false }, "expect": { "outcome": "permit" } }"""));
    }

    [Fact]
    public void A_side_of_a_condition_that_no_case_reaches_is_told()
    {
        Assert.Equal(["No case reaches: r: a.count is less than 3: never no."], Lint(Counted, cases: Counts(2)).Where(f => f.Code == "branch-without-case").Select(f => f.Message));
        Assert.DoesNotContain("branch-without-case", Codes(Counted, cases: Counts(2, 4)));
    }

    [Fact]
    public void A_row_that_no_case_looks_up_is_told()
    {
        Assert.Equal(["No case looks up test.table[two]."], Lint(Lookup, t => Rows(t, "one", "two"), Looked("one")).Where(f => f.Code == "row-without-case").Select(f => f.Message));
        Assert.DoesNotContain(Lint(Lookup, t => Rows(t, "one", "two"), Looked("one", "two")), f => f.Code == "row-without-case");
    }

    [Fact]
    public void A_parameter_that_is_only_stated_is_told_and_one_that_is_read_all_the_same_is_a_warning()
    {
        static IReadOnlyList<Problem> Informational(string rules) => Lint(rules, t => Rows(t, "one", "two"), informational: "A reason.");

        Assert.Contains(Informational(Flagged), f => f is { Code: "informational-parameter", Severity: Severity.Info } && f.Message.Contains("test.table", StringComparison.Ordinal));
        Assert.Contains(Informational(Lookup), f => f is { Code: "informational-parameter", Severity: Severity.Warning } && f.Message.Contains("test.table", StringComparison.Ordinal));
        Assert.DoesNotContain(Lint(Lookup, t => Rows(t, "one", "two")), f => f.Code == "informational-parameter" && f.Message.Contains("test.table", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("hindi-is-english", "The price is 5.", "The price is 5. ", "कीमत 5 है।")]
    [InlineData("hindi-missing", "The price is 5.", "Keemat 5 hai.", "कीमत 5 है।")]
    [InlineData("numbers-differ", "The price is 5.", "कीमत 6 है।", "कीमत ५ है।")]
    public void Gaps_in_Hindi_are_found(string code, string english, string bad, string good)
    {
        Assert.Contains(code, Codes(Message(english, bad)));
        Assert.DoesNotContain(code, Codes(Message(english, good)));
    }

    [Fact]
    public void Hindi_that_nobody_signed_is_told()
    {
        Assert.Contains("hindi-not-reviewed", Codes(Message("Five.", "पाँच।")));
        Assert.DoesNotContain("hindi-not-reviewed", Codes(Message("Five.", "पाँच।").Replace("\"hi\": \"पाँच।\"", "\"hi\": \"पाँच।\", \"hiReviewed\": true", StringComparison.Ordinal)));
    }

    [Fact]
    public void Law_without_a_clause_is_found() => Due(
        "missing-clause",
        Flagged.Replace("""{ "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" """.TrimEnd(), """{ "instrument": "BEE-DPCM" }, "force": "in-force", "evidence": "verbatim" """, StringComparison.Ordinal),
        Flagged,
        only: f => f.Severity == Severity.Warning);

    [Fact]
    public void Every_finding_has_a_place_in_the_files_that_were_given()
    {
        foreach (var finding in Lint(Flagged))
        {
            Assert.StartsWith("test/", finding.Place.File, StringComparison.Ordinal);
        }
    }

    internal static string Flagged => TestRuleset.Rule(Flag);

    internal static string Lookup => TestRuleset.Rule("""{ "fact": "a.count", "lessThan": { "parameter": "test.table", "key": { "fact": "a.word" } } }""");

    internal static string Counted => TestRuleset.Rule("""{ "fact": "a.count", "lessThan": "3" }""");

    internal static string Counts(params int[] counts) => string.Join(",", counts.Select(c =>
        $$"""{ "name": "{{c}}", "facts": { "a.count": "{{c}}" }, "expect": {{(c < 3 ? """{ "outcome": "deny", "fires": ["r"] }""" : """{ "outcome": "permit" }""")}} }"""));

    internal static string Looked(params string[] words) => string.Join(",", words.Select(w =>
        $$"""{ "name": "{{w}}", "facts": { "a.word": "{{w}}", "a.count": "2" }, "expect": { "outcome": "deny", "fires": ["r"] } }"""));

    internal static string Band(string range, string id, string fact) => TestRuleset.Rule($$"""{ "all": [{ "fact": "a.flag", "is": true }, { "fact": "{{fact}}", "between": {{range}} }] }""", id, "refer");

    internal static string Message(string english, string hindi) =>
        Flagged.Replace("\"en\": \"Says.\", \"hi\": \"Says.\"", $"\"en\": \"{english}\", \"hi\": \"{hindi}\"", StringComparison.Ordinal);

    private static void Due(string code, string due, string nearly, Action<JsonObject>? dueRows = null, Action<JsonObject>? nearlyRows = null, Func<Problem, bool>? only = null)
    {
        Assert.Contains(Lint(due, dueRows), f => f.Code == code && only?.Invoke(f) != false);
        Assert.DoesNotContain(Lint(nearly, nearlyRows), f => f.Code == code && only?.Invoke(f) != false);
    }

    private static HashSet<string> Codes(string rules, string? cases = null) => [.. Lint(rules, null, cases).Select(f => f.Code)];

    internal static IReadOnlyList<Problem> Lint(string rules, Action<JsonObject>? table = null, string? cases = null, string? informational = null)
    {
        var shipped = TestRuleset.Files(rules);
        var files = shipped.Paths.ToDictionary(p => p, p => shipped.Find(p)!.Bytes, StringComparer.Ordinal);
        if (table is not null)
        {
            var parameters = JsonNode.Parse(files["parameters.json"])!;
            var rows = new JsonObject();
            table(rows);
            parameters["parameters"]!["test.table"] = new JsonObject { ["title"] = new JsonObject { ["en"] = "A table", ["hi"] = "एक तालिका" }, ["by"] = "word", ["table"] = rows };
            if (informational is not null)
            {
                parameters["parameters"]!["test.table"]!["informational"] = informational;
            }

            files["parameters.json"] = Encoding.UTF8.GetBytes(parameters.ToJsonString());
        }

        if (cases is not null)
        {
            files["tests/cases.json"] = Encoding.UTF8.GetBytes($$"""{ "purpose": "trade", "date": "2026-11-23", "cases": [{{cases}}] }""");
        }

        var changed = RulesetFiles.FromMemory("test", files);
        return RulesetLinter.Run(RulesetReader.Read(changed), changed).Findings;
    }

    internal static void Rows(JsonObject table, params string[] keys)
    {
        foreach (var key in keys)
        {
            table[key] = Values("count", "3");
        }
    }

    internal static JsonArray Values(string unit, string value) => [JsonNode.Parse($$"""{ "from": "2025-04-01", "value": "{{value}}", "unit": "{{unit}}", "source": { "instrument": "CCTS-SDK" }, "force": "none", "evidence": "assumption" }""")];
}
