using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Ccts.Registry.Adapters.Channels.Http;

/// <summary>Reads the body of an answer strictly, so that it is unambiguous and all its errors show at once.</summary>
internal static class StrictJson
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    /// <summary>The object, or the list if that is accepted; null with the reason if it is neither, or is ambiguous.</summary>
    internal static (JsonElement? Body, string Fault) Read(ReadOnlyMemory<byte> utf8, bool takesLists)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8, Options);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object && !(takesLists && root.ValueKind == JsonValueKind.Array) ? (null, "The answer is JSON, and not one object.")
                : !IsPlain(root) ? (null, "The answer is JSON in which a member stands twice, so that nobody knows which is meant.")
                : (root.Clone(), "");
        }
        catch (JsonException)
        {
            return (null, utf8.Length == 0 ? "The answer is empty." : "The answer is not JSON, or is nested too deeply.");
        }
        catch (InvalidOperationException)
        {
            return (null, "The answer has text that is not UTF-8.");
        }
    }

    // Depth is bounded above. Each text is decoded once here, because invalid UTF-8 and lone surrogates would otherwise show only when used.
    private static bool IsPlain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => IsPlainObject(element),
        JsonValueKind.Array => element.EnumerateArray().All(IsPlain),
        JsonValueKind.String => element.GetString() is not null,
        _ => true,
    };

    private static bool IsPlainObject(JsonElement element)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return element.EnumerateObject().All(m => names.Add(m.Name) && IsPlain(m.Value));
    }
}
