using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ccts.Sdk;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;
using NodaTime.Text;

namespace Ccts.Credits.Journals;

/// <summary>A record of a book, as one line of JSON: a word, a key, a time and the members that belong to the word.</summary>
/// <remarks>Immutable once a book has taken it. A key names one command for good: the same key with the same content is the same command.</remarks>
public sealed class JournalRecord
{
    private const string WhatMember = "what", KeyMember = "key", AtMember = "at", HeadMember = "after";

    /// <summary>How the line of every record begins.</summary>
    internal const string Beginning = "{\"" + HeadMember + "\":\"";

    private readonly JsonObject _members;
    private string[] _added = [];

    /// <summary>A record without members so far.</summary>
    /// <param name="what">What happened, e.g. <c>mint</c>.</param>
    /// <param name="key">The idempotency key; 1 to 200 characters.</param>
    /// <param name="at">When.</param>
    public JournalRecord(string what, string key, Instant at)
    {
        (What, Key, At) = (Require.NotBlank(what), Require.NotBlank(key), at);
        if (key.Length > 200)
        {
            throw new ArgumentException("A key has at most 200 characters.", nameof(key));
        }

        _members = [];
    }

    private JournalRecord(string what, string key, Instant at, JsonObject members) => (What, Key, At, _members) = (what, key, at, members);

    /// <summary>What happened.</summary>
    public string What { get; }

    /// <summary>The idempotency key.</summary>
    public string Key { get; }

    /// <summary>When.</summary>
    public Instant At { get; }

    /// <summary>States a text; nothing where it is null.</summary>
    public JournalRecord With(string name, string? value)
    {
        if (value is not null)
        {
            _members[name] = JsonValue.Create(value);
        }

        return this;
    }

    /// <summary>States a whole number.</summary>
    public JournalRecord With(string name, long? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>States an exact number.</summary>
    public JournalRecord With(string name, decimal? value) => With(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>States a day.</summary>
    public JournalRecord With(string name, LocalDate? value) => With(name, value is { } day ? LocalDatePattern.Iso.Format(day) : null);

    /// <summary>States blocks, in their order.</summary>
    public JournalRecord With(string name, IEnumerable<SerialBlock> blocks)
    {
        var list = new JsonArray();
        foreach (var block in Require.NotNull(blocks))
        {
            list.Add((JsonNode)new JsonObject
            {
                ["registry"] = JsonValue.Create(block.Registry), ["scope"] = JsonValue.Create(block.Scope),
                ["start"] = JsonValue.Create(block.Start.ToString()), ["end"] = JsonValue.Create(block.End.ToString()),
            });
        }

        _members[name] = list;
        return this;
    }

    /// <summary>States a list of texts, in their order.</summary>
    public JournalRecord With(string name, IEnumerable<string> texts)
    {
        var list = new JsonArray();
        foreach (var text in Require.NotNull(texts))
        {
            list.Add((JsonNode)JsonValue.Create(text));
        }

        _members[name] = list;
        return this;
    }

    /// <summary>States an object of members; the record keeps a copy.</summary>
    public JournalRecord With(string name, JsonObject members)
    {
        _members[name] = Require.NotNull(members).DeepClone();
        return this;
    }

    /// <summary>Names members that records of earlier versions lack. A record without any of them is the same request when all other members agree.</summary>
    public JournalRecord AddedSince(params string[] names)
    {
        _added = Require.NotNull(names);
        return this;
    }

    /// <summary>Whether a member is stated, whatever it is.</summary>
    public bool Has(string name) => _members[name] is not null;

    /// <summary>A copy of an object of members, or null where it is not stated.</summary>
    /// <exception cref="FormatException">The member is not an object.</exception>
    public JsonObject? FindObject(string name) => _members[name] is not { } node ? null : node as JsonObject is { } members ? (JsonObject)members.DeepClone() : throw new FormatException($"\"{name}\" is no object.");

    /// <summary>A text, or null where it is not stated.</summary>
    public string? Find(string name) => _members[name] is { } node ? node.GetValue<string>() : null;

    /// <summary>A text that the record must state.</summary>
    /// <exception cref="FormatException">It does not.</exception>
    public string Text(string name) => Find(name) ?? throw new FormatException($"A record \"{What}\" states \"{name}\".");

    /// <summary>A whole number that the record must state.</summary>
    public long Whole(string name) => long.Parse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    /// <summary>An exact number, or null.</summary>
    public decimal? FindNumber(string name) => Find(name) is { } text ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : null;

    /// <summary>A day, or null.</summary>
    public LocalDate? FindDay(string name) => Find(name) is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    /// <summary>Blocks that the record must state.</summary>
    public IReadOnlyList<SerialBlock> Blocks(string name) => (_members[name] as JsonArray ?? throw new FormatException($"A record \"{What}\" states \"{name}\".")).Select(n => new SerialBlock(
        n!["registry"]!.GetValue<string>(), n["scope"]!.GetValue<string>(), BlockNumber.Parse(n["start"]!.GetValue<string>()), BlockNumber.Parse(n["end"]!.GetValue<string>()))).ToList();

    /// <summary>A list of texts; empty where it is not stated.</summary>
    public IReadOnlyList<string> Texts(string name) => _members[name] is JsonArray list ? list.Select(n => n!.GetValue<string>()).ToList() : [];

    /// <summary>Whether another record makes the same request, apart from its time.</summary>
    internal bool SaysTheSameAs(JournalRecord other) => What == other.What && _members.ToJsonString() == (other._added.Any(Has) ? other._members : other.WithoutAdded()).ToJsonString();

    private JsonObject WithoutAdded()
    {
        var members = (JsonObject)_members.DeepClone();
        foreach (var name in _added)
        {
            members.Remove(name);
        }

        return members;
    }

    internal string ToLine(string head) => ToJson(new JsonObject { [HeadMember] = JsonValue.Create(head) }).ToJsonString();

    /// <summary>The record as JSON, without the digest of the line before it.</summary>
    internal JsonObject ToJson() => ToJson([]);

    private JsonObject ToJson(JsonObject json)
    {
        json[WhatMember] = JsonValue.Create(What);
        json[KeyMember] = JsonValue.Create(Key);
        json[AtMember] = JsonValue.Create(InstantPattern.ExtendedIso.Format(At));
        foreach (var member in _members)
        {
            json[member.Key] = member.Value?.DeepClone();
        }

        return json;
    }

    internal static JournalRecord Read(string line, string head)
    {
        var members = JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { MaxDepth = 8 }) as JsonObject ?? throw new FormatException("It is no JSON object.");
        if (members[HeadMember]?.GetValue<string>() is not { } before)
        {
            throw new FormatException($"It lacks \"{HeadMember}\".");
        }

        members.Remove(HeadMember);
        return before == head ? Read(members) : throw new FormatException("It does not follow the line before it.");
    }

    /// <summary>Reads a record as <see cref="ToJson()"/> writes it. The record takes ownership of the object.</summary>
    internal static JournalRecord Read(JsonObject members)
    {
        string Take(string name)
        {
            var text = members[name]?.GetValue<string>() ?? throw new FormatException($"It lacks \"{name}\".");
            members.Remove(name);
            return text;
        }

        return new JournalRecord(Take(WhatMember), Take(KeyMember), InstantPattern.ExtendedIso.Parse(Take(AtMember)).GetValueOrThrow(), members);
    }
}
