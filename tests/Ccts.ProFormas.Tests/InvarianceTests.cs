using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.ProFormas;

namespace Ccts.ProFormas.Tests;

/// <summary>What must not matter does not, on made-up plants of every kind: units, spelling, order of years, lots, sets and routes that the form adds up.</summary>
public sealed class InvarianceTests
{
    private const int Plants = 40;

    /// <summary>Units of the same kind, each with how many of the form's own it is.</summary>
    private static readonly Dictionary<string, (string Unit, decimal Each)[]> s_units = new(StringComparer.Ordinal)
    {
        ["Tonne"] = [("kg", 0.001m), ("kt", 1000m), ("lakh tonne", 100_000m), ("t", 1m)],
        ["Lakh kWh"] = [("kWh", 0.00001m), ("MWh", 0.01m), ("GWh", 10m), ("MU", 10m)],
        ["kcal/ kg"] = [("kcal/kg", 1m), ("Mcal/kg", 1000m), ("kcal/t", 0.001m)],
        ["kcal/kg"] = [("Mcal/kg", 1000m)],
        ["kcal/SCM"] = [("kcal/Sm3", 1m)],
        ["Million SCM"] = [("MMSCM", 1m), ("SCM", 0.000001m), ("thousand SCM", 0.001m)],
        ["Million kg"] = [("kg", 0.000001m), ("t", 0.001m), ("kt", 1m)],
        ["kilo Litre"] = [("litre", 0.001m), ("m3", 1m), ("kL", 1m)],
        ["kg/ltr"] = [("kg/m3", 0.001m), ("t/kl", 1m)],
        ["t CO2/MWh"] = [("g CO2/kWh", 0.001m), ("kg CO2/kWh", 1m)],
        ["%"] = [("fraction", 100m)],
        ["Fraction"] = [("%", 0.01m)],
        ["kcal/kWh"] = [("kcal/ kWh", 1m)],
    };

    /// <summary>Two ways to say the same: what is stated in the first way, and in the second. Everything that a plant is judged by stays.</summary>
    private static readonly Dictionary<string, ((int Row, string Value)[] One, (int Row, string Value)[] Other)> s_ways = new(StringComparer.Ordinal)
    {
        ["a lot of coal under D.1 or D.3, in the kiln"] = ([(395, "5200"), (405, "98"), (407, "60000")], [(395, "5200"), (405, "98"), (407, "25000"), (441, "5200"), (449, "98"), (451, "35000")]),
        ["a lot of coal under D.1 or D.3, for power"] = ([(394, "4100"), (404, "97"), (406, "50000")], [(394, "4100"), (404, "97"), (406, "1"), (440, "4100"), (448, "97"), (450, "49999")]),
        ["a coal by name or without"] = ([(506, "4000"), (514, "98"), (516, "9000")], [(394, "4000"), (404, "98"), (406, "9000")]),
        ["fuel oil by volume or heavy stock by mass"] = ([(643, "10000"), (645, "99"), (647, "0.95"), (651, "100"), (650, "20")], [(680, "10000"), (682, "99"), (687, "95"), (686, "19")]),
        ["high speed or light diesel"] = ([(698, "10500"), (700, "99"), (702, "0.84"), (704, "30"), (707, "50")], [(698, "10500"), (700, "99"), (702, "0.84"), (704, "10"), (707, "20"), (720, "10500"), (722, "99"), (724, "0.84"), (726, "20"), (729, "30")]),
        ["one steam set or two"] = ([(242, "1000"), (243, "8")], [(242, "400"), (243, "8"), (258, "350"), (259, "8"), (274, "250"), (275, "8")]),
        ["clinker bought or taken from stock"] = ([(35, "0"), (36, "0"), (80, "0"), (81, "50000"), (830, "70"), (831, "30"), (829, "740")], [(35, "50000"), (36, "0"), (80, "0"), (81, "0"), (830, "70"), (831, "30"), (829, "740")]),
        ["clinker sold or put to stock"] = ([(35, "0"), (36, "0"), (80, "40000"), (81, "0"), (831, "30")], [(35, "0"), (36, "40000"), (80, "0"), (81, "0"), (831, "30")]),
        ["solar or wind"] = ([(362, "100"), (369, "0")], [(362, "35"), (369, "65")]),
        ["wheeled water or wheeled waste"] = ([(201, "80"), (202, "0"), (203, "0")], [(201, "20"), (202, "25"), (203, "35")]),
    };

    private static readonly string[] s_judged = ["Sum.19.1.e@117", "Sum.19.2.e@126", "Sum.20@128", "Sum.21.21.1@130", "Sum.21.21.2@131", "Sb.C3.1@378", "Sb.C3.2@379", "Sb.C9(i)@386", "Sb.C9(ii)@387"];

    public static TheoryData<string> Ways => [.. s_ways.Keys];

    [Fact]
    public void Any_figure_in_any_unit_of_its_kind()
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var seed in Enumerable.Range(61_000, Plants))
        {
            var (random, stated) = (new Random(seed), new RandomPlant(seed).Filing());
            var converted = stated.DeepClone().AsObject();
            foreach (var line in Lines(converted))
            {
                if (s_units.TryGetValue(Cement.Form.Find((string)line["field"]!)!.Unit, out var others))
                {
                    var (unit, each) = others[random.Next(others.Length)];
                    used.Add(unit);
                    line["unit"] = unit;
                    Change(line, (value, _) => value / each);
                }
            }

            Assert.Equal(Texts(stated), Texts(converted));
        }

        Assert.True(used.Count > 20, string.Join(", ", used));
    }

    /// <summary>0.50 is 0.5, and 7.000 is 7.</summary>
    [Fact]
    public void Zeros_behind_the_last_digit_say_nothing()
    {
        foreach (var seed in Enumerable.Range(62_000, Plants))
        {
            var stated = new RandomPlant(seed).Filing();
            var longer = stated.DeepClone().AsObject();
            foreach (var line in Lines(longer))
            {
                Change(line, (_, text) => text.Contains('.', StringComparison.Ordinal) ? text + "000" : text + ".00");
            }

            Assert.Equal(Texts(stated), Texts(longer));
        }
    }

    [Fact]
    public void The_order_of_the_years_of_the_baseline_changes_nothing()
    {
        foreach (var seed in Enumerable.Range(63_000, 3 * Plants))
        {
            var plant = new RandomPlant(seed);
            var (stated, turned) = (plant.Filing(), plant.Filing());
            foreach (var line in Lines(turned))
            {
                line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Reverse().Select(y => y!.DeepClone())]);
            }

            Assert.Equal(Texts(stated), Texts(turned));
        }
    }

    /// <summary>The form says that an empty cell is zero.</summary>
    [Fact]
    public void An_empty_input_is_a_zero()
    {
        foreach (var seed in Enumerable.Range(64_000, Plants))
        {
            var stated = new RandomPlant(seed).Filing();
            var zeros = stated.DeepClone().AsObject();
            foreach (var line in Lines(zeros).Where(l => Cement.Form.Find((string)l["field"]!)!.Kind == ProFormaFieldKind.Input))
            {
                line["current"] = (string)line["current"]! is { Length: > 0 } text ? text : "0";
                line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(y => (JsonNode)((string)y! is { Length: > 0 } year ? year : "0"))]);
            }

            Assert.Equal(Judged(stated), Judged(zeros));
        }
    }

    /// <summary>Cost, quantity bought, moisture, stocks of cement, capacities and hours: the specification calls them without effect.</summary>
    [Fact]
    public void What_the_specification_calls_without_effect_has_none()
    {
        foreach (var seed in Enumerable.Range(65_000, Plants))
        {
            var stated = new RandomPlant(seed).Filing();
            var more = stated.DeepClone().AsObject();
            foreach (var (row, value) in new[] { (31, "1500000"), (32, "2500000"), (37, "700"), (38, "900"), (393, "5000"), (398, "80000"), (401, "9"), (417, "9000"), (423, "7"), (241, "30"), (244, "2900"), (115, "40"), (208, "25") })
            {
                more.With(row, value);
            }

            Assert.Equal(Judged(stated), Judged(more));
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void Two_ways_to_say_the_same_are_judged_alike(string way)
    {
        var (one, other) = s_ways[way];
        var rows = one.Concat(other).Select(s => s.Row).ToHashSet();
        var moved = false;
        foreach (var seed in Enumerable.Range(66_000, Plants))
        {
            var bare = new RandomPlant(seed).Filing();
            bare["general"]!["coal_1_type"] = "Other Bituminous Coal";
            bare["inputs"] = new JsonArray([.. Lines(bare).Where(l => !rows.Contains(Cement.Form.Find((string)l["field"]!)!.Row) && !IsOfFuels(l, rows)).Select(l => l.DeepClone())]);
            JsonObject With((int Row, string Value)[] stated) => stated.Aggregate(bare.DeepClone().AsObject(), (filing, s) => filing.With(s.Row, s.Value));
            var judged = Judged(With(one));
            Assert.Equal(judged, Judged(With(other)));
            moved = moved || !Judged(bare).SequenceEqual(judged, StringComparer.Ordinal);
        }

        Assert.True(moved, "no plant is moved by it, so that nothing was compared");
    }

    /// <summary>The fuels that a way speaks of have no carbon, density or use beside it.</summary>
    private static bool IsOfFuels(JsonObject line, HashSet<int> rows) =>
        Cement.Form.Find((string)line["field"]!)!.Row is var row and >= 394 and <= 740 && new[] { (394, 415), (440, 459), (506, 525), (643, 660), (680, 697), (698, 719), (720, 740) }.Any(f => row >= f.Item1 && row <= f.Item2 && rows.Any(r => r >= f.Item1 && r <= f.Item2));

    private static IEnumerable<JsonObject> Lines(JsonObject filing) => filing["inputs"]!.AsArray().Select(l => l!.AsObject());

    private static void Change(JsonObject line, Func<decimal, string, object> change)
    {
        string Text(string text) => text.Length == 0 ? text : Convert.ToString(change(decimal.Parse(text, CultureInfo.InvariantCulture), text), CultureInfo.InvariantCulture)!;
        line["current"] = Text((string)line["current"]!);
        line["baseline_years"] = new JsonArray([.. line["baseline_years"]!.AsArray().Select(y => (JsonNode)Text((string)y!))]);
    }

    private static List<string> Texts(JsonObject filing) => [.. Cement.Assess(filing).Figures.Select(f => $"{f.Field.Key}: {f.Baseline} | {f.Current}")];

    private static List<string> Judged(JsonObject filing) => Cement.ByKey(Cement.Assess(filing)) is var figures ? [.. s_judged.Select(k => $"{k}: {figures[k].Baseline} | {figures[k].Current}")] : [];
}
