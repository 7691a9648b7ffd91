using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>An amount of Indian rupees.</summary>
/// <remarks><inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct Inr : IQuantity, IComparable<Inr>
{
    internal static readonly UnitTable<InrUnit> Units = new(
        "money",
        (InrUnit.Rupee, "INR", 1m),
        (InrUnit.Lakh, "lakh", 100_000m),
        (InrUnit.Crore, "crore", 10_000_000m));

    /// <summary>Every unit that is read, as it is written; the first is the canonical one.</summary>
    public static IReadOnlyList<string> UnitSymbols { get; } = [.. Units.SymbolTexts];

    private Inr(decimal rupees) => Rupees = rupees;

    /// <summary>The value in rupees.</summary>
    public decimal Rupees { get; }

    decimal IQuantity.CanonicalValue => Rupees;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    /// <summary>The value for a number of rupees.</summary>
    public static Inr FromRupees(decimal rupees) => new(rupees);

    /// <summary>A value in the unit given, converted exactly.</summary>
    /// <exception cref="OverflowException">The value cannot be held exactly in rupees.</exception>
    public static Inr Of(decimal value, InrUnit unit) => new(Units.ToCanonical(value, unit));

    /// <summary>Reads text such as <c>12.5 INR</c>; any unit of <see cref="InrUnit"/> is accepted.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static Inr Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out Inr value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>The value in the unit given; rounded to 28 digits when the division does not terminate.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public decimal In(InrUnit unit) => Units.FromCanonical(Rupees, unit);

    /// <summary>Text such as <c>12.5 INR</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(Rupees);

    /// <summary>Text in the unit given, rounded as <see cref="In"/> is.</summary>
    /// <exception cref="OverflowException">The value is too large in that unit.</exception>
    public string ToString(InrUnit unit) => Units.Format(Rupees, unit);

    /// <summary>Numeric order.</summary>
    public int CompareTo(Inr other) => Rupees.CompareTo(other.Rupees);

    /// <summary>Sum.</summary>
    public static Inr operator +(Inr left, Inr right) => new(left.Rupees + right.Rupees);

    /// <summary>Difference.</summary>
    public static Inr operator -(Inr left, Inr right) => new(left.Rupees - right.Rupees);

    /// <summary>The negated value.</summary>
    public static Inr operator -(Inr value) => new(-value.Rupees);

    /// <summary>The product with a number.</summary>
    public static Inr operator *(Inr value, decimal factor) => new(value.Rupees * factor);

    /// <summary>The product with a number.</summary>
    public static Inr operator *(decimal factor, Inr value) => new(factor * value.Rupees);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(Inr left, Inr right) => left.Rupees / right.Rupees;

    /// <summary>Less.</summary>
    public static bool operator <(Inr left, Inr right) => left.Rupees < right.Rupees;

    /// <summary>Greater.</summary>
    public static bool operator >(Inr left, Inr right) => left.Rupees > right.Rupees;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Inr left, Inr right) => left.Rupees <= right.Rupees;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Inr left, Inr right) => left.Rupees >= right.Rupees;
}
