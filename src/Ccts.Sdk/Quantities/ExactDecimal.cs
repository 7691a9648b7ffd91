using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ccts.Sdk.Quantities;

/// <summary>Decimal multiplication that says when it would have to round.</summary>
public static class ExactDecimal
{
    private const int MaxScale = 28;
    private static readonly BigInteger MaxMantissa = (BigInteger.One << 96) - 1;

    /// <summary>Digits after the decimal point in the stored value, trailing zeros included.</summary>
    public static int Scale(decimal value) => Parts.Of(value).Scale;

    /// <summary>The product if a decimal can hold it exactly; false if it would be rounded or overflow.</summary>
    public static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        if (right == 1m)
        {
            product = left;
            return true;
        }

        var a = Parts.Of(left);
        var b = Parts.Of(right);

        // 64 bits by 32 bits fits the 96 bits of a decimal, so nothing can be lost.
        if ((a.High | b.High | b.Middle) == 0 && a.Scale + b.Scale <= MaxScale)
        {
            product = left * right;
            return true;
        }

        var mantissa = a.Mantissa * b.Mantissa;
        var scale = a.Scale + b.Scale;
        while (scale > 0 && (mantissa % 10).IsZero)
        {
            mantissa /= 10;
            scale--;
        }

        var fits = scale <= MaxScale && mantissa <= MaxMantissa;
        product = fits ? Parts.Of((decimal)mantissa).WithScale(scale, a.IsNegative != b.IsNegative) : 0m;
        return fits;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Parts(int Low, int Middle, int High, int Flags)
    {
        public int Scale => (Flags >> 16) & 0xFF;

        internal bool IsNegative => Flags < 0;

        internal BigInteger Mantissa => new(WithScale(0, isNegative: false));

        internal static Parts Of(decimal value)
        {
#if NET
            Span<int> bits = stackalloc int[4];
            decimal.GetBits(value, bits);
#else
            var bits = decimal.GetBits(value);
#endif
            return new Parts(bits[0], bits[1], bits[2], bits[3]);
        }

        internal decimal WithScale(int scale, bool isNegative) => new(Low, Middle, High, isNegative, (byte)scale);
    }
}
