using System;

namespace Ccts.Sdk.Ledger;

/// <summary>The journal could not be reached, and certainly nothing was written: the command may be asked again.</summary>
public sealed class JournalUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What could not be reached.</param>
    /// <param name="inner">Why, or null.</param>
    public JournalUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Somebody else has written in the meantime. Nothing was written; rebuild the state and decide again.</summary>
public sealed class JournalConflictException : Exception
{
    /// <summary>A stream is not where it was expected.</summary>
    public JournalConflictException(string stream, long expected, long found)
        : base($"{stream} was expected at version {expected} and is at {found}.")
    {
    }

    /// <summary>Another writer owns the journal.</summary>
    /// <param name="message">Who, and since when.</param>
    public JournalConflictException(string message)
        : base(message)
    {
    }
}

/// <summary>
/// The journal stopped while entries were on their way to the disk, and it is unknown whether those after the durable position are stored.
/// Open it again, build a new engine, and ask again under the same keys: the keys show what was written.
/// </summary>
public sealed class JournalStoppedException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="durable">The last position that is known to be durable.</param>
    /// <param name="inner">What stopped it.</param>
    public JournalStoppedException(long durable, Exception? inner)
        : base($"The journal stopped after entry {durable}; whether later ones were written is known when it is opened anew.", inner) => DurablePosition = durable;

    /// <summary>The last position that is known to be durable.</summary>
    public long DurablePosition { get; }
}
