using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Tokens.Supply;

/// <summary>The tokens of one numbering scope, number by number: place and metadata of each.</summary>
internal sealed class ScopeSupply
{
    private readonly Dictionary<TokenPlace, BlockSet> _places = [];
    private readonly List<(BlockSet Numbers, TokenMetadata Metadata)> _classes = [];

    private readonly List<(BlockSet Numbers, string Use)> _abroad = [];
    private readonly Dictionary<Instant, BlockSet> _last = [];

    /// <summary>Every number that was ever minted: it can never be minted again.</summary>
    internal BlockSet Minted { get; private set; } = BlockSet.Empty;

    internal IEnumerable<KeyValuePair<TokenPlace, BlockSet>> Places => _places.Where(p => !p.Value.IsEmpty);

    internal BlockSet At(TokenPlace place) => _places.TryGetValue(place, out var numbers) ? numbers : BlockSet.Empty;

    internal BlockSet Standing(TokenStanding standing) => Places.Where(p => p.Key.Standing == standing).Aggregate(BlockSet.Empty, (all, p) => all.Union(p.Value));

    /// <summary>The time of the last change to any of these numbers; null where there was none.</summary>
    internal Instant? LastOf(BlockSet numbers) => _last.Where(l => l.Value.Overlaps(numbers)).Select(l => (Instant?)l.Key).Max();

    internal void Mint(BlockSet numbers, TokenPlace place, TokenMetadata metadata, Instant at)
    {
        Touch(numbers, at);
        Minted = Minted.Union(numbers);
        _places[place] = At(place).Union(numbers);
        var known = _classes.FindIndex(c => c.Metadata == metadata);
        if (known < 0)
        {
            _classes.Add((numbers, metadata));
        }
        else
        {
            _classes[known] = (_classes[known].Numbers.Union(numbers), metadata);
        }
    }

    internal void Move(BlockSet numbers, TokenPlace from, TokenPlace to, Instant at)
    {
        Touch(numbers, at);
        _places[from] = At(from).Subtract(numbers);
        _places[to] = At(to).Union(numbers);
    }

    /// <summary>Records that tokens of these numbers went abroad, with this use as their first transfer.</summary>
    internal void Export(BlockSet numbers, string use) => _abroad.Add((numbers, use));

    /// <summary>Numbers by the use with which they went abroad; null for those that did not.</summary>
    internal IEnumerable<(BlockSet Numbers, string? Use)> Uses(BlockSet numbers) => _abroad.Select(a => (Numbers: a.Numbers.Intersect(numbers), (string?)a.Use))
        .Append((numbers.Subtract(_abroad.Aggregate(BlockSet.Empty, (all, a) => all.Union(a.Numbers))), null)).Where(u => !u.Numbers.IsEmpty);

    private void Touch(BlockSet numbers, Instant at)
    {
        foreach (var earlier in _last.Where(l => l.Value.Overlaps(numbers)).ToList())
        {
            _last[earlier.Key] = earlier.Value.Subtract(numbers);
            _ = _last[earlier.Key].IsEmpty && _last.Remove(earlier.Key);
        }

        _last[at] = (_last.TryGetValue(at, out var same) ? same : BlockSet.Empty).Union(numbers);
    }

    /// <summary>The metadata of numbers, by runs of one class.</summary>
    internal IEnumerable<(BlockSet Numbers, TokenMetadata Metadata)> Classes(BlockSet numbers) =>
        _classes.Select(c => (Numbers: c.Numbers.Intersect(numbers), c.Metadata)).Where(c => !c.Numbers.IsEmpty);
}

/// <summary>A registry, and a scope in which its numbers are unique.</summary>
internal sealed record ScopeKey(string Registry, string Scope)
{
    internal static IComparer<ScopeKey> Order { get; } = Comparer<ScopeKey>.Create((a, b) =>
        string.CompareOrdinal(a.Registry, b.Registry) is var byRegistry and not 0 ? byRegistry : string.CompareOrdinal(a.Scope, b.Scope));

    internal static ScopeKey Of(SerialBlock block) => new(block.Registry, block.Scope);
}
