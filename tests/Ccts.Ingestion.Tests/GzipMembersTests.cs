using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text;
using Ccts.Unpacking;

namespace Ccts.Ingestion.Tests;

/// <summary>How the build for .NET Framework unpacks, whose own reader stops behind the first member: all members, or a refusal.</summary>
public sealed class GzipMembersTests
{
    [Fact]
    public void All_members_are_read_whatever_they_hold()
    {
        var random = new Random(19);
        for (var round = 0; round < 200; round++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 5)).Select(_ => Bytes(random)).ToList();
            var packed = parts.SelectMany(p => Packed(p, (CompressionLevel)random.Next(4))).ToArray();
            Assert.True(parts.SelectMany(p => p).ToArray().AsSpan().SequenceEqual(Unpacked(packed, random.Next(1, 40_000))), $"round {round}");
        }
    }

    // RFC 1952, 2.3.1: extra field, name, comment and the sum of the head stand behind one another.
    [Fact]
    public void A_head_with_all_that_it_can_hold_is_passed_over()
    {
        var plain = Packed(Encoding.ASCII.GetBytes("day,net\n"), CompressionLevel.Optimal);
        byte[] head = [.. plain[..3], 2 | 4 | 8 | 16, .. plain[4..10], 3, 0, 1, 2, 3, (byte)'a', 0, (byte)'b', 0, 9, 9];
        Assert.Equal("day,net\n", Encoding.ASCII.GetString(Unpacked([.. head, .. plain[10..]])));
    }

    [Fact]
    public void Cut_off_or_changed_anywhere_it_is_refused_or_comes_to_the_same()
    {
        var whole = Encoding.ASCII.GetBytes("day,net\n2025-04-01,1000\n");
        byte[] packed = [.. Packed(whole[..8], CompressionLevel.Optimal), .. Packed(whole[8..], CompressionLevel.Optimal)];
        var first = Packed(whole[..8], CompressionLevel.Optimal).Length;
        for (var at = 1; at < packed.Length; at++)
        {
            // Only between two members does an archive end as one that is whole.
            var cut = at;
            Assert.True(at == first || Refuses(packed[..cut]), $"cut at {at}");
            for (var bit = 0; bit < 8; bit++)
            {
                var changed = (byte[])packed.Clone();
                changed[at] ^= (byte)(1 << bit);
                Assert.True(Refuses(changed) || Unpacked(changed).AsSpan().SequenceEqual(whole), $"bit {bit} of byte {at}");
            }
        }

        Assert.True(Refuses([.. packed, 1]));
    }

    private static bool Refuses(byte[] packed) => Record.Exception(() => Unpacked(packed)) is { } refused && (refused is InvalidDataException ? true : throw refused);

    private static byte[] Unpacked(byte[] packed, int buffer = 4096)
    {
        using var members = new GzipMembers(new MemoryStream(packed));
        using var all = new MemoryStream();
        members.CopyTo(all, buffer);
        return all.ToArray();
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(5) == 0 ? 0 : random.Next(1, 30_000)];
        random.NextBytes(bytes);
        return random.Next(2) == 0 ? bytes : [.. bytes.Select(b => (byte)('0' + (b % 10)))];
    }

    private static byte[] Packed(byte[] bytes, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
