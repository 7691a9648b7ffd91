using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Ccts.Cli.Tests.Output;

/// <summary>What values of one place in JSON have in common: their kinds, their members and which of those may be missing, the shape of their elements.</summary>
internal sealed class JsonShape
{
    private const int Widest = 120;

    private readonly List<string> _order = [];
    private readonly Dictionary<string, JsonShape> _members = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _kinds = new(StringComparer.Ordinal);
    private JsonShape? _element;
    private int _objects;
    private int _seen;

    /// <param name="keyed">Names of members whose own members are named by data, such as the key of a field.</param>
    internal void Add(JsonElement value, IReadOnlySet<string> keyed) => Add(value, keyed, isKeyed: false);

    internal string Write() => Text(0);

    private void Add(JsonElement value, IReadOnlySet<string> keyed, bool isKeyed)
    {
        _seen++;
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _objects++;
                foreach (var member in value.EnumerateObject())
                {
                    Member(isKeyed ? "<key>" : member.Name).Add(member.Value, keyed, keyed.Contains(member.Name) && !isKeyed);
                }

                break;
            case JsonValueKind.Array:
                _element ??= new JsonShape();
                foreach (var element in value.EnumerateArray())
                {
                    _element.Add(element, keyed, isKeyed: false);
                }

                break;
            default:
                _kinds.Add(value.ValueKind switch { JsonValueKind.String => "text", JsonValueKind.Number => "number", JsonValueKind.Null => "null", _ => "flag" });
                break;
        }
    }

    private JsonShape Member(string name)
    {
        if (!_members.TryGetValue(name, out var shape))
        {
            _members.Add(name, shape = new JsonShape());
            _order.Add(name);
        }

        return shape;
    }

    private string Text(int indent)
    {
        var parts = new List<string>();
        if (_objects > 0)
        {
            parts.Add(Object(indent));
        }

        if (_element is { } element)
        {
            parts.Add(element._seen == 0 ? "[]" : $"[{element.Text(indent)}]");
        }

        parts.AddRange(_kinds.Where(k => k != "null"));
        if (_kinds.Contains("null"))
        {
            parts.Add("null");
        }

        return string.Join(" | ", parts);
    }

    private string Object(int indent)
    {
        var members = _order.Select(name => (Name: Name(name), Shape: _members[name])).ToList();
        var line = $"{{ {string.Join(", ", members.Select(m => $"{m.Name}: {m.Shape.Text(indent + 1)}"))} }}";
        if (members.Count == 0)
        {
            return "{}";
        }

        if (!line.Contains('\n', StringComparison.Ordinal) && line.Length + (2 * indent) <= Widest)
        {
            return line;
        }

        var text = new StringBuilder("{\n");
        foreach (var (name, shape) in members)
        {
            text.Append(CultureInfo.InvariantCulture, $"{new string(' ', 2 * (indent + 1))}{name}: {shape.Text(indent + 1)}\n");
        }

        return text.Append(new string(' ', 2 * indent)).Append('}').ToString();
    }

    private string Name(string name) => name == "<key>" ? name : $"{name}{(_members[name]._seen < _objects ? "?" : "")}";
}
