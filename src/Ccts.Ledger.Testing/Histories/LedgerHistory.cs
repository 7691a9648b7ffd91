using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Histories;

/// <summary>The callers' requests to a ledger and its answers, in the order in which they happened.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class LedgerHistory
{
    private readonly ConcurrentQueue<HistoryOperation> _operations = new();
    private long _clock;

    /// <summary>Everything that was begun, in no order.</summary>
    public IReadOnlyList<HistoryOperation> Operations => _operations.ToList();

    /// <summary>Asks, and records the answer, or that the outcome is unknown.</summary>
    /// <returns>The answer, or null when the journal failed and the outcome is unknown.</returns>
    public LedgerAnswer? Execute(LedgerCommand command, Func<LedgerCommand, LedgerAnswer> ask)
    {
        var begun = Begin(command, null);
        try
        {
            return Answer(begun, ask(command));
        }
        catch (Exception no) when (no is JournalStoppedException or InvalidOperationException or OperationCanceledException)
        {
            // Still open: it may have happened or not.
            return null;
        }
        catch (Exception no) when (no is JournalUnavailableException or JournalConflictException)
        {
            begun.NotDone(Now());
            return null;
        }
    }

    /// <summary>Reads an account, and notes what was shown.</summary>
    public AccountView? Read(string account, Func<string, AccountView?> read)
    {
        var begun = Begin(null, account);
        var view = read(account);
        begun.Ended(Now(), null, view);
        return view;
    }

    /// <summary>Notes that something is asked, for callers that learn the answer later or in another process.</summary>
    public HistoryOperation Begin(LedgerCommand? command, string? account)
    {
        var operation = new HistoryOperation(Now(), command, account);
        _operations.Enqueue(operation);
        return operation;
    }

    /// <summary>Notes the answer to what was begun.</summary>
    public LedgerAnswer Answer(HistoryOperation begun, LedgerAnswer answer)
    {
        begun.Ended(Now(), answer, null);
        return answer;
    }

    private long Now() => Interlocked.Increment(ref _clock);
}

/// <summary>One question of one caller.</summary>
public sealed class HistoryOperation
{
    internal HistoryOperation(long begin, LedgerCommand? command, string? account) => (Begin, Command, Account) = (begin, command, account);

    /// <summary>When it was asked, counted in events.</summary>
    public long Begin { get; }

    /// <summary>When it was answered; null when it never was: it may have been done or not.</summary>
    public long? End { get; private set; }

    /// <summary>What was asked; null for a read.</summary>
    public LedgerCommand? Command { get; }

    /// <summary>Which account was read; null for a command.</summary>
    public string? Account { get; }

    /// <summary>The answer to a command; null for none, and for one that was certainly not done.</summary>
    public LedgerAnswer? Answer { get; private set; }

    /// <summary>What a read has shown.</summary>
    public AccountView? Shown { get; private set; }

    /// <summary>Whether the caller was told that it was certainly not done.</summary>
    public bool WasNotDone { get; private set; }

    internal void Ended(long at, LedgerAnswer? told, AccountView? shown) => (End, Answer, Shown) = (at, told, shown);

    internal void NotDone(long at) => (End, WasNotDone) = (at, true);
}
