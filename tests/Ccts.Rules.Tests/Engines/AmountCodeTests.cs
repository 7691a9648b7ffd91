using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Decisions.Requests;

namespace Ccts.Rules.Tests.Engines;

/// <summary>A code is even where it is the amount, odd where something is left over, and never as large as the limit, however the amount is written.</summary>
public sealed class AmountCodeTests
{
    private static readonly decimal[] Amounts =
    [
        0m, 1m, 0.5m, 0.001m, 0.0005m, 0.0015m, 2.999999999999m, 1500.25m, 1500.2501m, 72057593.999999999m, 72057594m, 72057594.037927935m, 72057594.037927936m, 72057595m,
        72057594037926.9999m, 72057594037927m, 72057594037927.0001m, 72057594037927.935m, 72057594037927.936m, 72057594037928m, 999999999999999.999999999999m,

        // Digits that fill 63, 64 and 65 bits, some with almost nothing in the lower ones.
        9223372036.854775807m, 9300000000.000000001m, 18446744073.709551615m, 18446744073.709551621m, 36893488147.419103237m, 18446.744073709551621m,
    ];

    public static TheoryData<int> Scales => [.. Enumerable.Range(3, AmountCode.MaxScale - 2)];

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_code_says_what_its_definition_says(int scale)
    {
        foreach (var amount in Amounts.SelectMany(Written))
        {
            var code = AmountCode.Of(amount, scale);
            var units = amount * (decimal)Math.Pow(10, scale);
            var expected = Math.Abs(units) * 2m >= AmountCode.Limit ? Math.Sign(amount) * (AmountCode.Limit - 1)
                : ((long)Math.Floor(units) * 2) + (Math.Floor(units) == units ? 0 : 1);

            // Beyond the last whole unit that the scale holds, what counts is that it lies beyond.
            var beyond = Math.Abs(amount) > Math.Floor(((AmountCode.Limit / 2) - 1) / (decimal)Math.Pow(10, scale));
            Assert.True(beyond ? Math.Abs(code) < AmountCode.Limit && Math.Abs(code) >= Math.Abs(expected) - 1 && Math.Sign(code) == Math.Sign(amount) : code == expected, $"{amount} at {scale}: {code}, expected {expected}");
        }
    }

    [Fact]
    public void Nine_decimals_are_held_and_ten_are_not_and_neither_is_the_next_whole_amount()
    {
        Assert.True(AmountCode.Holds(0.000000001m, 9));
        Assert.False(AmountCode.Holds(0.0000000001m, 10));
        Assert.True(AmountCode.Holds(1.0001000m, 4));
        Assert.False(AmountCode.Holds(1.00011m, 4));
        foreach (var sign in new[] { 1m, -1m })
        {
            Assert.True(AmountCode.Holds(sign * 72057594037927m, 3));
            Assert.False(AmountCode.Holds(sign * 72057594037928m, 3));
        }
    }

    // Both signs, with and without zeros at the end, as far as a decimal has room.
    private static IEnumerable<decimal> Written(decimal amount)
    {
        foreach (var zeros in new[] { 1m, 1.0m, 1.0000m, 1.000000000000m })
        {
            yield return amount * zeros;
            yield return -amount * zeros;
        }
    }
}
