using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 equivalent per unit of output (GEI Target Rules 2025, r.2(c)), typed by what the output
/// is.</summary>
/// <typeparam name="TOutput"><see cref="Mass"/>, <see cref="ElectricalEnergy"/> or <see cref="RefineryThroughput"/>.</typeparam>
/// <remarks><para>Data whose basis is known only at run time is <see cref="EmissionIntensity"/>.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct EmissionIntensity<TOutput> : IQuantity, IComparable<EmissionIntensity<TOutput>>
    where TOutput : struct, IOutput
{
    private EmissionIntensity(decimal tonnesPerUnit) => TonnesPerUnit = tonnesPerUnit;

    /// <summary>Tonnes of CO2 equivalent per canonical unit of the output.</summary>
    public decimal TonnesPerUnit { get; }

    decimal IQuantity.CanonicalValue => TonnesPerUnit;

    string IQuantity.CanonicalUnit => EmissionIntensity.UnitOf(Basis);

    private static OutputBasis Basis => default(TOutput).Basis;

    /// <summary>The value for a number of tonnes of CO2 equivalent per canonical unit of the output.</summary>
    public static EmissionIntensity<TOutput> Of(decimal tonnesPerUnit) => new(tonnesPerUnit);

    /// <summary>Reads text such as <c>0.8086 tCO2e/t</c>, in the unit of the output.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static EmissionIntensity<TOutput> Parse(string text) =>
        TryParse(Require.NotNull(text), out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(
        string? text, out EmissionIntensity<TOutput> value, [NotNullWhen(false)] out string? reason)
    {
        value = default;
        if (!EmissionIntensity.TryParse(text, out var tagged, out reason))
        {
            return false;
        }

        if (tagged.Basis != Basis)
        {
            var expected = EmissionIntensity.UnitOf(Basis);
            reason = $"{QuantityText.Quote(tagged.ToString())} is on another output basis; expected the unit {expected}.";
            return false;
        }

        value = new(tagged.TonnesPerUnit);
        return true;
    }

    /// <summary>The same intensity with its basis as data.</summary>
    public EmissionIntensity ToTagged() => EmissionIntensity.Of(TonnesPerUnit, Basis);

    /// <summary>Text such as <c>0.8086 tCO2e/t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => ToTagged().ToString();

    /// <summary>Numeric order.</summary>
    public int CompareTo(EmissionIntensity<TOutput> other) => TonnesPerUnit.CompareTo(other.TonnesPerUnit);

    /// <summary>Emissions of so much output at this intensity.</summary>
    public static Co2e operator *(EmissionIntensity<TOutput> left, TOutput right) =>
        Co2e.FromTonnes(left.TonnesPerUnit * right.CanonicalValue);

    /// <summary>Sum.</summary>
    public static EmissionIntensity<TOutput> operator +(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        new(left.TonnesPerUnit + right.TonnesPerUnit);

    /// <summary>Difference.</summary>
    public static EmissionIntensity<TOutput> operator -(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        new(left.TonnesPerUnit - right.TonnesPerUnit);

    /// <summary>The negated value.</summary>
    public static EmissionIntensity<TOutput> operator -(EmissionIntensity<TOutput> value) => new(-value.TonnesPerUnit);

    /// <summary>The product with a number.</summary>
    public static EmissionIntensity<TOutput> operator *(EmissionIntensity<TOutput> value, decimal factor) =>
        new(value.TonnesPerUnit * factor);

    /// <summary>The product with a number.</summary>
    public static EmissionIntensity<TOutput> operator *(decimal factor, EmissionIntensity<TOutput> value) =>
        new(factor * value.TonnesPerUnit);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        left.TonnesPerUnit / right.TonnesPerUnit;

    /// <summary>Less.</summary>
    public static bool operator <(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        left.TonnesPerUnit < right.TonnesPerUnit;

    /// <summary>Greater.</summary>
    public static bool operator >(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        left.TonnesPerUnit > right.TonnesPerUnit;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        left.TonnesPerUnit <= right.TonnesPerUnit;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(EmissionIntensity<TOutput> left, EmissionIntensity<TOutput> right) =>
        left.TonnesPerUnit >= right.TonnesPerUnit;
}
