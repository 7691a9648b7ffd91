using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Registry.Adapters.Exports;
using Ccts.Registry.Adapters.Reconciliation;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Serials;

/// <summary>Reads exports and ledgers, plain or packed, and keeps what to report about them: the format of each, and its faults.</summary>
internal sealed class StatementFiles(ExportReader reader)
{
    private const int MostProblems = 1000;

    private readonly List<(StatementSide Side, ExportRecognition Recognition)> _recognised = [];
    private readonly List<OpenedExport> _ofRegistries = [];
    private readonly RepeatedTables _repeated = new();

    internal StatementFiles()
        : this(new ExportReader())
    {
    }

    internal int Rows { get; private set; }

    /// <summary>Rows that cannot be used, and rows that can but are wrong.</summary>
    internal List<Problem> Problems { get; } = [];

    /// <summary>Rows with at least one problem.</summary>
    internal int RowsWithProblems { get; private set; }

    /// <summary>Problems beyond those kept.</summary>
    internal int Untold { get; private set; }

    /// <summary>The format with which each file was read, and its side.</summary>
    internal IReadOnlyList<(StatementSide Side, ExportRecognition Recognition)> Recognised => _recognised;

    /// <summary>Columns of registries' files that have content and were not read, except those that the caller names as irrelevant: a registry's format knows every column of its export, so an unknown one may change what a row means.</summary>
    internal List<Problem> Unread(IReadOnlyCollection<string> ignored) => [.. _ofRegistries.SelectMany(e => Unread(e, ignored))];

    /// <summary>The same of one file, once its rows are read.</summary>
    internal static IEnumerable<Problem> Unread(OpenedExport export, IReadOnlyCollection<string> ignored) => export.Recognition.Registry.Length == 0 ? [] : export.UnreadColumns.Where(c => !ignored.Contains(c.Place.Pointer, StringComparer.OrdinalIgnoreCase))
        .Select(c => c with { Severity = Severity.Error, Hint = "Look whether it says something of the units; where it does not, name it with --ignore-column, or in \"ignore\" of a format of your own." });

    /// <summary>The option that names columns that do not concern the units.</summary>
    /// <param name="otherwise">What is done about the others.</param>
    internal static Option<string[]> IgnoredColumns(string otherwise = "reported, and the exit code is 1") => new("--ignore-column") { AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [], Description = $"A column of the registry's files that their format does not know and that says nothing of the units. Without it, such a column that holds something is {otherwise}." };

    /// <summary>Files in a zip beside the exports that are not exports.</summary>
    internal List<string> PassedOver { get; } = [];

    internal IEnumerable<StatementEntry> Read(string path, string? format, Action<int>? progress = null) => Read(StatementSide.Registry, path, format, progress);

    internal IEnumerable<StatementEntry> Read(StatementSide side, string path, string? format, Action<int>? progress = null)
    {
        var any = false;
        foreach (var file in FoundFiles.Open(path).Select(f => SheetInput.AsTable(f, path, isEmptyAState: true)))
        {
            using (file)
            {
                if (Open(side, file, format) is not { } export)
                {
                    PassedOver.Add(file.Name);
                    continue;
                }

                any = true;
                foreach (var entry in Entries(export, file, progress))
                {
                    yield return entry;
                }
            }
        }

        if (!any)
        {
            throw FoundFiles.Refusal(path, "zip-without-export", "No file in the zip is an export: " + string.Join(", ", PassedOver.Select(Path.GetFileName)) + ".", "a CSV or JSON file as the registry's site gives it");
        }
    }

    // Terms of use and other documents lie beside an export in a zip. A file is skipped only when neither its bytes nor its name say data.
    private OpenedExport? Open(StatementSide side, FoundFile file, string? format)
    {
        if (file.IsInZip && !file.IsNamedAsData && !file.Content.IsText)
        {
            return null;
        }

        try
        {
            var export = side == StatementSide.Local ? reader.OpenLedger(file.Stream, file.Name, format) : reader.OpenStatement(file.Stream, file.Name, format);
            _recognised.Add((side, export.Recognition));
            if (side == StatementSide.Registry)
            {
                _ofRegistries.Add(export);
            }

            _repeated.Begin(side, export.Recognition);

            return export;
        }
        catch (CctsDataException none) when (file.IsInZip && !file.IsNamedAsData && none.Problems[0].Code is "unknown-export" or "missing-column" or "empty-export")
        {
            return null;
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Damaged(file.Name, broken);
        }
    }

    private IEnumerable<StatementEntry> Entries(OpenedExport export, FoundFile file, Action<int>? progress)
    {
        using var rows = export.Rows().GetEnumerator();
        var (last, lastBad) = (0, 0);
        while (Next(rows, file))
        {
            var row = rows.Current;
            var line = row.Entry?.Line ?? row.Problem!.Place.Line;
            if (line != last)
            {
                last = line;
                Rows++;
                progress?.Invoke(Rows);
            }

            Keep(row.Problem);
            if (row.Problem is not null && line != lastBad)
            {
                lastBad = line;
                RowsWithProblems++;
            }

            if (row.Entry is { } entry)
            {
                _repeated.Add(entry);
                yield return entry;
            }
        }

        Problems.InsertRange(0, _repeated.End());
    }

    private static bool Next(IEnumerator<ExportRow> rows, FoundFile file)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (InvalidDataException broken)
        {
            throw FoundFiles.Damaged(file.Name, broken);
        }
    }

    private void Keep(Problem? problem)
    {
        if (problem is not null && Problems.Count < MostProblems)
        {
            Problems.Add(problem);
        }
        else if (problem is not null)
        {
            Untold++;
        }
    }
}
