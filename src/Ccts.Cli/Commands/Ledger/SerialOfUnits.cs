using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>Reads which units are meant: in the ledger's notation, or as a registry's serial.</summary>
internal static class SerialOfUnits
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\r', '\n'];

    /// <summary>The blocks of several texts; a text may hold several too. Read as one, "a:s:1-10,a:s:41-50" would be the units 41 to 50 of another scope.</summary>
    /// <exception cref="CctsDataException">One of them is no units.</exception>
    internal static IReadOnlyList<SerialBlock> All(IEnumerable<string> texts) => [.. texts.SelectMany(Parts).Select(t => Read(t, null))];

    /// <exception cref="CctsDataException">It is neither, or several.</exception>
    internal static SerialBlock One(string text, string? registry) => registry is null && Parts(text) is [_, _, ..]
        ? throw new CctsDataException([new Problem("bad-serial", Severity.Error, $"\"{text}\" holds several blocks.", default) { Expected = "one block", Hint = "Give each block by itself." }]) : Read(text, registry);

    private static string[] Parts(string text)
    {
        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return Array.Exists(parts, p => OfLedger(p) is not null) ? parts : [text];
    }

    // The scope itself may hold colons; the registry and the numbers do not.
    private static SerialBlock? OfLedger(string text)
    {
        var (first, last) = (text.IndexOf(':', StringComparison.Ordinal), text.LastIndexOf(':'));
        return first > 0 && last > first && Range(text[(last + 1)..]) is { } range ? new SerialBlock(text[..first], text[(first + 1)..last], range) : null;
    }

    private static SerialBlock Read(string text, string? registry)
    {
        if (registry is null && OfLedger(text) is { } units)
        {
            return units;
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
