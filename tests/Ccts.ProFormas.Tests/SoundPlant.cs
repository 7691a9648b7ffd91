using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.ProFormas.Tests;

/// <summary>A made-up plant whose figures belong together as a real one's do: clinker closes to a part in a thousand, kilns and turbines run on what is burnt, power covers what is used.</summary>
internal sealed class SoundPlant
{
    private static readonly (int Product, int[] Additives, double Least, double Most)[] s_products = [(42, [43, 44], 0.90, 0.95), (48, [49, 50], 0.62, 0.75), (53, [54, 55], 0.38, 0.55), (57, [58, 59, 60], 0.35, 0.5), (63, [64, 65], 0.85, 0.95)];
    private static readonly (int Gcv, int Oxidation, int Quantity)[] s_kilnFuels = [(395, 405, 407), (419, 427, 429), (441, 449, 451), (463, 471, 473), (586, 592, 596), (610, 614, 618)];
    private static readonly (int Gcv, int Oxidation, int Quantity)[] s_powerFuels = [(394, 404, 406), (440, 448, 450), (585, 591, 595)];

    private readonly Random _random;
    private readonly SortedDictionary<int, double[]> _stated = [];
    private readonly int _columns;

    internal SoundPlant(int seed)
    {
        _random = new Random(seed);
        _columns = _random.Next(2, 5);
        var size = Between(0.4e6, 5e6);
        var products = Some(s_products, 3);
        var (kilns, fuels, powerFuels, turbines) = (_random.Next(1, 4), Some(s_kilnFuels, 4), Some(s_powerFuels, 2), _random.Next(0, 3));
        var (heat, clinkerPower, grindingPower, design) = (Between(690, 850), Between(48, 85), Between(25, 45), Between(2600, 3300));
        var (buys, sells, hasWasteHeat, hasDiesel, exports, colony) = (_random.Next(3) == 0, _random.Next(3) == 0, _random.Next(2) == 0, _random.Next(3) == 0, _random.Next(4) == 0, Between(0, 12));
        for (var column = 0; column < _columns; column++)
        {
            var clinker = size * Between(0.8, 1.2);
            State(31, column, size * 1.15);
            State(33, column, clinker);
            var available = clinker + State(35, column, Between(0.01, 0.05) * size) - State(36, column, Between(0.01, 0.05) * size)
                + (buys ? State(81, column, Between(0.05, 0.4) * size) : 0) - (sells ? State(80, column, Between(0.05, 0.4) * size) : 0);
            var cement = Cements(products, available, column);
            Kilns(kilns, fuels, clinker, heat * Between(0.97, 1.03), column);
            var (own, inside) = Generation(turbines, powerFuels, hasWasteHeat, hasDiesel, design, clinker, column);
            var (kiln, mill) = (State(830, column, clinkerPower * Between(0.97, 1.03)), State(831, column, grindingPower * Between(0.97, 1.03)));
            var used = ((kiln * clinker) + (mill * cement)) / 100_000 * Between(1.0, 1.15);
            var sold = exports ? State(380, column, own * Between(0.1, 0.3)) : 0;
            State(199, column, used + inside + sold + State(381, column, colony * Between(0.7, 1.4)) - own);
            State(206, column, 0.727);
        }

        SubSector = products.Any(p => p.Product == 48) ? "PPC" : "OPC";
    }

    private string SubSector { get; }

    internal JsonObject Filing() => new()
    {
        ["name"] = "made-up",
        ["general"] = new JsonObject { ["sub_sector"] = SubSector, ["number_of_baseline_years"] = _columns - 1, ["calcination_method_baseline"] = 1, ["calcination_method_current"] = 1, ["coal_1_type"] = "Lignite", ["coal_2_type"] = "Lignite", ["coal_3_type"] = "Lignite" },
        ["inputs"] = new JsonArray([.. _stated.Select(s => (JsonNode)new JsonObject { ["field"] = Cement.KeyOf(s.Key), ["baseline_years"] = new JsonArray([.. s.Value.Take(_columns - 1).Select(v => (JsonNode)Text(v))]), ["current"] = Text(s.Value[^1]) })]),
    };

    private double Cements((int Product, int[] Additives, double Least, double Most)[] products, double available, int column)
    {
        var shares = Shares(products.Length);
        var all = 0d;
        for (var i = 0; i < products.Length; i++)
        {
            var (clinker, factor) = (available * shares[i], Between(products[i].Least, products[i].Most));
            var parts = Shares(products[i].Additives.Length);
            for (var a = 0; a < parts.Length; a++)
            {
                State(products[i].Additives[a], column, clinker * ((1 / factor) - 1) * parts[a]);
            }

            // What weighbridges and stocktaking leave open.
            all += State(products[i].Product, column, (clinker / factor) + (available * Between(-0.0015, 0.0015) / products.Length));
        }

        State(32, column, all * 1.2);
        return all;
    }

    private void Kilns(int kilns, (int Gcv, int Oxidation, int Quantity)[] fuels, double clinker, double heat, int column)
    {
        var parts = Shares(kilns);
        for (var i = 0; i < kilns; i++)
        {
            State(122 + (15 * i), column, clinker * parts[i]);
            State(123 + (15 * i), column, heat * Between(0.95, 1.05));
        }

        State(829, column, heat * Between(0.95, 1.05));
        Burn(fuels, clinker * heat / 0.95 / 1000, column);
    }

    /// <summary>Lakh kWh that were made, and what the power plant took of them itself.</summary>
    private (double Made, double Inside) Generation(int turbines, (int Gcv, int Oxidation, int Quantity)[] fuels, bool hasWasteHeat, bool hasDiesel, double design, double clinker, int column)
    {
        var (made, inside, burnt) = (0d, 0d, 0d);
        for (var i = 0; i < turbines; i++)
        {
            var (capacity, hours) = (State(241 + (16 * i), column, clinker / 400_000), State(245 + (16 * i), column, Between(5000, 8200)));
            var power = State(242 + (16 * i), column, capacity * hours / 100 * Between(0.5, 1));
            inside += power * State(243 + (16 * i), column, Between(6, 11)) / 100;
            State(244 + (16 * i), column, design);
            (made, burnt) = (made + power, burnt + (power * design * Between(0.95, 1.25) / 10));
        }

        Burn(fuels, burnt, column);
        if (hasWasteHeat)
        {
            made += State(344, column, State(343, column, clinker / 400_000) * State(345, column, Between(5000, 8000)) / 100 * Between(0.4, 0.9));
        }

        if (hasDiesel)
        {
            var power = State(233, column, State(232, column, 6) * State(236, column, Between(100, 900)) / 100 * Between(0.6, 1));
            State(234, column, 2100);
            State(704, column, power * Between(1950, 2500) / 10 * 1000 / State(698, column, 10_800) / State(702, column, 0.84));
            State(700, column, 100);
            made += power;
        }

        return (made, inside);
    }

    /// <summary>So much heat, gross, in million kcal.</summary>
    private void Burn((int Gcv, int Oxidation, int Quantity)[] fuels, double heat, int column)
    {
        var parts = Shares(fuels.Length);
        for (var i = 0; i < fuels.Length; i++)
        {
            State(fuels[i].Oxidation, column, 100);
            State(fuels[i].Quantity, column, heat * parts[i] * 1000 / State(fuels[i].Gcv, column, fuels[i].Gcv == 419 ? Between(7900, 8300) : Between(4000, 6000)));
        }
    }

    private double State(int row, int column, double value)
    {
        (_stated.TryGetValue(row, out var values) ? values : _stated[row] = new double[_columns])[column] = value;
        return value;
    }

    private double Between(double least, double most) => least + ((most - least) * _random.NextDouble());

    private T[] Some<T>(T[] of, int most) => [.. of.OrderBy(_ => _random.Next()).Take(_random.Next(1, most + 1))];

    private double[] Shares(int count)
    {
        var parts = Enumerable.Range(0, count).Select(_ => Between(0.3, 1)).ToArray();
        return [.. parts.Select(p => p / parts.Sum())];
    }

    private static string Text(double value) => Math.Round((decimal)value, 3).ToString(CultureInfo.InvariantCulture);
}
