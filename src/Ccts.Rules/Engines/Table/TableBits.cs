using System;
using System.Collections.Generic;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Table;

/// <summary>
/// Gives every node its bits: rule i has bit i, so that the bits of a node are already the mask of the decision; nodes that
/// only gates look at come after them.
/// </summary>
internal sealed class TableBits
{
    private readonly List<int>[] _bits;

    internal TableBits(PurposeRules rules)
    {
        _bits = new List<int>[rules.Tests.Count + rules.Gates.Count];
        for (var node = 0; node < _bits.Length; node++)
        {
            _bits[node] = [];
        }

        for (var rule = 0; rule < rules.Rules.Count; rule++)
        {
            _bits[rules.Rules[rule].Node].Add(rule);
        }

        Count = rules.Rules.Count;
        foreach (var gate in rules.Gates)
        {
            foreach (var input in gate.Inputs)
            {
                if (_bits[input].Count == 0)
                {
                    _bits[input].Add(Count++);
                }
            }
        }
    }

    internal int Count { get; private set; }

    /// <summary>Every bit that the node sets.</summary>
    internal IReadOnlyList<int> Of(int node) => _bits[node];

    /// <summary>Masks by word of all the bits of a node.</summary>
    internal WordMask[] Masks(int node) => Masks(_bits[node]);

    /// <summary>Masks by word of one bit of each node.</summary>
    internal WordMask[] MasksOfInputs(IReadOnlyList<int> nodes)
    {
        var bits = new List<int>(nodes.Count);
        foreach (var node in nodes)
        {
            bits.Add(_bits[node][0]);
        }

        bits.Sort();
        return Masks(bits);
    }

    // The bits are in ascending order, so those of a word come together.
    private static WordMask[] Masks(List<int> bits)
    {
        var (masks, count) = (new WordMask[bits.Count], 0);
        foreach (var bit in bits)
        {
            if (count == 0 || masks[count - 1].Word != bit / 64)
            {
                masks[count++] = new WordMask(bit / 64, 0UL);
            }

            masks[count - 1] = new WordMask(bit / 64, masks[count - 1].Mask | (1UL << (bit % 64)));
        }

        Array.Resize(ref masks, count);
        return masks;
    }
}

/// <summary>Bits of one word.</summary>
internal readonly struct WordMask(int word, ulong mask)
{
    internal readonly int Word = word;
    internal readonly ulong Mask = mask;
}
