using System.Collections;
using System.Collections.Generic;

namespace Ccts.Ingestion.Series;

/// <summary>Readings in the order that they came. A list that grows by doubling would leave half of a year's meters as room and as garbage; this one grows by a piece.</summary>
internal sealed class ReadingList : IReadOnlyList<Reading>
{
    private const int Piece = 1024;
    private readonly List<Reading[]> _pieces = [];

    public int Count { get; private set; }

    public Reading this[int index] => _pieces[index / Piece][index % Piece];

    internal void Add(Reading reading)
    {
        if (Count == _pieces.Count * Piece)
        {
            _pieces.Add(new Reading[Piece]);
        }

        _pieces[Count / Piece][Count % Piece] = reading;
        Count++;
    }

    internal void Clear()
    {
        _pieces.Clear();
        Count = 0;
    }

    public IEnumerator<Reading> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
