using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Files;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Law.Parameters;

/// <summary>The units a parameter may have: plain kinds of value, and the units of the SDK's quantities.</summary>
public static class ParameterUnit
{
    internal const string Ratio = "ratio";
    internal const string Multiple = "multiple";
    internal const string Decimals = "decimals";
    /// <summary>The unit of spans in months.</summary>
    public const string Months = "months";
    /// <summary>The unit of spans in days.</summary>
    public const string Days = "days";
    internal const string Samples = "samples";
    internal const string Count = "count";
    internal const string Date = "date";
    internal const string Word = "word";
    internal const string Statement = "statement";
    internal const string Density = "t/kl";
    internal const string GasDensity = "kg/Sm3";
    internal const string KilogramsPerTonne = "kg/t";
    internal const string MegawattHoursPerTonne = "MWh/t";
    internal const string TonnesPerTonne = "t/t";
    internal const string CarbonToCo2 = "tCO2/tC";
    internal const string Yes = "yes";

    private delegate bool Check(string text, out string? reason);

    private static readonly IReadOnlyDictionary<string, Check> Plain = new Dictionary<string, Check>(StringComparer.Ordinal)
    {
        [Ratio] = (string text, out string? reason) => Within(text, 0m, 1m, "a share from 0 to 1 such as 0.02", out reason),
        [Multiple] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 2", out reason),
        [Decimals] = (string text, out string? reason) => Whole(text, 20, out reason),
        [Months] = (string text, out string? reason) => Whole(text, 1_200, out reason),
        [Days] = (string text, out string? reason) => Whole(text, 36_600, out reason),
        [Samples] = (string text, out string? reason) => Whole(text, 100_000, out reason),
        [Count] = (string text, out string? reason) => Whole(text, 1_000_000_000, out reason),
        [Date] = (string text, out string? reason) => Scalars.TryDate(text, out _, out reason),
        [Word] = IsWord,
        [Statement] = IsStatement,
        [CarbonToCo2] = IsFraction,
        [Density] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 0.84", out reason),
        [GasDensity] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 0.74", out reason),
        [KilogramsPerTonne] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 0.4", out reason),
        [MegawattHoursPerTonne] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 0.05", out reason),
        [TonnesPerTonne] = (string text, out string? reason) => Within(text, 0m, 1_000_000m, "a number such as 1.89", out reason),
    };

    // One symbol may be a unit of several quantities: tCO2/t for a factor by mass and for an intensity.
    private static readonly ILookup<string, Check> Quantities = new[]
    {
        Of<Co2e>(Co2e.UnitSymbols, Co2e.TryParse),
        Of<Mass>(Mass.UnitSymbols, Mass.TryParse),
        Of<Energy>(Energy.UnitSymbols, Energy.TryParse),
        Of<Volume>(Volume.UnitSymbols, Volume.TryParse),
        Of<GasVolume>(GasVolume.UnitSymbols, GasVolume.TryParse),
        Of<ElectricalEnergy>(ElectricalEnergy.UnitSymbols, ElectricalEnergy.TryParse),
        Of<Inr>(Inr.UnitSymbols, Inr.TryParse),
        Of<NetCalorificValue>(NetCalorificValue.UnitSymbols, NetCalorificValue.TryParse),
        Of<EnergyEmissionFactor>(EnergyEmissionFactor.UnitSymbols, EnergyEmissionFactor.TryParse),
        Of<MassEmissionFactor>(MassEmissionFactor.UnitSymbols, MassEmissionFactor.TryParse),
        Of<ElectricityEmissionFactor>(ElectricityEmissionFactor.UnitSymbols, ElectricityEmissionFactor.TryParse),
        Of<HeatEmissionFactor>(HeatEmissionFactor.UnitSymbols, HeatEmissionFactor.TryParse),
        Of<Output>(Output.UnitSymbols, Output.TryParse),
        Of<EmissionIntensity>(EmissionIntensity.UnitSymbols, EmissionIntensity.TryParse),
    }.SelectMany(checks => checks).ToLookup(c => c.Key, c => c.Value, StringComparer.Ordinal);

    /// <summary>The units of plain numbers.</summary>
    internal static readonly IReadOnlyList<string> CountedWords = [Ratio, Multiple, Decimals, Months, Days, Samples, Count];

    internal static IEnumerable<string> PlainWords => Plain.Keys;

    internal static bool IsKnown(string unit) => Plain.ContainsKey(unit) || Quantities.Contains(unit);

    /// <summary>Whether the text is a value in the unit; the unit is known.</summary>
    internal static bool Accepts(string text, string unit, out string? reason)
    {
        if (Plain.TryGetValue(unit, out var check))
        {
            return check(text, out reason);
        }

        reason = null;
        foreach (var quantity in Quantities[unit])
        {
            if (quantity(text + " " + unit, out reason))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<KeyValuePair<string, Check>> Of<T>(IEnumerable<string> units, TextParser<T> parser)
    {
        // No price, limit or factor of the law is below zero.
        bool OfQuantity(string text, out string? reason)
        {
            reason = text.Length > 0 && text[0] == '-' ? "zero or more" : null;
            return reason is null && parser(text, out _, out reason);
        }

        return units.Select(u => new KeyValuePair<string, Check>(u, OfQuantity));
    }

    private static bool Within(string text, decimal least, decimal most, string expected, out string? reason)
    {
        var fits = Scalars.TryDecimal(text, out var value, out _) && value >= least && value <= most;
        reason = fits ? null : expected;
        return fits;
    }

    private static bool Whole(string text, int most, out string? reason)
    {
        var fits = Scalars.TryWhole(text, out var value, out _) && value <= most;
        reason = fits ? null : $"a whole number from 0 to {most}";
        return fits;
    }

    private static bool IsWord(string text, out string? reason)
    {
        var fits = text.Length is > 0 and <= 64 && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
        reason = fits ? null : "a word of small letters, digits and hyphens such as nearest";
        return fits;
    }

    private static bool IsStatement(string text, out string? reason)
    {
        reason = text == Yes ? null : $"\"{Yes}\": a statement says that the clause holds; to say that it does not, remove it from the law first";
        return reason is null;
    }

    private static bool IsFraction(string text, out string? reason)
    {
        var parts = text.Split('/');
        var fits = parts.Length <= 2 && parts.All(p => Scalars.TryDecimal(p, out var number, out _) && number > 0m);
        reason = fits ? null : "a fraction such as 44/12, or a number such as 3.664";
        return fits;
    }
}
