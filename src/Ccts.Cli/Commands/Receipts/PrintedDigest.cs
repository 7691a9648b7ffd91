using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>--digest</c>: the digest that a page prints of its receipt, so that a page with another one is no page of this receipt.</summary>
internal sealed class PrintedDigest
{
    private const string Name = "--digest";
    private const string Prefix = "sha256:";
    private const int Digits = 64;

    private readonly Option<string?> _option = new(Name) { Description = "The digest that a page of the receipt prints: demand that it is this receipt's." };

    internal PrintedDigest(Command command) => command.Options.Add(_option);

    /// <summary>The digest that is demanded, or null.</summary>
    /// <exception cref="CctsDataException">It is no digest.</exception>
    internal string? Demanded(ParseResult parsed) => parsed.GetValue(_option) switch
    {
        null => null,
        { Length: var length } text when length == Prefix.Length + Digits && text.StartsWith(Prefix, System.StringComparison.Ordinal) && text.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower) => text,
        var text => throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{Name} \"{text}\" is no digest.", default) { Expected = "sha256: and 64 digits of 0-9 and a-f, as the page prints it" }]),
    };

    /// <summary>The digest of a receipt that was read, without its signature.</summary>
    internal static string Of(byte[] receipt)
    {
        var content = JsonNode.Parse(receipt)!.AsObject();
        content.Remove("signature");
        return CanonicalJson.Digest(content);
    }
}
