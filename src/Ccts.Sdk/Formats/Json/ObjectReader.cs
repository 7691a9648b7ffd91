using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Sdk.Formats.Json;

/// <summary>Turns a text into a value, or says why not.</summary>
public delegate bool TextParser<T>(string text, out T value, out string? reason);

/// <summary>
/// Reads one JSON object member by member. Wrong types, missing and unknown members become problems, never exceptions;
/// call <see cref="Done"/> last, so that a message about unknown members can name the known ones.
/// </summary>
public sealed class ObjectReader
{
    // One bit for each member; members beyond the last bit are tracked by name.
    private const int Bits = 64;
    private readonly LocatedNode[] _members = [];
    private ulong _asked;
    private int _next;
    private List<string>? _absent;
    private List<IReadOnlyList<string>>? _knownTogether;

    /// <summary>Begins to read an object; a node that is not an object is reported at once.</summary>
    /// <param name="node">What was read.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public ObjectReader(LocatedNode node, ProblemList problems)
    {
        Require.NotNull(node);
        Require.NotNull(problems);
        Node = node;
        Problems = problems;
        if (node.Kind == LocatedKind.Object)
        {
            _members = node.Items ?? [];
        }
        else
        {
            problems.Error("wrong-type", node.Place, $"Found {node.Describe()}.", "an object { … }");
        }
    }

    /// <summary>What is read.</summary>
    public LocatedNode Node { get; }

    /// <summary>Where problems go.</summary>
    public ProblemList Problems { get; }

    /// <summary>The member, or null when it is absent. A JSON null counts as present.</summary>
    public LocatedNode? Optional(string key)
    {
        var member = Find(key);
        if (member is null || member.Index >= Bits)
        {
            (_absent ??= []).Add(key);
        }
        else
        {
            _asked |= 1UL << member.Index;
        }

        return member;
    }

    /// <summary>Which of the keys are present, in the order of the keys.</summary>
    public IReadOnlyList<string> Present(string[] keys)
    {
        (_knownTogether ??= new(3)).Add(keys);
        List<string>? present = null;
        foreach (var key in keys)
        {
            if (Node.Kind == LocatedKind.Object && Node.Member(key) is { } member)
            {
                (present ??= new(1)).Add(key);
                _asked |= member.Index < Bits ? 1UL << member.Index : 0;
            }
        }

        return present ?? (IReadOnlyList<string>)[];
    }

    /// <summary>The member, or null with a problem reported when it is missing.</summary>
    public LocatedNode? Required(string key)
    {
        var member = Optional(key);
        if (member is null && Node.Kind == LocatedKind.Object)
        {
            Problems.Error("missing-key", Node.Place, $"\"{key}\" is missing.", $"a member \"{key}\"");
        }

        return member;
    }

    /// <summary>A text that must be there.</summary>
    public string? Text(string key) => TextOf(Required(key));

    /// <summary>A text that may be left out.</summary>
    public string? OptionalText(string key) => TextOf(Optional(key));

    /// <summary>A required value, read by its parser.</summary>
    public T? Value<T>(string key, TextParser<T> parser)
        where T : struct => ValueOf(Required(key), parser);

    /// <summary>An optional value, read by its parser.</summary>
    public T? OptionalValue<T>(string key, TextParser<T> parser)
        where T : struct => ValueOf(Optional(key), parser);

    /// <summary>A day (ISO 8601) that must be there.</summary>
    public LocalDate? Date(string key) => Value<LocalDate>(key, TryDate);

    /// <summary>A day (ISO 8601) that may be left out.</summary>
    public LocalDate? OptionalDate(string key) => OptionalValue<LocalDate>(key, TryDate);

    /// <c>true</c> or <c>false</c> that must be there.
    public bool? Flag(string key) => FlagOf(Required(key));

    /// <c>true</c> or <c>false</c> that may be left out.
    public bool? OptionalFlag(string key) => FlagOf(Optional(key));

    /// <summary>A whole number that must be there.</summary>
    public int? Integer(string key) => IntegerOf(Required(key));

    internal int? OptionalInteger(string key) => IntegerOf(Optional(key));

    /// <summary>One of a closed set of words.</summary>
    public T? Choice<T>(string key, IReadOnlyDictionary<string, T> words, bool required = true)
        where T : struct
    {
        var member = required ? Required(key) : Optional(key);
        var text = TextOf(member);
        if (text is null)
        {
            return null;
        }

        if (words.TryGetValue(text, out var value))
        {
            return value;
        }

        Problems.Error("unknown-word", member!.Place, $"\"{text}\" is not one of the words for \"{key}\".", string.Join(", ", words.Keys.OrderBy(w => w, StringComparer.Ordinal)), Problems.Nearest(text, words.Keys));
        return null;
    }

    /// <summary>A reader of an object that must be there.</summary>
    public ObjectReader? Object(string key)
    {
        var member = Required(key);
        return member is null ? null : new ObjectReader(member, Problems);
    }

    /// <summary>A reader of an object that may be left out.</summary>
    public ObjectReader? OptionalObject(string key)
    {
        var member = Optional(key);
        return member is null ? null : new ObjectReader(member, Problems);
    }

    /// <summary>The items of a list that must be there; none, with a problem reported, when it is not.</summary>
    public IReadOnlyList<LocatedNode> List(string key) => ItemsOf(Required(key));

    /// <summary>The items of a list that may be left out.</summary>
    public IReadOnlyList<LocatedNode> OptionalList(string key) => ItemsOf(Optional(key));

    /// <summary>Reports every member that was not asked for, so that a misplaced key is never ignored silently.</summary>
    public void Done()
    {
        List<string>? known = null;
        foreach (var member in _members)
        {
            if (IsAsked(member) || (known ??= Known()).Contains(member.Key!))
            {
                continue;
            }

            var expected = string.Join(", ", known.Distinct(StringComparer.Ordinal).OrderBy(k => k, StringComparer.Ordinal));
            Problems.Error("unknown-key", member.Place, $"\"{ShownText.Short(member.Key!)}\" is not a key that belongs here.", expected, Problems.Nearest(member.Key!, known));
        }
    }

    private bool IsAsked(LocatedNode member) => member.Index < Bits && (_asked & (1UL << member.Index)) != 0;

    /// <summary>Every name that was asked for, there or not.</summary>
    private List<string> Known() => [.. (_knownTogether ?? []).SelectMany(keys => keys), .. _members.Where(IsAsked).Select(m => m.Key!), .. _absent ?? []];

    /// <summary>Members are mostly in the order in which they are asked for, so the next one is tried first.</summary>
    private LocatedNode? Find(string key)
    {
        var member = _next < _members.Length && string.Equals(_members[_next].Key, key, StringComparison.Ordinal) ? _members[_next] : _members.Length == 0 ? null : Node.Member(key);
        _next = member is null ? _next : member.Index + 1;
        return member;
    }

    private string? TextOf(LocatedNode? member)
    {
        if (member is null || member.Kind == LocatedKind.String)
        {
            return member?.Value;
        }

        Wrong(member, "text in double quotes");
        return null;
    }

    private bool? FlagOf(LocatedNode? member)
    {
        if (member is null)
        {
            return null;
        }

        if (member.Kind is LocatedKind.True or LocatedKind.False)
        {
            return member.Kind == LocatedKind.True;
        }

        Wrong(member, "true or false");
        return null;
    }

    private int? IntegerOf(LocatedNode? member)
    {
        if (member is null)
        {
            return null;
        }

        if (member.Kind == LocatedKind.Number && int.TryParse(member.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Wrong(member, "a whole number");
        return null;
    }

    private T? ValueOf<T>(LocatedNode? member, TextParser<T> parser)
        where T : struct
    {
        var text = TextOf(member);
        if (text is null)
        {
            return null;
        }

        if (parser(text, out var value, out var reason))
        {
            return value;
        }

        Problems.Unreadable(member!.Place, text, reason);
        return null;
    }

    private IReadOnlyList<LocatedNode> ItemsOf(LocatedNode? member)
    {
        if (member is null)
        {
            return [];
        }

        if (member.Kind == LocatedKind.Array)
        {
            return member.Children;
        }

        Wrong(member, "a list [ … ]");
        return [];
    }

    private void Wrong(LocatedNode member, string expected) =>
        Problems.Error("wrong-type", member.Place, $"\"{member.Key}\" holds {member.Describe()}.", expected);

    private static bool TryDate(string text, out LocalDate value, out string? reason)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        value = parsed.Success ? parsed.Value : default;
        reason = parsed.Success ? null : "a date such as 2026-03-31";
        return parsed.Success;
    }
}
