using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk;
using Ccts.Sdk.Problems;
using CsvHelper;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads exports of registries and ledgers of hosts, CSV or JSON, as a stream of entries.</summary>
/// <remarks>Immutable and thread-safe; a stream being read belongs to one caller. CSV of any size takes bounded memory; JSON is at most 64 MiB.</remarks>
public sealed class ExportReader
{
    private readonly SerialGrammars _grammars;
    private readonly ExportFormats _formats;

    /// <summary>A reader with the package's own grammars and formats.</summary>
    public ExportReader()
        : this(SerialGrammars.BuiltIn, ExportFormats.BuiltIn)
    {
    }

    /// <summary>A reader with grammars and formats of the host's choice.</summary>
    public ExportReader(SerialGrammars grammars, ExportFormats formats)
    {
        _grammars = Require.NotNull(grammars);
        _formats = Require.NotNull(formats);
    }

    /// <summary>Every row in order; a row that cannot be read is a problem with its line, and the rest goes on.</summary>
    /// <param name="stream">The export: CSV in UTF-8 or Windows-1252, or JSON.</param>
    /// <param name="file">Its name, for messages; <c>.json</c> at the end means JSON.</param>
    /// <param name="format">A format's or a registry's id, or null to recognise the format by its headers.</param>
    /// <exception cref="CctsDataException">There is no such format, the headers are of no known format or lack the column of the units, or the JSON is none.</exception>
    public IEnumerable<ExportRow> Read(Stream stream, string file, string? format = null)
    {
        Require.NotNull(stream);
        return Require.NotNull(file).EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(stream, file, format) : ReadCsv(stream, file, format);
    }

    private IEnumerable<ExportRow> ReadCsv(Stream stream, string file, string? format)
    {
        using var table = new ExportTable(stream);
        if (!table.Read())
        {
            throw new CctsDataException([new Problem("empty-export", Severity.Error, "The file has no header row.", new SourcePlace(file, 1, 1, ""))]);
        }

        var headers = table.Record();
        var chosen = Format(headers, file, format);
        var rows = new ExportRowReader(chosen, _grammars, file, headers);
        if (rows.Missing is { } column)
        {
            throw new CctsDataException([new Problem("missing-column", Severity.Error, $"There is no column \"{column}\", and without it \"{chosen.Id}\" cannot say which units a row is about.", new SourcePlace(file, 1, 1, ""))
                { Expected = "the header row of \"" + chosen.Id + "\"", Hint = "Check that this is the export its format was made for; without a format named, it is found out by the headers." }]);
        }

        while (true)
        {
            Problem? endless = null;
            try
            {
                if (!table.Read())
                {
                    yield break;
                }
            }
            catch (MaxFieldSizeException)
            {
                endless = new Problem("cell-without-end", Severity.Error, "A cell has more than a million characters: a quote was opened and never closed. The rows after it cannot be told apart.", new SourcePlace(file, table.Line, 0, ""));
            }

            if (endless is not null)
            {
                yield return new ExportRow(null, endless);
                yield break;
            }

            yield return Row(table, rows, headers.Length, file);
        }
    }

    private static ExportRow Row(ExportTable table, ExportRowReader rows, int width, string file)
    {
        var isShort = table.Count < width;
        var row = isShort ? null : rows.Read(i => table[i], table.Line);

        // Whether quotes are in order shows only once the cells are read.
        return row is not null && !table.IsBad ? row : new ExportRow(null, new Problem(
            isShort ? "row-too-short" : "bad-quotes", Severity.Error, $"The row has {table.Count} cells.", new SourcePlace(file, table.Line, 0, ""))
            { Expected = $"{width} cells, quotes in pairs" });
    }

    private IEnumerable<ExportRow> ReadJson(Stream stream, string file, string? format)
    {
        ExportRowReader? rows = null;
        string[] headers = [];
        var row = 0;
        foreach (var item in JsonExport.Rows(stream, file))
        {
            row++;
            if (rows is null || item.Keys.Any(k => Array.IndexOf(headers, k) < 0))
            {
                headers = headers.Union(item.Keys, StringComparer.Ordinal).ToArray();
                rows = new ExportRowReader(Format(headers, file, format), _grammars, file, headers);
            }

            yield return rows.Read(i => item.TryGetValue(headers[i], out var value) ? value : "", row);
        }
    }

    private ExportFormat Format(IReadOnlyList<string> headers, string file, string? format)
    {
        if (format is not null && _formats.Find(format) is { } named)
        {
            return named;
        }

        var candidates = _formats.All.Where(f => format is null || f.Registry == format).Select(f => f.Id).ToArray();
        if (candidates.Length == 0)
        {
            throw new CctsDataException([new Problem("unknown-format", Severity.Error, $"\"{format}\" is neither a format nor a registry with one.", default)
                { Expected = "one of " + string.Join(", ", _formats.All.Select(f => f.Registry).Concat(_formats.All.Select(f => f.Id)).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).OrderBy(w => w, StringComparer.Ordinal)) }]);
        }

        return _formats.Recognise(headers, format) ?? throw new CctsDataException(
            [new Problem("unknown-export", Severity.Error, "The columns are of no known export" + (format is null ? "." : $" of \"{format}\"."), new SourcePlace(file, 1, 1, ""))
            {
                Expected = "one of " + string.Join(", ", candidates),
                Hint = "Check that the header row is the registry's own, or add a format file.",
            }]);
    }
}
