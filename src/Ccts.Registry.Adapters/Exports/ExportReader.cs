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
    public IEnumerable<ExportRow> Read(Stream stream, string file, string? format = null) => Read(stream, file, new ExportReading { Format = format });

    /// <summary>The same, told more of how it is to be read.</summary>
    /// <inheritdoc cref="Read(Stream, string, string?)" path="/exception"/>
    public IEnumerable<ExportRow> Read(Stream stream, string file, ExportReading reading)
    {
        Require.NotNull(stream);
        Require.NotNull(reading);
        return Require.NotNull(file).EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadJson(stream, file, reading) : ReadCsv(stream, file, reading);
    }

    private IEnumerable<ExportRow> ReadCsv(Stream stream, string file, ExportReading format)
    {
        using var table = new ExportTable(stream);
        if (!table.Read())
        {
            throw new CctsDataException([new Problem("empty-export", Severity.Error, "The file has no header row.", new SourcePlace(file, 1, 1, ""))]);
        }

        var headers = table.Record();
        var chosen = Format(headers, file, format);
        var rows = new ExportRowReader(chosen, _grammars, file, headers, isJson: false);
        if (rows.Missing is { Count: > 0 } missing)
        {
            throw new CctsDataException(missing.Select(m => new Problem("missing-column", Severity.Error, $"There is no column \"{m.Header}\", and without it \"{chosen.Id}\" cannot say {m.Why}.", new SourcePlace(file, 1, 1, ""))
                { Expected = "the header row of \"" + chosen.Id + "\"", Hint = "Check that this is the export its format was made for; without a format named, it is found out by the headers." }).ToList());
        }

        format.Recognised?.Invoke(new ExportRecognition(file, chosen.Id, format.Format is not null, rows.OtherSpellings));

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

            foreach (var row in Rows(table, rows, headers.Length, file))
            {
                yield return row;
            }
        }
    }

    private static IReadOnlyList<ExportRow> Rows(ExportTable table, ExportRowReader rows, int width, string file)
    {
        var isShort = table.Count < width;
        var read = isShort ? [] : rows.Read(i => table[i], table.Line);

        // Whether quotes are in order shows only once the cells are read.
        return !isShort && !table.IsBad ? read : isShort && table.IsBlank ? [] : [new ExportRow(null, new Problem(
            isShort ? "row-too-short" : "bad-quotes", Severity.Error, $"The row has {table.Count} cells.", new SourcePlace(file, table.Line, 0, ""))
            { Expected = $"{width} cells, quotes in pairs" })];
    }

    private IEnumerable<ExportRow> ReadJson(Stream stream, string file, ExportReading format)
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
                var isFirst = rows is null;
                var chosen = Format(headers, file, format);
                rows = new ExportRowReader(chosen, _grammars, file, headers, isJson: true);
                if (isFirst)
                {
                    format.Recognised?.Invoke(new ExportRecognition(file, chosen.Id, format.Format is not null, rows.OtherSpellings));
                }
            }

            if (rows.MissingOf(item) is { } missing)
            {
                yield return new ExportRow(null, new Problem("missing-member", Severity.Error, $"The row has no member \"{missing.Header}\", and without it nobody can say {missing.Why}.", new SourcePlace(file, row, 0, missing.Header)));
                continue;
            }

            foreach (var read in rows.Read(i => item.TryGetValue(headers[i], out var value) ? value : "", row))
            {
                yield return read;
            }
        }
    }

    private ExportFormat Format(IReadOnlyList<string> headers, string file, ExportReading reading)
    {
        var format = reading.Format;
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

        var fits = _formats.Fits(headers, format, reading.IsOwnLedger);
        if (fits.Count > 1)
        {
            throw new CctsDataException([new Problem("ambiguous-export", Severity.Error, $"The columns fit {fits.Count} formats: {string.Join(", ", fits.Select(f => f.Id))}.", new SourcePlace(file, 1, 1, ""))
                { Expected = "columns of one format", Hint = reading.IsOwnLedger ? "Name the format: --ledger-format." : "Name the format: --format." }]);
        }

        return fits.Count == 1 ? fits[0] : throw new CctsDataException(
            [new Problem("unknown-export", Severity.Error, "The columns are of no known export" + (format is null ? "." : $" of \"{format}\"."), new SourcePlace(file, 1, 1, ""))
            {
                Expected = "one of " + string.Join(", ", candidates),
                Hint = "Check that the header row is the registry's own, or add a format file.",
            }]);
    }
}
