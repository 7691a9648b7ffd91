using System;
using System.Linq;
using Ccts.Rules.Clearing;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Rules.Tests.Clearing;

/// <summary>The search by block against an array with one holder a number, over many more cuts than a leaf holds.</summary>
public sealed class ScopePiecesTests
{
    private const int Numbers = 3_000;

    [Theory]
    [InlineData(1)]
    [InlineData(700)]
    public void Every_number_is_where_it_was_moved_last(int opening)
    {
        var random = new Random(opening);
        var (pieces, holders) = (new ScopePieces(), new string[Numbers]);
        for (var first = 0; first < Numbers; first += Numbers / opening)
        {
            var range = new BlockRange((ulong)first, (ulong)Math.Min(first + (Numbers / opening), Numbers) - 1);
            pieces.Append(new SessionHolding("opening", new Parcel(new UnitLot("icm", "s", "ccc", 2025), range), ShadowAccount.Free));
        }

        Array.Fill(holders, "opening");
        for (var i = 0; i < 4_000; i++)
        {
            var (start, account) = (random.Next(Numbers), "account " + random.Next(50));
            var end = Math.Min(Numbers - 1, start + (random.Next(20) == 0 ? random.Next(Numbers) : random.Next(4)));
            pieces.Move(new BlockRange((ulong)start, (ulong)end), account, ShadowAccount.Reserved);
            Array.Fill(holders, account, start, end - start + 1);

            var asked = new BlockRange((ulong)random.Next(end + 1), (ulong)end);
            var expected = Enumerable.Range((int)asked.Start.ToUInt64(), (int)asked.Count.ToUInt64()).Select(n => holders[n]);
            Assert.True(expected.SequenceEqual(pieces.Within(asked).SelectMany(p => Enumerable.Repeat(p.Account, (int)p.Units.Range.Intersect(asked)!.Value.Count.ToUInt64()))), $"after move {i}: {asked}");
        }
    }
}
