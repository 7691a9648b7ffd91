using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Ccts.Cli.Input;

namespace Ccts.Cli.Tests.Output;

public sealed class InputOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(5_000)]
    public void Results_come_in_the_order_of_the_input_and_each_once(int records)
    {
        var input = Enumerable.Range(0, records).Select(BitConverter.GetBytes);

        Assert.Equal(Enumerable.Range(0, records), InputOrder.Select(input, r => Slow(BitConverter.ToInt32(r))));
    }

    [Theory]
    [InlineData(8, 512)]
    [InlineData(1024 * 1024, 4)]
    public void No_more_is_read_ahead_than_is_worked_on_at_once(int bytes, int most)
    {
        var (read, done) = (0, 0);
        foreach (var _ in InputOrder.Select(Read(), r => r.Length))
        {
            done++;
            Assert.InRange(read - done, 0, most);
        }

        Assert.Equal(2_000, done);

        IEnumerable<byte[]> Read()
        {
            for (; read < 2_000;)
            {
                read++;
                yield return Buffers[bytes];
            }
        }
    }

    [Fact]
    public async Task Records_are_worked_on_by_more_than_one_thread()
    {
        Assert.SkipWhen(Environment.ProcessorCount == 1, "One core works on one thread.");

        // Each of two records waits for the other: one thread alone would never be done.
        using var both = new Barrier(2);
        var work = Task.Run(() => InputOrder.Select([[0], [1]], _ => both.SignalAndWait(TimeSpan.FromMinutes(1))).ToList(), TestContext.Current.CancellationToken);

        Assert.Equal([true, true], await work);
    }

    private static Dictionary<int, byte[]> Buffers { get; } = new() { [8] = new byte[8], [1024 * 1024] = new byte[1024 * 1024] };

    // The earlier of two neighbours takes longer.
    private static int Slow(int number)
    {
        Thread.SpinWait(number % 2 == 0 ? 20_000 : 1);
        return number;
    }
}
