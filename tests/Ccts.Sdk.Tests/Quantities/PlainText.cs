using System.Globalization;
using System.Numerics;

namespace Ccts.Sdk.Tests.Quantities;

/// <summary>Plain decimal text, written from the bits by another road than the product's.</summary>
internal static class PlainText
{
    internal static string Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = (bits[3] >> 16) & 0xFF;
        var mantissa = unchecked(new BigInteger((uint)bits[0])
            + (new BigInteger((uint)bits[1]) << 32)
            + (new BigInteger((uint)bits[2]) << 64));
        while (scale > 0 && (mantissa % 10).IsZero)
        {
            mantissa /= 10;
            scale--;
        }

        var digits = mantissa.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? digits : digits[..^scale] + "." + digits[^scale..];
        return bits[3] < 0 && !mantissa.IsZero ? "-" + text : text;
    }
}
