using System.Collections.Generic;
using System.Globalization;
using Ccts.Sdk.Problems;

namespace Ccts.Sdk.Formats.Json;

/// <summary>A JSON value that knows its place, so that every problem can name it.</summary>
public sealed class LocatedNode
{
    private static readonly LocatedNode[] None = [];
    private readonly LocatedText _text;
    private readonly LocatedNode? _parent;
    private readonly int _offset;
    private string? _pointer;

    internal LocatedNode(LocatedText text, LocatedNode? parent, string? key, int index, LocatedKind kind, string? value, int offset)
    {
        _text = text;
        _parent = parent;
        Key = key;
        Index = index;
        Kind = kind;
        Value = value;
        _offset = offset;
    }

    /// <summary>What the value is.</summary>
    public LocatedKind Kind { get; }

    /// <summary>The decoded string, or a number exactly as written; null for the other kinds.</summary>
    public string? Value { get; }

    /// <summary>The member name under which the parent object holds this node; null in arrays and at the root.</summary>
    public string? Key { get; }

    internal int Index { get; }

    /// <summary>Members of an object or items of an array, in the order they were written.</summary>
    public IReadOnlyList<LocatedNode> Children => Items ?? None;

    internal LocatedNode[]? Items { get; set; }

    /// <summary>File, line, column and pointer.</summary>
    public SourcePlace Place => _text.PlaceAt(_offset, Pointer);

    /// <summary>RFC 6901. Kept, because the pointers of inner values begin with it.</summary>
    internal string Pointer => _pointer ??= _parent is null ? "" : _parent.Pointer + "/" + (Key is null ? Index.ToString(CultureInfo.InvariantCulture) : Escaped(Key));

    /// <summary>The member with exactly that name, or null.</summary>
    public LocatedNode? Member(string key)
    {
        foreach (var child in Items ?? [])
        {
            if (string.Equals(child.Key, key, System.StringComparison.Ordinal))
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>What a person would call this kind of value.</summary>
    public string Describe() => Kind switch
    {
        LocatedKind.Object => "an object",
        LocatedKind.Array => "a list",
        LocatedKind.String => "text",
        LocatedKind.Number => "a number",
        LocatedKind.Null => "null",
        _ => "true or false",
    };

    private static string Escaped(string key) => key.IndexOfAny(['~', '/']) < 0 ? key : key.Replace("~", "~0").Replace("/", "~1");
}
