using System;
using System.Globalization;
using System.Numerics;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Blocks;

/// <summary>128-bit numbers against BigInteger, at random and at the edges of 64 and 128 bits.</summary>
public class BlockNumberTests
{
    private static readonly BigInteger s_max = (BigInteger.One << 128) - 1;

    public static TheoryData<string> Edges => new(
        "0", "1", "9", "10", "9999999999999999999", "10000000000000000000",
        "18446744073709551614", "18446744073709551615", "18446744073709551616", "18446744073709551617",
        "643002406801000010000000099260", "79228162514264337593543950335", "79228162514264337593543950336",
        "340282366920938463463374607431768211454", "340282366920938463463374607431768211455");

    [Theory]
    [MemberData(nameof(Edges))]
    public void Digits_round_trip(string digits)
    {
        Assert.Equal(digits, BlockNumber.Parse(digits).ToString());
        Assert.Equal(digits, BlockNumber.Parse("000" + digits).ToString());
        Assert.Equal(BigInteger.Parse(digits, CultureInfo.InvariantCulture), Big(BlockNumber.Parse(digits)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1,000")]
    [InlineData("1O")]
    [InlineData("٣")]
    [InlineData("12345678901234567890x")]
    [InlineData("340282366920938463463374607431768211456")]
    [InlineData("999999999999999999999999999999999999999")]
    [InlineData("3402823669209384634633746074317682114550")]
    public void Anything_else_is_refused(string text)
    {
        Assert.False(BlockNumber.TryParse(text, out var number));
        Assert.Equal(BlockNumber.Zero, number);
        Assert.Throws<FormatException>(() => BlockNumber.Parse(text));
    }

    [Fact]
    public void Default_is_zero() => Assert.Equal("0", default(BlockNumber).ToString());

    [Fact]
    public void A_short_destination_is_refused_and_an_exact_one_filled()
    {
        var number = BlockNumber.Parse("18446744073709551616");
        Assert.False(number.TryFormat(new char[19], out var none));
        Assert.Equal(0, none);
        var exact = new char[20];
        Assert.True(number.TryFormat(exact, out var written));
        Assert.Equal("18446744073709551616", new string(exact, 0, written));
    }

    [Fact]
    public void Arithmetic_agrees_with_big_integers() =>
        Prop.ForAll(Numbers.ToArbitrary(), Numbers.ToArbitrary(), (left, right) =>
        {
            var (a, b) = (Big(left), Big(right));
            Assert.Equal(a + b <= s_max, BlockNumber.TryAdd(left, right, out var sum));
            Assert.Equal(a + b <= s_max ? a + b : 0, Big(sum));
            Assert.Equal(a >= b, BlockNumber.TrySubtract(left, right, out var difference));
            Assert.Equal(a >= b ? a - b : 0, Big(difference));
            Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign(left.CompareTo(right)));
            Assert.Equal((a < b, a <= b, a > b, a >= b, a == b), (left < right, left <= right, left > right, left >= right, left == right));
            Assert.Equal(Big(BlockNumber.Min(left, right)), BigInteger.Min(a, b));
            Assert.Equal(Big(BlockNumber.Max(left, right)), BigInteger.Max(a, b));
            Assert.Equal(left, BlockNumber.Parse(left.ToString()));
        }).Holds();

    [Fact]
    public void Beyond_the_ends_throws_and_never_wraps()
    {
        Assert.Throws<OverflowException>(() => BlockNumber.MaxValue + BlockNumber.One);
        Assert.Throws<OverflowException>(() => BlockNumber.Zero - BlockNumber.One);
        Assert.Throws<OverflowException>(() => new BlockNumber(1, 0).ToUInt64());
    }

    [Fact]
    public void A_decimal_holds_up_to_96_bits()
    {
        Assert.Equal(decimal.MaxValue, BlockNumber.Parse("79228162514264337593543950335").ToDecimal());
        Assert.Equal(18446744073709551616m, new BlockNumber(1, 0).ToDecimal());
        Assert.Throws<OverflowException>(() => BlockNumber.Parse("79228162514264337593543950336").ToDecimal());
    }

    /// <summary>Small numbers, 64-bit numbers, 128-bit numbers, and neighbours of the edges.</summary>
    internal static Gen<BlockNumber> Numbers { get; } =
        from shape in Gen.Choose(0, 4)
        from high in ArbMap.Default.GeneratorFor<ulong>()
        from low in ArbMap.Default.GeneratorFor<ulong>()
        from near in Gen.Choose(0, 3)
        select shape switch
        {
            0 => new BlockNumber(0, low % 100),
            1 => new BlockNumber(0, low),
            2 => new BlockNumber(high, low),
            3 => new BlockNumber(0, ulong.MaxValue) - (ulong)near,
            _ => BlockNumber.MaxValue - (ulong)near,
        };

    private static BigInteger Big(BlockNumber number) => (new BigInteger(number.High) << 64) | number.Low;
}
