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
/// released, so that a registry that does not answer does not block trades already matched. A pause has a <see cref="Holder"/>: business resumes
/// when no holder is left, so that a circuit breaker that closes never lifts an operator's pause.
/// </summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Registry">The registry, or null for all.</param>
/// <param name="Paused">True to pause, false to go on.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record PauseBusiness(string Key, Instant At, string? Registry, bool Paused, string Reason) : LedgerCommand(Key, At, "")
{
    /// <summary>Who pauses or resumes, e.g. <c>breaker</c>; null for an operator without a name. A holder lifts its own pause only.</summary>
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
/// Forgets the idempotency keys of commands dated before an instant, so that they do not accumulate. From then on a command dated
/// before it is refused (<see cref="RefusalCode.PastRetention"/>): nobody can tell any more whether it was done.
/// </summary>
/// <remarks>So a retry with its command's original time is never done twice. Do not retry with a new time after that.</remarks>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Before">A whole second, at or before <paramref name="At"/>; the host's choice of a window.</param>
public sealed record ForgetKeys(string Key, Instant At, Instant Before) : LedgerCommand(Key, At, "")
{
    internal override string Name => "forget-keys";

    internal override bool ConcernsAll => true;

    private protected override void AddTo(ref Fingerprint print) => print.Add(Before.ToUnixTimeTicks());
}
