using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Turns cells into entries, by one format and one set of headers. A row may be none, as a total is, or several, as one with several states.</summary>
internal sealed class ExportRowReader
{
    private readonly ExportFormat _format;
    private readonly string _file;
    private readonly bool _isJson;
    private readonly ExportColumns _columns;
    private readonly ExportSerialCell _serials;
    private readonly ExportParts _parts;

    internal ExportRowReader(ExportFormat format, SerialGrammars grammars, string file, IReadOnlyList<string> headers, bool isJson)
    {
        _format = format;
        _file = file;
        _isJson = isJson;
        _columns = new ExportColumns(format, headers);
        _serials = new ExportSerialCell(grammars, format, file, isJson);
        _parts = new ExportParts(format, headers, isJson);
    }

    /// <summary>The columns these headers lack although they say which units a row is about, what became of them, or when.</summary>
    internal IReadOnlyList<MissingColumn> Missing => _columns.Missing;

    internal IReadOnlyList<string> OtherSpellings => _columns.OtherSpellings;

    /// <summary>The first such member that one row of JSON lacks; null where it has all.</summary>
    internal MissingColumn? MissingOf(IReadOnlyDictionary<string, string> row) => _columns.MissingOf(row);

    internal IReadOnlyList<ExportRow> Read(Func<int, string> cell, int line)
    {
        var serial = Cell("serial");
        if (IsNoRow(serial, cell))
        {
            return [];
        }

        var fault = Quantity(Cell("quantity"), line, out var quantity);
        var dateFault = Date(Cell("date"), line, out var date);
        var state = State(Cell("status"), date, Cell("buffer"));
        fault ??= dateFault ?? (state is null ? Problem("state-unknown", $"\"{Short(Cell("status"))}\" is not a known state.", line, "status") : null);
        var reason = _columns.Conversion < 0 ? "" : cell(_columns.Conversion).Trim();
        var isConverted = _format.Conversions.TryGetValue(reason, out var convertedTo);
        var entry = new StatementEntry
        {
            File = _file,
            Line = line,
            Registry = _format.Registry,
            Serial = serial.Length == 0 ? null : serial,
            StatedQuantity = quantity,
            State = isConverted ? UnitState.Converted : state ?? UnitState.Issued,
            ConvertedTo = convertedTo,
            Date = date,
            Moment = date is null ? null : ExportValues.Moment(Cell("date")),
            Project = Filled(Cell("project")),
            LinkedProject = Filled(Cell("linkedProject")),
            VintageYear = Year(Cell("vintage")),
            IsDoubtful = fault is not null,
        };
        if (serial.Length == 0)
        {
            return fault is not null ? [new ExportRow(null, fault)]
                // A row that states neither units nor a quantity, as ARB prints a reversal, says nothing of tonnes.
                : _columns.HasSerial && quantity is not null ? [new ExportRow(entry with { IsDoubtful = true }, Problem("serial-missing", "The row has no serial number, so nobody can say which units it is about.", line, "serial"))]
                : _parts.Split(new ExportRow(entry, null), cell);
        }

        var read = _serials.Read(entry, Cell("from"), Cell("to"), fault);
        return read.Count == 1 ? _parts.Split(read[0], cell) : read;

        string Cell(string role) => _columns[role] is >= 0 and var at ? cell(at).Trim() : "";
    }

    // Spreadsheets end in totals and in rows of commas; neither states a unit.
    private bool IsNoRow(string serial, Func<int, string> cell)
    {
        if (serial.Length > 0)
        {
            return IsTotal(serial);
        }

        var isBlank = true;
        for (var i = 0; i < _columns.Width; i++)
        {
            var text = cell(i);
            if (IsTotal(text))
            {
                return true;
            }

            isBlank = isBlank && string.IsNullOrWhiteSpace(text);
        }

        return isBlank;
    }

    private static bool IsTotal(string text)
    {
        const int longest = 20;
        if (text.Length is 0 or > longest)
        {
            return false;
        }

        var word = text.Trim().TrimEnd(':', '.').ToLowerInvariant();
        return word is "total" or "totals" or "grand total" or "sub total" or "subtotal" or "sub-total" or "sum" or "total quantity" or "total credits" or "total units";
    }

    private UnitState? State(string status, LocalDate? date, string buffer)
    {
        if (buffer.Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            return UnitState.Buffer;
        }

        return _format.FixedState
            ?? (_format.DatedState is { } dated ? (date is null ? _format.UndatedState : dated)
                : status.Length == 0 && _format.BlankState is { } blank ? blank
                : _format.States.TryGetValue(status, out var state) ? state : null);
    }

    // An empty cell is no statement, and no fault.
    private Problem? Quantity(string text, int line, out decimal? quantity)
    {
        quantity = null;
        if (text.Length == 0)
        {
            return null;
        }

        if (!ExportValues.TryQuantity(text, _isJson, out var number) || number < 0 || number > StatementEntry.MostUnits)
        {
            return Problem("quantity-unreadable", $"\"{Short(text)}\" is not a quantity.", line, "quantity");
        }

        quantity = _format.IsKilograms ? number / 1000 : number;
        return null;
    }

    private Problem? Date(string text, int line, out LocalDate? date)
    {
        date = null;
        if (text.Length > 0)
        {
            if (!ExportValues.TryDate(text, _format.Dates, out var found))
            {
                return Problem("date-unreadable", $"\"{Short(text)}\" is not a date written {string.Join(" or ", _format.Dates)}.", line, "date");
            }

            date = found;
        }

        return null;
    }

    private Problem Problem(string code, string message, int line, string role) =>
        new(code, Severity.Error, message, new SourcePlace(_file, line, 0, _format.Columns.TryGetValue(role, out var names) ? names[0] : role));

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    // Some exports write the year as 2025.0.
    private static int? Year(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 && year == decimal.Truncate(year) ? (int)year : null;

    internal static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
