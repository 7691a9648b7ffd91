using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Ccts.Ingestion.Rows;
using Xunit;

namespace Ccts.Ingestion.Tests;

/// <summary>What a file is, its bytes say: packed, of two bytes a letter, or nothing that can be read.</summary>
public sealed class SniffedFileTests
{
    private static readonly byte[] Plain = Encoding.UTF8.GetBytes(Plant.Csv(Plant.April()));

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "gzip", Packed(Plain) },
        { "UTF-16", Wide(new UnicodeEncoding(false, true)) },
        { "UTF-16, big end first", Wide(new UnicodeEncoding(true, true)) },
        { "UTF-16 without a mark", Wide(new UnicodeEncoding(false, false)) },
        { "UTF-16, packed", Packed(Wide(new UnicodeEncoding(false, true))) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_record_comes_to_the_same_however_it_is_packed_and_written(string form, byte[] bytes)
    {
        var taken = Taken(bytes);
        Assert.False(taken.HasErrors, form + string.Join("\n", taken.Problems));
        Assert.Equal(Plant.Amount(Taken(Plain)), Plant.Amount(taken));
        Assert.Equal(bytes.Length, taken.Files[0].Bytes);
    }

    [Fact]
    public void A_mapping_that_calls_plain_text_wide_harms_nothing()
    {
        var mapping = Plant.Meter();
        mapping["sources"]![0]!["table"] = new JsonObject { ["encoding"] = "utf-16" };
        Assert.Equal(Plant.Amount(Taken(Plain)), Plant.Amount(Taken(Plain, mapping)));
    }

    [Fact]
    public void An_archive_that_was_cut_off_or_unpacks_without_end_gives_no_report()
    {
        foreach (var bytes in new[] { Packed(Plain)[..^12], Packed(new byte[250 * 1024 * 1024]) })
        {
            var taken = Taken(bytes);
            Assert.Null(taken.ReportJson);
            Assert.Contains(taken.Problems, p => p.Code is "file-damaged" or "file-kind");
        }

        Assert.Contains(Taken(Packed(Packed(Plain))).Problems, p => p.Code == "file-kind");
        Assert.Contains(Taken(Packed(Plain)[..^12]).Problems, p => p.Code == "file-damaged" && p.Place.File == "meter.csv");
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "page")]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("PK\u0003\u0004 export", "zip")]
    public void What_is_no_table_is_named(string text, string word)
    {
        var told = Assert.Single(Taken(Encoding.ASCII.GetBytes(text)).Problems, p => p.Code == "file-kind");
        Assert.Contains(word, told.Message, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(told.Hint);
    }

    private static IngestionResult Taken(byte[] bytes, JsonObject? mapping = null) => Ingestor.Run(Plant.Read(mapping ?? Plant.Meter()), [IngestionFile.Of("meter.csv", bytes)]);

    private static byte[] Wide(Encoding encoding) => [.. encoding.GetPreamble(), .. encoding.GetBytes(Encoding.UTF8.GetString(Plain))];

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
