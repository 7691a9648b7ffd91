using System;
using System.Numerics;
using Ccts.Sdk.Quantities;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Quantities;

public sealed class ExactDecimalTests
{
    private static readonly Gen<int> Word = Gen.OneOf(Gen.Choose(int.MinValue, int.MaxValue), Gen.Choose(0, 9), Gen.Constant(0));

    private static readonly Gen<decimal> Any =
        from bits in Word.ArrayOf(3)
        from scale in Gen.Choose(0, 28)
        from negative in Gen.Elements(true, false)
        select new decimal(bits[0], bits[1], bits[2], negative, (byte)scale);

    /// <summary>Accepted products are the exact ones; a refused product is one that the runtime rounds or overflows.</summary>
    [Fact]
    public void A_product_is_exact_or_refused() =>
        Prop.ForAll(Any.ToArbitrary(), Any.ToArbitrary(), (left, right) =>
        {
            if (ExactDecimal.TryMultiply(left, right, out var product))
            {
                Assert.True(IsExact(left, right, product));
            }
            else if (TryRuntime(left, right, out var rounded))
            {
                Assert.False(IsExact(left, right, rounded));
            }
        }).Holds(5000);

    [Fact]
    public void Trailing_zeros_do_not_cost_exactness()
    {
        Assert.True(ExactDecimal.TryMultiply(1.0000000000000000000000000000m, 0.000001m, out var product));
        Assert.Equal(0.000001m, product);
    }

    [Fact]
    public void The_largest_decimal_is_kept_by_one() =>
        Assert.True(ExactDecimal.TryMultiply(decimal.MaxValue, 1.0m, out var product) && product == decimal.MaxValue);

    // left x right = product, in integers: each side brought to the scale 56 that two decimals can reach.
    private static bool IsExact(decimal left, decimal right, decimal product)
    {
        var (a, scaleA) = Split(left);
        var (b, scaleB) = Split(right);
        var (p, scaleP) = Split(product);
        return a * b * BigInteger.Pow(10, 56 - scaleA - scaleB) == p * BigInteger.Pow(10, 56 - scaleP);
    }

    private static (BigInteger Mantissa, int Scale) Split(decimal value)
    {
        var bits = decimal.GetBits(value);
        return (new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0m, 0)), (bits[3] >> 16) & 0xFF);
    }

    private static bool TryRuntime(decimal left, decimal right, out decimal product)
    {
        try
        {
            product = left * right;
            return true;
        }
        catch (OverflowException)
        {
            product = 0m;
            return false;
        }
    }
}
