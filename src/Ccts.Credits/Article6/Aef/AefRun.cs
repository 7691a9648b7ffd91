using System;
using System.Globalization;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Credits.Article6.Aef;

/// <summary>The identifiers of a row of actions or holdings, in either notation.</summary>
internal sealed record AefRun(string Scope, BlockRange Serials)
{
    internal decimal Tonnes => Serials.TryGetCount(out var count) && count.High == 0 ? count.ToDecimal() : decimal.MaxValue;

    internal bool Overlaps(AefRun other) => Scope == other.Scope && Serials.Overlaps(other.Serials);

    /// <summary>The run, or null with the reason.</summary>
    internal static AefRun? Of(AefRow row, AefIdReading reading, out string fault)
    {
        fault = "";
        var (first, last) = (row[AefColumns.FirstId], row[AefColumns.LastId]);
        return reading == AefIdReading.Integers ? Integers(row, first, last, ref fault) : Full(row, first, last, ref fault);
    }

    private static AefRun? Integers(AefRow row, string first, string last, ref string fault)
    {
        if (!Number(first, out var start) || !Number(last, out var end))
        {
            fault = $"\"{first}\" and \"{last}\" are not both whole numbers from 1" + (ItmoIdentifier.TryParse(first, out _) ? "; they are full identifiers, and the file is read as one with whole numbers." : ".");
            return null;
        }

        return Range($"{row[AefColumns.Approach]}-{row[AefColumns.ItmoRegistry]}-{row[AefColumns.FirstTransferringParty]}-{row[AefColumns.Vintage]}", start, end, ref fault);
    }

    private static AefRun? Full(AefRow row, string first, string last, ref string fault)
    {
        if (!ItmoIdentifier.TryParse(first, out var start) || !ItmoIdentifier.TryParse(last, out var end))
        {
            fault = $"\"{first}\" and \"{last}\" are not both identifiers" + (Number(first, out _) ? "; they are whole numbers, and the file is read as one with full identifiers." : ".");
            return null;
        }

        if (start.Scope != end.Scope)
        {
            fault = $"{first} and {last} do not differ in the serial alone.";
            return null;
        }

        foreach (var (column, part) in new[]
        {
            (AefColumns.Approach, start.Approach), (AefColumns.ItmoRegistry, start.Registry), (AefColumns.FirstTransferringParty, start.Party),
            (AefColumns.Vintage, start.Vintage.ToString("0000", CultureInfo.InvariantCulture)),
        })
        {
            if (row[column] != part && !AefColumns.IsNothing(row[column]))
            {
                fault = $"The identifier says {part}, the column \"{column}\" {row[column]}.";
                return null;
            }
        }

        return Range(start.Scope, start.Serial, end.Serial, ref fault);
    }

    private static AefRun? Range(string scope, BlockNumber start, BlockNumber end, ref string fault)
    {
        if (end < start)
        {
            fault = $"The last serial, {end}, is before the first, {start}.";
            return null;
        }

        return new AefRun(scope, new BlockRange(start, end));
    }

    private static bool Number(string text, out BlockNumber number) => BlockNumber.TryParse(text.Replace(",", ""), out number) && number != BlockNumber.Zero;
}
