using System;
using System.IO;
using System.Text;
using Ccts.Cli.Commands.Ledger;
using Ccts.Cli.Input;
using Ccts.Compliance.Journals;
using Ccts.Compliance.Years;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Years;

/// <summary>The journal of a compliance year in a file; while one process appends, the file is locked against every other.</summary>
internal static class YearFile
{
    internal static YearJournal Read(string path)
    {
        using var file = JournalPath.OpenJournal(path, "a journal as \"ccts year open\" begins it");
        return Read(file, path);
    }

    internal static void Create(string path, string entity, ComplianceYear year)
    {
        using (var there = JournalPath.OpenToAppend(path))
        {
            if (there is not null)
            {
                throw new CctsDataException([new Problem("file-exists", Severity.Error, "There is such a file already; nothing was written.", new SourcePlace(path, 0, 0, "")) { Expected = "a path where there is no file yet" }]);
            }
        }

        YearJournal.Begin(entity, year, out var header);
        using var file = JournalPath.Create(path);
        Write(file, header);
    }

    /// <summary>Appends the next event, unless it is refused.</summary>
    internal static (YearJournal Journal, YearRefusal? Refusal) Append(string path, Func<YearState, YearEvent> ask, Func<YearState, YearEvent, YearRefusal?> refusal)
    {
        using var file = JournalPath.OpenToAppend(path) ?? throw new CctsDataException([new Problem("file-not-readable", Severity.Error, "There is no such journal.", new SourcePlace(path, 0, 0, "")) { Expected = "a journal as \"ccts year open\" begins it" }]);
        var journal = Read(file, path);
        var next = ask(journal.State);
        if (refusal(journal.State, next) is { } no)
        {
            return (journal, no);
        }

        Write(file, journal.Append(next));
        return (journal, null);
    }

    private static YearJournal Read(FileStream file, string path)
    {
        var lines = new Utf8Lines(file, path);
        var journal = YearJournal.Read(lines.Read(), path);
        return lines.IsUnfinished
            ? throw new CctsDataException([new Problem("journal-line", Severity.Error, "The last line has no end: its writing was cut short.", new SourcePlace(path, lines.Line, 1, "")) { Hint = "Cut it off, and make its move again." }])
            : journal;
    }

    private static void Write(FileStream file, string line)
    {
        var before = file.Length;
        try
        {
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            file.SetLength(before);
            throw;
        }
    }
}
