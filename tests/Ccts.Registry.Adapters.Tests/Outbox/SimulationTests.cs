using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Registry.Adapters.Tests.Outbox.Simulation;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>Every instruction takes effect exactly once, whatever dies, lies or comes twice. CCTS_SEEDS=from-to runs others. Each run is of one thread, and runs on every core.</summary>
public class SimulationTests
{
    [Fact]
    public async Task Every_instruction_takes_effect_exactly_once()
    {
        var (from, to) = Seeds();
        var violations = new ConcurrentQueue<string>();

        // Not on the thread of the test itself: its stack is long, and every exception of a run writes it down.
        await Task.Run(() => Parallel.For(from, to + 1, (seed, others) =>
        {
            foreach (var violation in MarketRun.Run(seed))
            {
                violations.Enqueue(violation);
                others.Stop();
            }
        }));
        Assert.True(violations.IsEmpty, string.Join('\n', violations));
    }

    /// <summary>A seed that failed: a new owner believed the date of another owner's move, and ended a wait for the registry six minutes early.</summary>
    [Fact]
    public void A_wait_is_measured_from_the_instructions_own_last_move() => Assert.Empty(MarketRun.Run(97556));

    /// <summary>The test of the test: with any of these taken out of the machinery, some run goes wrong. It is looked for from where it was found last.</summary>
    [Theory]
    [InlineData(Missing.AttemptRow, 1)]
    [InlineData(Missing.SettlingWait, 3)]
    [InlineData(Missing.Fence, 23)]
    [InlineData(Missing.OrderOfNumbers, 1)]
    [InlineData(Missing.RestBeforeReturn, 426)]
    [InlineData(Missing.Reservation, 8)]
    [InlineData(Missing.Pause, 53)]
    [InlineData(Missing.Quarantine, 1)]
    internal void What_is_taken_out_is_missed(Missing missing, int from)
    {
        var violation = Enumerable.Range(from, 1000).Select(seed => MarketRun.Run(seed, missing)).FirstOrDefault(v => v.Count > 0);
        Assert.NotNull(violation);
        TestContext.Current.TestOutputHelper?.WriteLine(violation[0]);
    }

    private static (int From, int To) Seeds() => Environment.GetEnvironmentVariable("CCTS_SEEDS")?.Split('-') is { Length: 2 } range
        ? (int.Parse(range[0], System.Globalization.CultureInfo.InvariantCulture), int.Parse(range[1], System.Globalization.CultureInfo.InvariantCulture))
        : (1, 2000);
}
