using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>Something a host asks of the ledger. It is done completely or not at all.</summary>
/// <remarks>
/// Immutable and thread-safe. <see cref="Key"/> makes it idempotent: the same key with the same content gives the earlier answer;
/// with other content it is refused. <see cref="At"/> is not part of the content, so that a retry may carry a later time.
/// </remarks>
public abstract record LedgerCommand
{
    private protected LedgerCommand(string key, Instant at, string account)
    {
        Key = key;
        At = at;
        Account = account;
    }

    /// <summary>The idempotency key, unique in the ledger; 1 to 128 characters.</summary>
    public string Key { get; }

    /// <summary>When it is asked, by the host's clock. The ledger has none.</summary>
    public Instant At { get; }

    /// <summary>The account it concerns first; empty if it concerns all.</summary>
    public string Account { get; }

    /// <summary>The other account it changes, or null.</summary>
    internal virtual string? OtherAccount => null;

    /// <summary>The lot it would bring into the ledger, or null.</summary>
    internal virtual Parcel? Entering => null;

    /// <summary>Whether it concerns the whole ledger rather than an account.</summary>
    internal virtual bool ConcernsAll => false;

    internal abstract string Name { get; }

    internal ulong Print()
    {
        var print = Begun;
        print.Add(Account);
        AddTo(ref print);
        return print.Value;
    }

    /// <summary>The hash after the command's name; precomputed for commands of the order path.</summary>
    private protected virtual Fingerprint Begun => Fingerprint.Of(Name);

    private protected abstract void AddTo(ref Fingerprint print);
}
