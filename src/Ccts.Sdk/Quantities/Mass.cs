using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>A mass of material.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Mass : IOutput, IComparable<Mass>
{
    internal static readonly UnitTable<MassUnit> Units = new(
        "mass",
        (MassUnit.Tonne, "t", 1m),
        (MassUnit.Kilotonne, "kt", 1_000m),
        (MassUnit.Megatonne, "Mt", 1_000_000m),
        (MassUnit.Kilogram, "kg", 0.001m),
        (MassUnit.Gram, "g", 0.000001m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Mass(decimal tonnes) => Tonnes = tonnes;

    /// <summary>The value in tonnes.</summary>
    public decimal Tonnes { get; }

    decimal IQuantity.CanonicalValue => Tonnes;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    OutputBasis IOutput.Basis => OutputBasis.Tonne;

    /// <summary>The value for a number of tonnes.</summary>
    public static Mass FromTonnes(decimal tonnes) => new(tonnes);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in tonnes.</exception>
    public static Mass Of(decimal value, MassUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 t</c>; any unit of <see cref="MassUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Mass Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Mass value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(MassUnit unit) => Units.FromCanonical(Tonnes, unit);

    /// <summary>Text such as <c>12.5 t</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(Tonnes);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(MassUnit unit) => Units.Format(Tonnes, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(Mass other) => Tonnes.CompareTo(other.Tonnes);

    /// <summary>Energy content of a fuel, on the net basis (DPCM Annexure III: activity data = quantity x
    /// NCV).</summary>
    public static Energy operator *(Mass left, NetCalorificValue right) =>
        Energy.FromGigajoules(left.Tonnes * right.GigajoulesPerTonne);

    /// <summary>Emissions of a material.</summary>
    public static Co2e operator *(Mass left, MassEmissionFactor right) =>
        Co2e.FromTonnes(left.Tonnes * right.TonnesPerTonne);

    /// <summary>Sum.</summary>
    public static Mass operator +(Mass left, Mass right) => new(left.Tonnes + right.Tonnes);

    /// <summary>Difference.</summary>
    public static Mass operator -(Mass left, Mass right) => new(left.Tonnes - right.Tonnes);

    /// <summary>The negated value.</summary>
    public static Mass operator -(Mass value) => new(-value.Tonnes);

    /// <summary>The product with a number.</summary>
    public static Mass operator *(Mass value, decimal factor) => new(value.Tonnes * factor);

    /// <summary>The product with a number.</summary>
    public static Mass operator *(decimal factor, Mass value) => new(factor * value.Tonnes);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(Mass left, Mass right) => left.Tonnes / right.Tonnes;

    /// <summary>Less.</summary>
    public static bool operator <(Mass left, Mass right) => left.Tonnes < right.Tonnes;

    /// <summary>Greater.</summary>
    public static bool operator >(Mass left, Mass right) => left.Tonnes > right.Tonnes;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Mass left, Mass right) => left.Tonnes <= right.Tonnes;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Mass left, Mass right) => left.Tonnes >= right.Tonnes;
}
