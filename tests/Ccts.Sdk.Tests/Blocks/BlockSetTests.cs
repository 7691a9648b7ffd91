using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Ccts.Sdk.Tests.Blocks;

/// <summary>Block sets against a bit-set model: 64 numbers, placed at 0, across 2^64, and at the very end.</summary>
public class BlockSetTests
{
    private const int Domain = 64;

    public static TheoryData<string> Bases => new("0", "18446744073709551584", "340282366920938463463374607431768211392");

    [Theory]
    [MemberData(nameof(Bases))]
    public void The_algebra_agrees_with_the_bit_set(string origin)
    {
        var zero = BlockNumber.Parse(origin);
        Prop.ForAll(Pieces.ToArbitrary(), Pieces.ToArbitrary(), Gen.Choose(0, Domain - 1).ToArbitrary(), (one, two, at) =>
        {
            var (a, b) = (Set(zero, one), Set(zero, two));
            var (x, y) = (Bits(one), Bits(two));
            Same(zero, x, a);
            Same(zero, x | y, a.Union(b));
            Same(zero, x & y, a.Intersect(b));
            Same(zero, x & ~y, a.Subtract(b));
            Assert.Equal((x & y) != 0, a.Overlaps(b));
            Assert.Equal((y & ~x) == 0, a.Contains(b));
            Assert.Equal(x == y, a.Equals(b));
            var (below, from) = a.Split(zero + (ulong)at);
            Same(zero, x & ((1UL << at) - 1), below);
            Same(zero, x & ~((1UL << at) - 1), from);
            foreach (var (start, end) in two)
            {
                var mask = Mask(start, end);
                Assert.Equal((x & mask) == mask, a.Contains(Range(zero, start, end)));
                Assert.Equal((x & mask) != 0, a.Overlaps(Range(zero, start, end)));
                Assert.Equal((x >> start & 1) != 0, a.Contains(zero + (ulong)start));
            }
        }).Holds();
    }

    [Theory]
    [MemberData(nameof(Bases))]
    public void The_live_form_agrees_with_the_bit_set_after_every_step(string origin)
    {
        var zero = BlockNumber.Parse(origin);
        var steps = Gen.ArrayOf(Gen.Choose(0, 3).SelectMany(kind => Piece.Select(piece => (Kind: kind, piece.Start, piece.End))));
        Prop.ForAll(steps.ToArbitrary(), all =>
        {
            var live = new LiveBlockSet();
            ulong model = 0;
            foreach (var (kind, start, end) in all)
            {
                var (mask, range) = (Mask(start, end), Range(zero, start, end));
                Assert.Equal((model & mask) != 0, live.FindOverlap(range) is not null);
                switch (kind)
                {
                    case 0:
                        live.Add(range);
                        model |= mask;
                        break;
                    case 1:
                        live.Remove(range);
                        model &= ~mask;
                        break;
                    case 2:
                        Assert.Equal((model & mask) == 0, live.TryAdd(range));
                        model |= (model & mask) == 0 ? mask : 0;
                        break;
                    default:
                        Assert.Equal((model & mask) == mask, live.TryRemove(range));
                        model &= (model & mask) == mask ? ~mask : ulong.MaxValue;
                        break;
                }

                Same(zero, model, live.ToBlockSet());
                Assert.Equal(live.RangeCount, live.ToBlockSet().Ranges.Count);
            }
        }).Holds();
    }

    [Fact]
    public void The_live_form_holds_many_leaves_in_order()
    {
        // Every other number of 40,000, in an order that jumps about: 20,000 ranges over dozens of leaves.
        const int size = 40_000;
        var live = new LiveBlockSet();
        for (var i = 0; i < size; i += 2)
        {
            var number = (ulong)(i * 7919L % size);
            Assert.True(live.TryAdd(new BlockRange(number, number)));
        }

        Assert.Equal(size / 2, live.RangeCount);
        Assert.Equal(Enumerable.Range(0, size / 2).Select(i => new BlockRange((ulong)(2 * i), (ulong)(2 * i))), live.ToBlockSet().Ranges);
        var copy = new LiveBlockSet(live.ToBlockSet());
        copy.Add(new BlockRange(100UL, 39_000UL));
        Assert.Equal(50 + 1 + 499, copy.RangeCount);
        copy.Remove(new BlockRange(0UL, 39_999UL));
        Assert.Equal(BlockSet.Empty, copy.ToBlockSet());
        Assert.Equal(size / 2, live.RangeCount);
    }

    [Fact]
    public void Asking_allocates_nothing()
    {
        var set = BlockSet.FromRanges(Enumerable.Range(0, 1000).Select(i => new BlockRange((ulong)(i * 10), (ulong)((i * 10) + 5))));
        var live = new LiveBlockSet(set);
        var probe = new BlockRange(5004UL, 5007UL);
        var hits = Ask(set, live, probe);
        Assert.Equal(0L, Allocations.Of(() => hits = Ask(set, live, probe)));
        Assert.Equal(6, hits);
    }

    [Fact]
    public void Empty_sets_and_the_set_of_all_numbers_behave()
    {
        var all = BlockSet.Of(BlockRange.All);
        Assert.Throws<OverflowException>(() => all.Count);
        Assert.Equal(BlockSet.Empty, all.Subtract(all));
        Assert.Equal(all, all.Union(BlockSet.Empty));
        Assert.Equal(BlockSet.Of(new BlockRange(1UL, BlockNumber.MaxValue)), all.Subtract(BlockSet.Of(default(BlockRange))));
        Assert.True(all.Contains(BlockSet.Empty));
        Assert.Equal(BlockNumber.Zero, BlockSet.Empty.Count);
        Assert.Equal("(none)", BlockSet.Empty.ToString());
    }

    private static int Ask(BlockSet set, LiveBlockSet live, BlockRange probe) =>
        (set.Overlaps(probe) ? 1 : 0) + (set.Contains(probe) ? 100 : 0) + (set.Contains(probe.Start) ? 1 : 0)
        + (live.Overlaps(probe) ? 1 : 0) + (live.Contains(probe) ? 100 : 0) + (live.Contains(probe.Start) ? 1 : 0)
        + (set.Overlaps(set) ? 1 : 0) + (set.Contains(set) ? 1 : 0);

    private static Gen<(int Start, int End)> Piece { get; } =
        from start in Gen.Choose(0, Domain - 1)
        from length in Gen.Frequency((4, Gen.Choose(1, 4)), (1, Gen.Choose(1, Domain)))
        select (start, Math.Min(Domain - 1, start + length - 1));

    private static Gen<(int Start, int End)[]> Pieces { get; } = Gen.ArrayOf(Piece);

    private static BlockSet Set(BlockNumber zero, IEnumerable<(int Start, int End)> pieces) =>
        BlockSet.FromRanges(pieces.Select(p => Range(zero, p.Start, p.End)));

    private static BlockRange Range(BlockNumber zero, int start, int end) => new(zero + (ulong)start, zero + (ulong)end);

    private static ulong Bits(IEnumerable<(int Start, int End)> pieces) => pieces.Aggregate(0UL, (bits, p) => bits | Mask(p.Start, p.End));

    private static ulong Mask(int start, int end) => ulong.MaxValue >> (63 - (end - start)) << start;

    private static void Same(BlockNumber zero, ulong bits, BlockSet set)
    {
        Assert.Equal((ulong)System.Numerics.BitOperations.PopCount(bits), set.Count.ToUInt64());
        for (var i = 0; i < Domain; i++)
        {
            Assert.Equal((bits >> i & 1) != 0, set.Contains(zero + (ulong)i));
        }

        foreach (var (before, after) in set.Ranges.Zip(set.Ranges.Skip(1)))
        {
            Assert.True(before.End < after.Start && !before.IsAdjacentTo(after));
        }
    }
}
