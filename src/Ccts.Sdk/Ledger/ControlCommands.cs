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
/// released; a registry that does not answer must not strand trades already matched.
/// </summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Registry">The registry, or null for all.</param>
/// <param name="Paused">True to pause, false to go on.</param>
/// <param name="Reason">Why, for the record.</param>
public sealed record PauseBusiness(string Key, Instant At, string? Registry, bool Paused, string Reason) : LedgerCommand(Key, At, "")
{
    internal override string Name => "pause";

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Registry);
        print.Add(Paused ? 1 : 0);
        print.Add(Reason);
    }
}
