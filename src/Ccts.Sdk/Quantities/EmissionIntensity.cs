using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>Tonnes of CO2 equivalent per unit of output, with the basis of the output as data.</summary>
/// <remarks><para>For files and tables, where the basis is known only at run time. Mixing bases throws
/// <see cref="UnitMismatchException"/>, ordering included; values on different bases are never equal.
/// <c>default</c> is zero per tonne. Code that knows the basis takes <see cref="EmissionIntensity{TOutput}"/>.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct EmissionIntensity : IQuantity, IComparable<EmissionIntensity>
{
    internal static readonly UnitTable<OutputBasis> Units = new(
        "emission intensity",
        (OutputBasis.Tonne, "tCO2e/t", 1m),
        (OutputBasis.MegawattHour, "tCO2e/MWh", 1m),
        (OutputBasis.RefineryBarrel, "tCO2e/MBBLS/NRGF", 1m));

    private const string Prefix = "tCO2e/";

    /// <summary>The units per an output that the core knows, as they are written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    /// <summary>The unit of output that a unit of intensity divides by, e.g. tonnes for <c>tCO2e/t</c>; false if the text is not a unit of intensity.</summary>
    public static bool TryReadUnit(string symbol, out OutputBasis basis)
    {
        basis = default;
        return Require.NotNull(symbol).StartsWith(Prefix, StringComparison.Ordinal) && OutputBasis.TryParse(symbol.Substring(Prefix.Length), out basis, out _);
    }

    private EmissionIntensity(decimal tonnesPerUnit, OutputBasis basis)
    {
        TonnesPerUnit = tonnesPerUnit;
        Basis = basis;
    }

    /// <summary>Tonnes of CO2 equivalent per canonical unit of the output.</summary>
    public decimal TonnesPerUnit { get; }

    /// <summary>What the output is counted in.</summary>
    public OutputBasis Basis { get; }

    decimal IQuantity.CanonicalValue => TonnesPerUnit;

    string IQuantity.CanonicalUnit => UnitOf(Basis);

    /// <summary>The unit of intensities per an output, e.g. <c>tCO2e/t</c>.</summary>
    public static string UnitOf(OutputBasis basis) => Prefix + basis;

    /// <summary>The value for a number of tonnes of CO2 equivalent per unit of output on the basis given.</summary>
    public static EmissionIntensity Of(decimal tonnesPerUnit, OutputBasis basis) => new(tonnesPerUnit, basis);

    /// <summary>Reads text such as <c>0.8086 tCO2e/t</c>, per <c>tCO2e/MWh</c>, <c>tCO2e/MBBLS/NRGF</c> or another output such as <c>tCO2e/m</c>.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static EmissionIntensity Parse(string text) =>
        TryParse(Require.NotNull(text), out var value, out var reason) ? value : throw new FormatException(reason);

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out EmissionIntensity value, [NotNullWhen(false)] out string? reason)
    {
        if (!OutputBasis.TryReadAmount(text, Prefix, out var tonnesPerUnit, out var basis, out reason) && (reason is not null || !Units.TryParse(text, out tonnesPerUnit, out basis, out reason)))
        {
            value = default;
            return false;
        }

        value = new(tonnesPerUnit, basis);
        reason = null;
        return true;
    }

    /// <summary>The same intensity typed by its output.</summary>
    /// <exception cref="UnitMismatchException">The basis is not that of the output.</exception>
    public EmissionIntensity<TOutput> ToTyped<TOutput>()
        where TOutput : struct, IOutput => EmissionIntensity<TOutput>.Of(On(default(TOutput).Basis));

    /// <summary>Text such as <c>0.8086 tCO2e/t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => QuantityText.Format(TonnesPerUnit) + " " + UnitOf(Basis);

    /// <summary>Numeric order.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public int CompareTo(EmissionIntensity other) => TonnesPerUnit.CompareTo(other.On(Basis));

    /// <summary>Emissions of so much output at this intensity.</summary>
    /// <exception cref="UnitMismatchException">The output is on another basis.</exception>
    public static Co2e operator *(EmissionIntensity left, Output right)
    {
        UnitMismatchException.ThrowUnlessSame(left.Basis, right.Basis);
        return Co2e.FromTonnes(left.TonnesPerUnit * right.Value);
    }

    /// <summary>Sum.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static EmissionIntensity operator +(EmissionIntensity left, EmissionIntensity right) =>
        new(left.TonnesPerUnit + right.On(left.Basis), left.Basis);

    /// <summary>Difference.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static EmissionIntensity operator -(EmissionIntensity left, EmissionIntensity right) =>
        new(left.TonnesPerUnit - right.On(left.Basis), left.Basis);

    /// <summary>The negated value.</summary>
    public static EmissionIntensity operator -(EmissionIntensity value) => new(-value.TonnesPerUnit, value.Basis);

    /// <summary>The product with a number.</summary>
    public static EmissionIntensity operator *(EmissionIntensity value, decimal factor) =>
        new(value.TonnesPerUnit * factor, value.Basis);

    /// <summary>The product with a number.</summary>
    public static EmissionIntensity operator *(decimal factor, EmissionIntensity value) =>
        new(factor * value.TonnesPerUnit, value.Basis);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static decimal operator /(EmissionIntensity left, EmissionIntensity right) =>
        left.TonnesPerUnit / right.On(left.Basis);

    /// <summary>Less.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator <(EmissionIntensity left, EmissionIntensity right) => left.CompareTo(right) < 0;

    /// <summary>Greater.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator >(EmissionIntensity left, EmissionIntensity right) => left.CompareTo(right) > 0;

    /// <summary>Less or equal.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator <=(EmissionIntensity left, EmissionIntensity right) => left.CompareTo(right) <= 0;

    /// <summary>Greater or equal.</summary>
    /// <exception cref="UnitMismatchException">The bases differ.</exception>
    public static bool operator >=(EmissionIntensity left, EmissionIntensity right) => left.CompareTo(right) >= 0;

    private decimal On(OutputBasis expected)
    {
        UnitMismatchException.ThrowUnlessSame(expected, Basis);
        return TonnesPerUnit;
    }
}
