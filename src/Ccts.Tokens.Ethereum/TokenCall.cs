using System;
using System.Linq;
using System.Numerics;
using Ccts.Sdk;
using Nethereum.ABI.FunctionEncoding;
using Nethereum.ABI.Model;
using Nethereum.Util;

namespace Ccts.Tokens.Ethereum;

/// <summary>A call of a contract, encoded and not signed: the host puts it into a transaction with its own client and its own key.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Contract">The contract's address: <c>0x</c> and 40 hexadecimal digits.</param>
/// <param name="Function">The function with its types, e.g. <c>transfer(address,uint256)</c>.</param>
/// <param name="Data">The call's data: <c>0x</c>, the selector and the arguments.</param>
public sealed record TokenCall(string Contract, string Function, string Data)
{
    internal static TokenCall Of(string contract, string function, params (string Type, object Value)[] arguments)
    {
        CheckAddress(contract);
        foreach (var address in arguments.Where(a => a.Type == "address"))
        {
            CheckAddress((string)address.Value);
        }

        var abi = new FunctionABI(function, constant: false) { InputParameters = [.. arguments.Select((a, i) => new Parameter(a.Type, i + 1))] };
        var data = arguments.Length == 0 ? abi.Sha3Signature : new FunctionCallEncoder().EncodeRequest(abi.Sha3Signature, abi.InputParameters, [.. arguments.Select(a => a.Value)]);
        return new TokenCall(contract, $"{function}({string.Join(",", arguments.Select(a => a.Type))})", data.StartsWith("0x", StringComparison.Ordinal) ? data : "0x" + data);
    }

    internal static BigInteger Amount(long tonnes) => tonnes > 0 ? tonnes : throw new ArgumentOutOfRangeException(nameof(tonnes), tonnes, "A call moves one token or more.");

    // Mixed case is a checksum (EIP-55): a digit that is wrong shows.
    private static void CheckAddress(string address)
    {
        var util = AddressUtil.Current;
        var isAddress = util.IsValidEthereumAddressHexFormat(Require.NotNull(address));
        var hasCase = isAddress && address.Skip(2).Any(char.IsUpper) && address.Skip(2).Any(char.IsLower);
        if (!isAddress || (hasCase && !util.IsChecksumAddress(address)) || address.Skip(2).All(c => c == '0'))
        {
            throw new ArgumentException($"\"{address}\" is no address: 0x and 40 hexadecimal digits are expected, not all zero, in the case of EIP-55 or in one case.", nameof(address));
        }
    }
}
