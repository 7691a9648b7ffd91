using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>Cases for <see cref="GeneratedRuleset"/>: values at, beside and far from its limits, and facts left out.</summary>
internal static class GeneratedCases
{
    private static readonly string[] Days = ["2026-11-23", "2026-11-22", "2026-03-31", "2024-02-29", "2026-04-01", "9999-12-31", "0001-01-01", "2026-12-31", "9999-12-30", "1900-12-31", "2998-01-01", "2996-02-29"];
    private static readonly string[] Amounts = ["0", "-5", "1", "2", "3", "4", "5", "0.5", "1500.25", "1500.2501", "1500.24999", "2.999999999999", "999999999999999", "-999999999999999", "0.000000000001", "123456789012345.123456789012", "72057594037.927936",
        "-0", "-0.000", "5.0", "5.000000000000", "-1.00", "0.001", "0.0005", "-0.0005", "-0.000000000001", "999999999999999.999999999999", "-999999999999999.999999999999",
        "72057594037927", "72057594037927.0000", "72057594037927.000000000001", "72057594037927.935", "72057594037927.936", "-72057594037927.0000", "-72057594037927.0001",
        "72057594", "72057594.0000000000", "72057594.0000000001", "72057594.037927935", "-72057594.0000000000", "72057593.999999999", "72057593.9999999999",
    ];

    internal static DecisionRequest Of(Dice dice, Ruleset ruleset)
    {
        var known = dice.Of(1, 3, 30);
        var facts = All(dice).Where(_ => !dice.OneIn(known + 1)).ToList();
        return TestRuleset.Request(ruleset, string.Join(",", facts), dice.Of("2026-11-23", "2026-11-22", "2026-11-24", "2026-06-30", "2025-03-31", "2026-07-01", "2030-01-01"), dice.OneIn(6) ? "bank" : dice.OneIn(20) ? "mint" : "trade");
    }

    private static IEnumerable<string> All(Dice dice)
    {
        foreach (var letter in new[] { "a", "b" })
        {
            yield return $"\"{letter}.flag\": {dice.Of("true", "false")}";
            yield return $"\"{letter}.word\": \"{dice.Of(letter == "a" ? ["one", "two"] : new[] { "two", "three" })}\"";
            yield return $"\"{letter}.text\": \"{dice.Of("p", "q", "two", "three", "four", "other")}\"";
            yield return $"\"{letter}.count\": \"{dice.Of(Amounts)}\"";
            yield return $"\"{letter}.price\": \"{dice.Of(Amounts)} INR\"";
            yield return $"\"{letter}.power\": \"{(dice.OneIn(8) ? "1500 kWh" : dice.Of(Amounts) + " MWh")}\"";
            yield return $"\"{letter}.day\": \"{dice.Of(Days)}\"";
            yield return $"\"{letter}.year\": \"{dice.Of("2025-26", "2026-27", "2024-25", "1900-01", "2998-99")}\"";
            yield return $"\"{letter}.set\": [{string.Join(",", new[] { "x", "y" }.Concat(letter == "b" ? ["p", "two"] : []).Where(_ => dice.OneIn(2)).Select(w => $"\"{w}\""))}]";
        }

        yield return $"\"b.ratio\": \"{(dice.OneIn(3) ? dice.Of(Amounts) : dice.Of("0.5", "0.333333333333", "1", "0"))}\"";
        yield return $"\"b.days\": \"{dice.Of("90", "0", "-5", "1.5", "90.0", "-0", "100001", "100000", "-100000", "99999").ToString(CultureInfo.InvariantCulture)}\"";
        yield return $"\"b.months\": \"{dice.Of("6", "0", "-36", "0.5", "36.00", "100000", "-100000")}\"";
    }
}
