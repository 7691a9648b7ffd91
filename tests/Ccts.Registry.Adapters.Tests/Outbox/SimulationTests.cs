using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Tests.Outbox.Simulation;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>Every instruction takes effect exactly once, whatever dies, lies or comes twice. CCTS_SEEDS=from-to runs others.</summary>
public class SimulationTests
{
    [Fact]
    public void Every_instruction_takes_effect_exactly_once()
    {
        var (from, to) = Seeds();
        var violations = new List<string>();
        for (var seed = from; seed <= to && violations.Count < 5; seed++)
        {
            violations.AddRange(MarketRun.Run(seed));
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

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
