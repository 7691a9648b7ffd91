using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Registries;
using Ccts.Sdk.Formats.Json;

namespace Ccts.Registry.Adapters.Channels;

/// <summary>Reads what the words of a registry mean, as every profile states them; a word with two meanings is refused.</summary>
internal static class ProfileWords
{
    internal static readonly Dictionary<string, OutcomeKind> Outcomes = new(StringComparer.Ordinal)
    {
        ["confirmed"] = OutcomeKind.Confirmed,
        ["rejected"] = OutcomeKind.Rejected,
        ["pending"] = OutcomeKind.Pending,
        ["partial"] = OutcomeKind.Partial,
        ["unknown"] = OutcomeKind.Unknown,
    };

    /// <summary>For a refusal's code: whether it is final, or says that the units are elsewhere, which may be the instruction's own effect.</summary>
    internal static readonly Dictionary<string, bool> Refusals = new(StringComparer.Ordinal) { ["final"] = true, ["units-elsewhere"] = false };

    private static readonly (InstructionKind Kind, string Word)[] KindNames = [(InstructionKind.Transfer, "transfer"), (InstructionKind.Retire, "retire"), (InstructionKind.Cancel, "cancel")];

    /// <summary>The registry's word for each kind of instruction.</summary>
    internal static Dictionary<InstructionKind, string> Kinds(ObjectReader root)
    {
        var words = new Dictionary<InstructionKind, string>();
        if (root.Object("instructions") is { } from)
        {
            foreach (var (kind, word) in KindNames)
            {
                words[kind] = from.Text(word) ?? "";
            }

            from.Done();
        }

        return words;
    }

    /// <summary>Lists of words under their meanings.</summary>
    internal static Dictionary<string, T> Read<T>(ObjectReader root, string key, Dictionary<string, T> meanings)
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
        if (root.Object(key) is not { } from)
        {
            return words;
        }

        foreach (var meaning in meanings)
        {
            foreach (var node in Words(from, meaning.Key))
            {
                if (words.ContainsKey(node.Value!))
                {
                    root.Problems.Error("bad-value", node.Place, $"The word \"{node.Value}\" has two meanings.", "one meaning for each word");
                }
                else
                {
                    words.Add(node.Value!, meaning.Value);
                }
            }
        }

        from.Done();
        return words;
    }

    /// <summary>An optional list of words.</summary>
    internal static IReadOnlyCollection<string> List(ObjectReader root, string key) => new HashSet<string>(Words(root, key).Select(n => n.Value!), StringComparer.Ordinal);

    private static IEnumerable<LocatedNode> Words(ObjectReader from, string key)
    {
        foreach (var node in from.OptionalList(key))
        {
            if (node.Kind != LocatedKind.String || string.IsNullOrEmpty(node.Value))
            {
                from.Problems.Error("wrong-type", node.Place, $"This is {node.Describe()}.", "a word in double quotes");
            }
            else
            {
                yield return node;
            }
        }
    }

    /// <summary>A registry's names for things that this library calls otherwise.</summary>
    internal static Dictionary<string, string> Renamed(ObjectReader root, string key, IEnumerable<string> names)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        if (root.OptionalObject(key) is { } from)
        {
            foreach (var name in names)
            {
                if (from.OptionalText(name) is { } other)
                {
                    renamed[name] = other;
                }
            }

            from.Done();
        }

        return renamed;
    }
}
