using System;
using Ccts.Credits.Journals;
using Ccts.Tokens.Ethereum;

namespace Ccts.Tokens.Tests;

/// <summary>Payloads byte by byte, as the contract ABI specification lays them out: 4 bytes of the selector, then words of 32 bytes.</summary>
public class TokenCallTests
{
    // Addresses that EIP-55 gives as its examples.
    private const string Contract = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", To = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";
    private const string ToWord = "000000000000000000000000fb6916095ca1df60bb79ce92ce3ea74c37c5d359";

    [Fact]
    public void Calls_of_a_fungible_token()
    {
        var calls = new Erc20Calls(Contract);
        Assert.Equal("0xa9059cbb" + ToWord + Word(40), calls.Transfer(To, 40).Data);
        Assert.Equal("0x40c10f19" + ToWord + Word(40), calls.Mint(To, 40).Data);
        Assert.Equal("0x79cc6790" + ToWord + Word(40), calls.Burn(To, 40).Data);
        Assert.Equal("0x8456cb59", calls.Pause(true).Data);
        Assert.Equal("0x3f4ba83a", calls.Pause(false).Data);
        Assert.Equal("transfer(address,uint256)", calls.Transfer(To, 40).Function);
    }

    [Fact]
    public void Calls_of_token_classes_name_the_digest_of_the_metadata()
    {
        var digest = Digest.Of("metadata");
        var id = digest.Text.Substring(7);
        var calls = new Erc1155Calls(Contract);
        Assert.Equal("0x731133e9" + ToWord + id + Word(7) + Word(128) + Word(0), calls.Mint(To, digest, 7).Data);
        Assert.Equal("0xf5298aca" + ToWord + id + Word(7), calls.Burn(To, digest, 7).Data);
        Assert.Equal("0xf242432a" + ToWord + ToWord + id + Word(7) + Word(160) + Word(0), calls.Transfer(To, To, digest, 7).Data);
    }

    [Theory]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD")]
    [InlineData("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeA")]
    [InlineData("0x0000000000000000000000000000000000000000")]
    [InlineData("wallet")]
    public void What_is_no_address_or_has_a_wrong_checksum_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new Erc20Calls(Contract).Transfer(address, 1));

    [Fact]
    public void Nothing_is_no_amount() => Assert.Throws<ArgumentOutOfRangeException>(() => new Erc20Calls(Contract).Transfer(To, 0));

    private static string Word(long number) => number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture);
}
