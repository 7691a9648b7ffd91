using NodaTime;

namespace Ccts.Sdk.Ledger;

/// <summary>A registry has issued units to an account.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">Whom they are issued to.</param>
/// <param name="Units">What is issued; no unit of it may be in the ledger already.</param>
public sealed record IssueUnits(string Key, Instant At, string Account, Parcel Units) : LedgerCommand(Key, At, Account)
{
    /// <summary>Their first place: <see cref="ShadowAccount.Pending"/> until the registry confirms, else free.</summary>
    public ShadowAccount Into { get; init; } = ShadowAccount.Free;

    internal override string Name => "issue";

    internal override Parcel? Entering => Units;

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Units);
        print.Add((int)Into);
    }
}

/// <summary>Units come into the ledger from outside it, e.g. bought over the counter or moved in from another platform.</summary>
/// <param name="Key">Idempotency key.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who receives them.</param>
/// <param name="Units">What is received; no unit of it may be in the ledger already.</param>
/// <param name="Source">From whom, in the host's words, or null.</param>
public sealed record ReceiveUnits(string Key, Instant At, string Account, Parcel Units, string? Source = null) : LedgerCommand(Key, At, Account)
{
    /// <summary>Their first place: free, or the place they had elsewhere, also an end; never reserved.</summary>
    public ShadowAccount Into { get; init; } = ShadowAccount.Free;

    internal override string Name => "receive";

    internal override Parcel? Entering => Units;

    private protected override void AddTo(ref Fingerprint print)
    {
        print.Add(Units);
        print.Add(Source);
        print.Add((int)Into);
    }
}
