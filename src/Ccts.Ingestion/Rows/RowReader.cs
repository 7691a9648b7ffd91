using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Rows;

/// <summary>Reads a file row by row and gives the cells of the columns that a mapping names, by their place among those.</summary>
internal abstract class RowReader
{
    /// <summary>The row as a spreadsheet numbers it; of JSON lines the line.</summary>
    internal abstract int Row { get; }

    /// <summary>The sheet, where several of a file are read.</summary>
    internal string? Sheet { get; set; }

    /// <summary>Rows below the header.</summary>
    internal int Count { get; private protected set; }

    /// <summary>The names of all columns of the file, in their order, also of those that no mapping names.</summary>
    internal abstract IReadOnlyList<string> Header { get; }

    /// <summary>For a table with months as columns: the months, whose cells are read after the mapping's columns.</summary>
    internal IReadOnlyList<string> Months { get; private protected set; } = [];

    /// <summary>The lines above the header.</summary>
    internal virtual IReadOnlyList<string> Titles => [];

    /// <summary>The row just above the header, and those below it that the mapping passes over, cell by cell: units stand there. Known once a row is read.</summary>
    internal IEnumerable<IReadOnlyList<string>> Near => Passed.Select(p => p.Cells).Append(Above);

    private protected IReadOnlyList<string> Above { get; set; } = [];

    /// <summary>The rows right below the header that the mapping passes over.</summary>
    internal List<(int Row, IReadOnlyList<string> Cells)> Passed { get; } = [];

    /// <summary>The text of any cell, by the place of its name in <see cref="Header"/>; empty where the row has none.</summary>
    internal abstract string Beside(int at);

    /// <summary>Where the name of a column of the mapping stands.</summary>
    internal abstract SourcePlace PlaceOfName(int column);

    /// <summary>Where a name of <see cref="Header"/> stands.</summary>
    internal virtual SourcePlace PlaceOfHeader(int at) => PlaceOfName(0);

    internal abstract bool Read();

    /// <summary>The text of a cell without blanks around it; null where the row has none.</summary>
    internal abstract string? Cell(int column);

    internal abstract SourcePlace PlaceOf(int column);

    /// <summary>Whether the cell is typed as a day or time, however the file shows it; its text is then ISO 8601.</summary>
    internal virtual bool IsDay(int column) => false;

    /// <summary>Whether the cell holds the share that a spreadsheet shows as per cent: 0.031 for 3.1 %.</summary>
    internal virtual bool IsPercent(int column) => false;

    /// <summary>The text that the cell's format adds to the number, such as a unit; null where it adds none, and for every file without formats.</summary>
    internal virtual string? ShownUnit(int column) => null;

    /// <summary>The factor by which the cell shows its number smaller: a format in thousands shows 33 for 33000.</summary>
    internal virtual decimal ShownIn(int column) => 1m;

    /// <summary>Whether the cell has no value that can be read, such as #REF!, which is reported already.</summary>
    internal virtual bool IsBroken(int column) => false;

    /// <summary>Whether the cell adds up others of its column by a formula.</summary>
    internal virtual bool AddsUp(int column) => false;

    /// <summary>A cell of the row, in any column, that marks the row as a total; null where none does.</summary>
    internal abstract RowTotal? Total();

    /// <summary>Whether a row stands below the table: its first cell that holds something begins with one of the mapping's words.</summary>
    private protected static bool IsBelow(TableLayout layout, IEnumerable<string> cells) =>
        layout.Until.Count > 0 && cells.FirstOrDefault(c => c.Length > 0) is { } first && layout.Until.Any(w => first.StartsWith(w, System.StringComparison.OrdinalIgnoreCase));

    /// <summary>Where the table ended, and how many rows below it look like rows of it.</summary>
    private protected static Problem EndOfTable(SourcePlace place, int below) => below == 0
        ? new Problem("table-ended", Severity.Info, "The table ends above this row, as the mapping says in \"until\".", place)
        : new Problem("table-ended", Severity.Warning, $"The table ends above this row, as the mapping says in \"until\", and {(below == 1 ? "a row below it has" : $"{below} rows below it have")} something in every column that is read; nothing of that is counted.", place) { Hint = "Look whether the table goes on there." };

    /// <summary>A page begins with the header again; behind blank rows another table may begin, of the same names.</summary>
    private protected static Problem RepeatedHeader(bool isBehindBlanks, SourcePlace place) => isBehindBlanks
        ? new Problem("repeated-header", Severity.Warning, "The header occurs here again after blank rows, as where another table begins; the rows below are counted with those above.", place) { Hint = "Where it is another table, give it a file of its own." }
        : new Problem("repeated-header", Severity.Info, "The header occurs here again; the row is passed over.", place);

    /// <summary>A cell without surrounding blanks. Other white space, such as a form feed, is damage and is kept, so that reading the number or time fails.</summary>
    private protected static string Trimmed(string text) => text.Length == 0 || (!IsBlank(text[0]) && !IsBlank(text[text.Length - 1])) ? text : text.Trim(s_blanks);

    private static readonly char[] s_blanks = [' ', '\t', '\r', '\n', '\u00A0'];

    private static bool IsBlank(char c) => Array.IndexOf(s_blanks, c) >= 0;

    /// <summary>Null with the reason in <paramref name="problems"/> when a column is missing.</summary>
    internal static RowReader? Open(TextReader text, string file, TableLayout layout, IReadOnlyList<string> columns, ProblemList problems) =>
        layout.IsJsonLines ? new JsonRows(text, file, columns, problems) : CsvRows.OpenCsv(text, file, layout, columns, problems);
}
