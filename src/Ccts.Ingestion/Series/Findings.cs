using System.Collections.Generic;
using System.Globalization;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Problems;

namespace Ccts.Ingestion.Series;

/// <summary>What is found in the files, each with file and row.</summary>
internal sealed class Findings
{
    private readonly List<(string Name, string? Sheet)> _files = [];

    internal ProblemList Problems { get; } = new();

    /// <summary>A table that is read: a file, or one of several sheets of it.</summary>
    internal int Add(IngestionFile file, string? sheet)
    {
        _files.Add((file.Name, sheet));
        return _files.Count - 1;
    }

    /// <summary>A table as a message names it: its file, and the sheet where several are read.</summary>
    internal string TableOf(int file) => NameOf(file) + (SheetOf(file) is { } sheet ? $" ({sheet})" : "");

    internal string NameOf(int file) => _files[file].Name;

    /// <summary>The sheet, where several of its file are read.</summary>
    internal string? SheetOf(int file) => _files[file].Sheet;

    /// <summary>A row of a table as a message names it beside another one: with its file and sheet where they are others.</summary>
    internal string RowOf(Reading row, int beside) => $"row {row.Row.ToString(CultureInfo.InvariantCulture)}" + (row.File == beside ? "" : $" of {TableOf(row.File)}");

    internal void Warn(string code, Reading at, string message, string? hint = null) => Problems.Warn(code, PlaceOf(at.File, at.Row), message, hint: hint);

    internal void Info(string code, Reading at, string message) => Problems.Add(new Problem(code, Severity.Info, message, PlaceOf(at.File, at.Row)));

    internal SourcePlace PlaceOf(int file, int row) => new(NameOf(file), 0, 0, (SheetOf(file) is { } sheet ? sheet + "!" : "") + "row " + row.ToString(CultureInfo.InvariantCulture));
}
