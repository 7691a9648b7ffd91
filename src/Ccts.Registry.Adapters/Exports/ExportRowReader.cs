using System;
using System.Collections.Generic;
using System.Globalization;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Problems;
using NodaTime;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Turns cells into entries, by one format and one set of headers.</summary>
internal sealed class ExportRowReader
{
    private readonly ExportFormat _format;
    private readonly SerialGrammars _grammars;
    private readonly string _file;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly int _conversion;

    internal ExportRowReader(ExportFormat format, SerialGrammars grammars, string file, IReadOnlyList<string> headers)
    {
        _format = format;
        _grammars = grammars;
        _file = file;
        foreach (var role in format.Columns)
        {
            _columns[role.Key] = IndexOf(headers, role.Value);
        }

        _conversion = format.ConversionColumn is { } column ? IndexOf(headers, [column]) : -1;
    }

    /// <summary>The header of the column that says which units a row is about, where these headers lack it.</summary>
    internal string? Missing
    {
        get
        {
            var role = _columns.ContainsKey("serial") ? "serial" : "quantity";
            return _columns.TryGetValue(role, out var at) && at < 0 ? _format.Columns[role][0] : null;
        }
    }

    internal ExportRow Read(Func<int, string> cell, int line)
    {
        var serial = Cell("serial");
        if (!TryQuantity(Cell("quantity"), out var quantity))
        {
            return Bad("quantity-unreadable", "quantity", $"\"{Short(Cell("quantity"))}\" is not a quantity.");
        }

        if (!TryDate(Cell("date"), out var date))
        {
            return Bad("date-unreadable", "date", $"\"{Short(Cell("date"))}\" is not a date written {string.Join(" or ", _format.Dates)}.");
        }

        if (State(Cell("status"), date, Cell("buffer")) is not { } state)
        {
            return Bad("state-unknown", "status", $"\"{Short(Cell("status"))}\" is not a known state.");
        }

        var reason = _conversion < 0 ? "" : cell(_conversion).Trim();
        var isConverted = _format.Conversions.TryGetValue(reason, out var convertedTo);
        var entry = new StatementEntry
        {
            File = _file,
            Line = line,
            Registry = _format.Registry,
            Serial = serial.Length == 0 ? null : serial,
            StatedQuantity = quantity,
            State = isConverted ? UnitState.Converted : state,
            ConvertedTo = convertedTo,
            Date = date,
            Moment = date is null ? null : ExportValues.Moment(Cell("date")),
            Project = Filled(Cell("project")),
            LinkedProject = Filled(Cell("linkedProject")),
            VintageYear = Year(Cell("vintage")),
        };
        return serial.Length == 0 ? new ExportRow(entry, null) : WithSerial(entry, Cell("from"), Cell("to"));

        string Cell(string role) => _columns.TryGetValue(role, out var at) && at >= 0 ? cell(at).Trim() : "";

        ExportRow Bad(string code, string role, string message) => new(null, Problem(code, Severity.Error, message, line, role));
    }

    private ExportRow WithSerial(StatementEntry entry, string from, string to)
    {
        if (!_grammars.TryRead(entry.Serial!, out var reading, out var error))
        {
            return new ExportRow(entry, Problem("serial-unreadable", Severity.Error, error.Message, entry.Line, "serial"));
        }

        var block = reading.Block;
        if (block is null && BlockNumber.TryParse(from, out var start) && BlockNumber.TryParse(to, out var end) && start <= end)
        {
            block = new SerialBlock(reading.Registry, reading.Scope, start, end);
        }

        var read = entry with
        {
            Registry = reading.Registry,
            Canonical = reading.Canonical,
            Block = block,
            Unit = reading.Grammar.Unit == UnitOfAccount.KilogramCo2e ? UnitOfAccount.TonneCo2e : reading.Grammar.Unit,
            Project = entry.Project ?? reading.Project,
            ConvertedFrom = reading.ConvertedFrom,
            VintageYear = reading.VintageEnd?.Year ?? entry.VintageYear,
        };
        if (!read.IsCountable)
        {
            return new ExportRow(null, Problem("block-too-large", Severity.Error, $"The block {read.Block} has more than {StatementEntry.MostUnits} units.", entry.Line, "serial"));
        }

        return new ExportRow(read, read.HasQuantityFault
            ? Problem("quantity-mismatch", Severity.Warning, $"The row states {read.StatedQuantity}, its block {block} has {read.Quantity}.", entry.Line, "quantity")
            : null);
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
    private bool TryQuantity(string text, out decimal? quantity)
    {
        quantity = null;
        if (text.Length == 0)
        {
            return true;
        }

        if (!ExportValues.TryQuantity(text, out var number) || number > StatementEntry.MostUnits)
        {
            return false;
        }

        quantity = _format.IsKilograms ? number / 1000 : number;
        return true;
    }

    private bool TryDate(string text, out LocalDate? date)
    {
        date = null;
        if (text.Length > 0)
        {
            if (!ExportValues.TryDate(text, _format.Dates, out var found))
            {
                return false;
            }

            date = found;
        }

        return true;
    }

    private Problem Problem(string code, Severity severity, string message, int line, string role) =>
        new(code, severity, message, new SourcePlace(_file, line, 0, _format.Columns.TryGetValue(role, out var names) ? names[0] : role));

    private static int IndexOf(IReadOnlyList<string> headers, string[] names)
    {
        foreach (var name in names)
        {
            for (var i = 0; i < headers.Count; i++)
            {
                if (string.Equals(ExportFormats.Plain(headers[i]), ExportFormats.Plain(name), StringComparison.OrdinalIgnoreCase))
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private static string? Filled(string text) => text.Length == 0 ? null : text;

    // Some exports write the year as 2025.0.
    private static int? Year(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100 && year == decimal.Truncate(year) ? (int)year : null;

    private static string Short(string text) => text.Length <= 40 ? text : text.Substring(0, 39) + "…";
}
