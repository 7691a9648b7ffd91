using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Rules.Vocabulary;

/// <summary>What a quantity measures. Quantities of one dimension can be compared, whatever their units.</summary>
public sealed class FactDimension
{
    private const string Carbon = "CO2 equivalent";

    // Mass comes before CO2e: "t" alone is a mass, "tCO2e" is not.
    private static readonly Dictionary<string, FactDimension> ByUnit = new[]
    {
        Of<Inr>("money", Inr.UnitSymbols, Inr.TryParse),
        Of<Mass>("mass", Mass.UnitSymbols, Mass.TryParse),
        Of<Co2e>(Carbon, Co2e.UnitSymbols, Co2e.TryParse),
        Of<ElectricalEnergy>("electricity", ElectricalEnergy.UnitSymbols, ElectricalEnergy.TryParse),
        Of<Energy>("energy", Energy.UnitSymbols, Energy.TryParse),
        Of<Volume>("volume", Volume.UnitSymbols, Volume.TryParse),
        Of<GasVolume>("gas volume", GasVolume.UnitSymbols, GasVolume.TryParse),
        Of<EmissionIntensity>("emission intensity", EmissionIntensity.UnitSymbols, EmissionIntensity.TryParse),
    }.SelectMany(d => d).GroupBy(d => d.Key, d => d.Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    private readonly TextParser<decimal> _parser;

    private FactDimension(string name, string canonicalUnit, Type quantity, TextParser<decimal> parser)
    {
        Name = name;
        Quantity = quantity;
        CanonicalUnit = canonicalUnit;
        _parser = parser;
    }

    internal string Name { get; }

    /// <summary>The unit in which amounts are held.</summary>
    public string CanonicalUnit { get; }

    /// <summary>The SDK's type for it, e.g. <see cref="Inr"/>.</summary>
    internal Type Quantity { get; }

    /// <summary>The dimension of a unit, or null if no quantity has that unit.</summary>
    internal static FactDimension? Of(string unit) => ByUnit.TryGetValue(unit, out var dimension) ? dimension : null;

    /// <summary>Reads text such as <c>1500 INR</c> into the canonical unit, exactly.</summary>
    internal bool TryParse(string text, out decimal canonical, out string? reason) => _parser(text, out canonical, out reason);

    private static IEnumerable<KeyValuePair<string, FactDimension>> Of<T>(string name, IEnumerable<string> units, TextParser<T> parser)
        where T : struct, IQuantity
    {
        bool Parse(string text, out decimal canonical, out string? reason)
        {
            var read = parser(text, out var value, out reason);
            canonical = read ? value.CanonicalValue : 0m;
            return read;
        }

        var dimension = new FactDimension(name, name == Carbon ? "tCO2e" : default(T).CanonicalUnit, typeof(T), Parse);
        return units.Select(u => new KeyValuePair<string, FactDimension>(u, dimension));
    }
}
