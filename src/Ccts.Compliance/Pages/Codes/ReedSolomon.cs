namespace Ccts.Compliance.Pages.Codes;

/// <summary>Codewords of correction over GF(2^8) with the polynomial 0x11D, as QR codes take them.</summary>
internal static class ReedSolomon
{
    internal static byte[] Remainder(byte[] data, int degree)
    {
        var divisor = Divisor(degree);
        var remainder = new byte[degree];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ remainder[0]);
            System.Array.Copy(remainder, 1, remainder, 0, degree - 1);
            remainder[degree - 1] = 0;
            for (var i = 0; i < degree; i++)
            {
                remainder[i] ^= Multiply(divisor[i], factor);
            }
        }

        return remainder;
    }

    // (x - 1)(x - 2)(x - 4)…: the coefficients after the leading one.
    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[degree - 1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = (byte)(Multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return result;
    }

    private static byte Multiply(byte x, byte y)
    {
        var z = 0;
        for (var i = 7; i >= 0; i--)
        {
            z = (z << 1) ^ ((z >> 7) * 0x11D);
            z ^= ((y >> i) & 1) * x;
        }

        return (byte)z;
    }
}
