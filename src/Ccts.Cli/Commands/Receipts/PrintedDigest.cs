using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>--digest</c>: the receipt's digest as printed on a page; a page with another digest does not belong to this receipt.</summary>
internal sealed class PrintedDigest
{
    private const string Name = "--digest";
    private const string Prefix = "sha256:";
    private const int Digits = 64;

    private readonly Option<string?> _option = new(Name) { Description = "The digest that a page of the receipt prints: demand that it is this receipt's." };

    internal PrintedDigest(Command command) => command.Options.Add(_option);

    /// <summary>The required digest, or null.</summary>
    /// <exception cref="CctsDataException">It is no digest.</exception>
    internal string? Demanded(ParseResult parsed) => parsed.GetValue(_option) switch
    {
        null => null,
        { Length: var length } text when length == Prefix.Length + Digits && text.StartsWith(Prefix, System.StringComparison.Ordinal) && text.Skip(Prefix.Length).All(char.IsAsciiHexDigitLower) => text,
        var text => throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{Name} \"{text}\" is no digest.", default) { Expected = "sha256: and 64 digits of 0-9 and a-f, as the page prints it" }]),
    };

    /// <summary>The receipt's content in one sentence, to compare with a page: the digest is also right on a page whose figures were altered.</summary>
    internal static string Answer(byte[] receipt)
    {
        var content = JsonNode.Parse(receipt)!;
        var (kind, input, outputs) = ((string?)content["kind"], content["input"], content["outputs"]);
        var certificates = Text(outputs, "certificates", "quantity") is { } quantity ? $"certificates {Text(outputs, "certificates", "kind")} {quantity}" : Text(outputs, "certificates", "kind") is { } none ? $"certificates {none}" : null;
        string?[] said =
        [
            Text(input, "entity", "name"), Text(input, "entity", "registration"), Text(input, "account") is { } account ? "account " + account : null, Text(input, "complianceYear") ?? Text(input, "year"), Text(input, "purpose"),
            certificates, Text(outputs, "intensity", "achieved") is { } achieved ? "intensity " + achieved : null, Text(outputs, "tonnes") is { } tonnes ? tonnes + " units" : null,
        ];
        return $"The receipt is of {(kind is "assessment" or "export" ? "an" : "a")} {kind}: {string.Join(", ", said.OfType<string>())}.";
    }

    private static string? Text(JsonNode? node, params string[] path)
    {
        foreach (var key in path)
        {
            node = node is JsonObject below ? below[key] : null;
        }

        return node is JsonValue ? Ccts.Cli.Output.Printable.Of(node.ToString()) : null;
    }

    /// <summary>The digest of a receipt, without its signature.</summary>
    internal static string Of(byte[] receipt)
    {
        var content = JsonNode.Parse(receipt)!.AsObject();
        content.Remove("signature");
        return CanonicalJson.Digest(content);
    }
}
