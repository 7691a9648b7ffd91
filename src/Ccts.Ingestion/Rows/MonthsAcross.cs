using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>A table with months as columns, read as if each month's cell were a row: its month, its amount, and the row's other columns.</summary>
/// <remarks>
/// Columns that are no month and that no series names, such as a total of the year, are not read. One that stands where a month should and holds numbers is refused: a month whose
/// header is mistyped, or that a spreadsheet took for a day, would be missing in silence.
/// </remarks>
internal sealed class MonthsAcross : RowReader, IDisposable
{
    /// <summary>The name in messages for values without a column of their own.</summary>
    internal const string MonthName = "the headers of months";
    internal const string AmountName = "the columns of months";
    private const string Day = "yyyy-MM-dd";
    private static readonly string[] s_days = [Day, "d-MMM-yyyy", "d MMM yyyy"];
    private readonly RowReader _table;
    private readonly ProblemList _problems;
    private readonly List<int> _unread;
    private readonly int[] _at;
    private readonly IReadOnlyList<(string Month, int Column)> _months;
    private int _month = -1;

    private MonthsAcross(RowReader table, int[] at, IReadOnlyList<(string Month, int Column)> months, IReadOnlyCollection<string> named, int? monthsFrom, ProblemList problems)
    {
        (_table, _at, _months, _problems, Header) = (table, at, months, problems, [.. table.Header, MonthName, AmountName]);
        var read = In(table.Header, monthsFrom).Select(m => m.At).ToList();
        _unread = [.. Enumerable.Range(0, table.Header.Count).Where(c => !read.Contains(c) && !named.Contains(table.Header[c], StringComparer.Ordinal) && MonthHeaders.MayBeOne(table.Header, c, read))];
    }

    internal override int Row => _table.Row;

    internal override IReadOnlyList<string> Header { get; }

    internal override IReadOnlyList<string> Titles => _table.Titles;

    /// <summary>The columns that a table of that kind has: those of the mapping but its month and amount.</summary>
    internal static IReadOnlyList<string> Real(IReadOnlyList<string> columns) => [.. columns.Where(c => c is not (MonthName or AmountName))];

    /// <summary>The months among the names of columns, and where they stand, from 0. A workbook's headers may be the first days of the months, or all of them the last ones.</summary>
    /// <param name="header">The names of columns.</param>
    /// <param name="monthsFrom">The calendar year whose April begins the year of months that say none; null where such a name is no month.</param>
    internal static IReadOnlyList<(string Month, int At)> In(IEnumerable<string> header, int? monthsFrom = null)
    {
        var names = header.Select((h, i) => (Text: h, At: i)).ToList();
        var days = names.Select(n => DateTime.TryParseExact(n.Text, s_days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : (DateTime?)null).ToList();
        var areLast = days.Exists(d => d is not null) && days.TrueForAll(d => d is null || d.Value.AddDays(1).Day == 1);
        return [.. names.Where(n => !MonthHeaders.IsOfOther(n.Text)).Select(n => (Month: MonthText.FirstDay(MonthHeaders.Month(n.Text), monthsFrom) ?? (days[n.At] is { } day && (areLast || day.Day == 1) ? day : null), n.At)).Where(m => m.Month is not null).Select(m => (m.Month!.Value.ToString("yyyy-MM", CultureInfo.InvariantCulture), m.At))];
    }

    /// <summary>How such a table is read, where a header has months; null where it has none.</summary>
    internal static string? HintFor(IEnumerable<string> header) => In(header).Count > 1 ? "Months are columns here: say \"months\": \"across\" in \"time\" of the source, and name the rows of each series by \"where\"." : null;

    /// <summary>The table, whose columns are those of the mapping and then its months; null with the reason in <paramref name="problems"/>.</summary>
    internal static MonthsAcross? Of(RowReader table, IReadOnlyList<string> columns, int? monthsFrom, ProblemList problems)
    {
        var real = Real(columns);
        var named = table.Months.Select((m, i) => (Month: m, Column: real.Count + i)).ToList();
        if (named.Count == 0)
        {
            problems.Error("csv-missing-column", table.PlaceOfName(0), "No header of the table is a month.", "headers such as Apr-25, April 2025 or 2025-04", table.Header.FirstOrDefault(MonthHeaders.SpeaksOfOne) is { } nearly ? $"\"{ShownText.Short(nearly)}\" speaks of a month and of more: a header is the month alone, or with its unit, as in Apr-25 (t). Give it its month, and take out or rename what holds no amounts."
                : table.Header.FirstOrDefault(MonthHeaders.IsOfNoYear) is { } bare ? $"\"{ShownText.Short(bare)}\" {MonthHeaders.NoYear}" : "Where the names of the months are in another row than those of the other columns, write all of them into one row; else look at \"months\" of the mapping's \"time\".");
        }

        foreach (var twice in named.GroupBy(m => m.Month, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            problems.Error("csv-duplicate-column", table.PlaceOfName(twice.Last().Column), $"The month {twice.Key} occurs twice.", "each month once", "Take out or rename the columns that hold no amounts, such as plans and values.");
        }

        if (problems.HasErrors)
        {
            return null;
        }

        TellOrder(table, named, problems);
        return new MonthsAcross(table, [.. columns.Select(c => c == MonthName ? -1 : c == AmountName ? -2 : real.ToList().IndexOf(c))], named, real, monthsFrom, problems);
    }

    /// <summary>Months must be consecutive; a missing or misplaced one may be a mistyped header.</summary>
    private static void TellOrder(RowReader table, List<(string Month, int Column)> months, ProblemList problems)
    {
        static int Of(string month) => (int.Parse(month.Substring(0, 4), CultureInfo.InvariantCulture) * 12) + int.Parse(month.Substring(5), CultureInfo.InvariantCulture);
        for (var i = 1; i < months.Count; i++)
        {
            if (Math.Abs(Of(months[i].Month) - Of(months[i - 1].Month)) != 1)
            {
                problems.Warn("month-order", table.PlaceOfName(months[i].Column), $"The month {months[i].Month} follows {months[i - 1].Month}, and they are not neighbours in the year.", hint: "Look at the headers of the months: one may be mistyped, or missing.");
            }
        }
    }

    /// <summary>A number below a header that may be an unrecognised month.</summary>
    private void HoldUnread()
    {
        for (var i = _unread.Count - 1; i >= 0; i--)
        {
            if (_table.Beside(_unread[i]) is { Length: > 0 } text && char.IsDigit(text[text.Length - 1]) && text.All(c => char.IsDigit(c) || c is '.' or ',' or '-' or ' '))
            {
                var name = ShownText.Short(_table.Header[_unread[i]]);
                _problems.Error("csv-missing-column", _table.PlaceOfHeader(_unread[i]), $"\"{name}\" is among the months and has numbers below it, but is no month: its numbers would not be counted.", "headers such as Apr-25, April 2025 or 2025-04", MonthHeaders.IsOfNoYear(_table.Header[_unread[i]]) ? "It " + MonthHeaders.NoYear : "Write the header as the others. A day of a month, as a spreadsheet makes of \"Jan-26\", is none; what is no month stands beside them, and not between.");
                _unread.RemoveAt(i);
            }
        }
    }

    internal override bool Read()
    {
        while (true)
        {
            // Empty months at the end are in the future; an empty month between others is reported.
            if (_month >= 0 && ++_month < _months.Count && _months.Skip(_month).Any(m => !string.IsNullOrEmpty(_table.Cell(m.Column))))
            {
                return true;
            }

            if (!_table.Read())
            {
                return false;
            }

            (_month, Count) = (-1, Count + 1);
            HoldUnread();
            if (_months.Any(m => !string.IsNullOrEmpty(_table.Cell(m.Column))))
            {
                _month = 0;
                return true;
            }
        }
    }

    internal override string? Cell(int column) => _at[column] switch { -1 => _months[_month].Month, -2 => _table.Cell(_months[_month].Column), var at => _table.Cell(at) };

    internal override string Beside(int at) => at < _table.Header.Count ? _table.Beside(at) : at == _table.Header.Count ? _months[_month].Month : _table.Cell(_months[_month].Column) ?? "";

    internal override SourcePlace PlaceOfName(int column) => _table.PlaceOfName(_at[column] < 0 ? _months[Math.Max(0, _month)].Column : _at[column]);

    internal override SourcePlace PlaceOfHeader(int at) => at < _table.Header.Count ? _table.PlaceOfHeader(at) : PlaceOfName(0);

    internal override SourcePlace PlaceOf(int column) => _table.PlaceOf(_at[column] < 0 ? _months[_month].Column : _at[column]);

    internal override bool IsPercent(int column) => _at[column] == -2 && _table.IsPercent(_months[_month].Column);

    internal override string? ShownUnit(int column) => _at[column] == -2 ? _table.ShownUnit(_months[_month].Column) : null;

    internal override decimal ShownIn(int column) => _at[column] == -2 ? _table.ShownIn(_months[_month].Column) : 1m;

    internal override bool IsBroken(int column) => _at[column] is var at && at != -1 && _table.IsBroken(at == -2 ? _months[_month].Column : at);

    internal override bool AddsUp(int column) => _at[column] == -2 && _table.AddsUp(_months[_month].Column);

    internal override RowTotal? Total() => _table.Total();

    public void Dispose() => (_table as IDisposable)?.Dispose();
}
