using System;
using System.Text.Json.Nodes;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>The members stated to a builder, in the JSON form.</summary>
internal sealed class ReportMembers(JsonObject json)
{
    internal ReportMembers()
        : this([])
    {
    }

    internal string Text => json.ToJsonString();

    /// <summary>Sets a member; dots separate levels.</summary>
    internal void Set(string member, JsonNode value)
    {
        Require.NotBlank(member);
        var at = this;
        while (member.IndexOf('.') is var dot and > 0)
        {
            at = at.Member(member.Substring(0, dot));
            member = member.Substring(dot + 1);
        }

        at.Put(member, value);
    }

    internal void Put(string name, JsonNode value) => json[name] = value;

    internal ReportMembers Member(string member)
    {
        if (!json.ContainsKey(member))
        {
            json[member] = new JsonObject();
        }

        return new ReportMembers(json[member] as JsonObject ?? throw new ArgumentException($"\"{member}\" has been stated as a text and has no members.", nameof(member)));
    }

    /// <summary>Adds an object to a list.</summary>
    internal ReportMembers Add(string list)
    {
        Require.NotBlank(list);
        var added = new JsonObject();
        switch (json[list])
        {
            case null:
                json[list] = new JsonArray(added);
                break;
            case JsonArray array:
                array.Add((JsonNode)added);
                break;
            default:
                throw new ArgumentException($"\"{list}\" has been stated and is no list.", nameof(list));
        }

        return new ReportMembers(added);
    }
}
