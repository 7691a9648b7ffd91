using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using Ccts.Rules.Decisions.Requests;
using Ccts.Rules.Engines.Compilation;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>
/// The rules that are a single comparison of the same sum: the sum is another column, and the values that the rules compare it with are
/// limits of that column. If a fact is not exact as a 64-bit number, the row is decided by decimals.
/// </summary>
internal sealed class SumGroup
{
    private readonly Term[] _terms;
    private readonly IReadOnlyList<SumBit> _tests;
    private readonly RangeGroup _ranges;

    /// <param name="word">The word of the masks.</param>
    /// <param name="tests">Tests of one <see cref="Key"/>; the slots of each are in ascending order.</param>
    /// <param name="fault">A mistake to make.</param>
    internal SumGroup(int word, IReadOnlyList<SumBit> tests, SeededFault fault)
    {
        Word = word;
        _terms = Terms(tests[0].Test);
        _tests = tests;
        _ranges = new RangeGroup(tests.Select(t => new RangeBit(Range(t.Test), t.Word, t.Bit)).ToList(), fault);
    }

    internal int Word { get; }

    /// <summary>The same for tests whose sums differ only by a constant, or are opposite.</summary>
    internal static string Key(SumTest test) => string.Concat(Terms(test).Select(t => t.ToString()));

    internal void Add(in RowSpan rows, Span<Vector<long>> fires, Span<Vector<long>> open, ulong[] words, int at)
    {
        var codes = Vectors.Of(rows.Scratch.SumCodes, 0, rows.Count);
        var known = Vectors.Of(rows.Scratch.SumKnown, 0, rows.Count);
        var inexact = Begin(rows, codes, known);
        for (var term = 2; term < _terms.Length; term++)
        {
            inexact |= Continue(rows, term, codes, known);
        }

        _ranges.Add(codes, known, fires, open);
        if ((inexact & Vector<long>.One) != Vector<long>.Zero)
        {
            WithDecimals(rows, words, at);
        }
    }

    // The first two terms together, because most sums have no more. The first is never subtracted.
    private Vector<long> Begin(in RowSpan rows, Span<Vector<long>> codes, Span<Vector<long>> known)
    {
        var first = rows.Codes(_terms[0].Slot);
        var firstKnown = rows.Known(_terms[0].Slot);
        var second = rows.Codes(_terms[1].Slot);
        var secondKnown = rows.Known(_terms[1].Slot);
        var (inexact, taken) = (Vector<long>.Zero, _terms[1].Taken);
        for (var i = 0; i < codes.Length; i++)
        {
            var (left, right, both) = (first[i], second[i], firstKnown[i] & secondKnown[i]);
            codes[i] = taken ? left - right : left + right;
            known[i] = both;
            inexact |= (left | right) & both;
        }

        return inexact;
    }

    private Vector<long> Continue(in RowSpan rows, int term, Span<Vector<long>> codes, Span<Vector<long>> known)
    {
        var more = rows.Codes(_terms[term].Slot);
        var moreKnown = rows.Known(_terms[term].Slot);
        var (inexact, taken) = (Vector<long>.Zero, _terms[term].Taken);
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = taken ? codes[i] - more[i] : codes[i] + more[i];
            known[i] &= moreKnown[i];
            inexact |= more[i] & known[i];
        }

        return inexact;
    }

    // A row is not exact as 64-bit numbers: its bits are computed again by decimals.
    private void WithDecimals(in RowSpan rows, ulong[] fires, int at)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var (parity, known) = (0L, -1L);
            foreach (var term in _terms)
            {
                var cell = rows.Cell(term.Slot) + i;
                (parity, known) = (parity | rows.Facts.Codes[cell], known & rows.Facts.Known[cell]);
            }

            if (known == 0 || AmountCode.IsExact(parity))
            {
                continue;
            }

            foreach (var test in _tests)
            {
                var holds = ColumnTest.Holds(Sum(test.Test, rows, i).CompareTo(0m), test.Test.Kind);
                fires[at + i] = (fires[at + i] & ~test.Bit) | (holds ? test.Bit : 0UL);
            }
        }
    }

    private static decimal Sum(SumTest test, in RowSpan rows, int row)
    {
        var sum = test.Constant;
        foreach (var slot in test.Added)
        {
            sum += rows.Facts.Amounts[rows.Cell(slot) + row];
        }

        foreach (var slot in test.Taken)
        {
            sum -= rows.Facts.Amounts[rows.Cell(slot) + row];
        }

        return sum;
    }

    // In the order of their slots, with signs such that the first is added.
    private static Term[] Terms(SumTest test)
    {
        var terms = new Term[test.Added.Length + test.Taken.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var taken = i >= test.Added.Length;
            terms[i] = new Term(taken ? test.Taken[i - test.Added.Length] : test.Added[i], taken != IsTurned(test));
        }

        Array.Sort(terms, (a, b) => a.Slot != b.Slot ? a.Slot.CompareTo(b.Slot) : a.Taken.CompareTo(b.Taken));
        return terms;
    }

    private static bool IsTurned(SumTest test) => Array.IndexOf(test.Added, test.Slots[0]) < 0;

    // Comparing sum + constant with zero is comparing the sum with the negated constant.
    private static RangeTest Range(SumTest test) => IsTurned(test)
        ? TestCompiler.Range(0, TestCompiler.Turned(test.Kind), test.ConstantCode)
        : TestCompiler.Range(0, test.Kind, -test.ConstantCode);

    private sealed record Term(int Slot, bool Taken)
    {
        public override string ToString() => (Taken ? "-" : "+") + Slot.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A sum, and the word and bit of its rule.</summary>
internal sealed record SumBit(SumTest Test, int Word, ulong Bit);
