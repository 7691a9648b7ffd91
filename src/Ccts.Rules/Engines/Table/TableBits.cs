using System.Collections.Generic;
using System.Linq;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Table;

/// <summary>
/// Gives every node its bits: rule i has bit i, so that what a node finds is already the mask of the decision; nodes that
/// only gates look at come after them.
/// </summary>
internal sealed class TableBits
{
    private readonly List<int>[] _bits;

    internal TableBits(PurposeRules rules)
    {
        _bits = Enumerable.Range(0, rules.Tests.Count + rules.Gates.Count).Select(_ => new List<int>()).ToArray();
        for (var rule = 0; rule < rules.Rules.Count; rule++)
        {
            _bits[rules.Rules[rule].Node].Add(rule);
        }

        Count = rules.Rules.Count;
        foreach (var input in rules.Gates.SelectMany(g => g.Inputs).Distinct().Where(n => _bits[n].Count == 0))
        {
            _bits[input].Add(Count++);
        }
    }

    internal int Count { get; private set; }

    /// <summary>Every bit that the node sets.</summary>
    internal IReadOnlyList<int> Of(int node) => _bits[node];

    /// <summary>Masks by word of all the bits of a node.</summary>
    internal WordMask[] Masks(int node) => Masks(_bits[node]);

    /// <summary>Masks by word of one bit of each node.</summary>
    internal WordMask[] MasksOfInputs(IEnumerable<int> nodes) => Masks(nodes.Select(n => _bits[n][0]));

    private static WordMask[] Masks(IEnumerable<int> bits) =>
        [.. bits.GroupBy(b => b / 64).OrderBy(g => g.Key).Select(g => new WordMask(g.Key, g.Aggregate(0UL, (m, b) => m | (1UL << (b % 64)))))];
}

/// <summary>Bits of one word.</summary>
internal readonly record struct WordMask(int Word, ulong Mask);
