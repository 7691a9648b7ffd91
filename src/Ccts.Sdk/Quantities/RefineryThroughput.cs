using System;
using System.Diagnostics.CodeAnalysis;

namespace Ccts.Sdk.Quantities;

/// <summary>A refinery's output: MBBLS weighted by the refinery's NRGF, in the unit the gazette prints as
/// <c>MBBLS/NRGF</c>.</summary>
/// <remarks><para>The schedules compute baseline emissions as output x NRGF x intensity, so the unit multiplies MBBLS by NRGF,
/// although intensity is printed as <c>tCO2e/MBBLS/NRGF</c>.</para>
/// <inheritdoc cref="IQuantity" path="/remarks/node()"/></remarks>
public readonly record struct RefineryThroughput : IOutput, IComparable<RefineryThroughput>
{
    internal static readonly UnitTable<OutputBasis> Units = new(
        "refinery throughput",
        (OutputBasis.RefineryBarrel, "MBBLS/NRGF", 1m));

    private RefineryThroughput(decimal mbblsNrgf) => MbblsNrgf = mbblsNrgf;

    /// <summary>The value in MBBLS/NRGF.</summary>
    public decimal MbblsNrgf { get; }

    decimal IQuantity.CanonicalValue => MbblsNrgf;

    string IQuantity.CanonicalUnit => Units.CanonicalSymbol;

    OutputBasis IOutput.Basis => OutputBasis.RefineryBarrel;

    /// <summary>The value for a number of MBBLS/NRGF.</summary>
    public static RefineryThroughput FromMbblsNrgf(decimal mbblsNrgf) => new(mbblsNrgf);

    /// <summary>Reads text such as <c>12.5 MBBLS/NRGF</c>.</summary>
    /// <exception cref="FormatException">The text is not such a value, or it cannot be held exactly.</exception>
    public static RefineryThroughput Parse(string text) => new(Units.Parse(text));

    /// <summary>Reads text as <see cref="Parse"/> does; false, zero and the reason when it cannot.</summary>
    public static bool TryParse(string? text, out RefineryThroughput value, [NotNullWhen(false)] out string? reason)
    {
        var read = Units.TryParse(text, out var canonical, out reason);
        value = new(canonical);
        return read;
    }

    /// <summary>Text such as <c>12.5 MBBLS/NRGF</c>, exact, which <see cref="Parse"/> reads back.</summary>
    public override string ToString() => Units.Format(MbblsNrgf);

    /// <summary>Numeric order.</summary>
    public int CompareTo(RefineryThroughput other) => MbblsNrgf.CompareTo(other.MbblsNrgf);

    /// <summary>Throughput of the output in MBBLS and the NRGF of a gazette row: their product.</summary>
    public static RefineryThroughput Of(decimal mbbls, decimal nrgf) => new(mbbls * nrgf);

    /// <summary>Sum.</summary>
    public static RefineryThroughput operator +(RefineryThroughput left, RefineryThroughput right) =>
        new(left.MbblsNrgf + right.MbblsNrgf);

    /// <summary>Difference.</summary>
    public static RefineryThroughput operator -(RefineryThroughput left, RefineryThroughput right) =>
        new(left.MbblsNrgf - right.MbblsNrgf);

    /// <summary>The negated value.</summary>
    public static RefineryThroughput operator -(RefineryThroughput value) => new(-value.MbblsNrgf);

    /// <summary>The product with a number.</summary>
    public static RefineryThroughput operator *(RefineryThroughput value, decimal factor) =>
        new(value.MbblsNrgf * factor);

    /// <summary>The product with a number.</summary>
    public static RefineryThroughput operator *(decimal factor, RefineryThroughput value) =>
        new(factor * value.MbblsNrgf);

    /// <summary>Ratio, rounded to 28 digits; a zero divisor is a <see cref="DivideByZeroException"/>.</summary>
    public static decimal operator /(RefineryThroughput left, RefineryThroughput right) =>
        left.MbblsNrgf / right.MbblsNrgf;

    /// <summary>Less.</summary>
    public static bool operator <(RefineryThroughput left, RefineryThroughput right) =>
        left.MbblsNrgf < right.MbblsNrgf;

    /// <summary>Greater.</summary>
    public static bool operator >(RefineryThroughput left, RefineryThroughput right) =>
        left.MbblsNrgf > right.MbblsNrgf;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(RefineryThroughput left, RefineryThroughput right) =>
        left.MbblsNrgf <= right.MbblsNrgf;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(RefineryThroughput left, RefineryThroughput right) =>
        left.MbblsNrgf >= right.MbblsNrgf;
}
