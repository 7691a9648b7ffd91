using System;
using System.Collections.Generic;
using System.Linq;

namespace Ccts.Sdk.Formats.Csv.Mappings;

/// <summary>Maps a table with its own column names, words and formats to the columns that a reader asks for.</summary>
/// <remarks>Immutable and thread-safe. A column of the table that is neither named nor ignored is an error, as it is without a mapping.</remarks>
public sealed class CsvMapping
{
    /// <summary>Stands for every column that is not named.</summary>
    public const string Any = "*";

    private readonly Dictionary<string, string> _ours;

    /// <summary>A mapping.</summary>
    /// <param name="sources">The source of each of the reader's columns.</param>
    /// <param name="ignored">Columns to ignore; <see cref="Any"/> for all that are not named.</param>
    /// <exception cref="ArgumentException">Two of the reader's columns have the same source column.</exception>
    public CsvMapping(IReadOnlyDictionary<string, CsvSource> sources, IReadOnlyList<string> ignored)
    {
        (Sources, Ignored) = (Require.NotNull(sources), Require.NotNull(ignored));
        _ours = sources.Where(s => s.Value.Column is not null).ToDictionary(s => s.Value.Column!, s => s.Key, StringComparer.Ordinal);
        Constants = [.. sources.Where(s => s.Value.Value is not null).Select(s => s.Key)];
    }

    /// <summary>The source of each of the reader's columns.</summary>
    public IReadOnlyDictionary<string, CsvSource> Sources { get; }

    /// <summary>Columns that say nothing that is asked for.</summary>
    public IReadOnlyList<string> Ignored { get; }

    /// <summary>The reader's columns with one value for every row.</summary>
    internal IReadOnlyList<string> Constants { get; }

    /// <summary>The reader's name of a column; for a column that the mapping does not name, a name that the reader never asks for.</summary>
    internal string NameOf(string column) => _ours.TryGetValue(column, out var ours) ? ours : column + " (not read)";

    /// <summary>Whether the mapping names a column of the header.</summary>
    internal bool Knows(string column) => _ours.ContainsKey(column);

    internal bool Ignores(string column) => !_ours.ContainsKey(column) && (Ignored.Contains(Any, StringComparer.Ordinal) || Ignored.Contains(column, StringComparer.Ordinal));
}
