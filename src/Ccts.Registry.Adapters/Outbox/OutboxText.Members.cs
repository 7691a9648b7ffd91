using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Registry.Adapters.Outbox;

/// <content>Reads and writes members of the JSON texts; empty members are not written.</content>
public static partial class OutboxText
{
    // An owner reads a hundred thousand of these texts before it sends anything, and asks each for some forty members, most of which are not there: an element would look through all it has each time.
    private static Dictionary<string, JsonElement> Members(JsonElement from)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in from.EnumerateObject())
        {
            members.Add(member.Name, member.Value);
        }

        return members;
    }

    private static BlockSet Numbers(Dictionary<string, JsonElement> from, string name)
    {
        if (!from.TryGetValue(name, out var list))
        {
            return BlockSet.Empty;
        }

        var bounds = list.EnumerateArray().Select(b => BlockNumber.Parse(b.GetString()!)).ToArray();
        return BlockSet.FromRanges(Enumerable.Range(0, bounds.Length / 2).Select(i => new BlockRange(bounds[2 * i], bounds[(2 * i) + 1])));
    }

    private static string? Text(Dictionary<string, JsonElement> from, string name) => from.TryGetValue(name, out var found) ? found.GetString() : null;

    private static long Number(Dictionary<string, JsonElement> from, string name) => from.TryGetValue(name, out var found) ? found.GetInt64() : 0;

    private static bool Flag(Dictionary<string, JsonElement> from, string name) => from.TryGetValue(name, out var found) && found.GetBoolean();

    private static Instant? Time(Dictionary<string, JsonElement> from, string name) =>
        Text(from, name) is { } text ? InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : throw new FormatException($"\"{text}\" is not a time.") : null;

    private static Duration? Length(Dictionary<string, JsonElement> from, string name) =>
        Text(from, name) is { } text ? DurationPattern.JsonRoundtrip.Parse(text) is { Success: true } parsed ? parsed.Value : throw new FormatException($"\"{text}\" is not a length of time.") : null;

    private static void Write(Utf8JsonWriter json, string name, Duration? length)
    {
        if (length is { } there)
        {
            json.WriteString(name, DurationPattern.JsonRoundtrip.Format(there));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, Instant? time)
    {
        if (time is { } there)
        {
            json.WriteString(name, InstantPattern.ExtendedIso.Format(there));
        }
    }

    private static void Write(Utf8JsonWriter json, string name, BlockSet numbers)
    {
        if (!numbers.IsEmpty)
        {
            json.WriteStartArray(name);
            foreach (var range in numbers.Ranges)
            {
                json.WriteStringValue(range.Start.ToString());
                json.WriteStringValue(range.End.ToString());
            }

            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json.WriteString(name, text);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, int number)
    {
        if (number != 0)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, bool flag)
    {
        if (flag)
        {
            json.WriteBoolean(name, true);
        }
    }

    private static string Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }
}
