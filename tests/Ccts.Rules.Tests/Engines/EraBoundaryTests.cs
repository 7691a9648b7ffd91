using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Law.Parameters;
using Ccts.Rules.Tests.Rules;
using NodaTime;
using static Ccts.Rules.Tests.Rules.TestRuleset;

namespace Ccts.Rules.Tests.Engines;

/// <summary>The first and last days of parameters: each value is of its own days, whether another follows it or none.</summary>
public sealed class EraBoundaryTests
{
    private static readonly LocalDate Start = new(2025, 4, 1);

    [Fact]
    public void Each_value_decides_from_its_first_to_its_last_day()
    {
        // One changes, one ends and nothing follows, one goes unknown and comes back, one ends with the calendar.
        var parameters = Parameter("t.changed", Dated("2025-04-01", "2026-11-22", "1", "count"), Dated("2026-11-23", null, "2", "count"))
            + Parameter("t.ended", Dated("2025-04-01", "2026-12-31", "1", "count"))
            + Parameter("t.back", Dated("2025-04-01", "2026-06-30", "1", "count"), Dated("2026-07-01", "2026-07-01", null, "count"), Dated("2026-07-02", null, "2", "count"))
            + Parameter("t.last", Dated("2025-04-01", "9999-12-31", "1", "count"));
        var rules = new[] { "changed", "ended", "back", "last" }.Select(p => Rule($$"""{ "fact": "a.count", "atLeast": { "parameter": "t.{{p}}" } }""", p));
        var engine = DecisionEngine.Of(Read(string.Join(",", rules), parameters: parameters));

        var days = new[] { "2025-03-31", "2025-04-01", "2026-06-30", "2026-07-01", "2026-07-02", "2026-11-22", "2026-11-23", "2026-12-31", "2027-01-01", "2900-01-01" };
        Agreement.Check(engine, [.. from day in days from count in new[] { "0", "1", "2" } select Request(engine.Ruleset, $"\"a.count\": \"{count}\"", day)]);
    }

    [Fact]
    public void An_era_begins_on_a_first_day_and_the_day_after_a_last_one()
    {
        var eras = Eras((Start, Start.PlusDays(9)), (Start.PlusDays(10), Start.PlusDays(10)));

        Assert.Equal([0, 1, 1, 2, 3], new[] { -1, 0, 9, 10, 11 }.Select(d => eras.Of(DateCode.Of(Start.PlusDays(d)))));
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, eras.Count).Select(e => eras.Of(DateCode.Of(eras.Day(e)))));
    }

    [Fact]
    public void Where_nothing_changes_there_is_one_era()
    {
        Assert.Equal((1, 0), (Eras().Count, Eras().Of(DateCode.Of(Start))));
        Assert.Equal(0, Eras().Of(DateCode.Of(Eras().Day(0))));
    }

    [Fact]
    public void The_first_and_last_days_of_the_calendar_have_none_beside_them()
    {
        var eras = Eras((LocalDate.MinIsoValue, Start), (Start.PlusDays(1), LocalDate.MaxIsoValue));

        Assert.Equal(3, eras.Count);
        Assert.Equal([1, 1, 2, 2], new[] { LocalDate.MinIsoValue, Start, Start.PlusDays(1), LocalDate.MaxIsoValue }.Select(d => eras.Of(DateCode.Of(d))));
        Assert.Equal((LocalDate.MinIsoValue, LocalDate.MinIsoValue, Start.PlusDays(1)), (eras.Day(0), eras.Day(1), eras.Day(2)));
    }

    private static Eras Eras(params (LocalDate From, LocalDate To)[] values)
    {
        List<DatedValue> dated = [.. values.Select(v => new DatedValue(v.From, v.To, "1", "count", null!, null, null, default))];
        return new Eras([new Parameter("t", null!, null, [new ParameterRow("", dated)], false, default)]);
    }

    private static string Parameter(string path, params string[] values) => $$"""
        "{{path}}": { "title": "T", "values": [{{string.Join(",", values)}}] },
        """;
}
