using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of a CSV export, one at a time: only the current row is in memory.</summary>
internal sealed class ExportTable : IDisposable
{
    private const int MostCharactersInCell = 1 << 20;

    private readonly CsvParser _csv;
    private bool _isBad;

    internal ExportTable(Stream stream)
    {
        var reader = new StreamReader(stream, Windows1252Fallback.Utf8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        _csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => _isBad = true,
            MaxFieldSize = MostCharactersInCell,
        });
    }

    internal int Line => _csv.RawRow;

    /// <summary>Whether quotes stand where they should not in the current row.</summary>
    internal bool IsBad => _isBad;

    internal int Count => _csv.Count;

    internal bool IsBlank
    {
        get
        {
            for (var i = 0; i < _csv.Count; i++)
            {
                if (!string.IsNullOrWhiteSpace(_csv[i]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    internal string this[int column] => column < _csv.Count ? _csv[column] : "";

    /// <summary>The next row; throws <see cref="MaxFieldSizeException"/> where a cell has no end.</summary>
    internal bool Read()
    {
        _isBad = false;
        return _csv.Read();
    }

    internal string[] Record() => _csv.Record ?? [];

    public void Dispose() => _csv.Dispose();
}
