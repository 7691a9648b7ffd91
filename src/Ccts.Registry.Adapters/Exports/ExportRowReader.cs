using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Registry.Adapters.Serials;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>
/// Turns the rows of one file into entries. An unreadable cell is a problem of its row, and the rest of the row
/// still counts: units, number and state are given as far as known.
/// </summary>
internal sealed class ExportRowReader
{
    private readonly ExportColumns _columns;
    private readonly ExportFormat _format;
    private readonly IRowSource _row;
    private readonly string _file;
    private readonly SerialGrammars _grammars;
    private readonly RowCells _cells;
    private readonly RowFindings _findings;
    private readonly RowState _state;
    private readonly RowQuantity _quantity;
    private readonly RowUnits _units;
    private readonly RowTotals _totals;
    private readonly bool _withDetails;
    private readonly List<int> _unread;
    private readonly List<Problem> _unreadColumns = [];
    private bool _isLackToldOf;

    internal ExportRowReader(ExportColumns columns, IRowSource row, SerialGrammars grammars, string file, bool isAmbiguousPoint, bool withDetails)
    {
        (_columns, _format, _row, _file, _grammars) = (columns, columns.Format, row, file, grammars);
        _withDetails = withDetails;
        _cells = new RowCells(columns, row);
        _findings = new RowFindings(file, columns);
        _state = new RowState(columns, _cells, _findings);
        _quantity = new RowQuantity(columns, _cells, _findings, isAmbiguousPoint);
        _units = new RowUnits(columns, _cells, _findings, grammars);
        _totals = new RowTotals(columns, _cells);
        _unread = [.. columns.Unread];
    }

    /// <summary>Columns that nothing is read from and that hold something in a row of units, each with the first such row.</summary>
    internal IReadOnlyList<Problem> UnreadColumns => _unreadColumns;

    /// <summary>What comes of the current row of the source; nothing of an empty row and of a total that is right.</summary>
    internal IReadOnlyList<ExportRow> Read()
    {
        if (_cells.AreBlank)
        {
            return [];
        }

        _findings.Line = _row.Line;
        if (_totals.IsTotal(out var difference))
        {
            if (difference is not null)
            {
                _findings.Error("total-differs", ColumnRoles.Quantity, difference, "rows that add up to the total", "Download the table again, whole.");
            }

            return _findings.Take();
        }

        var isTrusted = CheckCells();
        ReadUnits(isTrusted);
        if (isTrusted && _unread.Count > 0)
        {
            LookAtUnread();
        }

        return _findings.Take();
    }

    // Whether the cells are under their headers. Whether quotes are in order shows only once they are read.
    private bool CheckCells()
    {
        var isOff = _row.Count != _columns.Count;
        if (_row.IsBad)
        {
            _findings.ErrorAt("bad-quotes", "", $"Quotes are in the wrong place; the row has {_row.Count} cells.", $"{_columns.Count} cells, quotes in pairs");
            return !isOff;
        }

        if (_row.Count < _columns.Count)
        {
            _findings.ErrorAt("row-too-short", "", $"The row has {_row.Count} cells.", $"{_columns.Count} cells, quotes in pairs");
        }
        else if (_cells.AreTooMany)
        {
            _findings.ErrorAt("row-too-long", "", $"The row has {_row.Count} cells, so they are not under their headers.", $"{_columns.Count} cells; text with commas in double quotes");
            return false;
        }

        return true;
    }

    private void LookAtUnread()
    {
        for (var i = _unread.Count - 1; i >= 0; i--)
        {
            if (_cells.At(_unread[i]) is { Length: > 0 } text && !IsNumberOfRow(_unread[i], text))
            {
                var header = _columns.HeaderOf(_unread[i]);
                if (_format.IsOwn && _columns.IsNameless(_unread[i]))
                {
                    _findings.ErrorAt("column-not-read", header, $"\"{CellText.Short(text)}\" is in a column without a name: nothing says whether it changes what the rows mean.", "a header above each column that holds something", "Give the column a header, or take it out.");
                }

                _unreadColumns.Add(new Problem("column-not-read", Severity.Warning, $"Nothing is read from \"{CellText.Short(header)}\", which {_format.Id} does not know; it holds \"{CellText.Short(text)}\".", new SourcePlace(_file, _row.Line, 0, header)) { Expected = "columns that the format knows", Hint = "Look whether it says something of the units." });
                _unread.RemoveAt(i);
            }
        }
    }

    // Programs write the numbers of the rows into a first column without a name.
    private bool IsNumberOfRow(int column, string text) => column == 0 && _columns.IsNameless(0) && text.All(c => c is >= '0' and <= '9');

    private void ReadUnits(bool isTrusted)
    {
        var isDoubtful = !isTrusted;
        var quantity = isTrusted ? _quantity.Read(out isDoubtful) : null;
        var serial = isTrusted ? _cells.Of(ColumnRoles.Serial) : OnlySerial();
        if (isTrusted && _cells.Disagreeing(ColumnRoles.Serial) is >= 0 and var other)
        {
            _findings.Error("columns-disagree", ColumnRoles.Serial, $"This column has \"{CellText.Short(serial)}\", and {_columns.HeaderOf(other)} has \"{CellText.Short(_cells.At(other))}\".", "columns that say the same");
        }

        var state = _state.Read(isTrusted);
        var vintage = isTrusted ? Vintage() : null;
        var entry = new StatementEntry
        {
            File = _file,
            Line = _row.Line,
            Registry = _format.Registry,
            StatedQuantity = quantity,
            State = state.State,
            StatedState = isTrusted ? Filled(ColumnRoles.Status) : null,
            ConvertedTo = state.ConvertedTo,
            Date = state.Day,
            Issued = state.Issued,
            Moment = state.Moment,
            Project = isTrusted ? Named(ColumnRoles.Project) : null,
            LinkedProject = isTrusted ? Named(ColumnRoles.LinkedProject) : null,
            VintageYear = vintage?.Last,
            Details = _withDetails && isTrusted ? Details(serial) : null,
            Doubts = (isDoubtful ? Doubts.Quantity | Doubts.Cell : Doubts.None) | (state.IsDayDoubtful ? Doubts.Day | Doubts.Cell : Doubts.None)
                | (state.IsSinceUnknown ? Doubts.Day : Doubts.None),
        };
        var units = serial.Length > 0 ? _units.OfSerials(entry, serial, vintage) : WithoutSerial(entry, isTrusted);
        var parts = isTrusted ? _quantity.Parts(quantity) : null;
        if (parts is [])
        {
            _findings.AddAll(units.Select(Rest));
        }
        else if (parts is null && units.Count > 0 && units[0].State == UnitState.Unknown)
        {
            _findings.AddAll(units);
        }
        else if (parts is not null && units.Count == 1)
        {
            Part(units[0], quantity ?? 0, parts);
        }
        else
        {
            _findings.AddAll(units.Select(u => u with { State = UnitState.Unknown }));
        }
    }

    private IReadOnlyList<StatementEntry> WithoutSerial(StatementEntry entry, bool isTrusted)
    {
        if (_format.Columns.ContainsKey(ColumnRoles.Registry) && isTrusted)
        {
            return [_units.OfNumbers(entry)];
        }

        if (!_format.Columns.ContainsKey(ColumnRoles.Serial) && isTrusted)
        {
            if (entry.StatedQuantity is null && (entry.Doubts & Doubts.Quantity) == Doubts.None)
            {
                _findings.Error("quantity-missing", ColumnRoles.Quantity, "The row states no quantity.", "a quantity");
            }

            return [entry];
        }

        if (entry.StatedQuantity is null && _columns.Aside.Any(c => _cells.At(c).Length > 0))
        {
            _findings.Warn("row-without-units", ColumnRoles.Serial, "The row names no units and is passed over: " + string.Join(", ", _columns.Aside.Where(c => _cells.At(c).Length > 0).Select(c => _columns.HeaderOf(c) + " " + CellText.Short(_cells.At(c)))) + ".");
            return [];
        }

        _findings.Error("serial-missing", ColumnRoles.Serial, "The row names no serial.", "a serial");
        return [entry with { Serial = "" }];
    }

    // A row with several states becomes several entries; the rest has the state of the row.
    private void Part(StatementEntry entry, decimal whole, IReadOnlyList<(PartColumn Part, decimal Units)> parts)
    {
        var rest = whole - parts.Sum(p => p.Units);
        if (entry.Block is not null && (parts.Count > 1 || rest > 0))
        {
            _findings.Error("state-unclear", ColumnRoles.Serial, "The columns by state give how many units are in each state, but not their numbers.", "a row a state");
            _findings.Add(entry with { State = UnitState.Unknown });
            return;
        }

        // The date of a part's state is unknown, but not before the row's own day.
        var shared = entry with { RowQuantity = whole };
        foreach (var (part, units) in parts)
        {
            _findings.Add(shared with { StatedQuantity = units, State = part.State, ConvertedTo = part.ConvertedTo, Doubts = entry.Doubts | Doubts.Day });
        }

        if (rest > 0)
        {
            _findings.Add(Rest(shared with { StatedQuantity = rest }));
        }
    }

    // The content of a missing column is unknown for these units; this is reported once, with the first row.
    private StatementEntry Rest(StatementEntry entry)
    {
        if (_columns.LackingParts.Count == 0 || entry.Quantity == 0)
        {
            return entry;
        }

        if (!_isLackToldOf)
        {
            _findings.Error("state-untold", ColumnRoles.Quantity, $"There is no column {string.Join(", ", _columns.LackingParts.Select(h => "\"" + h + "\""))}, so nothing says what became of the {entry.Quantity} units that the other columns leave, here and in later rows.", "every column of " + _format.Id, "Download the table again, whole; an older download does not tell what happened since.");
            _isLackToldOf = true;
        }

        return entry with { State = UnitState.Unknown };
    }

    private VintageYears? Vintage()
    {
        var text = _cells.Of(ColumnRoles.Vintage);
        if (text.Length == 0)
        {
            return null;
        }

        if (VintageYears.TryRead(text, _format.Dates, out var years))
        {
            return years;
        }

        _findings.Error("vintage-unreadable", ColumnRoles.Vintage, $"\"{CellText.Short(text)}\" is not a vintage.", "a year such as 2025, or 2025-26");
        return null;
    }

    // In a row with shifted cells, the only cell that reads as a serial is the serial.
    private string OnlySerial()
    {
        var found = Enumerable.Range(0, _row.Count).Select(_cells.At).Where(c => c.Length > 3 && _grammars.TryRead(c, out _, out _)).Distinct(StringComparer.Ordinal).Take(2).ToArray();
        return found.Length == 1 ? found[0] : "";
    }

    private CreditDetails Details(string serial)
    {
        var country = Filled(ColumnRoles.Country) is { } stated ? Countries.CodeOf(stated) : null;
        return new CreditDetails(
            Filled(ColumnRoles.ProjectType), Filled(ColumnRoles.Methodology), country ?? (_grammars.TryRead(serial, out var reading, out _) && reading.Country is { } code && Countries.IsCode(code) ? code : null),
            Filled(ColumnRoles.CreditType) ?? (string.Equals(Filled(ColumnRoles.Removal), "yes", StringComparison.OrdinalIgnoreCase) ? ColumnRoles.Removal : null), Filled(ColumnRoles.Verifier))
        {
            Goals = Filled(ColumnRoles.Goals), Adjustment = Filled(ColumnRoles.Adjustment), RemovalMethod = Filled(ColumnRoles.RemovalMethod), Permanence = Filled(ColumnRoles.Permanence),
            ReversalRisk = Filled(ColumnRoles.ReversalRisk), Verified = Filled(ColumnRoles.Verified),
        };
    }

    private string? Named(string role)
    {
        if (Filled(role) is not { } text || !CellText.IsSpreadsheetError(text))
        {
            return Filled(role);
        }

        _findings.Error("project-unreadable", role, $"\"{text}\" is no project: a formula failed.", "a project", CellText.HintForNumber(text));
        return null;
    }

    private string? Filled(string role) => _cells.Of(role) is { Length: > 0 } text ? text : null;
}
