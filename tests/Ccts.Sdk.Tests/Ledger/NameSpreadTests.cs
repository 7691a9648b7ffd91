using System;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Ledger;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Which shard a name belongs to: always the same, one of those there are, and about as many names in each.</summary>
public sealed class NameSpreadTests
{
    private const int Names = 32_000;

    [Theory]
    [InlineData("", "")]
    [InlineData("account-", "")]
    [InlineData("order-", "-reserve")]
    [InlineData("r", "")]
    [InlineData("", "-GEI0001")]
    public void Ids_counted_up_lie_evenly_in_the_shards(string before, string after)
    {
        foreach (var shards in new[] { 1, 3, 32, 64 })
        {
            var counts = new int[shards];
            for (var i = 0; i < Names; i++)
            {
                counts[NameSpread.Over(shards, (before + i.ToString(CultureInfo.InvariantCulture) + after).AsSpan())]++;
            }

            Assert.InRange(counts.Min(), Names / shards / 2, Names / shards);
            Assert.InRange(counts.Max(), Names / shards, Names / shards * 2);
        }
    }

    [Fact]
    public void Short_names_have_a_shard_too()
    {
        for (var length = 0; length < 10; length++)
        {
            var name = new string('x', length);

            Assert.InRange(NameSpread.Over(32, name.AsSpan()), 0, 31);
            Assert.Equal(NameSpread.Over(32, name.AsSpan()), NameSpread.Over(32, string.Concat(name).AsSpan()));
        }
    }
}
