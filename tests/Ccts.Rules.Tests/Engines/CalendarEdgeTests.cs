using Ccts.Rules.Decisions;
using Ccts.Rules.Engines;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Steps in the calendar at their edges: what lies beyond cannot be said, by any engine.</summary>
public sealed class CalendarEdgeTests
{
    [Theory]
    [InlineData("1900-12-31", false)]
    [InlineData("1901-01-01", true)]
    [InlineData("2997-12-31", true)]
    [InlineData("2998-01-01", false)]
    public void The_year_of_a_day_is_known_from_1901_to_2997(string day, bool known) =>
        Check("""{ "yearOf": { "fact": "a.day" }, "isNot": "2025-26" }""", $"\"a.day\": \"{day}\"", known);

    [Theory]
    [InlineData("firstDayOf", "1900-01", false)]
    [InlineData("firstDayOf", "1901-02", true)]
    [InlineData("firstDayOf", "2997-98", true)]
    [InlineData("firstDayOf", "2998-99", false)]
    [InlineData("lastDayOf", "1900-01", false)]
    [InlineData("lastDayOf", "1901-02", true)]
    [InlineData("lastDayOf", "2997-98", true)]
    [InlineData("lastDayOf", "2998-99", false)]
    public void The_days_of_a_year_are_known_from_1901_to_2997(string step, string year, bool known) =>
        Check($$"""{ "{{step}}": { "fact": "a.year" }, "isNot": "2026-11-23" }""", $"\"a.year\": \"{year}\"", known);

    [Theory]
    [InlineData("1900-12-31", false)]
    [InlineData("1901-01-01", true)]
    [InlineData("2997-12-31", true)]
    [InlineData("2998-01-01", false)]
    public void The_quarter_of_a_day_is_known_from_1901_to_2997(string day, bool known) =>
        Check("""{ "firstDayOfQuarter": { "fact": "a.day" }, "isNot": "2026-11-23" }""", $"\"a.day\": \"{day}\"", known);

    [Theory]
    [InlineData("2026-11-23", "100000", true)]
    [InlineData("2026-11-23", "100001", false)]
    [InlineData("2026-11-23", "-100000", true)]
    [InlineData("2026-11-23", "-100001", false)]
    [InlineData("2026-11-23", "99999.5", false)]
    [InlineData("2026-11-23", "1.0", true)]
    [InlineData("9999-12-30", "1", true)]
    [InlineData("9999-12-31", "1", false)]
    [InlineData("9999-12-31", "0", true)]
    public void A_day_is_moved_by_at_most_100_000_whole_days(string day, string days, bool known)
    {
        Check("""{ "fact": "a.day", "plus": { "fact": "b.days" }, "isNot": "2026-11-20" }""", $"\"a.day\": \"{day}\", \"b.days\": \"{days}\"", known);
        Check("""{ "fact": "a.day", "minus": { "fact": "b.days" }, "isNot": "2026-11-20" }""", $"\"a.day\": \"{day}\", \"b.days\": \"{(days[0] == '-' ? days[1..] : "-" + days)}\"", known);
    }

    [Theory]
    [InlineData("0001-01-01", "95987", true)]
    [InlineData("0001-01-01", "100001", false)]
    [InlineData("9999-11-30", "1", true)]
    [InlineData("9999-12-01", "1", false)]
    [InlineData("2026-11-23", "-100000", true)]
    [InlineData("2026-11-23", "-100001", false)]
    [InlineData("2026-11-23", "0.5", false)]
    public void A_day_is_moved_by_at_most_100_000_whole_months(string day, string months, bool known) =>
        Check("""{ "fact": "a.day", "plus": { "fact": "b.months" }, "isNot": "2026-11-20" }""", $"\"a.day\": \"{day}\", \"b.months\": \"{months}\"", known);

    // The condition holds whatever the step gives, so that the rule denies when it can be said.
    private static void Check(string condition, string facts, bool known)
    {
        var engine = DecisionEngine.Of(TestRuleset.Read(TestRuleset.Rule(condition), GeneratedRuleset.Facts));
        var request = TestRuleset.Request(engine.Ruleset, facts);

        Agreement.Check(engine, [request]);
        Assert.Equal(known ? Outcome.Deny : Outcome.Refer, new RuleInterpreter(engine.Ruleset).Decide(request).Outcome);
    }
}
