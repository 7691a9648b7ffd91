using System;
using System.Numerics;
using Ccts.Rules.Decisions.Requests;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>A chunk of the rows of a batch.</summary>
internal readonly struct RowSpan(FactColumns facts, ColumnarScratch scratch, int first, int count)
{
    internal FactColumns Facts { get; } = facts;

    internal ColumnarScratch Scratch { get; } = scratch;

    /// <summary>The first row, counted in the batch.</summary>
    internal int First { get; } = first;

    /// <summary>How many rows: a whole number of vectors.</summary>
    internal int Count { get; } = count;

    internal ReadOnlySpan<Vector<long>> Codes(int slot) => Vectors.Of(Facts.Codes, Cell(slot), Count);

    internal ReadOnlySpan<Vector<long>> Known(int slot) => Vectors.Of(Facts.Known, Cell(slot), Count);

    /// <summary>Where the chunk begins in the column of a slot.</summary>
    internal int Cell(int slot) => (slot * Facts.Rows) + First;
}
