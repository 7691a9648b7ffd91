using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>JSON elements that journals and command files share.</summary>
public static class LedgerJson
{
    internal static long? Long(ObjectReader from, string key, bool required)
    {
        var member = required ? from.Required(key) : from.Optional(key);
        if (member is null)
        {
            return null;
        }

        if (member.Kind == LocatedKind.Number && long.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        from.Problems.Error("wrong-type", member.Place, $"\"{key}\" holds {member.Describe()}.", "a whole number of at most 18 digits");
        return null;
    }

    /// <summary>A run of units with its lot; lots already met are shared.</summary>
    /// <param name="from">The object.</param>
    /// <param name="lots">The lots already met.</param>
    /// <param name="isDated">Whether its version lets a lot say when it was issued and when it expires.</param>
    internal static Parcel Parcel(ObjectReader from, Dictionary<UnitLot, UnitLot> lots, bool isDated)
    {
        var lot = new UnitLot(from.Text("registry") ?? "", from.Text("scope") ?? "", UnitKind.Read(from.Text("kind") ?? ""), from.Integer("vintage") ?? 0);
        lot = isDated ? lot.Dated(from.OptionalDate("issued"), from.OptionalDate("expires")) : lot;
        var range = Range(from);
        from.Done();
        if (lots.TryGetValue(lot, out var known))
        {
            lot = known;
        }
        else
        {
            lots.Add(lot, lot);
        }

        return new Parcel(lot, range);
    }

    /// <summary>A block without kind and vintage.</summary>
    internal static SerialBlock Block(ObjectReader from)
    {
        var block = new SerialBlock(from.Text("registry") ?? "", from.Text("scope") ?? "", Range(from));
        from.Done();
        return block;
    }

    /// <summary>An instant as journals write it (ISO 8601, UTC); the reason says what was expected.</summary>
    public static bool TryInstant(string text, out Instant value, [NotNullWhen(false)] out string? reason)
    {
        var parsed = InstantPattern.ExtendedIso.Parse(text);
        value = parsed.Success ? parsed.Value : default;
        reason = "an instant such as 2026-10-15T09:30:00Z";
        return parsed.Success;
    }

    private static BlockRange Range(ObjectReader from)
    {
        var start = from.Value<BlockNumber>("start", TryNumber);
        var end = from.Value<BlockNumber>("end", TryNumber);
        if (start is not { } first || end is not { } last)
        {
            return default;
        }

        if (last < first)
        {
            from.Problems.Error("bad-value", from.Node.Place, $"The block ends at {last}, before its start {first}.", "an end at or after the start");
            return default;
        }

        return new BlockRange(first, last);
    }

    private static bool TryNumber(string text, out BlockNumber value, out string? reason)
    {
        reason = "digits 0-9, at most 2^128 - 1";
        return BlockNumber.TryParse(text, out value);
    }
}
