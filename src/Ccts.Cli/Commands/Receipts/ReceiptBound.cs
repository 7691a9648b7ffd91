using System.CommandLine;
using System.Globalization;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Trust.Receipts;

namespace Ccts.Cli.Commands.Receipts;

/// <summary><c>--max-mib</c>: how large a receipt may be that a command reads.</summary>
internal sealed class ReceiptBound
{
    internal const string Name = "--max-mib";
    private const int Default = Receipt.DefaultMaxBytes / ReceiptSize.Mebibyte;
    private const int Most = ReceiptSize.MostBytes / ReceiptSize.Mebibyte;
    private static readonly string s_range = string.Create(CultureInfo.InvariantCulture, $"1 to {Most}");

    private readonly Option<int> _option = new(Name) { Description = $"How many MiB a receipt may have, {s_range}; a clearing proof has some 126 for 100,000 trades.", DefaultValueFactory = _ => Default };

    internal ReceiptBound(Command command) => command.Options.Add(_option);

    /// <exception cref="CctsDataException">The bound is out of its range.</exception>
    internal int Bytes(ParseResult parsed)
    {
        var mebibytes = parsed.GetValue(_option);
        return mebibytes is >= 1 and <= Most
            ? mebibytes * ReceiptSize.Mebibyte
            : throw new CctsDataException([new Problem("bad-option", Severity.Error, $"{Name} {mebibytes} is no size of a receipt.", default) { Expected = $"a whole number, {s_range}" }]);
    }

    /// <exception cref="CctsDataException">It cannot be opened, or is larger than <paramref name="maxBytes"/>.</exception>
    internal static byte[] Read(string path, int maxBytes) => Inputs.Read(path, maxBytes, $"A receipt cannot be split: if one this large is expected, give {Name}.");

    /// <summary>The command that verifies a receipt of this size, ready to be copied.</summary>
    internal static string HowToVerify(string path, long bytes)
    {
        var mebibytes = (bytes + ReceiptSize.Mebibyte - 1) / ReceiptSize.Mebibyte;
        var shown = path.Any(char.IsWhiteSpace) ? $"'{path}'" : path;
        return mebibytes <= Most
            ? string.Create(CultureInfo.InvariantCulture, $"\"ccts receipt verify {shown} {Name} {mebibytes}\" verifies it.")
            : string.Create(CultureInfo.InvariantCulture, $"No receipt of more than {Most} MiB can be verified: clear the session in parts.");
    }
}
