using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Ccts.Sdk.Ledger;

/// <content>Answers to callers, given only once they are durable.</content>
public sealed partial class LedgerEngine
{
    /// <summary>Executes the command, or says why not. Waits until the answer is durable.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="intents">Instructions to registries, kept if and only if the command is accepted.</param>
    /// <exception cref="JournalConflictException">Another writer uses the journal, and this was not written: build a new engine.</exception>
    /// <exception cref="JournalUnavailableException">
    /// Certainly nothing was written: ask again. If the engine refuses to continue, build a new one first.
    /// </exception>
    /// <exception cref="JournalStoppedException">It is unknown whether it was written. Open the journal again, build a new engine, and ask again under the same key.</exception>
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
    /// <param name="cancellation">Cancels the waiting, not the command; ask again under its key whether it was done.</param>
    /// <exception cref="OperationCanceledException">The waiting was ended.</exception>
    public async ValueTask<LedgerAnswer> ExecuteAsync(LedgerCommand command, IReadOnlyList<RegistryIntent>? intents = null, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var pending = Begin(command, intents ?? []);
        await WaitAsync(pending.Until, cancellation).ConfigureAwait(false);
        return Answer(pending);
    }

    /// <summary>Executes the commands one after the other and answers when all are durable. Each is accepted or refused separately.</summary>
    /// <param name="requests">In the order in which they are decided.</param>
    /// <param name="cancellation">Ends the waiting, not the commands.</param>
    /// <returns>The answers, in the order of the requests.</returns>
    /// <remarks>After an exception ask for the whole batch again: the keys show what was done.</remarks>
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
    /// Keeps a snapshot in the journal, once everything in it is durable. New commands wait while it is made, not while it is stored.
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
            // The entry is applied but not stored, so every further answer of this engine would be wrong.
            Volatile.Write(ref _doubt, bad);
            throw;
        }
    }
}
