using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Some registries and gateways repeat what they were sent. The host's secrets are removed before the answer is used.</summary>
internal static class EchoedSecrets
{
    private const string Mask = "***";
    private const int NeverByChance = 12;

    internal static HttpReply Without(HttpReply reply, IReadOnlyList<string> secrets) => reply.Body is { } body && Has(body, secrets)
        ? reply with { Body = Without(body, secrets) }
        : reply;

    private static bool Has(JsonElement element, IReadOnlyList<string> secrets) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(p => Has(p.Name, secrets) || Has(p.Value, secrets)),
        JsonValueKind.Array => element.EnumerateArray().Any(e => Has(e, secrets)),
        JsonValueKind.String => Has(element.GetString()!, secrets),
        _ => false,
    };

    private static bool Has(string text, IReadOnlyList<string> secrets) => secrets.Any(s => Find(text, s, 0) >= 0);

    private static JsonElement Without(JsonElement body, IReadOnlyList<string> secrets)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            Write(json, body, secrets);
        }

        using var document = JsonDocument.Parse(bytes.ToArray());
        return document.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, JsonElement element, IReadOnlyList<string> secrets)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(Without(property.Name, secrets));
                    Write(json, property.Value, secrets);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item, secrets);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Without(element.GetString()!, secrets));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    private static string Without(string text, IReadOnlyList<string> secrets)
    {
        foreach (var secret in secrets)
        {
            var left = new StringBuilder();
            var from = 0;
            for (var at = Find(text, secret, 0); at >= 0; at = Find(text, secret, from))
            {
                left.Append(text, from, at - from).Append(Mask);
                from = at + secret.Length;
            }

            text = left.Append(text, from, text.Length - from).ToString();
        }

        return text;
    }

    // A short secret stands in other words by chance, so it counts as a word of its own alone.
    private static int Find(string text, string secret, int from)
    {
        for (var at = text.IndexOf(secret, from, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
        {
            if (secret.Length >= NeverByChance || (!IsWord(text, at - 1) && !IsWord(text, at + secret.Length)))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);
}
