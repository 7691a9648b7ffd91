using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ccts.Rules.Conditions;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// Decides many cases at once, test by test down the columns, in vectors of 64-bit numbers. A rule that is a range by
/// itself adds its bit to the masks directly; the others go through a column a node.
/// </summary>
internal sealed class ColumnarEvaluator
{
    private readonly PurposeRules _rules;
    private readonly RangeGroup[] _ranges;
    private readonly SumRule[] _sums;
    private readonly (ColumnTest Test, int Node)[] _tests;
    private readonly (int Node, int Word, long Bit)[] _roots;
    private readonly ValueColumns _values = new();

    internal ColumnarEvaluator(PurposeRules rules, SeededFault fault = SeededFault.None)
    {
        _rules = rules;
        var inputs = new HashSet<int>(rules.Gates.SelectMany(g => g.Inputs));
        var roots = rules.Rules.Select((r, i) => (r.Node, Rule: i)).ToList();
        var direct = roots.Where(r => r.Node < rules.Tests.Count && rules.Tests[r.Node] is RangeTest && !inputs.Contains(r.Node)).ToList();
        _ranges = [.. direct.GroupBy(r => (((RangeTest)rules.Tests[r.Node]).Slot, Word: r.Rule / 64))
            .Select(g => new RangeGroup(g.Key.Slot, g.Key.Word, g.Select(r => ((RangeTest)rules.Tests[r.Node], 1UL << (r.Rule % 64))).ToList(), fault))];
        var sums = roots.Where(r => r.Node < rules.Tests.Count && rules.Tests[r.Node] is SumTest && !inputs.Contains(r.Node)).ToList();
        _sums = [.. sums.Select(r => new SumRule((SumTest)rules.Tests[r.Node], r.Rule / 64, 1UL << (r.Rule % 64)))];
        _roots = [.. roots.Except(direct).Except(sums).Select(r => (r.Node, r.Rule / 64, unchecked((long)(1UL << (r.Rule % 64)))))];
        var wanted = new HashSet<int>(inputs.Concat(_roots.Select(r => r.Node)));
        _tests = [.. rules.Tests.Select((t, n) => (Test: t, Node: n)).Where(t => wanted.Contains(t.Node)).Select(t => (ColumnTest.Of(t.Test, fault, _values), t.Node))];
    }

    internal PurposeRules Rules => _rules;

    internal ColumnarScratch NewScratch() => new(_rules.Tests.Count + _rules.Gates.Count, _values.Count);

    /// <summary>Decides rows from the first on; room is there for whole vectors.</summary>
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

        foreach (var range in _ranges)
        {
            range.Add(rows, bits.Fires, bits.Open, (range.Word * bits.Rows) + rows.First);
        }

        foreach (var sum in _sums)
        {
            sum.Add(rows, bits.Fires, bits.Open, (sum.Word * bits.Rows) + rows.First);
        }

        if (_roots.Length == 0)
        {
            return;
        }

        var (pass, open) = (rows.Scratch.Pass, rows.Scratch.Open);
        _values.Fill(rows);
        foreach (var (test, node) in _tests)
        {
            test.Fill(rows, pass[node], open[node]);
        }

        for (var gate = 0; gate < _rules.Gates.Count; gate++)
        {
            Combine(_rules.Gates[gate], _rules.Tests.Count + gate, rows, pass, open);
        }

        foreach (var (node, word, bit) in _roots)
        {
            var at = (word * bits.Rows) + rows.First;
            Add(pass[node], bit, bits.Fires, at, rows.Count);
            Add(open[node], bit, bits.Open, at, rows.Count);
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
}
