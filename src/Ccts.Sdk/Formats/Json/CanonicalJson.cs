using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace Ccts.Sdk.Formats.Json;

/// <summary>
/// Writes JSON in the one canonical form of RFC 8785, so that equal content has equal bytes. Numbers are whole and within
/// ±(2^53 - 1); regulated numbers are strings, because RFC 8785 numbers are binary doubles.
/// </summary>
public static class CanonicalJson
{
    internal const long MaxInteger = 9007199254740991;

    /// <summary>Whether a whole number survives a reader that holds JSON numbers as binary doubles.</summary>
    internal static bool Holds(long number) => number is >= -MaxInteger and <= MaxInteger;

    /// <summary>The canonical text as UTF-8.</summary>
    public static byte[] Bytes(JsonNode? node) => Encoding.UTF8.GetBytes(Text(node));

    internal static string Text(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary><c>sha256:</c> and the lower-case hexadecimal digest of the canonical bytes.</summary>
    public static string Digest(JsonNode? node) => Sha256.Of(Bytes(node));

    private static void Write(JsonNode? node, StringBuilder text)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject members:
                WriteObject(members, text);
                break;
            case JsonArray items:
                WriteArray(items, text);
                break;
            default:
                WriteValue(node.AsValue(), text);
                break;
        }
    }

    private static void WriteObject(JsonObject members, StringBuilder text)
    {
        text.Append('{');
        var first = true;
        foreach (var member in members.OrderBy(m => m.Key, StringComparer.Ordinal))
        {
            if (!first)
            {
                text.Append(',');
            }

            first = false;
            WriteString(member.Key, text);
            text.Append(':');
            Write(member.Value, text);
        }

        text.Append('}');
    }

    private static void WriteArray(JsonArray items, StringBuilder text)
    {
        text.Append('[');
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
            {
                text.Append(',');
            }

            Write(items[i], text);
        }

        text.Append(']');
    }

    private static void WriteValue(JsonValue value, StringBuilder text)
    {
        if (value.TryGetValue<string>(out var words))
        {
            WriteString(words, text);
        }
        else if (value.TryGetValue<bool>(out var flag))
        {
            text.Append(flag ? "true" : "false");
        }
        else if (TryInteger(value, out var number) && Holds(number))
        {
            text.Append(number.ToString(CultureInfo.InvariantCulture));
        }
        else
        {
            throw new NotSupportedException("Canonical JSON here holds whole numbers within 2^53 only; write regulated numbers as strings.");
        }
    }

    private static bool TryInteger(JsonValue value, out long number)
    {
        if (value.TryGetValue(out number))
        {
            return true;
        }

        if (value.TryGetValue<int>(out var small))
        {
            number = small;
            return true;
        }

        return false;
    }

    private static void WriteString(string words, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in words)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        text.Append('"');
    }
}
