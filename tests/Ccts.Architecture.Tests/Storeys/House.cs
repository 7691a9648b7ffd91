using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Architecture.Tests.Storeys;

/// <summary>The rooms of a project and what is wrong with their stairs.</summary>
/// <remarks>A room is a namespace. Where a namespace has namespaces inside, its own types are one room beside them.</remarks>
internal sealed class House(string project, IReadOnlyDictionary<TypeName, HashSet<TypeName>> uses)
{
    private readonly Dictionary<TypeName, HashSet<TypeName>> _uses = uses
        .Where(u => IsIn(project, u.Key.Namespace))
        .ToDictionary(u => u.Key, u => u.Value.Where(t => IsIn(project, t.Namespace)).ToHashSet());

    /// <summary>The rooms at the top.</summary>
    internal IReadOnlyList<string> TopRooms => [.. _uses.Keys.Select(t => RoomIn(project, t.Namespace)).OfType<string>().Where(r => r != project).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Each circle among the rooms inside one room, with the two types at every step of it; the last step is the one fewest types take.</summary>
    internal IEnumerable<string> Circles() => _uses.Keys
        .SelectMany(t => Parents(t.Namespace))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal)
        .SelectMany(CirclesIn);

    private IEnumerable<string> CirclesIn(string parent)
    {
        var steps = _uses
            .SelectMany(u => u.Value.Select(used => (User: u.Key, Used: used, From: RoomIn(parent, u.Key.Namespace), To: RoomIn(parent, used.Namespace))))
            .Where(s => s.From is not null && s.To is not null && s.From != s.To)
            .ToLookup(s => (From: s.From!, To: s.To!), s => (s.User, s.Used));
        var below = steps.Select(s => s.Key).ToLookup(k => k.From, k => k.To, StringComparer.Ordinal);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var room in below.Select(b => b.Key).Order(StringComparer.Ordinal))
        {
            if (told.Contains(room) || WayBack(room, below) is not { } way)
            {
                continue;
            }

            told.UnionWith(way);
            yield return Tell(parent, way, steps);
        }
    }

    private static string Tell(string parent, List<string> way, ILookup<(string From, string To), (TypeName User, TypeName Used)> steps)
    {
        var legs = way.Select((room, i) => steps[(room, way[(i + 1) % way.Count])].OrderBy(s => s.ToString(), StringComparer.Ordinal).ToList()).ToList();
        var closing = Enumerable.Range(0, legs.Count).MinBy(i => legs[i].Count);
        var ordered = Enumerable.Range(1, legs.Count).Select(i => legs[(closing + i) % legs.Count][0]).Select(s => $"{s.User} uses {s.Used}");
        return $"{parent}: {string.Join(", ", way.Select(r => r == parent ? "its own types" : r[(parent.Length + 1)..]))} form a circle; {string.Join("; ", ordered)}";
    }

    /// <summary>The shortest way from a room back to it, or null.</summary>
    private static List<string>? WayBack(string room, ILookup<string, string> below)
    {
        var from = new Dictionary<string, string>(StringComparer.Ordinal);
        var next = new Queue<string>([room]);
        while (next.TryDequeue(out var here))
        {
            foreach (var there in below[here].Order(StringComparer.Ordinal))
            {
                if (there == room)
                {
                    var way = new List<string> { here };
                    while (way[^1] != room)
                    {
                        way.Add(from[way[^1]]);
                    }

                    way.Reverse();
                    return way;
                }

                if (from.TryAdd(there, here))
                {
                    next.Enqueue(there);
                }
            }
        }

        return null;
    }

    /// <summary>The room inside a parent to which a namespace belongs: the parent itself for its own types, null when it is elsewhere.</summary>
    private static string? RoomIn(string parent, string name)
    {
        if (!IsIn(parent, name))
        {
            return null;
        }

        var end = name.Length == parent.Length ? -1 : name.IndexOf('.', parent.Length + 1);
        return end < 0 ? name : name[..end];
    }

    private IEnumerable<string> Parents(string name)
    {
        for (var parent = name; IsIn(project, parent); parent = parent[..parent.LastIndexOf('.')])
        {
            yield return parent;
            if (parent == project)
            {
                yield break;
            }
        }
    }

    private static bool IsIn(string parent, string name) =>
        name == parent || (name.StartsWith(parent, StringComparison.Ordinal) && name[parent.Length] == '.');
}
