using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>Ranges cut where any of them begins or ends, against every number looked at by itself; and at the last number there is.</summary>
public sealed class CutRunsTests
{
    private const int Numbers = 9;

    // Every two ranges over a few numbers: apart, touching, overlapping, one within the other, the same.
    [Fact]
    public void Numbers_are_of_one_run_when_the_same_ranges_hold_them_with_no_cut_between()
    {
        var ranges = (from start in Enumerable.Range(0, Numbers) from end in Enumerable.Range(start, Numbers - start) select new BlockRange((ulong)start, (ulong)end)).ToList();
        foreach (var two in from one in ranges from other in ranges select new[] { one, other })
        {
            var cut = new CutRuns(two);

            Assert.Equal(Expected(two), cut.Runs);
            Assert.All(two, r => Assert.Equal(cut.Runs.Where(r.Contains), cut.Within(r).Select(i => cut.Runs[i])));
        }
    }

    [Fact]
    public void The_last_number_ends_the_last_run()
    {
        var (last, before) = (BlockNumber.MaxValue, BlockNumber.MaxValue - BlockNumber.One);
        var cut = new CutRuns([new BlockRange(before, last), new BlockRange(last, last), new BlockRange(0, 1)]);

        Assert.Equal([new BlockRange(0, 1), new BlockRange(before, before), new BlockRange(last, last)], cut.Runs);
        Assert.Equal([1, 2], cut.Within(new BlockRange(before, last)));
        Assert.Equal([2], cut.Within(new BlockRange(last, last)));
    }

    [Fact]
    public void Of_no_range_there_is_no_run() => Assert.Empty(new CutRuns([]).Runs);

    private static List<BlockRange> Expected(BlockRange[] ranges)
    {
        var runs = new List<BlockRange>();
        for (ulong number = 0; number < Numbers; number++)
        {
            var held = ranges.Any(r => r.Contains(number));
            if (held && runs.Count > 0 && runs[^1].End + 1 == number && !ranges.Any(r => r.Start == number || r.End + 1 == number))
            {
                runs[^1] = new BlockRange(runs[^1].Start, number);
            }
            else if (held)
            {
                runs.Add(new BlockRange(number, number));
            }
        }

        return runs;
    }
}
