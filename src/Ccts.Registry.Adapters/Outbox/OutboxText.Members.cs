using System;
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
    private static BlockSet Numbers(JsonElement from, string name)
    {
        if (!from.TryGetProperty(name, out var list))
        {
            return BlockSet.Empty;
        }

        var bounds = list.EnumerateArray().Select(b => BlockNumber.Parse(b.GetString()!)).ToArray();
        return BlockSet.FromRanges(Enumerable.Range(0, bounds.Length / 2).Select(i => new BlockRange(bounds[2 * i], bounds[(2 * i) + 1])));
    }

    private static string? Text(JsonElement from, string name) => from.TryGetProperty(name, out var found) ? found.GetString() : null;

    private static long Number(JsonElement from, string name) => from.TryGetProperty(name, out var found) ? found.GetInt64() : 0;

    private static bool Flag(JsonElement from, string name) => from.TryGetProperty(name, out var found) && found.GetBoolean();

    private static Instant? Time(JsonElement from, string name) =>
        Text(from, name) is { } text ? InstantPattern.ExtendedIso.Parse(text) is { Success: true } parsed ? parsed.Value : throw new FormatException($"\"{text}\" is not a time.") : null;

    private static Duration? Length(JsonElement from, string name) =>
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
