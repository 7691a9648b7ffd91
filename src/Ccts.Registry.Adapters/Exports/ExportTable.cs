using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Formats.Files;
using Ccts.Sdk.Problems;
using CsvHelper;
using CsvHelper.Configuration;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Rows of a CSV export, one at a time: only the current row is in memory.</summary>
internal sealed class ExportTable : IRowSource
{
    private const int MostCharactersInCell = 1 << 20;

    private readonly CsvParser _csv;
    private readonly string _file;
    private readonly int _above;
    private bool _isBad;
    private int _lastLine;

    /// <param name="stream">The text, from its beginning.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="separator">What parts the columns.</param>
    /// <param name="headerLine">The line of the header row, from 1.</param>
    internal ExportTable(PeekedStream stream, string file, char separator, int headerLine)
    {
        var reader = new StreamReader(stream, EncodingOf(stream.Content.Form), detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16);
        for (var line = 1; line < headerLine; line++)
        {
            SkipLine(reader);
        }

        (_file, _above) = (file, headerLine - 1);
        _csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = _ => _isBad = true,
            Delimiter = separator.ToString(),
            MaxFieldSize = MostCharactersInCell,
        });
        Headers = Read() ? _csv.Record ?? [] : [];
    }

    public IReadOnlyList<string> Headers { get; }

    public int Line { get; private set; }

    public int Count => _csv.Count;

    /// <summary>Known once the cells are read.</summary>
    public bool IsBad => _isBad;

    public string? this[int column] => column < _csv.Count ? _csv[column] : null;

    public bool Read()
    {
        _isBad = false;
        try
        {
            if (!_csv.Read())
            {
                return false;
            }
        }
        catch (MaxFieldSizeException)
        {
            throw new CctsDataException([new Problem("cell-without-end", Severity.Error, "A cell has more than a million characters: a quote was opened and never closed. The rows after it cannot be told apart.", new SourcePlace(_file, _lastLine + 1, 0, ""))]);
        }

        // The parser counts the line on which a row ends, and passes over empty lines.
        var end = _csv.RawRow + _above;
        Line = end == _lastLine + 1 ? end : end - BreaksInside();
        _lastLine = end;
        return true;
    }

    public void Dispose() => _csv.Dispose();

    internal static Encoding EncodingOf(TextForm form) => form switch
    {
        TextForm.Utf16LittleEndian => Encoding.Unicode,
        TextForm.Utf16BigEndian => Encoding.BigEndianUnicode,
        TextForm.Utf32LittleEndian => Encoding.UTF32,
        TextForm.Utf32BigEndian => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        _ => Windows1252Fallback.Utf8,
    };

    private static void SkipLine(StreamReader reader)
    {
        for (var c = reader.Read(); c >= 0; c = reader.Read())
        {
            if (c == '\r' && reader.Peek() == '\n')
            {
                _ = reader.Read();
                return;
            }

            if (c is '\r' or '\n')
            {
                return;
            }
        }
    }

    private int BreaksInside()
    {
        var breaks = 0;
        for (var i = 0; i < _csv.Count; i++)
        {
            var cell = _csv[i];
            for (var at = cell.IndexOfAny(['\r', '\n']); at >= 0; at = cell.IndexOfAny(['\r', '\n'], at + 1))
            {
                at += cell[at] == '\r' && at + 1 < cell.Length && cell[at + 1] == '\n' ? 1 : 0;
                breaks++;
            }
        }

        return breaks;
    }
}
