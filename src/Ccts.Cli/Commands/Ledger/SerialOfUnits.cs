using System;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Reads which units are meant: in the ledger's notation, or as a registry's serial.</summary>
internal static class SerialOfUnits
{
    /// <exception cref="CctsDataException">It is neither.</exception>
    internal static SerialBlock Read(string text, string? registry)
    {
        // The scope itself may hold colons; the registry and the numbers do not.
        var (first, last) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf(':'));
        if (registry is null && first > 0 && last > first && Range(text[(last + 1)..]) is { } range)
        {
            return new SerialBlock(text[..first], text[(first + 1)..last], range);
        }

        var error = "It names no block of units.";
        if (SerialGrammars.BuiltIn.TryRead(text, out var reading, out var refusal, registry))
        {
            if (reading.Block is { } block)
            {
                return block;
            }
        }
        else
        {
            error = refusal.Message;
        }

        throw new CctsDataException([new Problem("bad-serial", Severity.Error, $"\"{text}\" is not read as units. {error}", default)
        {
            Expected = "registry:scope:number or registry:scope:first-last, as \"ccts ledger export\" gives the parts, or a serial as its registry writes it",
        }]);
    }

    private static BlockRange? Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return !BlockNumber.TryParse(dash < 0 ? text : text[..dash], out var start) || !BlockNumber.TryParse(dash < 0 ? text : text[(dash + 1)..], out var end) || end < start ? null : new BlockRange(start, end);
    }
}
