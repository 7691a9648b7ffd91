using System;
using System.Threading;

namespace Ccts.Sdk.Ledger.Journal;

/// <content>The thread that commits, and the places that entries get under the lock.</content>
public abstract partial class GroupCommitJournal
{
    private void Work()
    {
        try
        {
            while (Next() is { } group)
            {
                if (group.IsEmpty)
                {
                    OnIdle();
                    continue;
                }

                group.Encode(_writer);
                Commit(group);
                Volatile.Write(ref _commits, _commits + 1);
                lock (_lock)
                {
                    Volatile.Write(ref _durable, group.Last);
                    _committing = null;
                }

                group.Succeed();
            }
        }
        catch (Exception bad)
        {
            Stop(bad);
        }
    }

    // The gathered entries; an empty group after the idle time; null when the journal was closed.
    private CommitGroup? Next()
    {
        lock (_lock)
        {
            while (_gathering.IsEmpty)
            {
                if (_closing)
                {
                    return null;
                }

                if (!Monitor.Wait(_lock, IdleTime))
                {
                    return _gathering.IsEmpty ? new CommitGroup(_position) : Take();
                }
            }

            return Take();
        }
    }

    private CommitGroup Take()
    {
        _committing = _gathering;
        _gathering = new CommitGroup(_position);
        return _committing;
    }

    private void Stop(Exception bad)
    {
        CommitGroup? committing;
        lock (_lock)
        {
            _failure = bad;
            committing = _committing;
        }

        // From here on nothing is added to the gathered entries, and none of them was handed over.
        committing?.Fail(bad is JournalUnavailableException or JournalConflictException ? bad : new JournalStoppedException(DurablePosition, bad));
        _gathering.Fail(bad is JournalConflictException ? bad : new JournalUnavailableException($"{Name}: the journal stopped before this was written.", bad));
    }

    private void RequireOpen()
    {
        if (_failure is { } bad)
        {
            throw new JournalStoppedException(DurablePosition, bad);
        }

        if (_closing)
        {
            throw new ObjectDisposedException(Name);
        }
    }

    // Only the first caller finds the writer waiting.
    private void Wake()
    {
        if (_gathering.IsEmpty)
        {
            Monitor.Pulse(_lock);
        }
    }

    private void Check(StreamVersion expected)
    {
        if (expected.Stream is { } stream)
        {
            var found = _versions.TryGetValue(stream, out var version) ? version : 0;
            if (found != expected.Version)
            {
                throw new JournalConflictException(stream, expected.Version, found);
            }
        }
    }

    private void Advance(StreamVersion expected)
    {
        if (expected.Stream is { } stream)
        {
            _versions[stream] = expected.Version + 1;
            _gathering.Add(expected);
        }
    }
}
