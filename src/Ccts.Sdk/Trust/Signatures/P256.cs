using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Security.Cryptography;

namespace Ccts.Sdk.Trust.Signatures;

/// <summary>The form of a signature, before it is checked with a key.</summary>
internal enum SignatureForm
{
    /// <summary>64 bytes, r and s within the order, s in its lower half.</summary>
    Strict,

    /// <summary>Not 64 bytes, or a number outside 1 to n - 1.</summary>
    Malformed,

    /// <summary>s is in the upper half: the second form of a signature, which anybody can make without the key.</summary>
    Malleable,
}

/// <summary>The curve P-256 (FIPS 186, secp256r1) for the form of keys and signatures only; the platform does the cryptography.</summary>
public static class P256
{
    /// <summary>The name of the algorithm in signatures.</summary>
    public const string Algorithm = "ecdsa-p256-sha256";
    internal const int SignatureLength = 64;
    internal const int PointLength = 65;
    private const int CoordinateLength = 32;

    private static readonly BigInteger Prime = Number("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
    private static readonly BigInteger B = Number("5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B");
    private static readonly BigInteger Order = Number("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    internal static SignatureForm FormOf(byte[] signature)
    {
        if (signature.Length != SignatureLength)
        {
            return SignatureForm.Malformed;
        }

        var (r, s) = (Number(signature, 0), Number(signature, CoordinateLength));
        if (r.IsZero || s.IsZero || r >= Order || s >= Order)
        {
            return SignatureForm.Malformed;
        }

        return s > Order / 2 ? SignatureForm.Malleable : SignatureForm.Strict;
    }

    /// <summary>The one of the two equivalent signatures that is accepted.</summary>
    /// <exception cref="CryptographicException">The key did not return a signature.</exception>
    public static byte[] Normalise(byte[] signature)
    {
        Require.NotNull(signature);
        var form = FormOf(signature);
        if (form == SignatureForm.Malformed)
        {
            throw new CryptographicException("The signing key gave no P-256 signature of 64 bytes in the form of IEEE P1363.");
        }

        return form == SignatureForm.Strict ? signature : Twin(signature);
    }

    /// <summary>The other signature that the same key, message and r make: n - s in place of s.</summary>
    internal static byte[] Twin(byte[] signature) => [.. signature.Take(CoordinateLength), .. Bytes(Order - Number(signature, CoordinateLength))];

    internal static bool IsOnCurve(byte[] point)
    {
        if (point.Length != PointLength || point[0] != 4)
        {
            return false;
        }

        var (x, y) = (Number(point, 1), Number(point, 1 + CoordinateLength));
        return x < Prime && y < Prime && ((y * y) - (x * x * x) + (3 * x) - B) % Prime == 0;
    }

    internal static ECParameters Parameters(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = Part(point, 1), Y = Part(point, 1 + CoordinateLength) },
    };

    private static byte[] Part(byte[] bytes, int start) => bytes.Skip(start).Take(CoordinateLength).ToArray();

    // BigInteger is little-endian, and a last zero byte says that it is not negative.
    private static BigInteger Number(byte[] bytes, int start) => new([.. Enumerable.Reverse(Part(bytes, start)), 0]);

    private static BigInteger Number(string hex) => BigInteger.Parse("0" + hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static byte[] Bytes(BigInteger number)
    {
        var little = number.ToByteArray();
        var big = new byte[CoordinateLength];
        for (var i = 0; i < Math.Min(little.Length, CoordinateLength); i++)
        {
            big[CoordinateLength - 1 - i] = little[i];
        }

        return big;
    }
}
