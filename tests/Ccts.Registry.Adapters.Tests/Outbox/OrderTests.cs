using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Channels;
using Ccts.Registry.Adapters.Outbox;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger.Outbox;
using NodaTime;

namespace Ccts.Registry.Adapters.Tests.Outbox;

/// <summary>Who waits for whom, against looking at every pair; and the limit of rate, against counting.</summary>
public class OrderTests
{
    [Fact]
    public void An_instruction_waits_for_every_earlier_one_that_has_not_ended_on_a_number_of_its_own()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var order = new NumberOrder();
            var open = new SortedDictionary<IntentPlace, BlockSet>();
            var units = new Dictionary<IntentPlace, BlockSet>();
            for (var step = 1; step <= 60; step++)
            {
                if (random.Next(2) == 0 || open.Count == 0)
                {
                    var start = (ulong)random.Next(1, 40);
                    var range = new BlockRange(start, start + (ulong)random.Next(0, 8));
                    var place = new IntentPlace(step, 0);
                    order.Add(place, new SerialBlock("r", "s", range));
                    open.Add(place, BlockSet.Of(range));
                    units.Add(place, BlockSet.Of(range));
                }
                else
                {
                    var place = open.Keys.ElementAt(random.Next(open.Count));
                    var wasBlocked = open.Keys.Where(order.IsBlocked).ToHashSet();
                    IReadOnlyList<IntentPlace> freed;
                    if (random.Next(4) == 0 && !IsBlocked(place))
                    {
                        var rest = open[place].Intersect(BlockSet.Of(new BlockRange(0, (ulong)random.Next(1, 48))));
                        freed = order.Narrow(place, rest);
                        open[place] = rest;
                    }
                    else
                    {
                        freed = order.End(place);
                        open.Remove(place);
                    }

                    Assert.Equal(open.Keys.Where(p => wasBlocked.Contains(p) && !IsBlocked(p)), freed.Order());
                }

                Assert.All(open.Keys, p => Assert.Equal(IsBlocked(p), order.IsBlocked(p)));
            }

            bool IsBlocked(IntentPlace place) => open.Any(o => o.Key < place && o.Value.Ranges.Any(units[place].Overlaps));
        }
    }

    /// <summary>The ledger takes "ICM" and "icm" for one, and "S" and "s": so does the order of instructions, and what may come back.</summary>
    [Fact]
    public void A_second_spelling_waits_like_the_first()
    {
        var order = new NumberOrder();
        order.Add(new IntentPlace(1, 0), new SerialBlock("icm", "s", new BlockRange(1, 10)));
        order.Add(new IntentPlace(2, 0), new SerialBlock("ICM", "S ", new BlockRange(5, 6)));
        Assert.True(order.IsBlocked(new IntentPlace(2, 0)));
        Assert.True(order.Holds(new SerialBlock("Icm", "S", new BlockRange(1, 1))));

        UnitInstruction Move(string scope, string from, string to) => new() { Key = "k", Kind = InstructionKind.Transfer, Units = new SerialBlock("icm", scope, new BlockRange(1, 10)), FromAccount = from, ToAccount = to };
        var outgoing = new OutgoingNumbers();
        outgoing.Add(new IntentPlace(1, 0), Move("s", "R-mill", "R-buyer"));
        Assert.Equal([new IntentPlace(1, 0)], outgoing.BroughtBackBy(Move("S", "R-buyer", "R-MILL")));
        outgoing.Remove(new IntentPlace(1, 0), Move("s", "R-mill", "R-buyer"));
        Assert.Empty(outgoing.BroughtBackBy(Move("S", "R-buyer", "R-mill")));
    }

    /// <summary>Units that the ledger calls "ICM" go to the registry that its channel calls "icm".</summary>
    [Fact]
    public void An_instruction_to_another_spelling_of_a_registry_is_sent()
    {
        var bench = new OutboxBench().Start();
        bench.Engine.Execute(new IssueUnits("more", bench.Now, "mill", new Parcel(new UnitLot("ICM", "b", UnitKinds.Ccc, 2025), new BlockRange(1, 10))));
        var instruction = new UnitInstruction { Key = "r1", Kind = InstructionKind.Retire, Units = new SerialBlock("ICM", "b", new BlockRange(1, 10)), FromAccount = "R-mill", Ledger = new LedgerEffect("mill", "r1") };
        Assert.True(bench.Engine.Execute(new ReserveUnits("r1", bench.Now, "mill", "r1", new ChosenUnits(instruction.Units), ReservationPurpose.Other), instruction.ToIntent()).IsAccepted);
        bench.Dispatcher.Wake();
        bench.Advance(Duration.FromSeconds(10));
        Assert.Equal(10, bench.Tonnes("mill", ShadowAccount.Retired));
    }

    [Fact]
    public void A_hundred_thousand_instructions_are_put_in_order_in_a_moment()
    {
        var order = new NumberOrder();
        for (var i = 0; i < 100_000; i++)
        {
            order.Add(new IntentPlace(i, 0), new SerialBlock("r", "s", new BlockRange((ulong)(10 * (i % 50_000)), (ulong)((10 * (i % 50_000)) + 12))));
        }

        Assert.True(order.IsBlocked(new IntentPlace(99_999, 0)));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(60, 10)]
    [InlineData(600, 25)]
    public void No_more_than_the_burst_and_the_rate_go_through(int perMinute, int burst)
    {
        var bucket = new TokenBucket(perMinute, burst);
        var random = new Random(5);
        var now = Instant.FromUtc(2026, 11, 2, 3, 30);
        var taken = new List<Instant>();
        for (var i = 0; i < 20_000; i++)
        {
            now += Duration.FromMilliseconds(random.Next(0, 120));
            var mayTake = bucket.Next <= now;
            Assert.Equal(mayTake, bucket.TryTake(now));
            if (mayTake)
            {
                taken.Add(now);
            }
        }

        for (var i = burst; i < taken.Count; i++)
        {
            // burst + 1 requests take at least one interval.
            Assert.True(taken[i] - taken[i - burst] >= Duration.FromMinutes(1) / perMinute);
        }

        var minutes = (taken[^1] - taken[0]).TotalMinutes;
        Assert.InRange(taken.Count, minutes * perMinute * 0.9, (minutes * perMinute) + burst + 1);
    }

    [Fact]
    public void A_registry_that_asks_to_be_left_alone_is_left_alone_by_the_whole_burst()
    {
        var bucket = new TokenBucket(60, 10);
        var now = Instant.FromUtc(2026, 11, 2, 3, 30);
        bucket.HoldUntil(now + Duration.FromMinutes(5));

        Assert.False(bucket.TryTake(now + Duration.FromSeconds(299)));
        Assert.True(bucket.TryTake(now + Duration.FromMinutes(5)));
        Assert.False(bucket.TryTake(now + Duration.FromMinutes(5)));
    }
}
