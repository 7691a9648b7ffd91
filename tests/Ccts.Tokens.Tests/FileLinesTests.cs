using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Ccts.Credits.Journals;
using Ccts.Tokens.Supply;

namespace Ccts.Tokens.Tests;

public sealed class FileLinesTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + ".lock");
    }

    [Fact]
    public void A_file_keeps_supply_and_a_torn_line_was_never_answered()
    {
        var bridge = new Bridge(new FileLines(_path));
        Assert.True(bridge.Desk.Mint(Bridge.Mint("m", 1, 10)).IsAccepted);
        File.AppendAllText(_path, "{\"after\":\"torn");
        var again = new Bridge(new FileLines(_path), bridge);
        Assert.Equal(10, again.Supply.Tonnes(TokenStanding.Live));
        Assert.True(again.Desk.Mint(Bridge.Mint("n", 11, 20)).IsAccepted);
        Assert.Equal("already-minted", bridge.Desk.Mint(Bridge.Mint("o", 20, 21)).Refusal?.Code);
        Assert.Equal(2, File.ReadLines(_path).Count());
        Assert.False(new FileLines(_path).TryAppend(1, "late"));
    }

    /// <summary>Each stands for a process of its own: they share nothing but the file.</summary>
    [Fact]
    public void Many_that_append_at_once_lose_no_line_and_write_none_over_another()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, writer =>
        {
            var lines = new FileLines(_path);
            for (var mine = 0; mine < 25;)
            {
                mine += lines.TryAppend(lines.Count, $"{writer}/{mine}") ? 1 : 0;
            }
        });
        var expected = Enumerable.Range(0, 8).SelectMany(w => Enumerable.Range(0, 25).Select(m => $"{w}/{m}")).Order(StringComparer.Ordinal);
        Assert.Equal(expected, new FileLines(_path).Read(0).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_desks_that_mint_the_same_units_at_once_make_one_mint()
    {
        var first = new Bridge(new FileLines(_path));
        var desks = Enumerable.Range(0, 6).Select(_ => new Bridge(new FileLines(_path), first)).ToList();
        var accepted = 0;
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i =>
        {
            var start = (ulong)((i / 6 * 10) + 1);
            if (desks[i % 6].Desk.Mint(Bridge.Mint("k" + i, start, start + 9)).IsAccepted)
            {
                System.Threading.Interlocked.Increment(ref accepted);
            }
        });
        Assert.Equal((10, 100), (accepted, first.Supply.Tonnes(TokenStanding.Live)));
        Assert.Equal(first.Supply.Runs(), new TokenSupply(new FileLines(_path)).Runs());
    }

    [Fact]
    public void A_head_that_was_kept_elsewhere_tells_when_lines_were_cut_off_or_made_anew()
    {
        var supply = new Bridge(new FileLines(_path));
        Assert.Equal("0:beginning", supply.Supply.Head.ToString());
        supply.Desk.Mint(Bridge.Mint("m", 1, 10));
        supply.Desk.Mint(Bridge.Mint("n", 11, 20));
        Assert.True(JournalHead.TryParse(supply.Supply.Head.ToString(), out var kept));
        supply.Desk.Mint(Bridge.Mint("o", 21, 30));
        Assert.True(supply.Supply.Follows(kept));
        var lines = File.ReadAllLines(_path);
        Assert.False(new TokenSupply(new InMemoryLines(lines[..1])).Follows(kept));
        var other = new Bridge();
        other.Desk.Mint(Bridge.Mint("m", 1, 10));
        other.Desk.Mint(Bridge.Mint("n", 11, 21));
        Assert.False(other.Supply.Follows(kept));

        // And by whoever has them in mind, without a head.
        File.WriteAllLines(_path, lines[..2]);
        Assert.Contains("gone", Assert.Throws<JournalDamagedException>(() => supply.Supply.Runs()).Reason, StringComparison.Ordinal);
        File.Delete(_path);
        Assert.Throws<JournalDamagedException>(() => supply.Supply.Runs());
        Assert.All(["", "x", "1:", "1:beginning", "0:sha256:" + new string('a', 64), "-1:sha256:" + new string('a', 64)], t => Assert.False(JournalHead.TryParse(t, out _)));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_damage_with_their_line()
    {
        new Bridge(new FileLines(_path)).Desk.Mint(Bridge.Mint("m", 1, 10));
        File.AppendAllBytes(_path, [0xff, 0xfe, (byte)'\n']);
        Assert.Equal(2, Assert.Throws<JournalDamagedException>(() => new TokenSupply(new FileLines(_path)).Runs()).Line);
    }
}
