using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Quantities;

/// <summary>Suggests which unit somebody probably meant by an unknown one. It is never assumed: MT may be a tonne or a million tonnes.</summary>
internal static class UnitSpelling
{
    private const string Tonne = "a tonne is \"t\", and \"Mt\" is a million of them";
    private const string Ton = "a tonne is \"t\"; a short ton is 0.90718474 t, a long ton 1.0160469088 t";

    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["mt"] = Tonne,
        ["mts"] = Tonne,
        ["tonne"] = Tonne,
        ["tonnes"] = Tonne,
        ["metric"] = Tonne,
        ["te"] = Tonne,
        ["tpa"] = Tonne,
        ["mtpa"] = Tonne,
        ["mmt"] = "a million tonnes is \"Mt\"",
        ["lmt"] = "a lakh of tonnes is 100 kt",
        ["lakh"] = "a lakh is 100,000: write the digits out",
        ["crore"] = "a crore is 10,000,000: write the digits out",
        ["ton"] = Ton,
        ["tons"] = Ton,
        ["short"] = Ton,
        ["quintal"] = "a quintal is 100 kg",
        ["lb"] = "a pound is 0.45359237 kg",
        ["lbs"] = "a pound is 0.45359237 kg",
        ["unit"] = "a unit of electricity is a \"kWh\"",
        ["units"] = "a unit of electricity is a \"kWh\"",
        ["lu"] = "a lakh of units is 100 MWh",
        ["mscm"] = "a thousand SCM is 1000 Sm3, a million \"MMSCM\"",
        ["mmbtu"] = "a million Btu is 1.05505585262 GJ, and gas is billed by its gross value",
    };

    /// <summary>Text in brackets to follow the refused unit, or nothing.</summary>
    internal static string Meant(string symbol, IEnumerable<string> symbols)
    {
        var plain = symbol.Replace("³", "3").Replace("₂", "2");
        var alike = symbols.Where(s => string.Equals(s, plain, StringComparison.OrdinalIgnoreCase)).ToList();
        if (Known.TryGetValue(plain.Split(' ')[0], out var meant) && !alike.Exists(s => string.Equals(s, plain, StringComparison.Ordinal)))
        {
            return $" ({meant})";
        }

        return alike.Count == 1 ? $" (write \"{alike[0]}\")" : "";
    }
}
