using System;
using Ccts.Sdk.Ledger;
using Ccts.Sdk.Ledger.Journal;

namespace Ccts.Ledger.Testing.Contract;

/// <summary>One store, initially empty, that a case of <see cref="LedgerStoreContract"/> opens, closes and opens again. Disposing removes it.</summary>
public abstract class LedgerStoreFixture : IDisposable
{
    /// <summary>Opens the store for writing. Only one journal is open at a time; it is disposed, if disposable, before the next is opened.</summary>
    public abstract ILedgerJournal Open();

    /// <summary>The store opened for reading, or null where it lasts no longer than its journal.</summary>
    public virtual IStoredLedger? Read() => null;

    /// <summary>Damages the closed store at an entry; false where that is impossible.</summary>
    public virtual bool TryDamage(StoreDamage damage, long position) => false;

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Removes the store.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Damage to a store from outside. Each kind must be detected.</summary>
public enum StoreDamage
{
    /// <summary>A character of an entry's line is changed.</summary>
    ChangedCharacter,

    /// <summary>An entry is gone from the middle.</summary>
    LeftOut,

    /// <summary>Two entries, this and the next, have changed places.</summary>
    Swapped,

    /// <summary>An entry replaces the next one too.</summary>
    Doubled,

    /// <summary>This entry and all after it are gone.</summary>
    CutOff,

    /// <summary>The entry's registry intents are gone.</summary>
    IntentLost,

    /// <summary>The entry's first registry intent is changed.</summary>
    IntentChanged,

    /// <summary>A stream has another version.</summary>
    StreamChanged,

    /// <summary>A byte of the snapshot is changed.</summary>
    SnapshotChanged,
}
