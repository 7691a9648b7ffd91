using System;

namespace Ccts.Sdk.Ledger;

/// <summary>A journal entry does not fit the state before it: it would create, lose or double a tonne. The state is unchanged.</summary>
public sealed class LedgerContradictionException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="position">The entry's position.</param>
    /// <param name="reason">What does not fit, one sentence.</param>
    public LedgerContradictionException(long position, string reason)
        : base($"Entry {position} does not fit the ledger before it: {reason}")
    {
        Position = position;
        Reason = reason;
    }

    /// <summary>The entry's position.</summary>
    public long Position { get; }

    /// <summary>What does not fit, one sentence.</summary>
    public string Reason { get; }
}
