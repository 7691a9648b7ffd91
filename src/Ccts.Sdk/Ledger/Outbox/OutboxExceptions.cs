using System;

namespace Ccts.Sdk.Ledger.Outbox;

/// <summary>Another owner has taken over the outbox. Nothing was written; stop sending.</summary>
public sealed class OutboxFencedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="epoch">The writer's epoch.</param>
    /// <param name="found">The epoch in force.</param>
    public OutboxFencedException(long epoch, long found)
        : base($"The outbox is at epoch {found}; the lease was of epoch {epoch}.")
    {
    }
}

/// <summary>An instruction is not at the version that the writer expects. Nothing was written.</summary>
public sealed class OutboxConflictException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="key">The instruction.</param>
    /// <param name="expected">The version expected before the write; 0 for a new instruction.</param>
    /// <param name="found">The version found; 0 where there is none.</param>
    public OutboxConflictException(string key, long expected, long found)
        : base($"Instruction {key} was expected at version {expected} and is at {found}.")
    {
    }
}
