using System;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Ccts.Rules.Engines.Columnar;

/// <summary>Part of a column as vectors.</summary>
internal static class Vectors
{
    internal static Span<Vector<long>> Of(long[] column, int at, int count) => MemoryMarshal.Cast<long, Vector<long>>(column.AsSpan(at, count));

    internal static Span<Vector<long>> Of(ulong[] masks, int at, int count) => MemoryMarshal.Cast<ulong, Vector<long>>(masks.AsSpan(at, count));
}
