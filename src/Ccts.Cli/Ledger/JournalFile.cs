using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Ledger;

/// <summary>A journal in a file. Open for writing, it is locked against every other process.</summary>
internal sealed class JournalFile : IDisposable
{
    private readonly FileStream _file;
    private readonly JournalReader _reader;

    private JournalFile(FileStream file, JournalReader reader, LedgerState state)
    {
        _file = file;
        _reader = reader;
        State = state;
    }

    internal LedgerState State { get; }

    /// <exception cref="CctsDataException">The journal is damaged or contradicts itself.</exception>
    internal static LedgerState Replay(string path, long? until, JournalReader reader)
    {
        var state = new LedgerState();
        Apply(state, reader.ReadAll(File.ReadLines(path)).TakeWhile(e => until is null || e.Position <= until), path);
        return state;
    }

    internal static LedgerState Replay(string path, long? until) => Replay(path, until, new JournalReader(path));

    /// <summary>Opens the journal, or begins a new one.</summary>
    internal static JournalFile Open(string path)
    {
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var reader = new JournalReader(path);
        var state = new LedgerState();
        try
        {
            if (file.Length > 0)
            {
                using var text = new StreamReader(file, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true, bufferSize: 65536, leaveOpen: true);
                Apply(state, reader.ReadAll(Lines(text)), path);
            }

            return new JournalFile(file, reader, state);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Appends all entries or none.</summary>
    internal void Append(IReadOnlyList<JournalEntry> entries)
    {
        var writer = _reader.Line == 0 ? new JournalWriter() : new JournalWriter(_reader);
        var text = new StringBuilder();
        if (_reader.Line == 0)
        {
            text.Append(writer.Header).Append('\n');
        }
        else if (!EndsWithNewLine())
        {
            text.Append('\n');
        }

        foreach (var entry in entries)
        {
            text.Append(writer.Line(entry)).Append('\n');
        }

        var before = _file.Length;
        try
        {
            _file.Seek(0, SeekOrigin.End);
            _file.Write(Encoding.UTF8.GetBytes(text.ToString()));
            _file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            _file.SetLength(before);
            throw;
        }
    }

    /// <summary>Closes the file; one that was begun and got no entry leaves no trace.</summary>
    public void Dispose()
    {
        var isEmpty = _file.Length == 0;
        _file.Dispose();
        if (isEmpty)
        {
            File.Delete(_file.Name);
        }
    }

    private bool EndsWithNewLine()
    {
        _file.Seek(-1, SeekOrigin.End);
        return _file.ReadByte() == '\n';
    }

    private static void Apply(LedgerState state, IEnumerable<JournalEntry> entries, string path)
    {
        try
        {
            foreach (var entry in entries)
            {
                state.Apply(entry);
            }
        }
        catch (LedgerContradictionException no)
        {
            // Line 1 is the header.
            var place = new SourcePlace(path, (int)Math.Min(int.MaxValue, no.Position + 1), 1, "");
            throw new CctsDataException([new Problem("ledger-contradiction", Severity.Error, no.Message, place) { Hint = "The lines before it are a valid ledger." }]);
        }
    }

    private static IEnumerable<string> Lines(StreamReader text)
    {
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
