using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Compliance.Forms;

namespace Ccts.Compliance.Extracts;

/// <summary>A cell of the Commission's template with what goes into it.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Cell">The cell's address.</param>
/// <param name="Label">The label next to the cell.</param>
/// <param name="Value">What goes in; a share is 0 to 1, as the template stores it.</param>
/// <param name="IsFigure">Whether it is a number.</param>
public sealed record CbamCell(string Sheet, string Cell, string Label, string Value, bool IsFigure);

/// <summary>Maps the fields of a communication to cells of the Commission's template v2.1.1, so that they can be copied cell by cell. The template itself belongs to the Commission and is not included.</summary>
/// <remarks>Pure and thread-safe. A process is a category of goods, with direct production only; columns AL, AP and AT of Summary_Products are read off the order of their fields.</remarks>
public static class CbamCells
{
    private const string Installation = "A_InstData";
    private const string Processes = "D_Processes";
    private const string Products = "Summary_Products";
    private const int BlockRows = 65;

    /// <summary>Every cell that something is known for, sheet by sheet. Empty fields have none.</summary>
    /// <param name="extract">The fields; <see cref="CbamExtract"/> fills them.</param>
    public static IReadOnlyList<CbamCell> Of(FormDocument extract)
    {
        var fields = Require.NotNull(extract).Fields.Where(f => f.Value is not null).ToDictionary(f => f.Number, StringComparer.Ordinal);
        var cells = new List<CbamCell>();
        Put(Installation, "I9", "from");
        Put(Installation, "L9", "to");
        Put(Installation, "I20", "installation");
        Put(Installation, "I26", "country");
        var goods = Enumerable.Range(1, fields.Keys.Count(k => k.EndsWith(".cn", StringComparison.Ordinal))).Select(i => $"G{Text(i)}.").ToList();
        var categories = goods.Select(g => fields[g + "category"].Value!).Distinct(StringComparer.Ordinal).ToList();
        for (var p = 0; p < categories.Count; p++)
        {
            Process(p, categories[p], goods.Where(g => fields[g + "category"].Value == categories[p]).ToList());
        }

        Put("C_Emissions&Energy", "M26", "indirect");
        for (var i = 0; i < goods.Count; i++)
        {
            Good(goods[i], 10 + i, NameOf(categories.IndexOf(fields[goods[i] + "category"].Value!), fields[goods[i] + "category"].Value!));
        }

        return [.. cells.OrderBy(c => Order(c.Sheet))];

        void Process(int p, string category, List<string> of)
        {
            var first = of[0];
            Add(Installation, "E" + Text(62 + p), "Aggregated good", category);
            Put(Installation, "I" + Text(62 + p), first + "route");
            Add(Installation, "E" + Text(83 + p), "Production process: good", category);
            Add(Installation, "F" + Text(83 + p), "Included goods", "Only direct production");
            Add(Installation, "L" + Text(83 + p), "Name of the process", NameOf(p, category));

            // Goods that share a product under several codes count its production once.
            var made = of.GroupBy(g => fields.TryGetValue(g + "stream", out var s) ? s.Value : null, StringComparer.Ordinal).Select(g => g.First()).ToList();
            var row = 11 + (BlockRows * p);
            var production = made.Select(Made).Aggregate((decimal?)0m, (sum, n) => sum + n);
            Figure(Processes, "L" + Text(row + 5), "Production, t", production);
            Figure(Processes, "L" + Text(row + 43), "Directly attributable emissions, tCO2e", Weighted(made, "see-direct"));
            Figure(Processes, "L" + Text(row + 54), "Electricity used, MWh", Weighted(made, "electricity"));
            Put(Processes, "L" + Text(row + 55), first + "electricity-ef");
            Put(Processes, "L" + Text(row + 56), first + "electricity-source");
        }

        void Good(string good, int row, string process)
        {
            Add(Products, "D" + Text(row), "Production process", process);
            Put(Products, "F" + Text(row), good + "cn");
            Put(Products, "H" + Text(row), good + "name");
            foreach (var (key, _, column) in CbamParameters.Of(fields[good + "category"].Value!))
            {
                Put(Products, column + Text(row), good + key);
            }

            foreach (var (key, column) in new[] { ("price-type", "AL"), ("price-share", "AM"), ("price-currency", "AP"), ("price-due", "AR"), ("rebate", "AT") })
            {
                Put(Products, column + Text(row), good + key);
            }
        }

        decimal? Made(string good) => Number(good + "product-production") ?? Number(good + "production");

        decimal? Weighted(List<string> of, string key) => of.Select(g => Number(g + key) * Made(g)).Aggregate((decimal?)0m, (sum, n) => sum + n);

        decimal? Number(string number) => fields.TryGetValue(number, out var field) && decimal.TryParse(field.Value, NumberStyles.Number, CultureInfo.InvariantCulture, out var n) ? n : null;

        void Put(string sheet, string cell, string number)
        {
            if (fields.TryGetValue(number, out var field))
            {
                cells.Add(new CbamCell(sheet, cell, field.Label, field.Value!, field.Unit is not null || number.EndsWith("price-share", StringComparison.Ordinal)));
            }
        }

        void Add(string sheet, string cell, string label, string value) => cells.Add(new CbamCell(sheet, cell, label, value, false));

        void Figure(string sheet, string cell, string label, decimal? value)
        {
            if (value is { } known)
            {
                cells.Add(new CbamCell(sheet, cell, label, decimal.Round(known, 6, MidpointRounding.AwayFromZero).ToString("0.######", CultureInfo.InvariantCulture), true));
            }
        }
    }

    private static int Order(string sheet) => Array.IndexOf([Installation, "C_Emissions&Energy", Processes, Products], sheet);

    private static string NameOf(int process, string category) => $"P{Text(process + 1)} {category}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
