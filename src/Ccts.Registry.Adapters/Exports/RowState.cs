using System;
using System.Linq;
using NodaTime;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Reads the state of a row's units, and its date.</summary>
internal sealed class RowState(ExportColumns columns, RowCells cells, RowFindings findings)
{
    internal static readonly string[] Yes = ["true", "yes", "y", "1", "x"];
    internal static readonly string[] No = ["false", "no", "n", "0"];

    // One day may be written in two clocks.
    private const int DayOfClocks = 1;

    private readonly StateRule _rule = columns.Format.State;
    private readonly UnreadCells _unread = new(columns, cells);
    private readonly bool _isUtc = columns.Has(ColumnRoles.Date) && IsUtc(columns.NameOf(ColumnRoles.Date));
    private readonly (int Column, UnitState State)[] _flags = [.. columns.Of(ColumnRoles.Buffer).Select(c => (c, UnitState.Buffer)), .. columns.Flags];

    /// <param name="isTrusted">Whether the cells are under their headers.</param>
    internal StatedState Read(bool isTrusted)
    {
        var date = ReadDate(isTrusted);
        var state = isTrusted ? ByFlags(date, ByRule(date)) : UnitState.Unknown;
        var reason = columns.Conversion.Length == 0 || !isTrusted ? "" : cells.At(columns.Conversion[0]);
        var isConverted = columns.Format.Conversions.TryGetValue(reason, out var programme);
        state = isTrusted ? Borne(isConverted ? UnitState.Converted : state) : state;
        var (issued, isIssueDoubtful) = isTrusted && state != UnitState.Unknown ? IssueDay() : (null, false);
        if (state > UnitState.Buffer && columns.Has(ColumnRoles.Date) && date.Day is { } ended && ended < issued?.PlusDays(-DayOfClocks))
        {
            findings.Error("columns-disagree", ColumnRoles.Date, $"This column has \"{CellText.Short(cells.Of(ColumnRoles.Date))}\", and {columns.NameOf(ColumnRoles.Issued)} has \"{CellText.Short(cells.Of(ColumnRoles.Issued))}\": nothing ends before it is issued.", "a day on which the units were there");
            return new StatedState(UnitState.Unknown, null, null, true);
        }

        return new StatedState(state, date.Day, date.Moment, date.IsDoubtful) { ConvertedTo = programme, Issued = issued, IsSinceUnknown = IsSinceUnknown(state, date, issued) || (isIssueDoubtful && state <= UnitState.Buffer) };
    }

    // A registry's row that says neither since when its units are what they are nor when they were issued leaves open what was so on an earlier day.
    private bool IsSinceUnknown(UnitState state, in DateCell date, LocalDate? issued) => !columns.Format.IsOwn && date.Day is null && state != UnitState.Unknown
        && (state > UnitState.Buffer || (issued is null && (columns.Format.Columns.ContainsKey(ColumnRoles.Date) || columns.Format.Columns.ContainsKey(ColumnRoles.Issued))));

    private (LocalDate? Day, bool IsDoubtful) IssueDay()
    {
        var text = cells.Of(ColumnRoles.Issued);
        if (text.Length == 0)
        {
            return (null, false);
        }

        if (ExportDates.TryRead(text, columns.Format.Dates, _isUtc, out var day, out _) && !ExportDates.IsLost(day))
        {
            return (day, false);
        }

        findings.Error("date-unreadable", ColumnRoles.Issued, Unreadable(text, day));
        return (null, true);
    }

    // Held units have no beneficiary of a retirement: a row with both is contradictory.
    private UnitState Borne(UnitState state)
    {
        if (_unread.Against(state) is >= 0 and var said)
        {
            findings.ErrorAt("columns-disagree", columns.HeaderOf(said), $"This column, which is not read, has \"{CellText.Short(cells.At(said))}\", and the row says {UnitStateWords.Of(state)}.", "columns that say the same");
            return UnitState.Unknown;
        }

        foreach (var (column, states) in columns.Only)
        {
            if (state != UnitState.Unknown && cells.At(column) is { Length: > 0 } text && Array.IndexOf(states, state) < 0)
            {
                findings.ErrorAt("columns-disagree", columns.HeaderOf(column), $"This column has \"{CellText.Short(text)}\", and the row says {UnitStateWords.Of(state)}.", string.Join(" or ", states.Select(UnitStateWords.Of)) + ", or nothing here");
                return UnitState.Unknown;
            }
        }

        return state;
    }

    private UnitState ByRule(in DateCell date)
    {
        if (_rule.Fixed is { } always)
        {
            return always;
        }

        if (_rule.Dated is { } dated)
        {
            return date.IsDoubtful ? UnitState.Unknown : date.Day is null ? _rule.Undated ?? UnitState.Held : dated;
        }

        var status = cells.Of(ColumnRoles.Status);
        if (cells.IsCut(ColumnRoles.Status) || Disagree(ColumnRoles.Status))
        {
            return UnitState.Unknown;
        }

        if (status.Length == 0 && (columns.Has(ColumnRoles.Status) ? _rule.Blank : _rule.Absent ?? _rule.Blank) is { } blank)
        {
            return blank;
        }

        if (_rule.Words.TryGetValue(status, out var state))
        {
            return state;
        }

        findings.Error("state-unknown", ColumnRoles.Status, status.Length == 0 ? "The state is empty." : $"\"{CellText.Short(status)}\" is not a known state.", string.Join(", ", _rule.Words.Keys));
        return UnitState.Unknown;
    }

    private UnitState ByFlags(in DateCell date, UnitState state)
    {
        foreach (var (column, meaning) in _flags)
        {
            var text = cells.At(column);
            var isYes = Yes.Contains(text, StringComparer.OrdinalIgnoreCase);
            if (!isYes && text.Length > 0 && !No.Contains(text, StringComparer.OrdinalIgnoreCase))
            {
                findings.ErrorAt("flag-unreadable", columns.HeaderOf(column), $"\"{CellText.Short(text)}\" is neither yes nor no.", "true or false");
                return UnitState.Unknown;
            }

            if (!isYes && text.Length > 0 && _rule.IsByDate && date.Day is not null && meaning == _rule.Dated)
            {
                findings.ErrorAt("columns-disagree", columns.HeaderOf(column), $"This column has \"{CellText.Short(text)}\", and {columns.NameOf(ColumnRoles.Date)} has a date.", "columns that say the same");
                return UnitState.Unknown;
            }

            if (isYes)
            {
                return meaning;
            }
        }

        return state;
    }

    private DateCell ReadDate(bool isTrusted)
    {
        var text = isTrusted ? cells.Of(ColumnRoles.Date) : "";
        if (!isTrusted || cells.IsCut(ColumnRoles.Date) || Disagree(ColumnRoles.Date))
        {
            return new DateCell(null, null, true);
        }

        if (text.Length == 0)
        {
            return default;
        }

        if (ExportDates.TryRead(text, columns.Format.Dates, _isUtc, out var day, out var moment) && !ExportDates.IsLost(day))
        {
            return new DateCell(day, moment, false);
        }

        findings.Error("date-unreadable", ColumnRoles.Date, Unreadable(text, day), null, CellText.IsSpreadsheetDay(text) ? "This is how a spreadsheet counts days; format the column as dates before saving." : null);
        return new DateCell(null, null, true);
    }

    private string Unreadable(string text, LocalDate day) => ExportDates.IsLost(day) && day != default
        ? $"\"{CellText.Short(text)}\" is what a program writes where a day was lost or is not known, and no day on which something became of carbon units."
        : $"\"{CellText.Short(text)}\" is not a date written {string.Join(" or ", columns.Format.Dates)}.";

    private bool Disagree(string role)
    {
        var other = cells.Disagreeing(role);
        if (other >= 0)
        {
            findings.Error("columns-disagree", role, $"This column has \"{CellText.Short(cells.Of(role))}\", and {columns.HeaderOf(other)} has \"{CellText.Short(cells.At(other))}\".", "columns that say the same");
        }

        return other >= 0;
    }

    private static bool IsUtc(string header) => header.EndsWith("(GMT)", StringComparison.OrdinalIgnoreCase) || header.EndsWith("(UTC)", StringComparison.OrdinalIgnoreCase);

    /// <summary>What became of the units, and when.</summary>
    internal readonly record struct StatedState(UnitState State, LocalDate? Day, Instant? Moment, bool IsDayDoubtful)
    {
        internal string? ConvertedTo { get; init; }

        internal LocalDate? Issued { get; init; }

        /// <summary>Whether the row does not say since when its units are in the state.</summary>
        internal bool IsSinceUnknown { get; init; }
    }

    private readonly record struct DateCell(LocalDate? Day, Instant? Moment, bool IsDoubtful);
}
