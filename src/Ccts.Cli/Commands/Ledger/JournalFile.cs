using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Cli.Output;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Commands.Ledger;

/// <summary>
/// A journal in a file. Open for writing, it is locked against every other process. A new one is created when its first entries are ready to
/// be written, so that a refused import leaves no trace; one that ran out of disk space is removed again.
/// </summary>
internal sealed class JournalFile : JournalTarget
{
    private readonly string _path;
    private readonly JournalReader _reader;
    private FileStream? _file;

    private JournalFile(string path, FileStream? file)
    {
        _path = path;
        _file = file;
        _reader = new JournalReader(path);
    }

    /// <exception cref="CctsDataException">The journal cannot be read, is damaged or contradicts itself.</exception>
    internal static LedgerState Replay(string path, long? until, JournalReader reader)
    {
        var state = new LedgerState();
        using var lines = JournalLines.Open(path);
        JournalText.Apply(lines, path, reader, state, until);
        return state;
    }

    internal static LedgerState Replay(string path, long? until) => Replay(path, until, new JournalReader(path));

    /// <summary>Opens the journal, or prepares a new one.</summary>
    /// <exception cref="CctsDataException">It cannot be written, is damaged or contradicts itself.</exception>
    internal static new JournalFile Open(string path)
    {
        var journal = new JournalFile(path, JournalPath.OpenToAppend(path));
        try
        {
            if (journal._file is { Length: > 0 } file)
            {
                JournalText.Apply(new JournalLines(file, path), path, journal._reader, journal.State, until: null);
            }

            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    internal override void Append(DecidedImport import) => Append(import.Entries);

    /// <summary>Appends all entries or none.</summary>
    /// <exception cref="CctsDataException">Another process has created the journal meanwhile.</exception>
    internal void Append(IReadOnlyList<JournalEntry> entries)
    {
        var writer = _reader.Line == 0 ? new JournalWriter() : new JournalWriter(_reader);
        var text = new StringBuilder();
        if (_reader.Line == 0)
        {
            text.Append(writer.Header).Append('\n');
        }
        else if (!EndsWithNewLine(_file!))
        {
            text.Append('\n');
        }

        foreach (var entry in entries)
        {
            text.Append(writer.Line(entry)).Append('\n');
        }

        Write([text.ToString()]);
    }

    internal override void TakeOver(JournalLines lines, string name)
    {
        RequireEmpty(_path);
        Write(lines.Read().Select(l => l + "\n"));
    }

    private void Write(IEnumerable<string> pieces)
    {
        var begun = _file is null;
        var file = _file ??= JournalPath.Create(_path);
        var before = file.Length;
        try
        {
            file.Seek(0, SeekOrigin.End);
            foreach (var piece in pieces)
            {
                file.Write(Encoding.UTF8.GetBytes(piece));
            }

            file.Flush(flushToDisk: true);
        }
        catch (Exception no) when (no is IOException or ArgumentOutOfRangeException)
        {
            // .NET throws the latter for a file larger than the file system or the user's limit allows.
            file.SetLength(before);
            if (begun && !OperatingSystem.IsWindows())
            {
                // Still locked, so no other process has created one meanwhile. Windows does not delete an open file; there an empty file remains.
                File.Delete(_path);
            }

            throw new CctsDataException([new Problem("journal-not-written", Severity.Error, "The journal could not be written and is as it was: " + no.Message, new SourcePlace(_path, 0, 0, ""))
            {
                Hint = "When the disk is in order, import the same file again.",
            }]);
        }
    }

    public override void Dispose() => _file?.Dispose();

    private static bool EndsWithNewLine(FileStream file)
    {
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() == '\n';
    }
}
