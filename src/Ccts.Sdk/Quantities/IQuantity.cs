namespace Ccts.Sdk.Quantities;

/// <summary>What every quantity has: its value and its canonical unit.</summary>
/// <remarks>
/// <para>Every quantity is an immutable, thread-safe value over <see cref="decimal"/> in one canonical unit. Negative values
/// are allowed; the rule that reads a value decides whether they make sense.</para>
/// <para>Equality and ordering are numeric: trailing zeros do not matter, <c>1.0 t</c> equals <c>1 t</c> and <c>0.001 kt</c>.
/// <c>default</c> is a valid zero of the canonical unit.</para>
/// <para>Units are converted into the canonical unit exactly or refused with <see cref="System.OverflowException"/>.
/// Sums, differences and products are exact while the result has at most 28 significant digits and 28 decimals; beyond
/// that they are rounded at the last digit that <see cref="decimal"/> holds. Quotients are rounded to 28 digits when they
/// do not terminate. A result too large to hold is an <see cref="System.OverflowException"/>, never a wrap.</para>
/// <para>Text is an optional sign, ASCII digits, an optional fraction, one space and a unit, such as <c>12500 t</c>: no
/// thousands separators, no exponents, the same under every culture.</para>
/// </remarks>
public interface IQuantity
{
    /// <summary>The value in <see cref="CanonicalUnit"/>.</summary>
    decimal CanonicalValue { get; }

    /// <summary>The canonical unit as it is written in text, e.g. <c>t</c> or <c>tCO2/TJ</c>.</summary>
    string CanonicalUnit { get; }
}
