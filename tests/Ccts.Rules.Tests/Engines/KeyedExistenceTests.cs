using System.Linq;
using Ccts.Rules.Engines;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Whether the row of a table exists whose key is a word of the case: asked for and asked against, alone and within others.</summary>
public sealed class KeyedExistenceTests
{
    [Fact]
    public void A_row_exists_or_does_not_whatever_the_case_before_had()
    {
        var table = $$"""
            "t.prices": { "title": "T", "by": "word", "table": { "one": [{{TestRuleset.Dated("2025-04-01", null, "10", "INR")}}], "two": [{{TestRuleset.Dated("2025-04-01", null, null, "INR")}}] } },
            """;
        var keys = new[] { """{ "fact": "a.text" }""", """{ "fact": "a.text", "or": "one" }""", """{ "fact": "a.text", "or": { "fact": "b.text" } }""" };
        var tests = from key in keys from exists in new[] { "true", "false" } select $$"""{ "parameter": "t.prices", "key": {{key}}, "exists": {{exists}} }""";
        var known = from fact in new[] { "a.text", "b.text" } from exists in new[] { "true", "false" } select $$"""{ "fact": "{{fact}}", "exists": {{exists}} }""";
        var all = tests.Concat(known).ToList();
        var rules = all.Select((t, i) => TestRuleset.Rule(t, "alone" + i)).Concat(all.Select((t, i) => TestRuleset.Rule($$"""{ "all": [{ "fact": "a.flag", "is": true }, {{t}}] }""", "within" + i)));
        var engine = DecisionEngine.Of(TestRuleset.Read(string.Join(",", rules), GeneratedRuleset.Facts, table));

        var words = new[] { null, "one", "two", "three" };
        var cases = from a in words from b in words from flag in new[] { "", "\"a.flag\": true", "\"a.flag\": false" }
                    select string.Join(",", new[] { a is null ? "" : $"\"a.text\": \"{a}\"", b is null ? "" : $"\"b.text\": \"{b}\"", flag }.Where(f => f.Length > 0));
        var requests = cases.Select(f => TestRuleset.Request(engine.Ruleset, f)).ToList();

        // Both ways round, so that what is known stands before what is not and after it.
        Agreement.Check(engine, [.. requests, .. Enumerable.Reverse(requests)]);
    }
}
