using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Formats.Csv;

/// <summary>The names in the header of a <see cref="CsvTable"/>, in their order.</summary>
public sealed class CsvColumns
{
    private readonly string[] _names;

    /// <param name="names">As the header has them.</param>
    /// <param name="known">The names that code asks by; where the header has one of them, that very object is kept.</param>
    internal CsvColumns(IEnumerable<string> names, IReadOnlyList<string> known) =>
        _names = names.Select(name => known.FirstOrDefault(k => string.Equals(k, name, StringComparison.Ordinal)) ?? name).ToArray();

    internal IEnumerable<string> Names => _names;

    /// <summary>Where the column stands, the first of two alike; -1 where there is none. Every field of every row asks this.</summary>
    internal int IndexOf(string column)
    {
        for (var i = 0; i < _names.Length; i++)
        {
            if (ReferenceEquals(_names[i], column))
            {
                return i;
            }
        }

        return Array.IndexOf(_names, column);
    }
}
