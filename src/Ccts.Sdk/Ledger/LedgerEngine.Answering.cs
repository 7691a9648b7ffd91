using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger;

/// <content>Answers to callers, given only once they are durable.</content>
public sealed partial class LedgerEngine
{
    /// <summary>Does what the command asks, or says why not. Waits until that is durable.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="intents">Instructions to registries, kept if and only if the command is accepted.</param>
    /// <exception cref="JournalConflictException">Another writer uses the journal, and this was not written: build a new engine.</exception>
    /// <exception cref="JournalUnavailableException">
    /// Nothing was written, for certain: ask again. Should the engine refuse to go on then, build a new one first.
    /// </exception>
    /// <exception cref="JournalStoppedException">Nobody knows whether it was written. Open the journal again, build a new engine, and ask again under the same key.</exception>
    /// <exception cref="InvalidOperationException">The journal called back, or has failed before: the engine has stopped for good.</exception>
    public LedgerAnswer Execute(LedgerCommand command, params RegistryIntent[] intents)
    {
        var pending = Begin(command, Require.NotNull(intents));
        Wait(pending.Until);
        return Answer(pending);
    }

    /// <summary>The same without a thread that waits.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="intents">Instructions to registries, kept if and only if the command is accepted; null for none.</param>
    /// <param name="cancellation">Ends the waiting, not the command: whether it was done is known by asking again under its key.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async ValueTask<LedgerAnswer> ExecuteAsync(LedgerCommand command, IReadOnlyList<RegistryIntent>? intents = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = Begin(command, intents ?? []);
        await WaitAsync(pending.Until, cancellation).ConfigureAwait(false);
        return Answer(pending);
    }

    /// <summary>Does the commands one after the other and answers when all of them are durable. Each is accepted or refused by itself.</summary>
    /// <param name="requests">In the order in which they are decided.</param>
    /// <param name="cancellation">Ends the waiting, not the commands.</param>
    /// <returns>The answers, in the order of the requests.</returns>
    /// <remarks>After an exception ask for the whole batch again: what was done is known by its keys.</remarks>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async ValueTask<IReadOnlyList<LedgerAnswer>> ExecuteAsync(IReadOnlyList<LedgerRequest> requests, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = new Pending[Require.NotNull(requests).Count];
        long until = 0;
        for (var i = 0; i < pending.Length; i++)
        {
            pending[i] = Begin(requests[i].Command, requests[i].Intents ?? []);
            until = Math.Max(until, pending[i].Until);
        }

        await WaitAsync(until, cancellation).ConfigureAwait(false);
        return Array.ConvertAll(pending, Answer);
    }

    /// <summary>What an account has; null when it never held units. Waits until all that is shown is durable.</summary>
    public AccountView? Account(string account)
    {
        var view = View(account, out var changedAt);
        Wait(changedAt);
        return view;
    }

    /// <summary>The same without a thread that waits.</summary>
    public async ValueTask<AccountView?> AccountAsync(string account, CancellationToken cancellation = default)
    {
        var view = View(account, out var changedAt);
        await WaitAsync(changedAt, cancellation).ConfigureAwait(false);
        return view;
    }

    /// <summary>One reservation of an account, without listing what else it has. Waits until all that is shown is durable.</summary>
    /// <param name="account">The account.</param>
    /// <param name="reservation">The reservation's id.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async ValueTask<ReservationView> ReservationAsync(string account, string reservation, CancellationToken cancellation = default)
    {
        var (view, changedAt) = ReservationOf(account, Require.NotNull(reservation));
        await WaitAsync(changedAt, cancellation).ConfigureAwait(false);
        return view;
    }

    /// <summary>The pauses in force, in ordinal order of registry and holder. Waits until all that is shown is durable.</summary>
    public IReadOnlyList<BusinessPause> Pauses
    {
        get
        {
            var pauses = _state.Pauses;
            Wait(_state.LastPauseAt);
            return pauses;
        }
    }

    /// <summary>
    /// Keeps a snapshot in the journal, once everything in it is durable. Commands that begin meanwhile wait while it is made, not while it is kept.
    /// </summary>
    /// <exception cref="InvalidOperationException">The journal called back, or has failed before.</exception>
    public LedgerSnapshot TakeSnapshot()
    {
        using var call = EngineCall.Begin(this);
        var snapshot = _gate.Alone(() =>
        {
            RequireNoDoubt();
            return _state.ToSnapshot();
        });
        Wait(snapshot.Position);
        _journal.Keep(snapshot);
        return snapshot;
    }

    private LedgerAnswer Answer(Pending pending)
    {
        if (pending.Answer is { } answer)
        {
            return answer;
        }

        var entry = _journal.Find(pending.Until) ?? throw new InvalidOperationException($"The journal has lost entry {pending.Until}.");
        return new LedgerAnswer(entry, (entry.Event as CommandRefused)?.Refusal, IsRepeat: true);
    }

    private void Wait(long until)
    {
        if (until > _journal.DurablePosition)
        {
            WaitAsync(until, CancellationToken.None).AsTask().GetAwaiter().GetResult();
        }
    }

    private ValueTask WaitAsync(long until, CancellationToken cancellation) => until > _journal.DurablePosition ? WhenDurable(until, cancellation) : default;

    private async ValueTask WhenDurable(long until, CancellationToken cancellation)
    {
        var durable = _journal.WhenDurable(until);
        if (cancellation.CanBeCanceled && !durable.IsCompleted)
        {
            var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            using (cancellation.Register(() => cancelled.TrySetResult(true)))
            {
                await Task.WhenAny(durable, cancelled.Task).ConfigureAwait(false);
            }

            if (!durable.IsCompleted)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        try
        {
            await durable.ConfigureAwait(false);
        }
        catch (Exception bad)
        {
            // The entry is applied but not stored: whatever this engine says from now on would be wrong.
            Volatile.Write(ref _doubt, bad);
            throw;
        }
    }
}
