using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>A column beside the quantity that says in which unit it is. Where it names another than a tonne or a credit, such as kt or MWh, nobody knows how many units the row has.</summary>
internal static class UnitBeside
{
    private static readonly HashSet<string> s_headers = Words("unit uom unitofmeasure unitofmeasurement unitsofmeasure measurementunit measure quantityunit qtyunit unitofquantity massunit unittype kindofunit scale multiplier");

    // Multiples that a sheet states once for all its numbers, and units of mass by the letters of their names.
    private static readonly HashSet<string> s_multiples = Words("thousand thousands 000 1000 x1000 lakh lakhs million millions crore crores");
    private static readonly HashSet<string> s_masses = Words("kt ktonne ktonnes kilotonne kilotonnes megatonne megatonnes g gram grams lb lbs pound pounds shortton shorttons");
    private static readonly HashSet<string> s_kilograms = Words("kg kgs kilogram kilograms");
    private static readonly string[] s_ofGas = ["co2e", "co2eq", "co2"];

    /// <summary>The column; -1 where there is none.</summary>
    internal static int Find(ExportColumns columns) =>
        columns.Unread.Where(c => s_headers.Contains(string.Concat(HeaderText.Words(columns.HeaderOf(c))))).DefaultIfEmpty(-1).First();

    /// <summary>Whether a cell names another unit than those that are counted.</summary>
    /// <param name="cell">The cell, not empty.</param>
    /// <param name="isKilograms">Whether the format's quantities are kilograms.</param>
    internal static bool IsOther(string cell, bool isKilograms)
    {
        var words = HeaderText.Words(cell);
        var unit = string.Concat(words);
        unit = Array.Find(s_ofGas, g => unit.EndsWith(g, StringComparison.Ordinal)) is { } gas ? unit.Substring(0, unit.Length - gas.Length) : unit;
        return words.Any(s_multiples.Contains) || s_masses.Contains(unit) || (!isKilograms && s_kilograms.Contains(unit)) || !UnitKind.Of(cell).IsOfTonnes
            || (unit == "mt" && cell.StartsWith("Mt", StringComparison.Ordinal));
    }

    private static HashSet<string> Words(string words) => new(words.Split(' '), StringComparer.Ordinal);
}
