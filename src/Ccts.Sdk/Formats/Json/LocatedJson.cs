using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>
/// Reads JSON strictly: UTF-8 only, no comments, no trailing commas, bounded size and depth, and a duplicate key is an
/// error. Gives a tree in which every value knows its line, column and pointer.
/// </summary>
public static class LocatedJson
{
    /// <summary>The most bytes of a file unless the caller says otherwise: 16 MiB.</summary>
    public const int DefaultMaxBytes = 16 * 1024 * 1024;

    /// <summary>The most levels of objects and lists inside each other: 64.</summary>
    public const int MaxDepth = 64;

    /// <summary>The tree, or null with the reason in <paramref name="problems"/> when the text is not JSON at all.</summary>
    public static LocatedNode? Read(byte[] utf8, string? file, ProblemList problems, int maxBytes = DefaultMaxBytes)
    {
        Require.NotNull(utf8);
        Require.NotNull(problems);
        if (utf8.Length > maxBytes)
        {
            problems.Error("file-too-large", new SourcePlace(file, 1, 1, ""), $"The file has {utf8.Length} bytes.", $"at most {maxBytes} bytes", "Split it, or check that this is the right file.");
            return null;
        }

        if (!Utf8Text.TryStrip(utf8, file, problems, out var bytes))
        {
            return null;
        }

        if (Array.TrueForAll(bytes, b => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
        {
            problems.Error("json-syntax", new SourcePlace(file, 1, 1, ""), "The file is empty.", "JSON as in RFC 8259", "Look whether it was written at all, or is the wrong file.");
            return null;
        }

        var text = new LocatedText(file, bytes);
        try
        {
            return ReadTree(text, problems);
        }
        catch (DecoderFallbackException old)
        {
            problems.Error("text-encoding", text.PlaceAt(old.Index, ""), $"The file is not UTF-8 text: the byte {bytes[old.Index]:X2} here is a letter in Windows-1252, or in another old encoding.", "UTF-8", "Save it again with the encoding UTF-8.");
            return null;
        }
        catch (JsonException) when (OtherFile.Find(bytes, file) is { } other)
        {
            problems.Add(other);
            return null;
        }
        catch (JsonException broken)
        {
            var line = (int)(broken.LineNumber ?? 0) + 1;
            var column = (int)Math.Min(int.MaxValue - 1, broken.BytePositionInLine ?? 0) + 1;
            problems.Error("json-syntax", new SourcePlace(file, line, column, ""), Plain(broken.Message), "JSON as in RFC 8259", SyntaxSlip.HintFor(bytes, line - 1, column - 1, broken.Message));
            return null;
        }
    }

    private static LocatedNode? ReadTree(LocatedText text, ProblemList problems)
    {
        var reader = new Utf8JsonReader(text.Bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
        LocatedNode? root = null;
        var texts = new TextPool(text.Bytes);
        var open = new (LocatedNode Node, int First, KeySet Keys)[4];
        var depth = 0;

        // Members of all open objects, those of the innermost last; a closing object takes its own.
        var members = new List<LocatedNode>();
        string? key = null;
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                ref var closed = ref open[--depth];
                closed.Node.Items = Take(members, closed.First);
                continue;
            }

            var offset = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                key = Decode(ref reader, texts, text, offset, problems);
                ref var holder = ref open[depth - 1];
                if (!holder.Keys.Add(members, key))
                {
                    problems.Error("json-duplicate-key", text.PlaceAt(offset, holder.Node.Pointer), $"The key \"{key}\" occurs twice in the same object.", "each key once", "Delete one of the two; which one is meant cannot be guessed.");
                }

                continue;
            }

            var parent = depth == 0 ? null : open[depth - 1].Node;
            var index = parent is null ? 0 : members.Count - open[depth - 1].First;
            var node = new LocatedNode(text, parent, key, index, KindOf(reader.TokenType), ValueOf(ref reader, texts, text, offset, problems), offset);
            key = null;
            root ??= node;
            members.Add(node);
            if (node.Kind is LocatedKind.Object or LocatedKind.Array)
            {
                if (depth == open.Length)
                {
                    Array.Resize(ref open, Math.Min(MaxDepth, depth * 2));
                }

                open[depth++] = (node, members.Count, new KeySet(members.Count));
            }
        }

        return root;
    }

    private static LocatedNode[] Take(List<LocatedNode> members, int first)
    {
        var taken = new LocatedNode[members.Count - first];
        members.CopyTo(first, taken, 0, taken.Length);
        members.RemoveRange(first, taken.Length);
        return taken;
    }

    private static string? ValueOf(ref Utf8JsonReader reader, TextPool texts, LocatedText text, int offset, ProblemList problems) => reader.TokenType switch
    {
        JsonTokenType.String => Decode(ref reader, texts, text, offset, problems),
        JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan.ToArray()),
        _ => null,
    };

    private static string Decode(ref Utf8JsonReader reader, TextPool texts, LocatedText text, int offset, ProblemList problems)
    {
        try
        {
            return texts.TextOf(ref reader);
        }
        catch (InvalidOperationException)
        {
            if (Utf8Check.FirstBad(text.Bytes) is >= 0 and var at)
            {
                throw new DecoderFallbackException("", [text.Bytes[at]], at);
            }

            problems.Error("json-invalid-text", text.PlaceAt(offset, ""), "This text holds escapes that are no Unicode characters.", "no lone surrogates");
            return "";
        }
    }

    private static LocatedKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => LocatedKind.Object,
        JsonTokenType.StartArray => LocatedKind.Array,
        JsonTokenType.String => LocatedKind.String,
        JsonTokenType.Number => LocatedKind.Number,
        JsonTokenType.True => LocatedKind.True,
        JsonTokenType.False => LocatedKind.False,
        _ => LocatedKind.Null,
    };

    private static string Plain(string message)
    {
        var cut = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (cut < 0 ? message : message.Substring(0, cut)).Replace(" Change the reader options.", "");
    }
}
