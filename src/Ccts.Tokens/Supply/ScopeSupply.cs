using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Tokens.Supply;

/// <summary>The tokens of one numbering scope, number by number: where each is, and what it says.</summary>
internal sealed class ScopeSupply
{
    private readonly Dictionary<TokenPlace, BlockSet> _places = [];
    private readonly List<(BlockSet Numbers, TokenMetadata Metadata)> _classes = [];

    private readonly List<(BlockSet Numbers, string Use)> _abroad = [];

    /// <summary>Every number a token was ever made of: it never comes again.</summary>
    internal BlockSet Minted { get; private set; } = BlockSet.Empty;

    internal IEnumerable<KeyValuePair<TokenPlace, BlockSet>> Places => _places.Where(p => !p.Value.IsEmpty);

    internal BlockSet At(TokenPlace place) => _places.TryGetValue(place, out var numbers) ? numbers : BlockSet.Empty;

    internal BlockSet Standing(TokenStanding standing) => Places.Where(p => p.Key.Standing == standing).Aggregate(BlockSet.Empty, (all, p) => all.Union(p.Value));

    internal void Mint(BlockSet numbers, TokenPlace place, TokenMetadata metadata)
    {
        Minted = Minted.Union(numbers);
        _places[place] = At(place).Union(numbers);
        var at = _classes.FindIndex(c => c.Metadata == metadata);
        if (at < 0)
        {
            _classes.Add((numbers, metadata));
        }
        else
        {
            _classes[at] = (_classes[at].Numbers.Union(numbers), metadata);
        }
    }

    internal void Move(BlockSet numbers, TokenPlace from, TokenPlace to)
    {
        _places[from] = At(from).Subtract(numbers);
        _places[to] = At(to).Union(numbers);
    }

    /// <summary>Tokens of these numbers went abroad, by the first transfer that is this use.</summary>
    internal void Export(BlockSet numbers, string use) => _abroad.Add((numbers, use));

    /// <summary>Numbers by the use that they went abroad by; null for those that did not.</summary>
    internal IEnumerable<(BlockSet Numbers, string? Use)> Uses(BlockSet numbers) => _abroad.Select(a => (Numbers: a.Numbers.Intersect(numbers), (string?)a.Use))
        .Append((numbers.Subtract(_abroad.Aggregate(BlockSet.Empty, (all, a) => all.Union(a.Numbers))), null)).Where(u => !u.Numbers.IsEmpty);

    /// <summary>What numbers say, run by run of one class.</summary>
    internal IEnumerable<(BlockSet Numbers, TokenMetadata Metadata)> Classes(BlockSet numbers) =>
        _classes.Select(c => (Numbers: c.Numbers.Intersect(numbers), c.Metadata)).Where(c => !c.Numbers.IsEmpty);
}

/// <summary>A registry and what its numbers are unique within.</summary>
internal sealed record ScopeKey(string Registry, string Scope)
{
    internal static IComparer<ScopeKey> Order { get; } = Comparer<ScopeKey>.Create((a, b) =>
        string.CompareOrdinal(a.Registry, b.Registry) is var byRegistry and not 0 ? byRegistry : string.CompareOrdinal(a.Scope, b.Scope));

    internal static ScopeKey Of(SerialBlock block) => new(block.Registry, block.Scope);
}
