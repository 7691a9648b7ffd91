using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Blocks;
using Ccts.Sdk.Ledger;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Which reservation holds a number: the same as a look at every open reservation tells.</summary>
public sealed class ReservedRunsTests
{
    private const int Numbers = 400;
    private static readonly string[] Scopes = ["a", "s", "z"];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 3)]
    [InlineData(3, 1)]
    public void Whatever_is_opened_used_up_and_opened_again_it_is_found_where_it_is(int seed, int changesBetweenQuestions)
    {
        var random = new Random(seed);
        var open = new Dictionary<string, Reservation>(StringComparer.Ordinal);
        var reserved = new ReservedRuns(open);
        var (found, none) = (0, 0);
        for (var step = 0; step < 6_000; step++)
        {
            Change(random, open, reserved);
            if (step % changesBetweenQuestions != 0)
            {
                continue;
            }

            var block = Given.Block((ulong)random.Next(Numbers), (ulong)Numbers, Scopes[random.Next(3)]);
            block = block.With(new BlockRange(block.Start, block.Start + (ulong)random.Next(30)));
            var looked = open.Values.SelectMany(r => r.Units.Where(u => u.Block.Overlaps(block)).Select(u => (r.Id, u)));

            Assert.Equal(looked.OrderBy(Shown), reserved.Within(block).Select(f => (f.Holder.Id, f.Units)).OrderBy(Shown));
            _ = reserved.Within(block).Any() ? found++ : none++;
        }

        Assert.True(found > 20 && none > 20, $"{found} found, {none} not: the test says little.");

        static string Shown((string Id, Parcel Units) one) => one.Id + " " + one.Units;
    }

    private static void Change(Random random, Dictionary<string, Reservation> open, ReservedRuns reserved)
    {
        // Few ids, so that they are used again.
        var id = "r" + random.Next(60).ToString(CultureInfo.InvariantCulture);
        if (open.TryGetValue(id, out var there))
        {
            var left = Reservation.Split(there.Units, random.Next(2) == 0 ? there.Tonnes : random.Next((int)there.Tonnes)).Left;
            _ = left.Count == 0 ? open.Remove(id) : (open[id] = there with { Units = left }) is not null;
            return;
        }

        var units = new List<Parcel>();
        for (var tries = random.Next(1, 4); tries > 0; tries--)
        {
            var start = (ulong)random.Next(Numbers);
            var parcel = Given.Units(start, start + (ulong)random.Next(8), scope: Scopes[random.Next(3)]);
            if (!open.Values.SelectMany(r => r.Units).Concat(units).Any(u => u.Block.Overlaps(parcel.Block)))
            {
                units.Add(parcel);
            }
        }

        if (units.Count > 0)
        {
            open.Add(id, new Reservation(id, ReservationPurpose.Sale, ShadowAccount.Free, units, null));
            reserved.Opened(open[id]);
        }
    }
}
