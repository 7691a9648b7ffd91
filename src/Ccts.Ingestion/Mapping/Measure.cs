using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Mapping;

/// <summary>What a unit measures in a list of the report, and its exact conversion to the report's canonical unit.</summary>
internal sealed class Measure
{
    private static readonly UnitReading s_mass = Of<Mass>(Mass.TryParse);
    private static readonly UnitReading s_power = Of<ElectricalEnergy>(ElectricalEnergy.TryParse);
    private static readonly UnitReading s_heat = Of<Energy>(Energy.TryParse);
    private static readonly UnitReading s_output = Of<Output>(Output.TryParse);
    private static readonly UnitReading s_co2e = Of<Co2e>(Co2e.TryParse);
    private static readonly UnitReading[] s_fuel = [s_mass, Of<Volume>(Volume.TryParse), Of<GasVolume>(GasVolume.TryParse), NormalGas];
    internal const string Net = "net calorific value";
    internal const string Gross = "gross calorific value";
    internal const string Share = "share";
    internal const string PerTonne = "emission factor";
    internal const string FlowOfCarbon = "flow of carbon";
    private readonly UnitReading _read;
    private decimal? _one;

    private Measure(UnitReading read, string symbol, string canonical) => (_read, Symbol, Canonical) = (read, symbol, canonical);

    private delegate bool UnitReading(string text, out decimal value, out string canonical, out string? reason);

    /// <summary>The lists of a report that amounts can be brought into, and how their units are read.</summary>
    private static readonly Dictionary<string, UnitReading[]> s_lists = new(StringComparer.Ordinal)
    {
        ["fuels"] = s_fuel,
        ["processMaterials"] = [s_mass],
        ["massBalances"] = [s_mass],
        ["importedIntermediates"] = [s_mass],
        ["electricity"] = [s_power],
        ["exportedPower"] = [s_power],
        ["importedHeat"] = [s_heat],
        ["exportedHeat"] = [s_heat],
        ["capturedCo2"] = [s_co2e],
        ["memo"] = [s_co2e],
        ["products"] = [s_output],
    };

    /// <summary>Laboratory results and carbon carriers, and how their units are read.</summary>
    private static readonly Dictionary<string, UnitReading[]> s_results = new(StringComparer.Ordinal)
    {
        [Net] = [Of<NetCalorificValue>(NetCalorificValue.TryParse), Of<VolumeNetCalorificValue>(VolumeNetCalorificValue.TryParse), Of<GasNetCalorificValue>(GasNetCalorificValue.TryParse)],
        [Gross] = [Of<GrossCalorificValue>(GrossCalorificValue.TryParse), Of<VolumeGrossCalorificValue>(VolumeGrossCalorificValue.TryParse), Of<GasGrossCalorificValue>(GasGrossCalorificValue.TryParse)],
        [Share] = [ShareOf],
        [PerTonne] = [Of<MassEmissionFactor>(MassEmissionFactor.TryParse)],
        [FlowOfCarbon] = [s_mass],
    };

    /// <summary>A share as a part of one, and as parts of a hundred.</summary>
    internal static Measure PartOfOne { get; } = new(ShareOf, "1", "");

    internal static Measure PartsOfAHundred { get; } = new(ShareOf, "%", "");

    internal static IEnumerable<string> Lists => s_lists.Keys;

    private static readonly string[] s_amountUnits = ["kg", "t", "l", "kl", "Sm3", "Nm3", "kWh", "MWh", "GWh", "GJ", "MJ", "TJ", "tCO2e", "kgCO2e"];
    private static readonly string[] s_calorificUnits = ["kJ/kg", "kcal/kg", "MJ/kg", "kcal/Sm3", "kJ/Sm3", "MJ/Sm3"];
    private static readonly string[] s_shareUnits = ["1", "%"];

    /// <summary>Ratios between units that people confuse with the canonical unit.</summary>
    internal static IReadOnlyList<decimal> Steps(string list, string canonical)
    {
        var ones = Ones(list, canonical);
        return [.. ones.SelectMany(a => ones.Where(b => b > a).Select(b => b / a)).Distinct()];
    }

    /// <summary>How much of the canonical unit each of those units is.</summary>
    internal static IReadOnlyList<decimal> Ones(string list, string canonical) =>
        [.. (list == Share ? s_shareUnits : list is Net or Gross ? s_calorificUnits : s_amountUnits).Select(u => TryOf(list, u, out var measure, out _) && measure!.Canonical == canonical && measure.TryRead("1", out var one, out _) ? one : 0m).Where(o => o > 0m).Distinct()];

    /// <summary>The unit as the file writes it.</summary>
    internal string Symbol { get; }

    /// <summary>The unit that values come out in.</summary>
    internal string Canonical { get; }

    internal static bool TryOf(string list, string unit, out Measure? measure, out string? reason)
    {
        reason = null;
        foreach (var read in s_lists.TryGetValue(list, out var amounts) ? amounts : s_results[list])
        {
            if (read("1 " + unit, out _, out var canonical, out var why))
            {
                measure = new Measure(read, unit, canonical);
                reason = null;
                return true;
            }

            reason ??= why;
        }

        measure = null;
        return false;
    }

    /// <summary>The value in the canonical unit, exact, or the reason why there is none.</summary>
    internal bool TryRead(string number, out decimal value, out string? reason) => _read(number + " " + Symbol, out value, out _, out reason);

    /// <summary>The same for a parsed number. <see cref="TryRead"/> explains what cannot be held exactly.</summary>
    internal bool TryConvert(decimal number, out decimal value)
    {
        _one ??= TryRead("1", out var one, out _) ? one : 0m;
        value = 0m;
        return number >= 0m && _one > 0m && ExactDecimal.TryMultiply(number, _one.Value, out value);
    }

    private static UnitReading Of<T>(TextParser<T> parser)
        where T : struct, IQuantity => (string text, out decimal value, out string canonical, out string? reason) =>
        {
            var read = parser(text, out var quantity, out reason);
            (value, canonical) = (quantity.CanonicalValue, quantity.CanonicalUnit);
            return read;
        };

    /// <summary>A share in per cent, or as a part of one.</summary>
    private static bool ShareOf(string text, out decimal value, out string canonical, out string? reason)
    {
        canonical = "";
        var blank = text.IndexOf(' ');
        var unit = text.Substring(blank + 1);
        reason = null;
        if (QuantityText.TryReadAlone(text.Substring(0, blank), out value) && unit is "%" or "1")
        {
            value = unit == "%" ? value / 100m : value;
            return true;
        }

        reason = "% or 1";
        return false;
    }

    /// <summary>Gas at normal conditions is read by the same numbers and never becomes gas at standard conditions.</summary>
    private static bool NormalGas(string text, out decimal value, out string canonical, out string? reason)
    {
        const string normal = "Nm3";
        canonical = normal;
        if (text.EndsWith(" " + normal, StringComparison.Ordinal))
        {
            var read = GasVolume.TryParse(text.Substring(0, text.Length - normal.Length) + "Sm3", out var volume, out reason);
            value = volume.StandardCubicMetres;
            return read;
        }

        (value, reason) = (0m, "a unit of a fuel: of mass, of a liquid's volume or of a gas' volume");
        return false;
    }
}
