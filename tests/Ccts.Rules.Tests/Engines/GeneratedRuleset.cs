using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Ccts.Rules.Files;
using Ccts.Rules.Rulesets;
using Ccts.Rules.Tests.Rules;

namespace Ccts.Rules.Tests.Engines;

/// <summary>
/// A ruleset made up by dice: every kind of condition and computation, exceptions to exceptions, parameters that change,
/// go unknown and come back, limits that no 64-bit scale holds. Not law, and not like any.
/// </summary>
internal static class GeneratedRuleset
{
    internal const string Facts = TestRuleset.Facts + """
        ,
        "b.flag": { "type": "flag", "description": "A flag." },
        "b.word": { "type": "choice", "of": ["two", "three"], "description": "A choice." },
        "b.text": { "type": "text", "description": "A text." },
        "b.count": { "type": "number", "unit": "count", "description": "A count." },
        "b.ratio": { "type": "number", "unit": "ratio", "description": "A ratio." },
        "b.days": { "type": "number", "unit": "days", "description": "Days." },
        "b.months": { "type": "number", "unit": "months", "description": "Months." },
        "b.price": { "type": "quantity", "unit": "INR", "description": "A price." },
        "a.power": { "type": "quantity", "unit": "MWh", "description": "Electricity." },
        "b.power": { "type": "quantity", "unit": "MWh", "description": "Electricity." },
        "b.day": { "type": "date", "description": "A day." },
        "b.year": { "type": "year", "description": "A year." },
        "b.set": { "type": "set", "description": "A set." }
        """;

    private const string Source = "\"source\": { \"instrument\": \"CCTS-SDK\" }, \"force\": \"none\", \"evidence\": \"assumption\"";
    private static readonly string[] Tests = ["is", "isNot", "lessThan", "atMost", "moreThan", "atLeast"];
    private static readonly string[] TimeTests = ["is", "isNot", "before", "onOrBefore", "after", "onOrAfter"];

    /// <summary>The ruleset; null when the dice made one that the reader refuses, such as one that contradicts itself.</summary>
    internal static Ruleset? Of(Dice dice)
    {
        var ids = Enumerable.Range(0, dice.OneIn(12) ? dice.Of(63, 64, 65, 70 + dice.Below(80), 127, 128, 129, 193) : 1 + dice.Below(12)).Select(i => "r" + i).ToList();
        var allowances = new List<string>();
        var rules = string.Join(",", ids.Select((id, i) => Rule(dice, id, ids.Take(i).ToList(), allowances)));
        var files = TestRuleset.Shipped().Where(f => !f.Key.StartsWith("tests/", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal);
        files["facts.json"] = Encoding.UTF8.GetBytes("{ \"facts\": {" + Facts + "} }");
        files["rules.json"] = Encoding.UTF8.GetBytes("{ \"rules\": [" + rules + "] }");
        files["parameters.json"] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(files["parameters.json"]).Replace("\"parameters\": {", "\"parameters\": {" + Parameters(dice)));
        return RulesetReader.TryRead(RulesetFiles.FromMemory("generated", files), out var ruleset, out _) ? ruleset : null;
    }

    private static string Parameters(Dice dice) => string.Join("",
        Dated("t.price", "INR", Amount(dice), Amount(dice), dice),
        Dated("t.power", "MWh", Amount(dice), Amount(dice), dice),
        Dated("t.count", "count", "3", "40", dice),
        Dated("t.months", "months", "6", "36", dice),
        Dated("t.ratio", "ratio", "0.02", "0.333333333333", dice),
        Dated("t.word", "word", "one", "three", dice),
        Dated("t.date", "date", "2026-06-30", "2027-03-31", dice),
        "\"t.prices\": { \"title\": \"T\", \"by\": \"word\", \"table\": { \"one\": [" + Values("INR", Amount(dice), Amount(dice), dice) + "], \"three\": [" + Values("INR", "10", "20.5", dice) + "], \"four\": [" + Values("INR", null, null, dice) + "] } },",
        "\"t.list\": { \"title\": \"T\", \"by\": \"word\", \"table\": { \"two\": [" + Values("statement", "yes", null, dice) + "], \"three\": [" + Values("statement", null, "yes", dice) + "], \"p\": [" + Values("statement", "yes", "yes", dice) + "] } },");

    private static string Dated(string path, string unit, string first, string second, Dice dice) =>
        $"\"{path}\": {{ \"title\": \"T\", \"values\": [{Values(unit, first, second, dice)}] }},";

    private static string Values(string unit, string? first, string? second, Dice dice) => dice.Below(3) switch
    {
        0 => Value("2025-04-01", null, first, unit),
        1 => Value("2025-04-01", "2026-11-22", first, unit) + "," + Value("2026-11-23", null, second, unit),
        _ => Value("2025-04-01", "2026-06-30", null, unit) + "," + Value("2026-07-01", "2026-11-23", first, unit) + "," + Value("2026-11-24", null, second, unit),
    };

    private static string Value(string from, string? to, string? value, string unit) =>
        $"{{ \"from\": \"{from}\", {(to is null ? "" : $"\"to\": \"{to}\", ")}\"value\": {(value is null ? "null" : $"\"{value}\"")}, \"unit\": \"{unit}\", {Source.Replace("assumption", value is null ? "unknown" : "assumption")}{(value is null ? ", \"reason\": \"made up\", \"settledBy\": \"nobody\"" : "")} }}";

    private static string Rule(Dice dice, string id, List<string> earlier, List<string> allowances)
    {
        // An allowance and a refusal over one fact have to say which goes first: whoever comes later overrides.
        var effect = dice.Of("deny", "deny", "refer", "warn", earlier.Count is 0 or > 90 ? "warn" : "allow");
        var overrides = effect == "allow" ? earlier.ToList()
            : effect == "warn" ? earlier.Where(_ => dice.OneIn(6)).ToList()
            : allowances.Concat(earlier.Where(e => !allowances.Contains(e) && dice.OneIn(6))).ToList();
        if (effect == "allow")
        {
            allowances.Add(id);
        }

        var more = overrides.Count == 0 ? "" : $"\"overrides\": [{string.Join(",", overrides.Take(100).Select(o => $"\"{o}\""))}],";
        var purposes = dice.OneIn(8) ? "\"trade\", \"bank\"" : "\"trade\"";
        return TestRuleset.Rule(Condition(dice, 0), id, effect, more, $$"""{ "purposes": [{{purposes}}] }""", "Says {a.price} and {t.price}.");
    }

    private static string Condition(Dice dice, int depth) => dice.Below(depth < 3 ? 14 : 10) switch
    {
        0 or 1 or 2 => Comparison(dice, "price", "INR"),
        3 => Comparison(dice, "power", "MWh"),
        4 => Comparison(dice, "count", ""),
        5 or 6 => Time(dice),
        7 or 8 => Words(dice),
        9 => Existence(dice),
        _ => $"{{ \"{dice.Of("all", "any", "none")}\": [{string.Join(",", Enumerable.Range(0, 1 + dice.Below(3)).Select(_ => Condition(dice, depth + 1)))}] }}",
    };

    private static string Comparison(Dice dice, string fact, string unit)
    {
        var subject = dice.OneIn(12) ? LongSum(dice, fact) : AmountOperand(dice, fact, unit, 0);
        return dice.Below(6) switch
        {
            0 => $"{{ {subject}, \"in\": [{string.Join(",", Enumerable.Range(0, 1 + dice.Below(5)).Select(_ => Literal(dice, unit)).Distinct(StringComparer.Ordinal))}] }}",
            1 => $"{{ {subject}, \"between\": [{Literal("-5", unit)}, {Literal(dice, unit)}] }}",
            2 => $"{{ {subject}, \"{dice.Of(Tests)}\": {{ {AmountOperand(dice, fact, unit, 0)} }} }}",
            _ => $"{{ {subject}, \"{dice.Of(Tests)}\": {Literal(dice, unit)} }}",
        };
    }

    // Up to more terms than are added up as 64-bit numbers.
    private static string LongSum(Dice dice, string fact)
    {
        var sum = $"\"fact\": \"a.{fact}\"";
        for (var terms = 1 + dice.Below(dice.Of(3, 8)); terms > 0; terms--)
        {
            sum = $"\"value\": {{ {sum} }}, \"{(dice.OneIn(4) ? "minus" : "plus")}\": {{ \"fact\": \"{dice.Of("a.", "b.")}{fact}\" }}";
        }

        return sum;
    }

    private static string AmountOperand(Dice dice, string fact, string unit, int depth)
    {
        var plain = dice.Below(7) switch
        {
            0 => $"\"parameter\": \"t.{fact}\"",
            1 when fact == "price" => $"\"parameter\": \"t.prices\", \"key\": {{ \"fact\": \"{dice.Of("a.word", "b.word", "a.text")}\" }}",
            2 when depth == 0 => $"\"value\": {{ {AmountOperand(dice, fact, unit, 1)} }}",
            _ => $"\"fact\": \"{dice.Of("a.", "b.")}{fact}\"",
        };
        var or = dice.OneIn(5) ? $", \"or\": {Literal(dice, unit)}" : dice.OneIn(6) ? $", \"or\": {{ \"fact\": \"b.{fact}\" }}" : "";
        var step = dice.Below(6) switch
        {
            0 => $", \"{dice.Of("plus", "minus")}\": {{ \"fact\": \"{dice.Of("a.", "b.")}{fact}\" }}",
            1 => $", \"{dice.Of("plus", "minus")}\": {Literal(dice, unit)}",
            2 when unit.Length > 0 => $", \"times\": {dice.Of("{ \"parameter\": \"t.ratio\" }", "{ \"fact\": \"b.ratio\" }", "\"1.000000000001\"", "\"0.5\"")}",
            _ => "",
        };
        return plain + or + step;
    }

    private static string Time(Dice dice)
    {
        var day = dice.Below(8) switch
        {
            0 => "\"fact\": \"b.day\"",
            1 => "\"fact\": \"request.date\"",
            2 => "\"firstDayOf\": { \"fact\": \"a.year\" }",
            3 => "\"lastDayOf\": { \"fact\": \"b.year\" }",
            4 => $"\"firstDayOfQuarter\": {{ \"fact\": \"{dice.Of("a.day", "b.day", "request.date")}\" }}",
            5 => "\"firstDayOfQuarter\": { \"fact\": \"a.day\", \"plus\": { \"fact\": \"b.days\" } }",
            _ => "\"fact\": \"a.day\"",
        };
        var moved = dice.Below(5) switch
        {
            0 => ", \"plus\": { \"parameter\": \"t.months\" }",
            1 => $", \"{dice.Of("plus", "minus")}\": {{ \"fact\": \"{dice.Of("b.days", "b.months")}\" }}",
            2 => ", \"minus\": \"90\"",
            _ => "",
        };
        var limit = dice.Below(4) switch
        {
            0 => "{ \"parameter\": \"t.date\" }",
            1 => "{ \"fact\": \"a.day\" }",
            2 => "{ \"fact\": \"request.date\" }",
            _ => $"\"{dice.Of("2026-11-23", "2026-03-31", "2024-02-29")}\"",
        };
        return dice.Below(5) switch
        {
            0 => $"{{ \"fact\": \"a.year\", \"{dice.Of(TimeTests)}\": {dice.Of("{ \"fact\": \"request.year\" }", "{ \"fact\": \"b.year\" }", "\"2026-27\"")} }}",
            1 => $"{{ \"yearOf\": {{ {day}{moved} }}, \"{dice.Of(TimeTests)}\": {dice.Of("{ \"fact\": \"b.year\" }", "\"2025-26\"")} }}",
            2 => $"{{ \"fact\": \"request.date\", \"minus\": {{ {day} }}, \"{dice.Of(Tests)}\": {dice.Of("\"90\"", "\"-5\"", "{ \"fact\": \"b.days\" }")} }}",
            _ => $"{{ {day}{moved}, \"{dice.Of(TimeTests)}\": {limit} }}",
        };
    }

    private static string Words(Dice dice) => dice.Below(9) switch
    {
        0 => $"{{ \"fact\": \"{dice.Of("a.flag", "b.flag")}\", \"{dice.Of("is", "isNot")}\": {dice.Of("true", "false", "{ \"fact\": \"b.flag\" }")} }}",
        1 => $"{{ \"fact\": \"a.word\", \"{dice.Of("is", "isNot")}\": {dice.Of("\"one\"", "{ \"fact\": \"b.word\" }", "{ \"fact\": \"a.text\" }", "{ \"parameter\": \"t.word\" }")} }}",
        2 => $"{{ \"fact\": \"a.text\", \"{dice.Of("in", "notIn")}\": [\"p\", \"q\", \"two\"] }}",
        3 => $"{{ \"fact\": \"b.word\", \"{dice.Of("in", "notIn")}\": [\"two\"] }}",
        4 => $"{{ \"fact\": \"{dice.Of("a.text", "b.word")}\", \"{dice.Of("listedIn", "notListedIn")}\": \"t.list\" }}",
        5 => $"{{ \"fact\": \"a.text\", \"or\": {{ \"fact\": \"b.text\" }}, \"{dice.Of("listedIn", "notListedIn")}\": \"t.list\" }}",
        6 => $"{{ \"fact\": \"a.set\", \"{dice.Of("contains", "lacks")}\": \"{dice.Of("x", "y")}\" }}",
        7 => $"{{ \"fact\": \"b.set\", \"{dice.Of("contains", "lacks")}\": {dice.Of("\"p\"", "{ \"fact\": \"a.text\" }", "{ \"parameter\": \"t.word\" }")} }}",
        _ => $"{{ \"fact\": \"a.text\", \"or\": \"p\", \"{dice.Of("is", "isNot")}\": {dice.Of("\"p\"", "{ \"fact\": \"b.text\" }")} }}",
    };

    private static string Existence(Dice dice) =>
        $"{{ {dice.Of("\"fact\": \"a.price\"", "\"fact\": \"b.set\"", "\"fact\": \"a.text\"", "\"parameter\": \"t.price\"", "\"parameter\": \"t.prices\", \"key\": { \"fact\": \"a.word\" }", "\"parameter\": \"t.prices\", \"key\": \"three\"")}, \"exists\": {dice.Of("true", "false")} }}";

    private static string Literal(Dice dice, string unit) => Literal(Amount(dice), unit);

    private static string Literal(string amount, string unit) => unit.Length == 0 ? $"\"{amount}\"" : $"\"{amount} {unit}\"";

    internal static string Amount(Dice dice) => dice.Below(3) > 0 ? dice.Below(6).ToString(System.Globalization.CultureInfo.InvariantCulture) : dice.Of(Reaches[dice.Reach]);

    // Few decimals and the largest amounts a 64-bit number holds beside them; anything that a fact may be; the finest scale and its largest amounts.
    private static readonly string[][] Reaches =
    [
        ["0", "-1", "0.5", "0.001", "1500.25", "72057594037927", "-72057594037927", "72057594037926.999"],
        ["0", "0.5", "1500.25", "1500.2501", "0.000000000001", "999999999999999", "999999999999999.999999999999", "-999999999999999.999999999999"],
        ["0", "0.5", "0.000000001", "-0.000000001", "72057594", "-72057594", "72057593.999999999", "1500.2501"],
    ];
}
