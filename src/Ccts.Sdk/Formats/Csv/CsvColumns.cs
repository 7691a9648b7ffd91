using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>The names in the header of a <see cref="CsvTable"/>, in their order.</summary>
public sealed class CsvColumns
{
    private readonly string[] _names;
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    /// <param name="names">As the header has them.</param>
    /// <param name="known">The names that code asks for; if the header has one, that string object is kept.</param>
    internal CsvColumns(IEnumerable<string> names, IReadOnlyList<string> known)
    {
        _names = names.Select(name => known.FirstOrDefault(k => string.Equals(k, name, StringComparison.Ordinal)) ?? name).ToArray();
        for (var i = _names.Length - 1; i >= 0; i--)
        {
            _first[_names[i]] = i;
        }
    }

    internal IEnumerable<string> Names => _names;

    /// <summary>The index of the column, the first of two with the same name; -1 if there is none. Called for every field of every row.</summary>
    internal int IndexOf(string column)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (ReferenceEquals(_names[i], column))
            {
                return i;
            }
        }

        return _first.TryGetValue(column, out var at) ? at : -1;
    }
}
