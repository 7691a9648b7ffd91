using System;

namespace Ccts.Sdk.Ledger;

/// <summary>
/// Gives a pause, a snapshot or the forgetting of keys exclusive use of the ledger, without a lock that every command takes. It sets
/// a flag, waits partition by partition, holding one lock at a time, until every command that began before has ended, and then works. A command
/// that begins meanwhile sees the flag under its own locks, gives them back and waits. So the journal holds what began before the pause
/// before it, and what comes after it was decided knowing it.
/// </summary>
internal sealed class LedgerGate(LedgerLocks locks)
{
    private readonly LedgerLocks _door = new(1);
    private volatile bool _isClosed;

    /// <summary>Ask under the locks of a command: once it is false, the gate stays open until they are released.</summary>
    internal bool IsClosed => _isClosed;

    /// <summary>Call without locks: whoever closed the gate may be waiting for them.</summary>
    internal void WaitUntilOpen()
    {
        // Only entering was awaited.
        _door.Enter(0);
        _door.Exit(0);
    }

    internal T Alone<T>(Func<T> work)
    {
        _door.Enter(0);
        try
        {
            _isClosed = true;
            for (var i = 0; i < locks.Count; i++)
            {
                locks.Enter(i);
                locks.Exit(i);
            }

            return work();
        }
        finally
        {
            _isClosed = false;
            _door.Exit(0);
        }
    }
}
