using System;
using System.Collections;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

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

    [Fact]
    public void Thousands_of_questions_at_once_do_not_look_through_the_recent_ones_each_time()
    {
        var open = new Looked();
        var reserved = new ReservedRuns(open);
        for (var i = 0; i < 2_040; i++)
        {
            open.All.Add(i.ToString(CultureInfo.InvariantCulture), new Reservation(i.ToString(CultureInfo.InvariantCulture), ReservationPurpose.Sale, ShadowAccount.Free, [Given.Units((ulong)i, (ulong)i)], null));
            reserved.Opened(open.All[i.ToString(CultureInfo.InvariantCulture)]);
            _ = i == 2_000 && reserved.Within(Given.Block(0, 0)).Any();
        }

        for (var i = 0; i < 10_000; i++)
        {
            Assert.Equal(i < 2_040 ? [(ulong)i] : [], reserved.Within(Given.Block((ulong)i, (ulong)i)).Select(f => f.Units.Range.Start.Low));
        }

        Assert.True(open.Looks < 60_000, $"{open.Looks} looks.");
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

    /// <summary>Open reservations that count how often one is looked up.</summary>
    private sealed class Looked : IReadOnlyDictionary<string, Reservation>
    {
        public Dictionary<string, Reservation> All { get; } = new(StringComparer.Ordinal);

        public int Looks { get; private set; }

        public int Count => All.Count;

        public IEnumerable<string> Keys => All.Keys;

        public IEnumerable<Reservation> Values => All.Values;

        public Reservation this[string key] => All[key];

        public bool ContainsKey(string key) => All.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out Reservation value)
        {
            Looks++;
            return All.TryGetValue(key, out value);
        }

        public IEnumerator<KeyValuePair<string, Reservation>> GetEnumerator() => All.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
