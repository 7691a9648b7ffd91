using System;
using System.Collections.Generic;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts;

/// <summary>
/// Blocks of two sources, to be compared. Registries and scopes that differ only in case, blanks, the length of a dash or
/// invisible characters are the same, since a second spelling makes no second tonne. Points and hyphens count, because scopes use them. Use this to find
/// units that are used already or claimed elsewhere; whether units exist is decided by the exact spelling.
/// </summary>
internal static class Spelled
{
    /// <summary>Registries with their scopes, in any spelling.</summary>
    internal static IEqualityComparer<(string Registry, string Scope)> Scopes { get; } = new ScopeComparer();

    /// <summary>Names in any spelling.</summary>
    internal static IEqualityComparer<string> Names { get; } = new NameComparer();

    internal static bool Same(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    internal static bool Overlap(SerialBlock one, SerialBlock other) => one.Range.Overlaps(other.Range) && Same(one.Registry, other.Registry) && Same(one.Scope, other.Scope);

    /// <summary>A name as it is compared, apart from case.</summary>
    internal static string Plain(string name)
    {
        foreach (var c in name)
        {
            if (c is <= ' ' or > '~')
            {
                return PlainName.Signed(name);
            }
        }

        return name;
    }

    private sealed class NameComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => Same(x!, y!);

        public int GetHashCode(string obj) => StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(obj));
    }

    private sealed class ScopeComparer : IEqualityComparer<(string Registry, string Scope)>
    {
        public bool Equals((string Registry, string Scope) x, (string Registry, string Scope) y) => Same(x.Registry, y.Registry) && Same(x.Scope, y.Scope);

        public int GetHashCode((string Registry, string Scope) obj) =>
            unchecked((StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(obj.Registry)) * 397) ^ StringComparer.OrdinalIgnoreCase.GetHashCode(Plain(obj.Scope)));
    }
}

/// <summary>Numbers by registry and scope, in any spelling of them.</summary>
internal sealed class SpelledNumbers
{
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _scopes = new(Spelled.Scopes);

    internal void Add(SerialBlock block) => _scopes[(block.Registry, block.Scope)] = All(block).Union(BlockSet.Of(block.Range));

    /// <summary>The numbers of a block that are among them.</summary>
    internal BlockSet Of(SerialBlock block) => All(block).Intersect(BlockSet.Of(block.Range));

    private BlockSet All(SerialBlock block) => _scopes.TryGetValue((block.Registry, block.Scope), out var numbers) ? numbers : BlockSet.Empty;
}
