using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Json;
using Ccts.Sdk.Quantities;

namespace Ccts.Rules.Vocabulary;

/// <summary>What a quantity measures. Quantities of one dimension can be compared, whatever their units.</summary>
internal sealed class FactDimension
{
    private const string Carbon = "CO2 equivalent";

    // A tonne of goods before a tonne of CO2: "t" alone is a mass, "tCO2e" is not.
    private static readonly IReadOnlyList<FactDimension> All =
    [
        Of<Inr>("money", Inr.TryParse),
        Of<Mass>("mass", Mass.TryParse),
        Of<Co2e>(Carbon, Co2e.TryParse),
        Of<ElectricalEnergy>("electricity", ElectricalEnergy.TryParse),
        Of<Energy>("energy", Energy.TryParse),
        Of<Volume>("volume", Volume.TryParse),
        Of<GasVolume>("gas volume", GasVolume.TryParse),
        Of<EmissionIntensity>("emission intensity", EmissionIntensity.TryParse),
    ];

    private readonly TextParser<decimal> _parser;

    private FactDimension(string name, string canonicalUnit, Type quantity, TextParser<decimal> parser)
    {
        Name = name;
        Quantity = quantity;
        CanonicalUnit = canonicalUnit;
        _parser = parser;
    }

    internal string Name { get; }

    internal string CanonicalUnit { get; }

    /// <summary>The type of the SDK that holds it, e.g. <see cref="Inr"/>.</summary>
    internal Type Quantity { get; }

    /// <summary>The dimension of a unit, or null when no quantity has that unit.</summary>
    internal static FactDimension? Of(string unit) => All.FirstOrDefault(d => d._parser("0 " + unit, out _, out _));

    /// <summary>Reads text such as <c>1500 INR</c> into the canonical unit, exactly.</summary>
    internal bool TryParse(string text, out decimal canonical, out string? reason) => _parser(text, out canonical, out reason);

    private static FactDimension Of<T>(string name, TextParser<T> parser)
        where T : struct, IQuantity
    {
        bool Parse(string text, out decimal canonical, out string? reason)
        {
            var read = parser(text, out var value, out reason);
            canonical = read ? value.CanonicalValue : 0m;
            return read;
        }

        return new FactDimension(name, name == Carbon ? "tCO2e" : default(T).CanonicalUnit, typeof(T), Parse);
    }
}
