using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger.Journal;

/// <summary>What a store is to commit in one transaction: all of it or nothing.</summary>
/// <remarks>Used only by the writer's thread once it is handed over.</remarks>
public sealed class CommitGroup
{
    private readonly List<(JournalEntry Entry, IReadOnlyList<RegistryIntent> Intents)> _entries = [];
    private readonly List<CommitLine> _lines = [];
    private readonly Dictionary<string, long> _versions = new(StringComparer.Ordinal);
    private readonly List<CommitWork> _work = [];

    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CommitGroup(long after) => (After, Last) = (after, after);

    /// <summary>The position of the entry before the first; the store's last one.</summary>
    public long After { get; }

    /// <summary>The position of the last entry; <see cref="After"/> when there is none.</summary>
    public long Last { get; private set; }

    /// <summary>The entries in order, as text, each with its intents.</summary>
    public IReadOnlyList<CommitLine> Lines => _lines;

    /// <summary>The streams that the entries change, with the versions they are at afterwards.</summary>
    public IReadOnlyDictionary<string, long> StreamVersions => _versions;

    /// <summary>Further work in the same transaction, after the entries, in this order.</summary>
    public IReadOnlyList<CommitWork> Work => _work;

    internal bool IsEmpty => _entries.Count == 0 && _work.Count == 0;

    internal int Count => _entries.Count + _work.Count;

    internal Task Done => _done.Task;

    internal void Add(JournalEntry entry, IReadOnlyList<RegistryIntent> intents)
    {
        _entries.Add((entry, intents));
        Last = entry.Position;
    }

    internal void Add(StreamVersion changed)
    {
        if (changed.Stream is { } stream)
        {
            _versions[stream] = changed.Version + 1;
        }
    }

    internal void Add(CommitWork work) => _work.Add(work);

    internal void Encode(JournalWriter writer)
    {
        foreach (var (entry, intents) in _entries)
        {
            _lines.Add(new CommitLine(entry.Position, writer.Line(entry, intents), intents));
        }

        _entries.Clear();
    }

    internal void Succeed()
    {
        _done.TrySetResult(true);
        _work.ForEach(w => w.End(null));
    }

    internal void Fail(Exception why)
    {
        _done.TrySetException(why);
        _ = _done.Task.Exception;   // It may be that nobody waits.
        _work.ForEach(w => w.End(why));
    }
}

/// <summary>One entry for a store: <paramref name="Text"/> is the journal's line as <see cref="JournalWriter"/> writes it, hash and intents included.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Text">The line without its end.</param>
/// <param name="Intents">Its intents again, so that a store can return them without reading lines.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct CommitLine(long Position, string Text, IReadOnlyList<RegistryIntent> Intents);

/// <summary>Work of the store itself in the transaction of a group.</summary>
public sealed class CommitWork
{
    private readonly TaskCompletionSource<bool> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CommitWork(Action action) => Action = action;

    /// <summary>The work. If it throws, the store undoes it, keeps the exception in <see cref="Failure"/> and continues with the rest.</summary>
    public Action Action { get; }

    /// <summary>Why it could not be done; null when it was.</summary>
    public Exception? Failure { get; set; }

    internal Task Done => _done.Task;

    internal void End(Exception? why)
    {
        if ((Failure ?? why) is { } bad)
        {
            _done.TrySetException(bad);
            _ = _done.Task.Exception;
        }
        else
        {
            _done.TrySetResult(true);
        }
    }
}
