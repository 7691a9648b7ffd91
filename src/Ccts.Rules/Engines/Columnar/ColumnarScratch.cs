using System;
using System.Numerics;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>Working memory of an evaluator for a batch: a column of a chunk for each node. Kept by the batch.</summary>
internal sealed class ColumnarScratch
{
    /// <summary>Rows of a chunk: few enough that the columns of a purpose stay in the nearest cache.</summary>
    internal const int Chunk = 256;

    /// <summary>Rows that go through together: four vectors.</summary>
    internal static readonly int Step = 4 * Vector<long>.Count;

    internal ColumnarScratch(int nodes, int values)
    {
        Pass = Columns<long>(nodes);
        Open = Columns<long>(nodes);
        Values = new ValueColumn[values];
        for (var i = 0; i < values; i++)
        {
            Values[i] = new ValueColumn();
        }
    }

    /// <summary>For each node all bits where it holds.</summary>
    internal long[][] Pass { get; }

    /// <summary>For each node all bits where it cannot be said.</summary>
    internal long[][] Open { get; }

    internal ValueColumn[] Values { get; }

    /// <summary>The sum that is being looked at.</summary>
    internal long[] SumCodes { get; } = new long[Chunk];

    internal long[] SumKnown { get; } = new long[Chunk];

    /// <summary>Room for a number of cases, rounded up to whole steps.</summary>
    internal static int RowsFor(int cases) => (cases + Step - 1) / Step * Step;

    /// <summary>
    /// The length of columns for a number of cases. Columns a whole number of pages apart would compete for the same lines of the
    /// nearest cache, so long ones are made a little longer.
    /// </summary>
    internal static int LengthFor(int cases) => RowsFor(cases) + (cases < Chunk ? 0 : 5 * Step);

    private static T[][] Columns<T>(int count)
    {
        var columns = new T[count][];
        for (var i = 0; i < count; i++)
        {
            columns[i] = new T[Chunk];
        }

        return columns;
    }
}

/// <summary>The values of a computation in the rows of a chunk; of its four columns the one of its family is used.</summary>
internal sealed class ValueColumn
{
    internal bool[] Known { get; } = new bool[ColumnarScratch.Chunk];

    internal decimal[] Amounts { get; } = new decimal[ColumnarScratch.Chunk];

    internal long[] Codes { get; } = new long[ColumnarScratch.Chunk];

    internal string[] Texts { get; } = new string[ColumnarScratch.Chunk];

    internal string[][] Sets { get; } = new string[ColumnarScratch.Chunk][];

    internal void Put(int row, decimal amount) => (Known[row], Amounts[row]) = (true, amount);

    internal void Put(int row, long code) => (Known[row], Codes[row]) = (true, code);

    internal void Copy(ValueColumn from, int row) =>
        (Known[row], Amounts[row], Codes[row], Texts[row], Sets[row]) = (from.Known[row], from.Amounts[row], from.Codes[row], from.Texts[row], from.Sets[row]);

    internal void Forget(int rows) => Array.Clear(Known, 0, rows);
}
