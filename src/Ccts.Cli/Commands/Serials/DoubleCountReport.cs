using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Ccts.Cli.Output;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;
using Spectre.Console;

namespace Ccts.Cli.Commands.Serials;

/// <summary>
/// The double counts found, for people and for programs. The finder keeps no text of a row: the serials of the first findings are read again by
/// going through the files once more.
/// </summary>
internal sealed class DoubleCountReport
{
    private const int MostQuoted = 1000;
    private const int Shown = 5;

    // The later state of units does not affect whether they exist twice.
    private const string StateUntold = "state-untold";
    private const string ColumnNotRead = "column-not-read";

    private readonly DoubleCountFinder _finder;
    private readonly StatementFiles _statements;
    private readonly Dictionary<(string File, int Line), (string? Serial, string? Project)> _rows = [];

    internal DoubleCountReport(DoubleCountFinder finder, StatementFiles statements, IReadOnlyList<Problem> unmet, Func<IEnumerable<StatementEntry>> again)
    {
        _finder = finder;
        _statements = statements;
        Problems = [.. unmet, .. statements.Problems, .. finder.Refused];
        var wanted = finder.Find().Take(MostQuoted).SelectMany(f => new[] { Key(f.First), Key(f.Second) }).ToHashSet();
        if (wanted.Count > 0)
        {
            foreach (var row in again().Where(r => wanted.Contains((r.File, r.Line))))
            {
                _rows[(row.File, row.Line)] = (row.Serial, row.Project);
            }
        }
    }

    /// <summary>No double count was found, and every row could be read and compared: a row that could not proves nothing.</summary>
    internal bool IsClean => Untold == 0 && !IsNothingCompared && Problems.All(p => p.Severity != Severity.Error || p.Code == StateUntold) && !Has(DoubleCountVerdict.DoubleCount) && !Has(DoubleCountVerdict.SameRow);

    // Rows without numbers and without a row of a linked project cannot be compared with anything.
    private bool IsNothingCompared => _finder.NumberedRows == 0 && !_finder.Find().Any();

    private string Verdict => Has(DoubleCountVerdict.DoubleCount) ? "Tonnes exist twice."
        : Has(DoubleCountVerdict.SameRow) ? "Rows without numbers occur twice: their tonnes may exist twice."
        : IsNothingCompared && _finder.UnnumberedRows == 0 ? "Nothing could be compared: no file has a row of tonnes."
        : IsNothingCompared ? "Nothing could be compared: no row prints numbers, and none is of a project that is linked to another."
        : !IsClean ? Problems.TrueForAll(p => p.Severity != Severity.Error || p.Code is StateUntold or ColumnNotRead) && Untold == 0
            ? "No tonne was found twice by the columns that were read, but columns that the registry's format does not know have content and were not read." : "No tonne was found twice, but not every row could be looked at."
        : _finder.UnnumberedRows > 0 ? "No tonne was found twice among the rows that could be compared."
        : "No tonne was found twice.";

    private List<Problem> Problems { get; }

    private bool Has(DoubleCountVerdict verdict) => _finder.Find().Any(f => f.Verdict == verdict);

    private int Untold => _statements.Untold + (_finder.RefusedRows - _finder.Refused.Count);

    internal void Print(IAnsiConsole console, bool all)
    {
        var account = new Account(console);
        account.Sentence(Verdict, IsClean ? "bold" : "bold yellow");
        if (_finder.UnnumberedRows > 0)
        {
            account.Sentence($"{_finder.UnnumberedRows} rows of {ReconciliationSummary.Grouped(_finder.UnnumberedTonnes)} t print no numbers: within their registry they were not compared, except as whole rows.");
        }

        Findings(account, all);
        account.Blank();
        RecognisedFiles.Print(_statements, account, hasSides: false);
        account.Sentence($"{_statements.Rows} rows read, {_statements.RowsWithProblems + _finder.RefusedRows} with problems.");
        Terminal.Problems(all ? Problems : Problems.Take(Shown));
        if (!all && Problems.Count - Shown is var more and > 0)
        {
            account.Sentence($"{more} more problems: --all.");
        }
    }

    private void Findings(Account account, bool all)
    {
        var found = _finder.Find().Take(all ? int.MaxValue : Shown + 1).ToList();
        if (found.Count == 0)
        {
            return;
        }

        var isCut = !all && found.Count > Shown;
        account.Heading(isCut ? $"The first {Shown} findings" : "The findings");
        foreach (var finding in found.Take(isCut ? Shown : found.Count))
        {
            account.Sentence($"{finding.Verdict}: {ReconciliationSummary.Grouped(finding.Tonnes)} t; {Row(finding.First)} and {Row(finding.Second)}: {finding.Because}", indent: 2, hanging: 2);
        }

        if (isCut)
        {
            account.Sentence("There are more: --all.", indent: 2);
        }
    }

    internal void WriteJson(Stream output)
    {
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = PrintableJson.Encoder });
        json.WriteStartObject();
        json.WriteBoolean("ok", IsClean);
        json.WriteNumber("rows", _statements.Rows);
        json.WriteNumber("unnumberedRows", _finder.UnnumberedRows);
        json.WriteString("unnumberedTonnes", ReconciliationJson.Plain(_finder.UnnumberedTonnes));
        RecognisedFiles.WriteJson(_statements, json, hasSides: false);
        json.WriteStartArray("findings");
        foreach (var finding in _finder.Find())
        {
            Write(finding, json);
            if (json.BytesPending > 1 << 16)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteStartArray("problems");
        foreach (var problem in Problems)
        {
            json.WriteStringValue(problem.ToString());
        }

        json.WriteEndArray();
        json.WriteNumber("problemsNotListed", Untold);
        json.WriteEndObject();
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    private void Write(DoubleCountFinding finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("verdict", finding.Verdict.ToString());
        json.WriteStartArray("evidence");
        foreach (var evidence in finding.Evidence.ToString().Split(", "))
        {
            json.WriteStringValue(evidence);
        }

        json.WriteEndArray();
        json.WriteString("tonnes", ReconciliationJson.Plain(finding.Tonnes));
        json.WriteString("because", finding.Because);
        json.WriteString("scope", finding.Scope);
        json.WriteString("start", finding.Range?.Start.ToString());
        json.WriteString("end", finding.Range?.End.ToString());
        Write("first", finding.First, json);
        Write("second", finding.Second, json);
        json.WriteEndObject();
    }

    private void Write(string name, DoubleCountRow row, Utf8JsonWriter json)
    {
        var (serial, project) = Text(row);
        json.WriteStartObject(name);
        json.WriteString("registry", row.Registry);
        json.WriteString("project", project);
        json.WriteString("serial", serial);
        json.WriteString("state", row.Place.State.ToString());
        json.WriteString("file", row.Place.File);
        json.WriteNumber("line", row.Place.Line);
        json.WriteEndObject();
    }

    private string Row(DoubleCountRow row)
    {
        var (serial, project) = Text(row);
        return $"{row.Registry} {serial ?? project} ({row.Place.File}:{row.Place.Line}, {row.Place.State})";
    }

    private (string? Serial, string? Project) Text(DoubleCountRow row) => _rows.TryGetValue(Key(row), out var text) ? text : (null, row.Project);

    private static (string File, int Line) Key(DoubleCountRow row) => (row.Place.File, row.Place.Line);
}
