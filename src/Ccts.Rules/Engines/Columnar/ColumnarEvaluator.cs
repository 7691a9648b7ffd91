using System;
using System.Collections.Generic;
using System.Numerics;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;
using Ccts.Rules.Rules.Conditions;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// Decides many cases at once, test by test over the columns, in vectors of 64-bit numbers. A rule that is a single range
/// adds its bit to the masks directly; the others need a column for each node.
/// </summary>
internal sealed class ColumnarEvaluator
{
    private readonly PurposeRules _rules;
    private readonly List<SlotRanges> _ranges = [];
    private readonly List<SumGroup> _sums = [];
    private readonly List<NodeColumn> _tests = [];
    private readonly List<RootRule> _roots = [];
    private readonly ValueColumns _values = new();

    internal ColumnarEvaluator(PurposeRules rules, SeededFault fault = SeededFault.None)
    {
        _rules = rules;
        var (wanted, ranges, sums) = (rules.GateInputs(), new Dictionary<string, List<RangeBit>>(StringComparer.Ordinal), new Dictionary<string, List<SumBit>>(StringComparer.Ordinal));
        var isInput = (bool[])wanted.Clone();
        for (var rule = 0; rule < rules.Rules.Count; rule++)
        {
            var (node, word, bit) = (rules.Rules[rule].Node, rule / 64, 1UL << (rule % 64));
            switch (node < rules.Tests.Count && !isInput[node] ? rules.Tests[node] : null)
            {
                case RangeTest range:
                    Group(ranges, $"{range.Slot} {word}").Add(new RangeBit(range, word, bit));
                    break;
                case SumTest sum:
                    Group(sums, $"{SumGroup.Key(sum)} {word}").Add(new SumBit(sum, word, bit));
                    break;
                default:
                    _roots.Add(new RootRule(node, word, unchecked((long)bit)));
                    wanted[node] = true;
                    break;
            }
        }

        foreach (var group in ranges.Values)
        {
            _ranges.Add(new SlotRanges(group[0].Test.Slot, group[0].Word, new RangeGroup(group, fault)));
        }

        foreach (var group in sums.Values)
        {
            _sums.Add(new SumGroup(group[0].Word, group, fault));
        }

        for (var node = 0; node < rules.Tests.Count; node++)
        {
            if (wanted[node])
            {
                _tests.Add(new NodeColumn(ColumnTest.Of(rules.Tests[node], fault, _values), node));
            }
        }
    }

    internal PurposeRules Rules => _rules;

    internal ColumnarScratch NewScratch() => new(_rules.Tests.Count + _rules.Gates.Count, _values.Count);

    /// <summary>Decides rows from the first on; there is room for whole vectors.</summary>
    internal void Decide(FactColumns facts, ColumnarScratch scratch, BitRows bits, int count)
    {
        var whole = ColumnarScratch.RowsFor(count);
        for (var first = 0; first < whole; first += ColumnarScratch.Chunk)
        {
            Decide(new RowSpan(facts, scratch, first, Math.Min(ColumnarScratch.Chunk, whole - first)), bits);
        }
    }

    private void Decide(in RowSpan rows, BitRows bits)
    {
        for (var word = 0; word < _rules.Words; word++)
        {
            Array.Clear(bits.Fires, (word * bits.Rows) + rows.First, rows.Count);
            Array.Clear(bits.Open, (word * bits.Rows) + rows.First, rows.Count);
        }

        foreach (var ranges in _ranges)
        {
            var at = (ranges.Word * bits.Rows) + rows.First;
            ranges.Tests.Add(rows.Codes(ranges.Slot), rows.Known(ranges.Slot), Vectors.Of(bits.Fires, at, rows.Count), Vectors.Of(bits.Open, at, rows.Count));
        }

        foreach (var sum in _sums)
        {
            var at = (sum.Word * bits.Rows) + rows.First;
            sum.Add(rows, Vectors.Of(bits.Fires, at, rows.Count), Vectors.Of(bits.Open, at, rows.Count), bits.Fires, at);
        }

        if (_roots.Count == 0)
        {
            return;
        }

        var (pass, open) = (rows.Scratch.Pass, rows.Scratch.Open);
        _values.Fill(rows);
        foreach (var test in _tests)
        {
            test.Test.Fill(rows, pass[test.Node], open[test.Node]);
        }

        for (var gate = 0; gate < _rules.Gates.Count; gate++)
        {
            Combine(_rules.Gates[gate], _rules.Tests.Count + gate, rows, pass, open);
        }

        foreach (var root in _roots)
        {
            var at = (root.Word * bits.Rows) + rows.First;
            Add(pass[root.Node], root.Bit, bits.Fires, at, rows.Count);
            Add(open[root.Node], root.Bit, bits.Open, at, rows.Count);
        }
    }

    private static void Add(long[] column, long bit, ulong[] masks, int at, int count)
    {
        var mask = new Vector<long>(bit);
        for (var i = 0; i < count; i += Vector<long>.Count)
        {
            (new Vector<ulong>(masks, at + i) | Vector.AsVectorUInt64(new Vector<long>(column, i) & mask)).CopyTo(masks, at + i);
        }
    }

    // What cannot be said stays open unless the rest decides without it.
    private static void Combine(Gate gate, int node, in RowSpan rows, long[][] pass, long[][] open)
    {
        var (gatePass, gateOpen) = (pass[node], open[node]);
        for (var i = 0; i < rows.Count; i += Vector<long>.Count)
        {
            var (every, some, possible, unsure) = (new Vector<long>(-1L), Vector<long>.Zero, new Vector<long>(-1L), Vector<long>.Zero);
            for (var k = 0; k < gate.Inputs.Count; k++)
            {
                var holds = new Vector<long>(pass[gate.Inputs[k]], i);
                var cannotSay = new Vector<long>(open[gate.Inputs[k]], i);
                every &= holds;
                some |= holds;
                possible &= holds | cannotSay;
                unsure |= cannotSay;
            }

            var (isPass, isOpen) = gate.Kind switch
            {
                CombinationKind.All => (every, Vector.AndNot(possible, every)),
                CombinationKind.Any => (some, Vector.AndNot(unsure, some)),
                _ => (~(some | unsure), Vector.AndNot(unsure, some)),
            };
            isPass.CopyTo(gatePass, i);
            isOpen.CopyTo(gateOpen, i);
        }
    }

    private static List<T> Group<T>(Dictionary<string, List<T>> groups, string key)
    {
        if (!groups.TryGetValue(key, out var group))
        {
            groups.Add(key, group = []);
        }

        return group;
    }

    /// <summary>The ranges of a slot in a word of the masks.</summary>
    private sealed record SlotRanges(int Slot, int Word, RangeGroup Tests);

    /// <summary>A test that fills the column of its node.</summary>
    private sealed record NodeColumn(ColumnTest Test, int Node);

    /// <summary>A rule whose verdict is the column of a node.</summary>
    private sealed record RootRule(int Node, int Word, long Bit);
}
