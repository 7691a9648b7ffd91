using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Journals;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Tokens;

/// <summary>Checks the serial in a token's metadata against its units. The serial is in one of the built-in registry grammars, registry:scope:first-last, or the numbers alone.</summary>
internal static class TokenSerial
{
    /// <summary>Why the serial does not match the units; null when it contains every unit.</summary>
    internal static BookRefusal? Fault(string serial, IReadOnlyList<SerialBlock> units)
    {
        var parts = serial.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(p => p.Trim()).ToList();
        foreach (var unit in units)
        {
            var said = parts.Select(p => Read(p, unit)).ToList();
            if (said.Count == 0 || said.Contains(null))
            {
                return new("serial-unread", $"The token's serial \"{serial}\" cannot be read as numbers of units, so it is not known whether it is that of {unit}.");
            }

            if (!BlockSet.FromRanges(said.Where(s => Spelled.Same(s!.Value.Registry, unit.Registry) && Spelled.Same(s.Value.Scope, unit.Scope)).Select(s => s!.Value.Range)).Contains(unit.Range))
            {
                return new("serial-differs", $"The token's serial is \"{serial}\", but the token is of {unit}.");
            }
        }

        return null;
    }

    private static SerialBlock? Read(string text, SerialBlock unit)
    {
        var (first, last) = (text.IndexOf(':'), text.LastIndexOf(':'));
        return Range(text) is { } numbers ? unit.With(numbers)
            : first > 0 && last > first && Range(text.Substring(last + 1)) is { } range ? new SerialBlock(text.Substring(0, first), text.Substring(first + 1, last - first - 1), range)
            : SerialGrammars.BuiltIn.TryRead(text, out var reading, out _) ? reading.Block : null;
    }

    private static BlockRange? Range(string text)
    {
        var dash = text.IndexOf('-');
        return BlockNumber.TryParse(dash < 0 ? text : text.Substring(0, dash), out var start) && BlockNumber.TryParse(dash < 0 ? text : text.Substring(dash + 1), out var end) && start <= end ? new BlockRange(start, end) : null;
    }
}
