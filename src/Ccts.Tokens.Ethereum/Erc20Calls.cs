
namespace Ccts.Tokens.Ethereum;

/// <summary>Calls of one fungible token contract (EIP-20). One token is one tonne, so the contract has 0 decimals.</summary>
/// <param name="contract">The contract's address.</param>
/// <remarks>Immutable and thread-safe. EIP-20 has transfers alone; mint, burn and pause are the functions that contracts commonly add under these names.</remarks>
public sealed class Erc20Calls(string contract)
{
    /// <summary><c>transfer(address,uint256)</c>, from the wallet that signs.</summary>
    public TokenCall Transfer(string to, long tonnes) => TokenCall.Of(contract, "transfer", ("address", to), ("uint256", TokenCall.Amount(tonnes)));

    /// <summary><c>transferFrom(address,address,uint256)</c>, by a spender with an allowance.</summary>
    public TokenCall TransferFrom(string from, string to, long tonnes) => TokenCall.Of(contract, "transferFrom", ("address", from), ("address", to), ("uint256", TokenCall.Amount(tonnes)));

    /// <summary><c>mint(address,uint256)</c>.</summary>
    public TokenCall Mint(string to, long tonnes) => TokenCall.Of(contract, "mint", ("address", to), ("uint256", TokenCall.Amount(tonnes)));

    /// <summary><c>burnFrom(address,uint256)</c>.</summary>
    public TokenCall Burn(string from, long tonnes) => TokenCall.Of(contract, "burnFrom", ("address", from), ("uint256", TokenCall.Amount(tonnes)));

    /// <summary><c>pause()</c> or <c>unpause()</c>.</summary>
    public TokenCall Pause(bool paused) => TokenCall.Of(contract, paused ? "pause" : "unpause");
}
