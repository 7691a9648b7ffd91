using System;
using System.IO;
using System.Text;
using Ccts.Credits.Journals;
using Ccts.Tests.Shared;
using Ccts.Tokens.Supply;

namespace Ccts.Tokens.Tests;

public class TokenMetadataTests
{
    private static readonly SchemaCheck Schema = SchemaCheck.FromFile(Path.Combine(AppContext.BaseDirectory, "schemas", "token-metadata.schema.json"));
    private static readonly TokenMetadata Whole = Bridge.Mint("m", 1, 10).Metadata;

    [Fact]
    public void What_is_written_is_as_the_schema_says_and_reads_back()
    {
        foreach (var metadata in new[] { Whole, Whole with { Issued = null, ExpiryDate = null }, Whole with { Project = "परियोजना \"x\"" } })
        {
            Assert.Empty(Schema.Errors(metadata.ToJson()));
            Assert.True(TokenMetadata.TryRead(metadata.ToUtf8(), null, out var read, out _));
            Assert.Equal(metadata, read);
            Assert.Equal(metadata.Id, read.Id);
        }

        Assert.NotEqual(Whole.Id, (Whole with { SerialNumber = "other" }).Id);
    }

    [Theory]
    [InlineData("sha256:", "sha255:")]
    [InlineData("\"verification_hash\"", "\"verificationHash\"")]
    [InlineData("2025-26", "2025-27")]
    [InlineData("\"format\":1", "\"format\":2")]
    [InlineData("\"expiry_date\":\"2029-11-01\"", "\"expiry_date\":\"2029-02-30\"")]
    [InlineData("\"serial_number\"", "\"other\":\"x\",\"serial_number\"")]
    [InlineData("\"properties\"", "\"prop\"")]
    [InlineData("{", "[")]
    [InlineData("ccc 2025-26 P-1", "itmo 2024 GOLD")]
    [InlineData("\"decimals\":0", "\"decimals\":18")]
    [InlineData("\"decimals\":0", "\"decimals\":\"0\"")]
    [InlineData("\"decimals\":0,", "")]
    [InlineData("\"decimals\":0", "\"decimals\":0,\"image\":\"x\"")]
    [InlineData("\"decimals\":0", "\"decimals\":0,\"decimals\":0")]
    [InlineData("\"project_id\":\"P-1\"", "\"project_id\":\"\"")]
    [InlineData("\"serial_number\":\"1-1000\"", "\"serial_number\":\" \"")]
    [InlineData("\"serial_number\":\"1-1000\"", "\"serial_number\":\"N/A\"")]
    [InlineData("\"expiry_date\":\"2029-11-01\"", "\"expiry_date\":\"2020-11-01\"")]
    [InlineData("ccc", "Green Credit")]
    [InlineData("ccc", "i-rec")]
    public void What_is_not_understood_is_refused_with_its_place(string from, string to)
    {
        var doctored = Whole.ToJson().Replace(from, to, StringComparison.Ordinal);
        Assert.NotEqual(Whole.ToJson(), doctored);
        Assert.False(TokenMetadata.TryRead(Encoding.UTF8.GetBytes(doctored), "t.json", out _, out var problems));
        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.Equal(("t.json", 1), (p.Place.File, p.Place.Line)));
    }

    /// <summary>A digest of nothing stands for no report, and a byte order mark for nothing; a file of another kind is told by its name.</summary>
    [Fact]
    public void A_digest_is_one_of_a_report()
    {
        foreach (var nothing in new[] { Digest.Of("").Text, "sha256:" + new string('0', 64) })
        {
            Assert.False(TokenMetadata.TryRead(Encoding.UTF8.GetBytes(Whole.ToJson().Replace(Whole.VerificationHash.Text, nothing, StringComparison.Ordinal)), null, out _, out var problems));
            Assert.Equal("/properties/verification_hash", Assert.Single(problems).Place.Pointer);
        }

        Assert.True(TokenMetadata.TryRead([0xEF, 0xBB, 0xBF, .. Whole.ToUtf8()], null, out _, out _));
        Assert.False(TokenMetadata.TryRead("<!DOCTYPE html><html></html>"u8.ToArray(), null, out _, out var page));
        Assert.Equal("file-kind", Assert.Single(page).Code);
    }

    [Theory]
    [InlineData("illustrative")]
    [InlineData("")]
    [InlineData("sha256:abc")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public void A_word_that_is_no_digest_is_none(string word) => Assert.False(Digest.TryParse(word, out _));

    [Fact]
    public void The_digest_is_that_of_the_standard() =>
        Assert.Equal("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.Of("").Text);
}
