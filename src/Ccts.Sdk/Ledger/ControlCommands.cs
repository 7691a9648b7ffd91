using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Stops an account from giving anything out, or lets it again. It may still receive and release.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">The account.</param>
/// <param name="Frozen">True to freeze, false to thaw.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record FreezeAccount(string Key, Instant At, string Account, bool Frozen, string Reason) : LedgerCommand(Key, At, Account)
{
    internal override string Name => "freeze";

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Frozen ? 1 : 0);
        print.Add(Reason);
    }
}

/// <summary>
/// Stops all new business, or that with the units of one registry, or lets it go on. What was reserved before can still be finished or
/// released; a registry that does not answer must not strand trades already matched. A pause has a <see cref="Holder"/>: business goes on
/// when the last holder lets it, so that a circuit breaker that closes never lifts an operator's pause.
/// </summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Registry">The registry, or null for all.</param>
/// <param name="Paused">True to pause, false to go on.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record PauseBusiness(string Key, Instant At, string? Registry, bool Paused, string Reason) : LedgerCommand(Key, At, "")
{
    /// <summary>Who pauses or lets go on, e.g. <c>breaker</c>; null for an operator without a name. A holder lifts its own pause only.</summary>
    public string? Holder { get; init; }

    internal override string Name => "pause";

    internal override bool ConcernsAll => true;

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Registry);
        print.Add(Paused ? 1 : 0);
        print.Add(Reason);
        if (Holder is not null)
        {
            print.Add(Holder);
        }
    }
}

/// <summary>
/// Forgets the idempotency keys of everything asked before an instant, so that they do not pile up for ever. From then on a command dated
/// before it is refused (<see cref="RefusalCode.PastRetention"/>): whether it was done already can no longer be told.
/// </summary>
/// <remarks>A retry that keeps its command's own time is therefore never done twice; one that is given a new time must not come after the window.</remarks>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Before">A whole second, at or before <paramref name="At"/>; the host's choice of a window.</param>
public sealed record ForgetKeys(string Key, Instant At, Instant Before) : LedgerCommand(Key, At, "")
{
    internal override string Name => "forget-keys";

    internal override bool ConcernsAll => true;

    private protected override void AddTo(ref Fingerprint print) => print.Add(Before.ToUnixTimeTicks());
}
