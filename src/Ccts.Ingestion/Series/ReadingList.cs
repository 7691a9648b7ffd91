using System.Collections;
using System.Collections.Generic;

namespace Ccts.Ingestion.Series;

/// <summary>Readings in order of arrival. Doubling a list would leave half its memory unused or as garbage for a year of meter data; this one grows in fixed pieces.</summary>
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
