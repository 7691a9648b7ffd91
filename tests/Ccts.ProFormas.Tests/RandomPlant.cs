using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.ProFormas.Tests.Specification;

namespace Ccts.ProFormas.Tests;

/// <summary>A made-up plant: what it states, by row of the form, for the years of the baseline and the current year.</summary>
internal sealed class RandomPlant
{
    private static readonly string[] s_subSectors = ["PPC", "OPC", "PSC", "White Cement", "Wet", "Grinding", "Clinkerization", "Composite Cement"];
    private static readonly (string Name, decimal Factor)[] s_coals = [("Other Bituminous Coal", 94.6m), ("Sub Bituminous Coal", 96.1m), ("Anthracite", 98.3m), ("Lignite", 101m), ("Peat", 106m)];

    private readonly Random _random;
    private readonly SortedDictionary<int, decimal?[]> _stated = [];
    private readonly int[] _coals;

    internal RandomPlant(int seed)
    {
        _random = new Random(seed);
        SubSector = s_subSectors[_random.Next(s_subSectors.Length)];
        Years = _random.Next(1, 4);
        Method = (_random.Next(1, 3), _random.Next(1, 3));
        _coals = [_random.Next(s_coals.Length), _random.Next(s_coals.Length), _random.Next(s_coals.Length)];
        Production();
        Calcination();
        Fuels();
        Power();
        Indicators();
    }

    internal string SubSector { get; }

    internal int Years { get; }

    internal (int Baseline, int Current) Method { get; }

    internal SpecifiedPlant Specified() => new() { SubSector = SubSector, Years = Years, Method = Method, CoalFactors = [.. _coals.Select(c => s_coals[c].Factor)], Stated = _stated };

    /// <summary>The plant as a filing, its lines in any order.</summary>
    internal JsonObject Filing(bool shuffled = false, Func<int, decimal, decimal>? change = null)
    {
        var lines = _stated.Select(s => (JsonNode)new JsonObject
        {
            ["field"] = Cement.KeyOf(s.Key),
            ["baseline_years"] = new JsonArray([.. s.Value.Take(Years).Select(v => (JsonNode)Text(s.Key, v, change))]),
            ["current"] = Text(s.Key, s.Value[Years], change),
        }).ToArray();
        if (shuffled)
        {
            new Random(lines.Length).Shuffle(lines);
        }

        return new JsonObject
        {
            ["name"] = "made-up",
            ["general"] = new JsonObject
            {
                ["sub_sector"] = SubSector,
                ["number_of_baseline_years"] = Years,
                ["calcination_method_baseline"] = Method.Baseline,
                ["calcination_method_current"] = Method.Current,
                ["coal_1_type"] = s_coals[_coals[0]].Name,
                ["coal_2_type"] = s_coals[_coals[1]].Name,
                ["coal_3_type"] = s_coals[_coals[2]].Name,
            },
            ["inputs"] = new JsonArray(lines),
        };
    }

    private static string Text(int row, decimal? value, Func<int, decimal, decimal>? change) => value is { } number ? (change?.Invoke(row, number) ?? number).ToString(CultureInfo.InvariantCulture) : "";

    private bool Chance(int percent) => _random.Next(100) < percent;

    /// <summary>A figure between two bounds in every column, here and there left empty.</summary>
    private void State(int row, decimal least, decimal most, int decimals = 2)
    {
        var values = new decimal?[Years + 1];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Chance(4) ? null : Math.Round(least + ((most - least) * _random.Next(0, 1_000_001) / 1_000_000m), decimals);
        }

        _stated[row] = values;
    }

    private void Maybe(int percent, int row, decimal least, decimal most, int decimals = 2)
    {
        if (Chance(percent))
        {
            State(row, least, most, decimals);
        }
    }

    private void Production()
    {
        if (SubSector != "Clinkerization")
        {
            foreach (var (product, additives) in SpecifiedYear.Products)
            {
                if (!Chance(45))
                {
                    continue;
                }

                State(product, 100_000, 3_000_000, 1);
                foreach (var additive in additives)
                {
                    // A fifth of the smallest product at most, so that additives never exceed it; an empty product has none.
                    Maybe(60, additive, 0, 15_000, 1);
                }

                for (var i = 0; i <= Years; i++)
                {
                    foreach (var additive in additives.Where(a => _stated.ContainsKey(a) && _stated[product][i] is null))
                    {
                        _stated[additive][i] = null;
                    }
                }
            }
        }

        if (SubSector != "Grinding" || Chance(10))
        {
            State(33, 200_000, 4_000_000, 1);
        }

        State(35, 0, 100_000, 1);
        State(36, 0, 100_000, 1);
        Maybe(40, 78, 0, 200_000, 1);
        Maybe(40, 80, 0, 500_000, 1);
        Maybe(40, 81, 0, 500_000, 1);
        Maybe(20, 868, 0, 50_000, 1);
    }

    private void Calcination()
    {
        foreach (var (row, least, most) in new[] { (98, 1.4m, 1.7m), (101, 0.6m, 0.7m), (102, 0.005m, 0.04m), (104, 0m, 0.4m), (105, 0m, 0.1m), (107, 0m, 0.2m), (108, 0m, 0.1m), (112, 0m, 0.004m) })
        {
            Maybe(85, row, least, most, 5);
        }

        Maybe(60, 103, 0, 50_000, 1);
        Maybe(60, 106, 0, 20_000, 1);
        Maybe(50, 109, 0, 40_000, 1);
        Maybe(50, 110, 0, 40_000, 1);
        Maybe(60, 111, 0, 100, 1);
    }

    private void Fuels()
    {
        foreach (var first in new[] { 394, 418, 440, 462, 484, 506, 528, 550 })
        {
            // D.1 has two rows more between the calorific values and the carbon.
            var carbon = first == 394 ? 402 : first + 6;
            if (Chance(35))
            {
                Burnt(first, carbon, carbon + 2, carbon + 4);
            }

            if (Chance(45))
            {
                Burnt(first + 1, carbon + 1, carbon + 3, carbon + 5);
            }
        }

        foreach (var (gcv, oxidation, density, uses) in new (int, int, int, int[])[] { (643, 645, 647, [649, 650, 651]), (662, 664, 0, [667, 668, 669]), (680, 682, 0, [685, 686, 687]), (698, 700, 702, [704, 705, 706, 707]), (720, 722, 724, [726, 727, 728, 729]) })
        {
            if (!Chance(35))
            {
                continue;
            }

            State(gcv, 9000, 11000);
            State(oxidation, 95, 100);
            if (density > 0)
            {
                State(density, 0.8m, 0.99m, 4);
            }

            foreach (var use in uses)
            {
                Maybe(60, use, 0, 3000);
            }
        }

        foreach (var (percent, rows) in new (int, (int Row, decimal Least, decimal Most, int Decimals)[])[]
        {
            (25, [(572, 1000, 6000, 1), (574, 5, 60, 2), (575, 90, 100, 2), (576, 0, 20_000, 1), (577, 0, 20_000, 1)]),
            (30, [(585, 2500, 4500, 1), (586, 2500, 4500, 1), (589, 30, 50, 2), (590, 30, 50, 2), (591, 90, 100, 2), (592, 90, 100, 2), (595, 0, 20_000, 1), (596, 0, 20_000, 1)]),
            (30, [(610, 3000, 6500, 1), (612, 2, 30, 2), (613, 10, 60, 2), (614, 90, 100, 2), (617, 0, 20_000, 1), (618, 0, 20_000, 1)]),
            (25, [(742, 3000, 8000, 1), (744, 90, 100, 2), (746, 0.8m, 1.1m, 3), (747, 10, 60, 2), (748, 2, 30, 2), (751, 0, 2000, 1), (752, 0, 2000, 1), (753, 0, 2000, 1)]),
            (25, [(778, 8000, 9500, 1), (780, 98, 100, 2), (783, 0, 20, 4), (784, 0, 1, 4), (785, 0, 20, 4)]),
            (20, [(796, 11000, 12000, 1), (798, 98, 100, 2), (801, 0, 5, 4), (802, 0, 5, 4)]),
        })
        {
            if (!Chance(percent))
            {
                continue;
            }

            foreach (var (row, least, most, decimals) in rows)
            {
                State(row, least, most, decimals);
            }
        }
    }

    private void Burnt(int gcv, int carbon, int oxidation, int quantity)
    {
        State(gcv, 3000, 8500);
        Maybe(40, carbon, 30, 85);
        State(oxidation, 95, 100);
        State(quantity, 0, 400_000, 1);
    }

    private void Power()
    {
        State(199, 0, 3000);
        State(206, 0.6m, 0.9m, 4);
        foreach (var row in new[] { 200, 201, 202, 203, 204 })
        {
            Maybe(25, row, 0, 500);
        }

        if (Chance(25))
        {
            State(205, 0, 500);
            State(207, 0.8m, 1.3m, 4);
        }

        if (Chance(30))
        {
            State(233, 0, 100);
            State(235, 1, 10);
        }

        foreach (var generation in new[] { 242, 258, 274, 290, 306 }.Where(_ => Chance(30)))
        {
            State(generation, 0, 2000);
            State(generation + 1, 5, 12);
        }

        if (Chance(20))
        {
            State(336, 0, 500);
            State(337, 1, 8);
        }

        Maybe(30, 344, 0, 800);
        if (Chance(25))
        {
            State(352, 0, 800);
            State(353, 2500, 3500);
            State(354, 2700, 3800);
            State(355, 0.8m, 1.3m, 4);
        }

        Maybe(30, 362, 0, 300);
        Maybe(20, 369, 0, 300);
        Maybe(30, 380, 0, 500);
        Maybe(60, 381, 0, 4000);
    }

    private void Indicators()
    {
        Maybe(50, 829, 680, 850);
        Maybe(85, 830, 50, 90);
        Maybe(85, 831, 25, 45);
        Maybe(60, 837, 40, 80);
        Maybe(60, 838, 50, 200);
    }
}
