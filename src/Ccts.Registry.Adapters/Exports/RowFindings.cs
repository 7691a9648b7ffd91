using System.Collections.Generic;
using Ccts.Sdk.Problems;

namespace Ccts.Registry.Adapters.Exports;

/// <summary>Collects the results of one row: entries, and problems with place and column.</summary>
internal sealed class RowFindings(string file, ExportColumns columns)
{
    private readonly List<StatementEntry> _entries = [];
    private readonly List<Problem> _problems = [];

    /// <summary>The line of the row that is read now.</summary>
    internal int Line { get; set; }

    internal void Add(StatementEntry entry) => _entries.Add(entry);

    internal void AddAll(IEnumerable<StatementEntry> entries) => _entries.AddRange(entries);

    internal void Error(string code, string role, string message, string? expected = null, string? hint = null) => Add(code, Severity.Error, columns.NameOf(role), message, expected, hint);

    internal void ErrorAt(string code, string header, string message, string? expected = null, string? hint = null) => Add(code, Severity.Error, header, message, expected, hint);

    internal void Warn(string code, string role, string message) => Add(code, Severity.Warning, columns.NameOf(role), message, null, null);

    /// <summary>Returns the results: entries paired with problems as long as there are both, then the rest.</summary>
    internal IReadOnlyList<ExportRow> Take()
    {
        var rows = new List<ExportRow>(System.Math.Max(_entries.Count, _problems.Count));
        for (var i = 0; i < _entries.Count || i < _problems.Count; i++)
        {
            rows.Add(new ExportRow(i < _entries.Count ? _entries[i] : null, i < _problems.Count ? _problems[i] : null));
        }

        _entries.Clear();
        _problems.Clear();
        return rows;
    }

    private void Add(string code, Severity severity, string column, string message, string? expected, string? hint) =>
        _problems.Add(new Problem(code, severity, message, new SourcePlace(file, Line, 0, column)) { Expected = expected, Hint = hint });
}
