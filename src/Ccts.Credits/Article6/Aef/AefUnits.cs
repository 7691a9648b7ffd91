using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6.Aef;

/// <summary>Reads the units behind the identifiers of a row. The format does not prescribe how a registry writes them, and names no series.</summary>
internal static class AefUnits
{
    /// <summary>Whether a row names units.</summary>
    internal static bool AreIn(AefRow row) => !(AefColumns.IsNothing(row[AefColumns.FirstUnit]) && AefColumns.IsNothing(row[AefColumns.LastUnit]));

    /// <summary>Reads serials of a registry with a known grammar, plain numbers, or two numbers within the same text, such as IN-A-0001 to IN-A-0040 or 1/IN/2025 to 40/IN/2025; null for anything else.</summary>
    internal static SerialBlock? Of(AefRow row, out bool isBackwards)
    {
        var (from, to) = (row[AefColumns.FirstUnit], row[AefColumns.LastUnit]);
        if (SerialGrammars.BuiltIn.TryRead(from, out var begin, out _) && SerialGrammars.BuiltIn.TryRead(to, out var end, out _) && begin.Block is { } one && end.Block is { } other && one.SharesScopeWith(other))
        {
            isBackwards = other.Start < one.Start || other.End < one.End;
            return isBackwards ? null : one.With(new BlockRange(one.Start, other.End));
        }

        var ((series, first), (others, last)) = Parted(from, to);
        var isRun = first is not null && last is not null && Spelled.Same(series, others);
        isBackwards = isRun && last < first;
        return isRun && !isBackwards ? new SerialBlock(row[AefColumns.UnitRegistry], series + "|" + row[AefColumns.Vintage], first!.Value, last!.Value) : null;
    }

    // Splits at the only number in which the two differ; for a single unit, at the number at its end.
    private static ((string Series, BlockNumber? Number) First, (string Series, BlockNumber? Number) Last) Parted(string first, string last)
    {
        if (BlockNumber.TryParse(first.Replace(",", ""), out var whole) && BlockNumber.TryParse(last.Replace(",", ""), out var wholeLast))
        {
            return (("", whole), ("", wholeLast));
        }

        var (one, other) = (Pieces(first), Pieces(last));
        var differing = one.Count == other.Count ? Enumerable.Range(0, one.Count).Where(i => !Spelled.Same(one[i], other[i])).ToList() : [];
        var at = one.Count != other.Count || differing.Count > 1 ? -1 : differing.Count == 1 ? differing[0] : one.Count - 1;
        return at < 0 ? ((first, null), (last, null)) : (At(one, at), At(other, at));
    }

    private static (string Series, BlockNumber? Number) At(List<string> pieces, int at) =>
        BlockNumber.TryParse(pieces[at], out var number) ? (string.Concat(pieces.Select((p, i) => i == at ? "#" : p)), number) : (string.Concat(pieces), null);

    // Runs of digits, and the text between them.
    private static List<string> Pieces(string unit)
    {
        var pieces = new List<string>();
        for (var i = 0; i < unit.Length; i++)
        {
            var isDigit = unit[i] is >= '0' and <= '9';
            if (i == 0 || isDigit != unit[i - 1] is >= '0' and <= '9')
            {
                pieces.Add("");
            }

            pieces[pieces.Count - 1] += unit[i];
        }

        return pieces;
    }
}
