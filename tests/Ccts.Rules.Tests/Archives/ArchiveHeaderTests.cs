using System;
using System.Linq;
using Ccts.Rules.Trust.Archives;

namespace Ccts.Rules.Tests.Archives;

/// <summary>
/// Each thing that an archive says twice, or says of its own shape, is held against the other by itself. Packing the files again would
/// find most of these lies too, but a refusal that says nothing true of its reason helps nobody.
/// </summary>
public sealed class ArchiveHeaderTests
{
    [Theory]
    [InlineData(0, "the mark of an entry")]
    [InlineData(6, "flags")]
    [InlineData(8, "method")]
    [InlineData(14, "checksum")]
    [InlineData(18, "packed size")]
    [InlineData(22, "size")]
    [InlineData(26, "length of the name")]
    [InlineData(28, "length of the extras")]
    [InlineData(30, "name")]
    public void What_an_entry_says_of_itself_is_what_the_list_says(int at, string what)
    {
        // Of the second entry: an archive that does not begin with the mark of one is none.
        var bytes = ArchiveAttack.Good();
        bytes[Find(bytes, ZipLayout.LocalSignature, 4) + at] ^= 0x01;

        Refused("archive-header-mismatch", bytes, what);
    }

    [Theory]
    [InlineData(12, "size of the list")]
    [InlineData(16, "place of the list")]
    public void A_list_in_the_64_bit_fields_is_called_that(int at, string what)
    {
        var bytes = ArchiveAttack.Good();
        bytes.AsSpan(bytes.Length - ZipLayout.EndSize + at, 4).Fill(0xFF);

        Refused("archive-zip64", bytes, what);
    }

    [Fact]
    public void Nothing_stands_between_the_list_and_the_end()
    {
        var good = ArchiveAttack.Good();
        var end = good.Length - ZipLayout.EndSize;
        byte[] bytes = [.. good[..end], 0, .. good[end..]];
        bytes[end + 1 + 12]++;

        Refused("archive-list-miscounted", bytes, "one byte, counted with the list");
    }

    [Fact]
    public void No_entry_reaches_into_the_list()
    {
        var bytes = ForgedZip.Write([new ForgedEntry("a.json", "{}"u8.ToArray()) { Size = 8 }]);

        Refused("archive-overlap", bytes, "two bytes that are said to be eight");
    }

    [Fact]
    public void What_is_stored_is_as_long_packed_as_unpacked()
    {
        var bytes = ForgedZip.Write([new ForgedEntry("a.json", "{}"u8.ToArray())]);
        bytes[18]++;
        bytes[Find(bytes, ZipLayout.CentralSignature, 0) + 20]++;

        Refused("archive-overlap", bytes, "three packed bytes for two");
    }

    private static int Find(byte[] bytes, uint signature, int from) =>
        Enumerable.Range(from, bytes.Length - from).First(i => BitConverter.ToUInt32(bytes, i) == signature);

    private static void Refused(string code, byte[] bytes, string what)
    {
        Assert.False(RulesetArchive.TryRead(bytes, "forged.cctsrules", out _, out var problems), what);
        Assert.Equal(code, Assert.Single(problems).Code);
    }
}
