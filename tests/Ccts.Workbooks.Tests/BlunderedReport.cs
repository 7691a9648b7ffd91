using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;

namespace Ccts.Workbooks.Tests;

/// <summary>Slips that people make, put into a report that is right.</summary>
internal static class BlunderedReport
{
    internal static readonly Dictionary<string, Action<JsonNode>> Slips = new(StringComparer.Ordinal)
    {
        ["kcal for kJ"] = r => Calorific(r, 1m / 4.1868m),
        ["kJ for kcal"] = r => Calorific(r, 4.1868m),
        ["carbon for CO2"] = r => Factor(r, 12m / 44m),
        ["44/12 twice"] = r => Factor(r, 44m / 12m),
        ["kg for t"] = r => Amounts(MainFuel(r), 1000m),
        ["kt for t"] = r => Amounts(MainFuel(r), 0.001m),
        ["Mt for t"] = r => Amounts(MainFuel(r), 1_000_000m),
        ["kWh for MWh"] = r => Each(r, "electricity", s => Amounts(s, 1000m)),
        ["output times ten"] = r => Each(r, "products", s => Amounts(s, 10m)),
        ["equivalence of kg"] = Equivalence,
        ["output gross for net"] = r => Each(r, "products", s => Amounts(s, 1.06m)),
        ["no electricity"] = r => Without(r, "electricity"),
        ["no process"] = r => Without(r, "processMaterials"),
    };

    /// <summary>One fuel in another unit.</summary>
    internal static void Side(JsonNode report, string fuel, decimal times) =>
        Amounts(report["fuels"]!.AsArray().Single(f => (string)f!["id"]! == fuel)!.AsObject(), times);

    private static JsonObject MainFuel(JsonNode report) => report["fuels"]![0]!.AsObject();

    private static void Calorific(JsonNode report, decimal times)
    {
        var field = MainFuel(report)["ncv"] is null ? "gcv" : "ncv";
        MainFuel(report)[field] = Times((string)MainFuel(report)[field]!, times);
    }

    private static void Factor(JsonNode report, decimal times) => MainFuel(report)["factor"]!["value"] = Times((string)MainFuel(report)["factor"]!["value"]!, times);

    private static void Each(JsonNode report, string list, Action<JsonObject> change)
    {
        foreach (var stream in report[list]!.AsArray())
        {
            change(stream!.AsObject());
        }
    }

    private static void Equivalence(JsonNode report)
    {
        var product = report["products"]!.AsArray().Last()!;
        (product["equivalence"], product["equivalenceSource"]) = ("1000", "norm");
    }

    private static void Without(JsonNode report, string list)
    {
        report.AsObject().Remove(list);
        report.AsObject().Remove("exportedPower");
    }

    private static void Amounts(JsonObject stream, decimal times)
    {
        stream.Remove("stock");
        stream.Remove("previousYear");
        foreach (var (period, text) in stream["amounts"]!.AsObject().ToList())
        {
            stream["amounts"]![period] = Times((string)text!, times);
        }
    }

    private static string Times(string text, decimal times)
    {
        var (number, unit) = (text.Split(' ')[0], text.Split(' ')[1]);
        return Math.Round(decimal.Parse(number, CultureInfo.InvariantCulture) * times, 6).ToString(CultureInfo.InvariantCulture) + " " + unit;
    }
}
