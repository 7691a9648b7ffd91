using System;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Ledger;

namespace Ccts.Ledger.Hosting;

/// <summary>How a host keeps its ledger.</summary>
public sealed class CctsLedgerOptions
{
    /// <summary>The file of the ledger on a disk of this machine, created if it does not exist. Ignored with another store.</summary>
    public string Path { get; set; } = "journal.db";

    /// <summary>The compliance year whose ruleset limits the ledger; the default is today's year in India, which changes by itself on 1 April.</summary>
    public ComplianceYear? Year { get; set; }

    /// <summary>Opens another store than SQLite, such as <c>PostgresJournal.Open</c>; called once, and disposed with the services.</summary>
    public Func<IServiceProvider, ILedgerJournal>? Journal { get; set; }

    /// <summary>The host's own limits, instead of those of a ruleset.</summary>
    public Func<IServiceProvider, LedgerPolicy>? Policy { get; set; }

    /// <summary>After how many entries a snapshot is saved, so that opening need not read all of them; 0 for never. Not negative.</summary>
    public long SnapshotEvery { get; set; } = 100_000;
}
