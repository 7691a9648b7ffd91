using System;
using System.Numerics;
using Ccts.Credits.Journals;
using Ccts.Sdk;

namespace Ccts.Tokens.Ethereum;

/// <summary>Calls of a contract that holds many token classes (EIP-1155). The class is the digest of the token's metadata, so that its id proves what it says.</summary>
/// <param name="contract">The contract's address.</param>
/// <remarks>Immutable and thread-safe. EIP-1155 has transfers alone; mint and burn are the functions that contracts commonly add under these names.</remarks>
public sealed class Erc1155Calls(string contract)
{
    /// <summary>The token id of a class: the 32 bytes of the metadata's digest as a number.</summary>
    public static BigInteger IdOf(Digest metadata)
    {
        var bytes = Require.NotNull(metadata).ToBytes();
        Array.Reverse(bytes);
        return new BigInteger([.. bytes, (byte)0]);
    }

    /// <summary><c>safeTransferFrom(address,address,uint256,uint256,bytes)</c>.</summary>
    public TokenCall Transfer(string from, string to, Digest metadata, long tonnes) => TokenCall.Of(
        contract, "safeTransferFrom", ("address", from), ("address", to), ("uint256", IdOf(metadata)), ("uint256", TokenCall.Amount(tonnes)), ("bytes", Array.Empty<byte>()));

    /// <summary><c>mint(address,uint256,uint256,bytes)</c>.</summary>
    public TokenCall Mint(string to, Digest metadata, long tonnes) => TokenCall.Of(
        contract, "mint", ("address", to), ("uint256", IdOf(metadata)), ("uint256", TokenCall.Amount(tonnes)), ("bytes", Array.Empty<byte>()));

    /// <summary><c>burn(address,uint256,uint256)</c>.</summary>
    public TokenCall Burn(string from, Digest metadata, long tonnes) => TokenCall.Of(
        contract, "burn", ("address", from), ("uint256", IdOf(metadata)), ("uint256", TokenCall.Amount(tonnes)));
}
