using System;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Sdk.Tests.Blocks;

/// <summary>One range: inclusive at both ends, exact at both edges of the number space.</summary>
public class BlockRangeTests
{
    private static readonly BlockNumber s_max = BlockNumber.MaxValue;

    [Fact]
    public void A_range_counts_both_ends()
    {
        // The published pair "1 to 29251" is 29,251 units; a help page of a marketplace says 29,250.
        Assert.Equal((BlockNumber)29251UL, Range(1, 29251).Count);
        Assert.Equal(BlockNumber.One, Range(7, 7).Count);
        Assert.Equal(BlockNumber.One, default(BlockRange).Count);
    }

    [Fact]
    public void Only_the_range_of_all_numbers_has_no_count()
    {
        Assert.False(BlockRange.All.TryGetCount(out _));
        Assert.Throws<OverflowException>(() => BlockRange.All.Count);
        Assert.Equal(s_max, new BlockRange(1UL, s_max).Count);
        Assert.Equal(s_max, new BlockRange(0UL, s_max - 1UL).Count);
        Assert.Equal(new BlockNumber(1, 0), new BlockRange(0UL, ulong.MaxValue).Count);
    }

    [Fact]
    public void A_range_that_ends_before_it_starts_is_refused() =>
        Assert.Contains("5 to 4", Assert.Throws<ArgumentException>(() => Range(5, 4)).Message, StringComparison.Ordinal);

    [Fact]
    public void Ranges_at_the_ends_of_the_number_space_have_no_neighbour_beyond()
    {
        var last = new BlockRange(s_max, s_max);
        Assert.False(last.IsAdjacentTo(Range(0, 0)));
        Assert.True(last.IsAdjacentTo(new BlockRange(0UL, s_max - 1UL)));
        Assert.Equal(BlockRange.All, last.Merge(new BlockRange(0UL, s_max - 1UL)));
        Assert.Equal((new BlockRange(0UL, s_max - 1UL), (BlockRange?)null), (BlockRange.All.Subtract(last).Before!.Value, BlockRange.All.Subtract(last).After));
    }

    [Fact]
    public void A_block_may_cross_the_64_bit_edge()
    {
        var crossing = new BlockRange(ulong.MaxValue, new BlockNumber(1, 0));
        Assert.Equal((BlockNumber)2UL, crossing.Count);
        var (first, second) = crossing.Split(new BlockNumber(1, 0));
        Assert.Equal((new BlockRange(ulong.MaxValue, ulong.MaxValue), new BlockRange(new BlockNumber(1, 0), new BlockNumber(1, 0))), (first, second));
    }

    [Fact]
    public void A_split_is_above_the_start_and_at_most_the_end()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Range(5, 9).Split(5UL));
        Assert.Throws<ArgumentOutOfRangeException>(() => Range(5, 9).Split(10UL));
        Assert.Equal((Range(5, 8), Range(9, 9)), Range(5, 9).Split(9UL));
    }

    [Fact]
    public void Every_operation_agrees_with_the_numbers_themselves()
    {
        var all = (from s in Enumerable.Range(0, 8) from e in Enumerable.Range(s, 8 - s) select (s, e)).ToArray();
        foreach (var (a, b) in from a in all from b in all select (a, b))
        {
            var (x, y) = (Range(a.s, a.e), Range(b.s, b.e));
            var (xs, ys) = (Enumerable.Range(a.s, a.e - a.s + 1).ToHashSet(), Enumerable.Range(b.s, b.e - b.s + 1).ToHashSet());
            Assert.Equal(xs.Overlaps(ys), x.Overlaps(y));
            Assert.Equal(ys.IsSubsetOf(xs), x.Contains(y));
            Assert.Equal(xs.Intersect(ys).Order(), Numbers(x.Intersect(y)));
            var (before, after) = x.Subtract(y);
            Assert.Equal(xs.Except(ys).Order(), Numbers(before).Concat(Numbers(after)));
            var union = xs.Union(ys).Order().ToArray();
            var contiguous = union[^1] - union[0] + 1 == union.Length;
            Assert.Equal(contiguous ? union : [], Numbers(x.Merge(y)));
        }
    }

    [Fact]
    public void Blocks_of_different_scopes_never_overlap()
    {
        var block = new SerialBlock("gold-standard", "GS1-1-IN-GS817-4-2012-1303", 93UL, 4644UL);
        Assert.Equal((BlockNumber)4552UL, block.Count);
        Assert.True(block.Contains(block.With(Range(100, 200))));
        Assert.False(block.Overlaps(new SerialBlock("gold-standard", "GS1-1-IN-GS817-4-2012-1304", 93UL, 4644UL)));
        Assert.False(block.Overlaps(new SerialBlock("acr", block.Scope, 93UL, 4644UL)));
        Assert.Equal(default, new SerialBlock("", "", 0UL, 0UL));
    }

    private static BlockRange Range(int start, int end) => new((ulong)start, (ulong)end);

    private static int[] Numbers(BlockRange? range) => range is { } r
        ? Enumerable.Range((int)r.Start.ToUInt64(), (int)r.Count.ToUInt64()).ToArray()
        : [];
}
