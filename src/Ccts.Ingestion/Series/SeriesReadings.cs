using System.Collections.Generic;
using Ccts.Ingestion.Mapping;

namespace Ccts.Ingestion.Series;

/// <summary>All readings of one series, from every file.</summary>
internal sealed class SeriesReadings(SeriesMapping mapping)
{
    private readonly ReadingList _readings = new();
    private List<string?>? _numbers;

    internal SeriesMapping Mapping => mapping;

    /// <summary>The unit of the values; null while there is none.</summary>
    internal string? Canonical { get; set; } = mapping.Unit?.Canonical;

    internal IReadOnlyList<Reading> Readings => _readings;

    internal IReadOnlyList<string?>? Numbers => _numbers;

    /// <summary>The lot weights of a laboratory's results, by file and row; null where results are not weighted.</summary>
    internal Dictionary<(int File, int Row), decimal>? Weights { get; private set; }

    /// <summary>The unit in which the first lot is weighed, and how many tonnes one is; null where the file says none.</summary>
    internal (string Text, decimal One)? WeightUnit { get; set; }

    internal void Weigh(Reading reading, decimal weight) => (Weights ??= [])[(reading.File, reading.Row)] = weight;

    /// <summary>The cells of each row, as one number, where rows have no numbers of their own; see <see cref="RowPrint"/>.</summary>
    internal Dictionary<(int File, int Row), long> Prints { get; } = [];

    internal void Add(Reading reading, string? number, long print)
    {
        _readings.Add(reading);
        if (print != 0)
        {
            Prints[(reading.File, reading.Row)] = print;
        }

        if (mapping.NumberColumns.Count > 0)
        {
            (_numbers ??= []).Add(number);
        }
    }

    /// <summary>In order of time, then of file and row, so that the order of rows in the input has no effect.</summary>
    internal List<Reading> Sorted()
    {
        var sorted = new List<Reading>(_readings.Count);
        var isSorted = true;
        for (var i = 0; i < _readings.Count; i++)
        {
            isSorted &= i == 0 || _readings[i - 1].At < _readings[i].At;
            sorted.Add(_readings[i]);
        }

        if (isSorted)
        {
            return sorted;
        }

        sorted.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : a.File != b.File ? a.File.CompareTo(b.File) : a.Row.CompareTo(b.Row));
        return sorted;
    }

    /// <summary>Releases the readings once their results are known.</summary>
    internal void Release()
    {
        _readings.Clear();
        Prints.Clear();
        _numbers = null;
    }
}
