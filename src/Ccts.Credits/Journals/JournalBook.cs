using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Ccts.Sdk;

namespace Ccts.Credits.Journals;

/// <summary>The state of a book, folded from its records. The same records always give the same state.</summary>
/// <remarks>Used under the book's lock only.</remarks>
public interface IBookState
{
    /// <summary>Why a record cannot follow those applied so far; null when it can. Changes nothing.</summary>
    BookRefusal? Check(JournalRecord record);

    /// <summary>Applies a record that <see cref="Check"/> has accepted.</summary>
    void Apply(JournalRecord record);
}

/// <summary>A refusal by a book, which changes nothing.</summary>
/// <param name="Code">The reason, a stable word such as <c>already-minted</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record BookRefusal(string Code, string Message);

/// <summary>The answer of a book.</summary>
/// <param name="Record">The record as written; for a repeat, the first one. Null when refused.</param>
/// <param name="Refusal">The reason for a refusal, or null.</param>
/// <param name="IsRepeat">Whether the same command was accepted before under this key.</param>
public sealed record BookAnswer(JournalRecord? Record, BookRefusal? Refusal, bool IsRepeat)
{
    /// <summary>Whether it was accepted, now or before.</summary>
    public bool IsAccepted => Refusal is null;
}

/// <summary>
/// The lock that a book holds while it decides, shared by all books of a process. A desk consults other books within its own decision (a mint the letters, an export
/// the tokens). With a lock for each book two desks could deadlock; without a lock both could use the same unit at once.
/// </summary>
internal sealed class BookGate
{
    private BookGate()
    {
    }

    internal static BookGate Of { get; } = new();
}

/// <summary>
/// A state kept in an append-only journal. A command is decided against everything written so far, and written only if nobody wrote
/// meanwhile; otherwise it is decided again. Every line carries the digest of the one before, so that a tampered journal is detected.
/// </summary>
/// <typeparam name="TState">The type of its state.</typeparam>
/// <remarks>Thread-safe, and safe with other processes on the same journal.</remarks>
public sealed class JournalBook<TState>
    where TState : class, IBookState
{
    /// <summary>The predecessor that the first line states.</summary>
    public const string Beginning = "beginning";

    private readonly Dictionary<string, JournalRecord> _byKey = new(StringComparer.Ordinal);
    private readonly ILineJournal _lines;
    private readonly TState _state;
    private string _head = Beginning;
    private long _read;

    /// <summary>A book on a journal.</summary>
    /// <param name="lines">The journal.</param>
    /// <param name="empty">The state before the first record. The book takes ownership of it.</param>
    public JournalBook(ILineJournal lines, TState empty) => (_lines, _state) = (Require.NotNull(lines), Require.NotNull(empty));

    /// <summary>The end of the journal. Keep a copy elsewhere to detect later whether lines were cut off: <see cref="Follows"/>.</summary>
    /// <exception cref="JournalDamagedException">A line is not what the book wrote.</exception>
    public JournalHead Head
    {
        get
        {
            lock (BookGate.Of)
            {
                Refresh();
                return new JournalHead(_read, Digest.TryParse(_head, out var digest) ? digest : null);
            }
        }
    }

    /// <summary>Whether the journal still contains that earlier end, unchanged.</summary>
    /// <param name="earlier">The earlier end, as kept elsewhere.</param>
    /// <exception cref="JournalDamagedException">A line is not what the book wrote.</exception>
    public bool Follows(JournalHead earlier)
    {
        Require.NotNull(earlier);
        lock (BookGate.Of)
        {
            Refresh();
            return earlier.Lines <= _read && (earlier.Lines == 0 || Digest.Of(_lines.Read(earlier.Lines - 1).First()) == earlier.Digest);
        }
    }

    /// <summary>Reads the current state.</summary>
    /// <exception cref="JournalDamagedException">A line is not what the book wrote.</exception>
    public TResult Ask<TResult>(Func<TState, TResult> question)
    {
        Require.NotNull(question);
        lock (BookGate.Of)
        {
            Refresh();
            return question(_state);
        }
    }

    /// <summary>What was written under a key, or null.</summary>
    /// <exception cref="JournalDamagedException">A line is not what the book wrote.</exception>
    public JournalRecord? Find(string key)
    {
        Require.NotNull(key);
        lock (BookGate.Of)
        {
            Refresh();
            return _byKey.TryGetValue(key, out var record) ? record : null;
        }
    }

    /// <summary>Writes a record if it may follow, once for each key.</summary>
    /// <param name="record">What is asked for.</param>
    /// <param name="demands">Further conditions, checked when the key is new; null for none.</param>
    /// <exception cref="JournalDamagedException">A line is not what the book wrote.</exception>
    public BookAnswer Execute(JournalRecord record, Func<TState, BookRefusal?>? demands = null)
    {
        Require.NotNull(record);
        lock (BookGate.Of)
        {
            while (true)
            {
                Refresh();
                if (_byKey.TryGetValue(record.Key, out var earlier))
                {
                    return earlier.SaysTheSameAs(record)
                        ? new BookAnswer(earlier, null, IsRepeat: true)
                        : Refused(new BookRefusal("key-reused", $"The key \"{record.Key}\" was used for something else."));
                }

                if (Check(record, demands) is { } no)
                {
                    return Refused(no);
                }

                var line = record.ToLine(_head);
                if (_lines.TryAppend(_read, line))
                {
                    Take(line, record);
                    return new BookAnswer(record, null, IsRepeat: false);
                }
            }
        }
    }

    // A command with a missing part, or with a number too large to sum, is refused, so that every written record can be folded.
    private BookRefusal? Check(JournalRecord record, Func<TState, BookRefusal?>? demands)
    {
        try
        {
            return demands?.Invoke(_state) ?? _state.Check(record);
        }
        catch (Exception bad) when (bad is FormatException or OverflowException)
        {
            return new BookRefusal("malformed", bad.Message);
        }
    }

    private static BookAnswer Refused(BookRefusal refusal) => new(null, refusal, IsRepeat: false);

    private void Refresh()
    {
        foreach (var line in _lines.Read(_read))
        {
            JournalRecord record;
            try
            {
                record = JournalRecord.Read(line, _head);
                var no = _byKey.ContainsKey(record.Key) ? "Its key was used before." : _state.Check(record)?.Message;
                if (no is not null)
                {
                    throw new FormatException(no);
                }
            }
            catch (Exception bad) when (bad is JsonException or FormatException or ArgumentException or InvalidOperationException or OverflowException or NullReferenceException or NodaTime.Text.UnparsableValueException)
            {
                // The JSON reader's messages are for programmers, so they are replaced.
                throw new JournalDamagedException(_read + 1, bad is FormatException or OverflowException ? bad.Message : "It is no record that a book of this kind writes.", bad);
            }

            Take(line, record);
        }
    }

    private void Take(string line, JournalRecord record)
    {
        _state.Apply(record);
        _byKey.Add(record.Key, record);
        _head = Digest.Of(line).Text;
        _read++;
    }
}
